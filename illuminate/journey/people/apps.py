from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "illuminate.journey.people"
    label = "people"
