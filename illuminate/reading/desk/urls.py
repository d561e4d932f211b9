from django.urls import path

from illuminate.reading.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("reviews/<slug:slug>/", views.review, name="review"),
    path("reviews/<slug:slug>/history/", views.history, name="history"),
]
