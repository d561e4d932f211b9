from django.urls import path

from illuminate.journey.anonymity import views, views_findings

app_name = "anonymity"
urlpatterns = [
    path("reviews/<slug:slug>/anonymity/", views.checks, name="checks"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/", views.document, name="document"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/machine/", views.run, name="run"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/ask/", views.ask, name="ask"),
    path("reviews/<slug:slug>/anonymity/<slug:round>/<uuid:pk>/record/", views.record_of, name="record"),
    path("anonymity/findings/<uuid:pk>/remains/", views_findings.remains, name="remains"),
    path("anonymity/findings/<uuid:pk>/copy/", views_findings.copy, name="copy"),
    path("anonymity/work/<uuid:pk>/progress/", views.progress, name="progress"),
    path("anonymity/findings/<uuid:pk>/", views_findings.findings, name="findings"),
    path("anonymity/findings/<uuid:pk>/<int:number>/", views_findings.finding, name="finding"),
    path("anonymity/findings/<uuid:pk>/pages/<int:number>/", views_findings.page, name="page"),
    path("anonymity/findings/<uuid:pk>/pages/<int:number>/picture/", views_findings.picture, name="picture"),
    path("anonymity/findings/<uuid:pk>/register/", views_findings.accept_register, name="accept_register"),
    path("anonymity/checks/<uuid:pk>/", views.check, name="check"),
]
