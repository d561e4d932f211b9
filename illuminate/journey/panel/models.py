"""The independent chair, the panel's members, its terms of reference, its meetings and their papers.

They lie in the panel's compartment: core and panel read them. Chair and panel are named in public.
"""

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate, now

from illuminate.foundation.access.fields import EncryptedDateField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.reviews.models import Review


class ChairAppointment(InCompartment):
    """Who leads the review, their own statement of independence, and who appointed them. One at a time."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    independence = models.TextField()
    declared_on = models.DateField()
    appointed_on = models.DateField()
    appointed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why_ended = models.TextField(blank=True)

    field_classes = classed(
        sensitive=["independence", "why_ended"], plain=["declared_on", "appointed_on", "ended_on"]
    )

    class Meta:
        ordering = ["appointed_on", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(ended_on=None), name="panel_one_chair_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None) | Q(ended_on__isnull=False, ended_by__isnull=False),
                name="panel_chair_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"chair of {self.review_id}"


class PanelMember(InCompartment):
    """Somebody on the panel: for which organisation, in what role, and that they are independent of the case.

    An account is optional; with one they read the panel's papers. `is_specialist` marks the specialist domestic
    abuse service that every panel needs (journey.md, "The words": panel).
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=120)
    organisation_name = models.CharField(max_length=200)
    is_specialist = models.BooleanField(default=False)
    independence = models.TextField()
    declared_on = models.DateField()
    joined_on = models.DateField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    left_on = models.DateField(null=True)
    removed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        sensitive=["independence"],
        plain=["name", "role", "organisation_name", "is_specialist", "declared_on", "joined_on", "left_on"],
    )

    class Meta:
        ordering = ["joined_on", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "name", "organisation_name"],
                condition=Q(left_on=None),
                name="panel_member_on_panel_once",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, removed_by=None)
                | Q(left_on__isnull=False, removed_by__isnull=False),
                name="panel_member_removed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.pk}"


class SpecialistAbsence(InCompartment):
    """Why nobody from a specialist domestic abuse service sits on the panel. Readers of the report will ask."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["reason"])

    def __str__(self) -> str:
        return f"no specialist in {self.review_id}"


class TermsOfReference(InCompartment):
    """One agreed version of what the review asks (journey.md, "Terms of reference"), by pseudonym throughout.

    A version is never changed: agreeing again makes the next one. The period often ends on the day of the death,
    so both its days are encrypted.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    purpose = models.TextField()
    subjects = models.TextField(blank=True)
    period_from = EncryptedDateField()
    period_to = EncryptedDateField()
    why_period = models.TextField()
    equality = models.TextField()
    family_plan = models.TextField()
    parallel_proceedings = models.TextField(blank=True)
    expertise = models.TextField(blank=True)
    media_plan = models.TextField(blank=True)
    timetable = models.TextField(blank=True)
    family_said = models.TextField(blank=True)
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["period_from", "period_to"],
        sensitive=["purpose", "subjects", "why_period", "equality", "family_plan", "parallel_proceedings",
                   "expertise", "media_plan", "timetable", "family_said"],
        plain=["version", "agreed_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["review", "version"], name="panel_terms_version_once")]

    def __str__(self) -> str:
        return f"terms {self.version} of {self.review_id}"


class KeyLine(InCompartment):
    """One key line of enquiry: what agencies are asked, and what the report has to answer."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT, related_name="key_lines")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    field_classes = classed(sensitive=["text"], plain=["number"])

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "number"], name="panel_key_line_numbered_once")
        ]

    def __str__(self) -> str:
        return f"key line {self.number}"


class Meeting(InCompartment):
    """A meeting of the panel. `sequence` counts its changes, as calendars do (RFC 5545, SEQUENCE)."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    cancelled_on = models.DateField(null=True)
    cancelled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        sensitive=["purpose", "place"], plain=["starts_at", "ends_at", "sequence", "cancelled_on"]
    )

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "starts_at"],
                condition=Q(cancelled_on=None),
                name="panel_one_meeting_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="panel_meeting_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancelled_by=None)
                | Q(cancelled_on__isnull=False, cancelled_by__isnull=False),
                name="panel_meeting_cancelled_by_somebody",
            ),
        ]

    @property
    def is_past(self) -> bool:
        """Whether it has begun."""
        return self.starts_at <= now()

    @property
    def is_today_or_past(self) -> bool:
        """Whether minutes of it can be there."""
        return localdate(self.starts_at) <= localdate()

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class Paper(InCompartment):
    """A file for the panel: an agenda, the minutes, or a paper to read."""

    class Kinds(models.TextChoices):
        AGENDA = "agenda", "Agenda"
        MINUTES = "minutes", "Minutes"
        PAPER = "paper", "Paper"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10, choices=Kinds)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["kind"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
