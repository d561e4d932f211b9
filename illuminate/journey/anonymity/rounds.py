"""When a file is checked."""

from django.db import models


class Round(models.TextChoices):
    """When a file is checked: before the Home Office reads it, and again before the public does."""

    SUBMISSION = "submission", "Before submission"
    FINAL = "final", "Before publication"


NEEDED = {Round.SUBMISSION: 1, Round.FINAL: 2}
