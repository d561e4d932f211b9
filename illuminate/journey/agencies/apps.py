from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "illuminate.journey.agencies"
    label = "agencies"
