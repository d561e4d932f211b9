from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "illuminate.journey.reviews"
    label = "reviews"
