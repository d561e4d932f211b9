from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "illuminate.foundation.audit"
    label = "audit"
