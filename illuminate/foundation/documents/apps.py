from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "illuminate.foundation.documents"
    label = "documents"
