"""What is recorded of the people of a review and their names."""

from django.db import models


class Event(models.TextChoices):
    SUBJECT_RECORDED = "people.subject_recorded", "Somebody the review is about was recorded"
    ENTRY_ADDED = "people.entry_added", "A name was added to the register"
    ENTRY_CHANGED = "people.entry_changed", "The forms of a name were changed"
    FORMS_STRUCK = "people.forms_struck", "The forms of a name to look for were chosen"
    PSEUDONYM_AGREED = "people.pseudonym_agreed", "A pseudonym was agreed"
    REAL_NAME_CHOSEN = "people.real_name_chosen", "The family’s choice of the real name was confirmed"
    REGISTER_IMPORTED = "people.register_imported", "A register was brought in from a file"
    REGISTER_EXPORTED = "people.register_exported", "The register was taken out as a file"
    NAMES_SHOWN = "people.names_shown", "Real names were shown on request"
    ENTRY_READ = "people.entry_read", "One person's page was read"
