from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "illuminate.journey.publication"
    label = "publication"
