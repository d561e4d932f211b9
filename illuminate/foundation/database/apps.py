from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    name = "illuminate.foundation.database"
    label = "database"
