"""What is recorded of agencies' chronologies."""

from django.db import models


class Event(models.TextChoices):
    RECEIVED = "chronology.received", "An agency’s chronology was received"
    REPLACED = "chronology.replaced", "A chronology was replaced by a newer version"
    RELEASED = "chronology.released", "A chronology was released to the panel"
    FILE_READ = "chronology.file_read", "A chronology’s page was read"
    ENTRY_READ = "chronology.entry_read", "An entry of a chronology was read"
    ANALYSIS_BEGUN = "chronology.analysis_begun", "The analysis began"
