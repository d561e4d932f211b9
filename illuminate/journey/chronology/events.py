"""What is recorded of agencies' chronologies."""

from django.db import models


class Event(models.TextChoices):
    RECEIVED = "chronology.received", "An agency’s chronology was received"
    STORED = "chronology.stored", "A large chronology was stored, to be read in the background"
    READING_BEGAN = "chronology.reading_began", "The reading of a large chronology began"
    READING_FAILED = "chronology.reading_failed", "A large chronology could not be read"
    READING_ASKED = "chronology.reading_asked", "A large chronology was to be read again"
    REPLACED = "chronology.replaced", "A chronology was replaced by a newer version"
    RELEASED = "chronology.released", "A chronology was released to the panel"
    FILE_READ = "chronology.file_read", "A chronology’s page was read"
    ENTRY_READ = "chronology.entry_read", "An entry of a chronology was read"
    ANALYSIS_BEGUN = "chronology.analysis_begun", "The analysis began"
    COMPARED = "chronology.compared", "The agencies’ entries were compared"
    COMPARISON_ASKED = "chronology.comparison_asked", "The agencies’ entries were to be compared again"
    COMPARISON_FAILED = "chronology.comparison_failed", "The agencies’ entries could not be compared"
    FINDINGS_MOVED = (
        "chronology.findings_moved",
        "Findings and marks moved between the analysis and the panel",
    )
    SETTLED = "chronology.settled", "A finding was settled"
    REOPENED = "chronology.reopened", "A finding was opened again"
    FINDING_READ = "chronology.finding_read", "A finding’s page was read"
    AGENCY_ASKED = "chronology.agency_asked", "An agency was asked about a row of its chronology"
    ROW_SHOWN = "chronology.row_shown", "The chair showed a row to another agency, in a question"
    MARKED = "chronology.marked", "An entry was marked"
    MARK_CHANGED = "chronology.mark_changed", "The note of a mark was changed"
    MARK_ENDED = "chronology.mark_ended", "A mark was taken off an entry"
    COLUMNS_KEPT = "chronology.columns_kept", "What an agency’s columns mean was put right"
    EXPORTED = "chronology.exported", "The combined chronology was exported"
