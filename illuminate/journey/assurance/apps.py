from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "illuminate.journey.assurance"
    label = "assurance"
