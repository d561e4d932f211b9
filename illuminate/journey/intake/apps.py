from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "illuminate.journey.intake"
    label = "intake"
