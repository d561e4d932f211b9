from django.apps import AppConfig


class PanelConfig(AppConfig):
    name = "illuminate.journey.panel"
    label = "panel"
