from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "illuminate.reading.desk"
    label = "desk"
