"""The design room as a Django app."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Brings templates, static files and the `design` tag library."""

    name = "illuminate.foundation.design"
    label = "design"
    verbose_name = "Design"
