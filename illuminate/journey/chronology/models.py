"""Agencies' chronologies: the file as it came, the entries read from it, and the rows that could not be read."""

import json
import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology.models_arrival import Arrival
from illuminate.journey.chronology.models_findings import Comparison, Finding, Mark, Settlement
from illuminate.journey.reviews.models import Review

__all__ = [
    "Arrival",
    "ChronologyFile",
    "ColumnMapping",
    "Comparison",
    "Entry",
    "Finding",
    "Mark",
    "RefusedRow",
    "Settlement",
    "place",
]

PRECISIONS = [
    ("minute", "To the minute"),
    ("day", "To the day"),
    ("month", "Only the month"),
    ("season", "Only a part of the year"),
    ("year", "Only the year"),
    ("range", "From one day to another"),
    ("before", "Some day before"),
    ("after", "Some day after"),
    ("unknown", "No date"),
]


class ChronologyFile(InCompartment):
    """One version of one agency's chronology. It is never changed: a new version follows, and this one is kept.

    It lies in the agency's sealed compartment until the chair releases it to the panel. `organisation` stands here
    too, because the panel doesn't see the request. `summary` is what reading the file decided, for a person to check;
    `people` are the words that its rows name people by, with how often, so that a list can be narrowed to one.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="chronologies")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    summary = models.JSONField(default=dict)
    people = EncryptedTextField(default=None, null=True)
    rows_read = models.PositiveIntegerField()
    rows_entered = models.PositiveIntegerField()
    rows_refused = models.PositiveIntegerField()
    entry_count = models.PositiveIntegerField()
    received_on = models.DateField()
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)
    released_on = models.DateField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["people"],
        sensitive=["summary"],
        plain=[
            "version", "rows_read", "rows_entered", "rows_refused", "entry_count", "received_on", "replaced_at",
            "released_on",
        ],
    )  # fmt: skip

    class Meta:
        ordering = ["organisation__name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["request", "version"], name="chronology_version_once"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(replaced_at=None), name="chronology_current_once"
            ),
            models.CheckConstraint(
                condition=Q(rows_read=F("rows_entered") + F("rows_refused")), name="chronology_rows_add_up"
            ),
            models.CheckConstraint(
                condition=Q(released_on=None, released_by=None)
                | Q(released_on__isnull=False, released_by__isnull=False),
                name="chronology_release_has_who_and_when",
            ),
        ]

    @property
    def is_current(self) -> bool:
        return self.replaced_at is None

    @property
    def is_released(self) -> bool:
        return self.released_on is not None

    def __str__(self) -> str:
        return f"chronology file {self.pk}"


def place(part: str, row: int) -> str:
    """Where something stands in its file, in words; rows count from 1 in their sheet or table."""
    return f"{part}, row\N{NO-BREAK SPACE}{row}" if part else f"row\N{NO-BREAK SPACE}{row}"


class Entry(InCompartment):
    """One dated contact, with the words of the file beside what they were understood to mean.

    `starts_on` and `ends_on` are the earliest and the latest day that the words allow; an open side is null.
    `sort_day`, `sort_width` and `time` keep the order of `engines.chronology.combine`; no day at all comes last.
    `subjects`, `practitioner` and `other_columns` say who people are, so they are locked with the review's key;
    `named` are blind indexes of the subjects, to find the rows of one. `identity` stays the same when the file is sent
    again: findings and marks hold on to it. `turned` means that an end was written before its start.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(ChronologyFile, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    identity = models.UUIDField(default=uuid.uuid4)
    source_part = models.TextField(blank=True)
    source_row = models.PositiveIntegerField()
    agency = models.TextField(blank=True)
    original_date = models.TextField(blank=True)
    original_time = models.TextField(blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    time = models.TimeField(null=True)
    precision = models.CharField(max_length=10, choices=PRECISIONS)
    uncertain = models.BooleanField(default=False)
    part_of_day = models.CharField(max_length=20, blank=True)
    turned = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)
    sort_day = models.DateField(null=True)
    sort_width = models.PositiveIntegerField()
    event = models.TextField(blank=True)
    response = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    origin = models.TextField(blank=True)
    subjects = EncryptedTextField()
    practitioner = EncryptedTextField()
    other_columns = EncryptedTextField()
    named = ArrayField(models.CharField(max_length=64), default=list)

    field_classes = classed(
        identifying=["subjects", "practitioner", "other_columns"],
        sensitive=[
            "source_part", "agency", "original_date", "original_time", "starts_on", "ends_on", "time", "event",
            "response", "comment", "contact", "origin", "sort_day", "part_of_day", "named",
        ],
        plain=["source_row", "number", "identity", "precision", "uncertain", "turned", "hidden", "sort_width"],
    )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["review", "sort_day", "sort_width"], name="entries_in_order"),
            models.Index(fields=["identity"], name="entries_by_identity"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="entry_number_once"),
            models.UniqueConstraint(fields=["file", "identity"], name="entry_identity_once"),
        ]

    @property
    def place(self) -> str:
        return place(self.source_part, self.source_row)

    @property
    def is_exact(self) -> bool:
        """Whether the words name one day, without a doubt."""
        return self.precision in ("minute", "day") and not self.uncertain

    def columns(self) -> dict[str, str]:
        """Every other column of the row, under its own heading."""
        found: dict[str, str] = json.loads(self.other_columns or "{}")
        return found

    def __str__(self) -> str:
        return f"entry {self.pk}"


class RefusedRow(InCompartment):
    """A row that is data and could not be read: listed with the reason, never lost."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(ChronologyFile, on_delete=models.PROTECT, related_name="refused")
    part = models.TextField(blank=True)
    row = models.PositiveIntegerField()
    why = models.TextField()
    text = models.TextField(blank=True)

    field_classes = classed(sensitive=["part", "why", "text"], plain=["row"])

    class Meta:
        ordering = ["part", "row"]

    @property
    def place(self) -> str:
        return place(self.part, self.row)

    def __str__(self) -> str:
        return f"refused row {self.pk}"


class ColumnMapping(InCompartment):
    """What the columns of an agency's chronologies mean, as a person has put it right; it holds for its next files.

    `columns` maps a heading, as it is written, to a meaning's code. It lies in the agency's sealed compartment.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    columns = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    kept_on = models.DateField()
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["columns"], plain=["revision", "kept_on"])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "organisation"], name="column_mapping_once"),
        ]

    def __str__(self) -> str:
        return f"columns of {self.organisation_id}"
