"""Checks of a file's anonymity: the machine's findings, the people asked, and their verdicts.

Everything binds to the SHA-256 of the bytes: any other bytes need new checks (anonymisation.md, "Two people").
"""

import json
from typing import Any

from django.db import models

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.reviews.models import Review


class Round(models.TextChoices):
    """When a file is checked: before the Home Office reads it, and again before the public does."""

    SUBMISSION = "submission", "Before submission"
    FINAL = "final", "Before publication"


NEEDED = {Round.SUBMISSION: 1, Round.FINAL: 2}


class MachineCheck(InCompartment):
    """What the machine found in one file. It lies in the core, with the register: `report` carries real names.

    `failure` says why it could not be done; then nothing passes. `register_mark` changes with the register, so that
    a name added later makes the check old.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    round = models.CharField(max_length=10, choices=Round)
    report = EncryptedTextField()
    finding_count = models.PositiveIntegerField()
    unread_count = models.PositiveIntegerField()
    failure = models.TextField(blank=True)
    register_mark = models.CharField(max_length=64)
    ran_on = models.DateField()
    ran_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["report"],
        sensitive=["failure", "register_mark"],
        plain=["digest", "round", "finding_count", "unread_count", "ran_on"],
    )

    class Meta:
        ordering = ["-recorded_at"]
        indexes = [models.Index(fields=["review", "digest"], name="machine_by_digest")]

    @property
    def is_clean(self) -> bool:
        """Nothing found, everything read, nothing failed."""
        return not (self.failure or self.finding_count or self.unread_count)

    def items(self) -> list[dict[str, Any]]:
        """Every finding and every part that nobody could read, numbered from 1 in the order of the file."""
        found: list[dict[str, Any]] = json.loads(self.report or "[]")
        return [{**item, "number": number} for number, item in enumerate(found, 1)]

    def __str__(self) -> str:
        return f"machine check {self.pk}"


class Settlement(InCompartment):
    """What was decided about one thing that the machine found: it goes in a new version, or it stays and why."""

    class Outcome(models.TextChoices):
        CHANGE = "change", "To be changed in a new version"
        KEEP = "keep", "Stays as it is"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    machine_check = models.ForeignKey(MachineCheck, on_delete=models.PROTECT, related_name="settlements")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = EncryptedTextField()
    settled_on = models.DateField()
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["reason"], plain=["number", "outcome", "settled_on"])

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["machine_check", "number"], name="finding_settled_once")
        ]

    def __str__(self) -> str:
        return f"settlement {self.number} of {self.machine_check_id}"


class Check(InCompartment):
    """One person asked to check one file in one round. Whether they have answered stands with their verdict only.

    `machine` holds counts of the machine's findings when they were asked; panel members don't see the findings.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    round = models.CharField(max_length=10, choices=Round)
    checker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    machine = models.JSONField(default=dict)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["digest", "round", "machine", "asked_on"])

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "digest", "round", "checker"], name="checker_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"check {self.pk}"


class Verdict(InCompartment):
    """What one checker says, once. The database hides it from the other checker until theirs is given.

    `note` says where something was found, so it may hold a name.
    """

    class Answer(models.TextChoices):
        CLEAN = "clean", "Nothing identifies anybody"
        NOT_CLEAN = "not_clean", "Something identifies somebody"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    check_asked = models.OneToOneField(Check, on_delete=models.PROTECT, related_name="given")
    verdict = models.CharField(max_length=10, choices=Answer)
    note = EncryptedTextField()
    given_on = models.DateField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["note"], sensitive=["verdict"], plain=["given_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"verdict {self.pk}"
