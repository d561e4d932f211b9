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
from illuminate.journey.anonymity.models_work import Copy, MachineWork
from illuminate.journey.anonymity.rounds import NEEDED, Round
from illuminate.journey.reviews.models import Review

__all__ = [
    "NEEDED",
    "Check",
    "Copy",
    "KeptWords",
    "MachineCheck",
    "MachineWork",
    "ReadWords",
    "Round",
    "Settlement",
    "Verdict",
]


class MachineCheck(InCompartment):
    """What the machine found in one file. It lies in the core, with the register: `report` carries real names.

    `failure` says why it could not be done; then nothing passes. `register_mark` changes with the register, so that
    a name added later makes the check old. `risks` are words that single somebody out without a name. `engine` is the
    version that looked; it is blank where that was not kept yet. `standing` are names that stay because they are openly
    others', though a word of the register is in them. `new_count` is how many findings the look before did not have.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    round = models.CharField(max_length=10, choices=Round)
    report = EncryptedTextField()
    risks = EncryptedTextField(default=None, null=True)
    standing = EncryptedTextField(default=None, null=True)
    new_count = models.PositiveIntegerField(null=True)
    engine = models.CharField(max_length=120, blank=True)
    finding_count = models.PositiveIntegerField()
    unread_count = models.PositiveIntegerField()
    failure = models.TextField(blank=True)
    register_mark = models.CharField(max_length=64)
    ran_on = models.DateField()
    ran_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["report", "risks", "standing"],
        sensitive=["failure", "register_mark"],
        plain=["digest", "round", "engine", "finding_count", "new_count", "unread_count", "ran_on"],
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

    def singled_out(self) -> list[dict[str, str]]:
        """The words that single somebody out, each with its kind and why it tells."""
        found: list[dict[str, str]] = json.loads(self.risks or "[]")
        return found

    def openly(self) -> list[dict[str, str]]:
        """The names that stay because they are openly others', each with why."""
        found: list[dict[str, str]] = json.loads(self.standing or "[]")
        return found

    def __str__(self) -> str:
        return f"machine check {self.pk}"


class ReadWords(InCompartment):
    """The words of a file as the machine read them, part by part, so that its findings can be shown in place.

    `words` is a list of parts, each with its name, its paragraphs and what they are. It carries real names.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    machine_check = models.OneToOneField(MachineCheck, on_delete=models.PROTECT, related_name="read")
    words = EncryptedTextField()

    field_classes = classed(identifying=["words"])

    def parts(self) -> list[dict[str, Any]]:
        """Every part in the file's order."""
        found: list[dict[str, Any]] = json.loads(self.words or "[]")
        return found

    def __str__(self) -> str:
        return f"words of {self.machine_check_id}"


class Settlement(InCompartment):
    """What was decided about one thing that the machine found: it goes, and what takes its place; or it stays, and why.

    A `word` that is not given is the register's to say.
    """

    class Outcome(models.TextChoices):
        CHANGE = "change", "To be changed in a new version"
        KEEP = "keep", "Stays as it is"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    machine_check = models.ForeignKey(MachineCheck, on_delete=models.PROTECT, related_name="settlements")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    word = EncryptedTextField(default=None, null=True)
    reason = EncryptedTextField()
    settled_on = models.DateField()
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["word", "reason"], plain=["number", "outcome", "settled_on"])

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["machine_check", "number"], name="finding_settled_once")
        ]

    def __str__(self) -> str:
        return f"settlement {self.number} of {self.machine_check_id}"


class KeptWords(InCompartment):
    """Words that identify nobody wherever they stand in this review's files, and why: nobody is asked again."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    words = EncryptedTextField()
    reason = EncryptedTextField()
    kept_on = models.DateField()
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["words", "reason"], plain=["kept_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"kept words {self.pk}"


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

    `note` says where something was found, so it may hold a name. `engine` is the version that ran when it was given.
    """

    class Answer(models.TextChoices):
        CLEAN = "clean", "Nothing identifies anybody"
        NOT_CLEAN = "not_clean", "Something identifies somebody"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    check_asked = models.OneToOneField(Check, on_delete=models.PROTECT, related_name="given")
    verdict = models.CharField(max_length=10, choices=Answer)
    note = EncryptedTextField()
    engine = models.CharField(max_length=120, blank=True)
    given_on = models.DateField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["note"], sensitive=["verdict"], plain=["engine", "given_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"verdict {self.pk}"
