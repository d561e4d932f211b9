"""What is recorded of agencies."""

from django.db import models


class Event(models.TextChoices):
    ASKED = "agencies.asked", "An agency was asked for its account"
    AUTHOR_CHANGED = "agencies.author_changed", "Another person answers for an agency"
    ANSWERED_NIL = "agencies.answered_nil", "An agency answered that it had no contact"
    CHRONOLOGY_NOTED = "agencies.chronology_noted", "An agency’s chronology came"
    IMR_SUBMITTED = "agencies.imr_submitted", "An agency sent its Individual Management Review"
    CHALLENGED = "agencies.challenged", "The chair asked an agency about a passage"
    ASKED_ABOUT_ROW = "agencies.asked_about_row", "The chair asked an agency about a row of its chronology"
    CHALLENGE_ANSWERED = "agencies.challenge_answered", "An agency answered the chair’s question"
    ANSWER_ACCEPTED = "agencies.answer_accepted", "The chair accepted an agency’s answer"
    IMR_RELEASED = "agencies.imr_released", "An agency’s review was released to the panel"
    CHASED = "agencies.chased", "An agency was reminded"
    PAGE_READ = "agencies.page_read", "An agency’s page was read"
