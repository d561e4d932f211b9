from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "illuminate.journey.improvement"
    label = "improvement"
