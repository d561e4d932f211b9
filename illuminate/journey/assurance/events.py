"""What is recorded of sign-off and of what passes between the partnership and the Home Office."""

from django.db import models


class Event(models.TextChoices):
    SIGNED_OFF = "assurance.signed_off", "The partnership accepted the report"
    RETURNED = "assurance.returned", "The report went back to drafting"
    SUBMITTED = "assurance.submitted", "The report was sent to the Home Office"
    SUBMISSION_READ = "assurance.submission_read", "The Home Office opened the submission"
    OUTCOME_RECORDED = "assurance.outcome_recorded", "The Quality Assurance Panel’s letter was recorded"
    POINT_ANSWERED = "assurance.point_answered", "A point of the letter was answered"
    REOPENED = "assurance.reopened", "The approved report was opened again for changes"
