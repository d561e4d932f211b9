"""What is recorded of the people of a review and their names."""

from django.db import models


class Event(models.TextChoices):
    SUBJECT_RECORDED = "people.subject_recorded", "Somebody the review is about was recorded"
    ENTRY_ADDED = "people.entry_added", "A name was added to the register"
    ENTRY_CHANGED = "people.entry_changed", "The forms of a name were changed"
    PSEUDONYM_AGREED = "people.pseudonym_agreed", "A pseudonym was agreed"
    REGISTER_IMPORTED = "people.register_imported", "A register was brought in from a file"
    NAMES_SHOWN = "people.names_shown", "Real names were shown on request"
    ENTRY_READ = "people.entry_read", "One person's page was read"
