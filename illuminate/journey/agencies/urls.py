from django.urls import path

from illuminate.journey.agencies.views import answering, asking, overview, reading

app_name = "agencies"
urlpatterns = [
    path("reviews/<slug:slug>/agencies/", overview.requests, name="requests"),
    path("reviews/<slug:slug>/agencies/ask/", asking.choose, name="choose"),
    path("reviews/<slug:slug>/agencies/ask/<uuid:organisation_id>/", asking.ask, name="ask"),
    path("requests/<uuid:pk>/", overview.agency, name="request"),
    path("requests/<uuid:pk>/reminder/", asking.chase, name="chase"),
    path("requests/<uuid:pk>/author/", asking.change_author, name="change_author"),
    path("requests/<uuid:pk>/no-contact/", answering.nil, name="nil"),
    path("requests/<uuid:pk>/review/", answering.imr, name="imr"),
    path("requests/<uuid:pk>/review/<int:version>/question/", reading.challenge, name="challenge"),
    path("requests/<uuid:pk>/review/<int:version>/release/", reading.release, name="release"),
    path("requests/<uuid:pk>/questions/<uuid:challenge_id>/", answering.answer, name="answer"),
    path("requests/<uuid:pk>/questions/<uuid:challenge_id>/accept/", reading.accept, name="accept"),
]
