from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "illuminate.foundation.access"
    label = "access"
