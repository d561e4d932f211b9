"""What is recorded of a review itself."""

from django.db import models


class Event(models.TextChoices):
    REVIEW_OPENED = "reviews.opened", "The review was opened"
    STAGE_MOVED = "reviews.stage_moved", "The review moved to another stage"
    PAGE_READ = "reviews.page_read", "A page was read"
    TEAM_JOINED = "reviews.team_joined", "Somebody joined the team"
    TEAM_LEFT = "reviews.team_left", "Somebody left the team"
    WITHDRAWN = "reviews.withdrawn", "The review was withdrawn"
    JOINED = "reviews.joined", "The review was joined with another"
    TITLED = "reviews.titled", "The review was given its pseudonym"
