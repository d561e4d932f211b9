from django.urls import path

from illuminate.journey.chronology import views

app_name = "chronology"
urlpatterns = [
    path("reviews/<slug:slug>/chronology/", views.combined, name="combined"),
    path("reviews/<slug:slug>/chronology/analysis/", views.begin_analysis, name="begin_analysis"),
    path("requests/<uuid:pk>/chronology/", views.upload, name="upload"),
    path("chronology/files/<uuid:pk>/", views.file, name="file"),
    path("chronology/files/<uuid:pk>/release/", views.release, name="release"),
    path("chronology/entries/<uuid:pk>/", views.entry, name="entry"),
]
