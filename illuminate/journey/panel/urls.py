from django.urls import path

from illuminate.journey.panel.views import meetings, panel, terms

app_name = "panel"
urlpatterns = [
    path("reviews/<slug:slug>/panel/", panel.panel, name="panel"),
    path("reviews/<slug:slug>/panel/chair/", panel.appoint, name="appoint"),
    path("reviews/<slug:slug>/panel/chair/left/", panel.end_appointment, name="end_appointment"),
    path("reviews/<slug:slug>/panel/members/new/", panel.add_member, name="add_member"),
    path("reviews/<slug:slug>/panel/members/<uuid:pk>/left/", panel.remove_member, name="remove_member"),
    path("reviews/<slug:slug>/panel/specialist/", panel.no_specialist, name="no_specialist"),
    path("reviews/<slug:slug>/panel/gathering/", panel.begin_gathering, name="begin_gathering"),
    path("reviews/<slug:slug>/terms/", terms.current, name="terms"),
    path("reviews/<slug:slug>/terms/new/", terms.agree, name="agree_terms"),
    path("reviews/<slug:slug>/terms/<int:version>/", terms.version, name="terms_version"),
    path("reviews/<slug:slug>/meetings/new/", meetings.plan, name="plan_meeting"),
    path("reviews/<slug:slug>/meetings/<uuid:pk>/", meetings.meeting, name="meeting"),
    path("reviews/<slug:slug>/meetings/<uuid:pk>/change/", meetings.change, name="change_meeting"),
    path("reviews/<slug:slug>/meetings/<uuid:pk>/cancel/", meetings.cancel, name="cancel_meeting"),
    path("reviews/<slug:slug>/papers/new/", meetings.file_paper, name="file_paper"),
]
