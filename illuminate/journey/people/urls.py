"""Addresses of the people pages. None holds a name."""

from django.urls import path

from illuminate.journey.people import views

app_name = "people"
urlpatterns = [
    path("reviews/<slug:slug>/people/", views.people_list, name="list"),
    path("reviews/<slug:slug>/people/names/", views.names, name="names"),
    path("reviews/<slug:slug>/people/new/", views.add, name="add"),
    path("reviews/<slug:slug>/people/import/", views.import_file, name="import"),
    path("reviews/<slug:slug>/people/<uuid:pk>/", views.entry, name="entry"),
    path("reviews/<slug:slug>/people/<uuid:pk>/pseudonym/", views.pseudonym, name="pseudonym"),
    path("reviews/<slug:slug>/people/<uuid:pk>/forms/", views.forms_of, name="forms"),
]
