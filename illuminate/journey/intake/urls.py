"""Addresses of intake. None holds a name."""

from django.urls import path

from illuminate.journey.intake.views import deciding, home_office, notifying, scoping

app_name = "intake"
urlpatterns = [
    path("notifications/", notifying.notifications, name="notifications"),
    path("notifications/new/", notifying.notify, name="notify"),
    path("notifications/<uuid:pk>/", notifying.notification, name="notification"),
    path("reviews/<slug:slug>/scoping/", scoping.scoping, name="scoping"),
    path("reviews/<slug:slug>/scoping/open/", scoping.open_scoping, name="open_scoping"),
    path("reviews/<slug:slug>/scoping/ask/", scoping.ask, name="ask"),
    path("reviews/<slug:slug>/scoping/<uuid:pk>/", scoping.answer, name="answer"),
    path("reviews/<slug:slug>/scoping/<uuid:pk>/remind/", scoping.remind, name="remind"),
    path("reviews/<slug:slug>/decision/", deciding.decision, name="decision"),
    path("reviews/<slug:slug>/decision/commission/", deciding.commission, name="commission"),
    path("reviews/<slug:slug>/decision/family/", deciding.family_told, name="family_told"),
    path("home-office/", home_office.queue, name="home_office_queue"),
    path("home-office/<uuid:pk>/", home_office.notice, name="home_office_notice"),
    path("home-office/<uuid:pk>/accept/", home_office.accept, name="accept"),
    path("home-office/<uuid:pk>/reverse/", home_office.reverse_decision, name="reverse"),
]
