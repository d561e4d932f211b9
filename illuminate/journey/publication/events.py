"""What is recorded of publication."""

from django.db import models


class Event(models.TextChoices):
    FROZEN = "publication.frozen", "The report was frozen for publication"
    DATE_CHOSEN = "publication.date_chosen", "The day of publication was chosen"
    APPROVED = "publication.approved", "The partnership agreed to the publication of the frozen report"
    RELEASED = "publication.released", "The report was published"
    TAKEN_DOWN = "publication.taken_down", "The report was taken out of the library"
    STATEMENT_RELEASED = "publication.statement_released", "A statement of progress was published"
    STATEMENT_TAKEN_DOWN = (
        "publication.statement_taken_down",
        "A statement of progress was taken out of the library",
    )
