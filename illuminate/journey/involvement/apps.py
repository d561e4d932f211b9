from django.apps import AppConfig


class InvolvementConfig(AppConfig):
    name = "illuminate.journey.involvement"
    label = "involvement"
