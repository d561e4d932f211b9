from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "illuminate.journey.chronology"
    label = "chronology"
