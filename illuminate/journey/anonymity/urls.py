from django.urls import path

from illuminate.journey.anonymity import views

app_name = "anonymity"
urlpatterns = [
    path("reviews/<slug:slug>/anonymity/", views.checks, name="checks"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/", views.document, name="document"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/machine/", views.run, name="run"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/ask/", views.ask, name="ask"),
    path("anonymity/findings/<uuid:pk>/", views.findings, name="findings"),
    path("anonymity/checks/<uuid:pk>/", views.check, name="check"),
]
