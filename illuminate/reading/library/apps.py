from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "illuminate.reading.library"
    label = "library"
