from django.urls import path

from illuminate.journey.reviews import views

app_name = "reviews"
urlpatterns = [
    path("reviews/<slug:slug>/team/", views.team, name="team"),
    path("reviews/<slug:slug>/team/<uuid:person_id>/<slug:role>/leave/", views.leave, name="leave"),
    path("reviews/<slug:slug>/end/", views.end, name="end"),
]
