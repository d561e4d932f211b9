from django.apps import AppConfig


class AnonymityConfig(AppConfig):
    name = "illuminate.journey.anonymity"
    label = "anonymity"
