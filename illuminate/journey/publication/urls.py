from django.urls import path

from illuminate.journey.publication import views

app_name = "publication"
urlpatterns = [
    path("reviews/<slug:slug>/publication/", views.gate, name="gate"),
    path("reviews/<slug:slug>/publication/freeze/", views.freeze, name="freeze"),
    path("reviews/<slug:slug>/publication/page/", views.page, name="page"),
    path("reviews/<slug:slug>/publication/checkers/", views.checkers, name="checkers"),
    path("reviews/<slug:slug>/publication/day/", views.date, name="date"),
    path("reviews/<slug:slug>/publication/agree/", views.approve, name="approve"),
    path("reviews/<slug:slug>/publication/publish/", views.release, name="release"),
    path("reviews/<slug:slug>/publication/take-down/", views.take_down, name="take_down"),
]
