"""What is recorded of the plan's carrying out."""

from django.db import models


class Event(models.TextChoices):
    HANDED_OVER = "improvement.handed_over", "An action was handed over to who carries it out"
    LEAD_CHANGED = "improvement.lead_changed", "An action was given to another lead"
    ACTION_READ = "improvement.action_read", "An action’s page was read"
    PROGRESS_RECORDED = "improvement.progress_recorded", "Progress on an action was recorded"
    ADDRESSEE_RECORDED = (
        "improvement.addressee_recorded",
        "It was recorded what became of a national recommendation",
    )
    ACTION_CLOSED = "improvement.action_closed", "An action was closed"
    ACTION_REOPENED = "improvement.action_reopened", "An action was opened again"
    STATEMENT_WRITTEN = "improvement.statement_written", "A public statement of progress was written"
    STATEMENT_CONFIRMED = (
        "improvement.statement_confirmed",
        "Somebody confirmed that a statement identifies nobody",
    )
    STATEMENT_PUBLISHED = "improvement.statement_published", "A statement of progress was published"
    STATEMENT_DROPPED = "improvement.statement_dropped", "A statement of progress was dropped"
    REVIEW_CLOSED = "improvement.review_closed", "The review was closed"
