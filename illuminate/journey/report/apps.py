from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "illuminate.journey.report"
    label = "report"
