from django.apps import AppConfig


class MailroomConfig(AppConfig):
    name = "illuminate.foundation.mailroom"
    label = "mailroom"
