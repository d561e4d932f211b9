"""Yes, no and unknown: three answers that are never merged, and blank is none of them."""

from django.db.models import TextChoices


class Answer(TextChoices):
    """For a model: `CharField(max_length=7, choices=Answer.choices, blank=True)`; blank is not yet asked."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"
