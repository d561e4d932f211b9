from django.urls import path

from illuminate.journey.chronology import views, views_arrival, views_findings, views_knowledge

app_name = "chronology"
urlpatterns = [
    path("reviews/<slug:slug>/chronology/", views.combined, name="combined"),
    path("reviews/<slug:slug>/chronology/picture/", views.picture, name="picture"),
    path("reviews/<slug:slug>/chronology/export/", views.export, name="export"),
    path("reviews/<slug:slug>/chronology/analysis/", views.begin_analysis, name="begin_analysis"),
    path("reviews/<slug:slug>/chronology/findings/", views_findings.findings, name="findings"),
    path("reviews/<slug:slug>/chronology/comparison/", views_findings.comparison, name="comparison"),
    path("reviews/<slug:slug>/chronology/comparison/again/", views_findings.compare, name="compare"),
    path("reviews/<slug:slug>/chronology/knew/", views_knowledge.knew, name="knew"),
    path("reviews/<slug:slug>/chronology/contacts/", views_knowledge.contacts, name="contacts"),
    path("reviews/<slug:slug>/chronology/marks/", views_knowledge.marks, name="marks"),
    path("requests/<uuid:pk>/chronology/", views_arrival.upload, name="upload"),
    path("chronology/arrivals/<uuid:pk>/", views_arrival.arrival, name="arrival"),
    path("chronology/arrivals/<uuid:pk>/progress/", views_arrival.progress, name="progress"),
    path("chronology/arrivals/<uuid:pk>/again/", views_arrival.again, name="again"),
    path("chronology/files/<uuid:pk>/", views.file, name="file"),
    path("chronology/files/<uuid:pk>/columns/", views_arrival.columns, name="columns"),
    path("chronology/files/<uuid:pk>/release/", views.release, name="release"),
    path("chronology/entries/<uuid:pk>/", views.entry, name="entry"),
    path("chronology/entries/<uuid:pk>/ask/", views_findings.ask, name="ask"),
    path("chronology/entries/<uuid:pk>/mark/", views_findings.mark, name="mark"),
    path("chronology/findings/<uuid:pk>/", views_findings.finding, name="finding"),
    path("chronology/findings/<uuid:pk>/again/", views_findings.reopen, name="reopen"),
    path("chronology/marks/<uuid:pk>/", views_findings.change_mark, name="change_mark"),
]
