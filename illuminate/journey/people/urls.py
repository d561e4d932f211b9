"""Addresses of the people pages. None holds a name."""

from django.urls import path

from illuminate.journey.people.views import entries, listing, naming

app_name = "people"
urlpatterns = [
    path("reviews/<slug:slug>/people/", listing.people_list, name="list"),
    path("reviews/<slug:slug>/people/names/", listing.names, name="names"),
    path("reviews/<slug:slug>/people/new/", entries.add, name="add"),
    path("reviews/<slug:slug>/people/several/", entries.add_several, name="several"),
    path("reviews/<slug:slug>/people/import/", listing.import_file, name="import"),
    path("reviews/<slug:slug>/people/export/", listing.export_file, name="export"),
    path("reviews/<slug:slug>/people/<uuid:pk>/", entries.entry, name="entry"),
    path("reviews/<slug:slug>/people/<uuid:pk>/pseudonym/", naming.pseudonym, name="pseudonym"),
    path("reviews/<slug:slug>/people/<uuid:pk>/real-name/", naming.real_name, name="real_name"),
    path("reviews/<slug:slug>/people/<uuid:pk>/forms/", entries.forms_of, name="forms"),
]
