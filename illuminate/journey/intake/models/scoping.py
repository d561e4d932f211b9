"""Agencies are asked to secure records and to say whether they knew anyone (journey.md, "Scoping return")."""

from django.db import models

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.documents.models import Document
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.models import Review


class ScopingRequest(InCompartment):
    """One agency asked. The letter with the names is for secure sending; the e-mail carries none."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    contact_name = EncryptedTextField()
    contact_email = EncryptedTextField()
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["contact_name", "contact_email"], plain=["asked_on", "due_on"])

    class Meta:
        ordering = ["asked_on", "recorded_at"]
        constraints = [models.UniqueConstraint(fields=["review", "organisation"], name="agency_asked_once")]

    def __str__(self) -> str:
        return f"scoping request {self.pk}"


class ScopingReturn(InCompartment):
    """What an agency answered. A correction is a further version; nothing is overwritten.

    `known` sums up the subjects: yes for anyone, no for everyone, else unknown.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(ScopingRequest, on_delete=models.PROTECT, related_name="returns")
    version = models.PositiveSmallIntegerField()
    happened_on = models.DateField()
    known = models.CharField(max_length=7, choices=Answer)
    kinds = models.TextField(blank=True)
    records_secured = models.CharField(max_length=7, choices=Answer, blank=True)
    secured_where = EncryptedTextField()
    secured_by = EncryptedTextField()
    secured_on = models.DateField(null=True)
    early_learning = EncryptedTextField()
    urgent = models.CharField(max_length=7, choices=Answer, blank=True)
    urgent_action = EncryptedTextField()
    lead_contact = EncryptedTextField()
    imr_author = EncryptedTextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=[
            "secured_where", "secured_by", "early_learning", "urgent_action", "lead_contact", "imr_author",
        ],
        sensitive=["known", "kinds", "records_secured", "urgent"],
        plain=["version", "happened_on", "secured_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["request", "version"]
        constraints = [models.UniqueConstraint(fields=["request", "version"], name="return_version_once")]

    def __str__(self) -> str:
        return f"scoping return {self.pk}"


class SubjectKnown(InCompartment):
    """Whether an agency knew one subject, and from when to when, in the agency's own words."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    scoping_return = models.ForeignKey(ScopingReturn, on_delete=models.PROTECT, related_name="subjects")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    known = models.CharField(max_length=7, choices=Answer, blank=True)
    first_contact = models.CharField(max_length=120, blank=True)
    last_contact = models.CharField(max_length=120, blank=True)

    field_classes = classed(sensitive=["known", "first_contact", "last_contact"])

    class Meta:
        ordering = ["scoping_return", "recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["scoping_return", "subject"], name="subject_answered_once")
        ]

    def __str__(self) -> str:
        return f"subject known {self.pk}"
