"""What the machine was asked to do with a file, so that nobody need wait for it."""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity.rounds import Round
from illuminate.journey.reviews.models import Review


class MachineWork(InCompartment):
    """One piece of the machine's work on one file, in the core. A copy is made of the decisions in a `machine_check`.

    `begun` counts how often it began, so that a file that ends the worker every time is given up. `is_done` or
    `failed` says how it ended; `why_not` is the sentence that says why it failed.
    """

    class Kind(models.TextChoices):
        LOOK = "look", "Look at the file"
        COPY = "copy", "Make its pseudonymised copy"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    round = models.CharField(max_length=10, choices=Round)
    kind = models.CharField(max_length=10, choices=Kind)
    machine_check = models.ForeignKey(
        "anonymity.MachineCheck", null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField(null=True)
    is_done = models.BooleanField(default=False)
    failed = models.BooleanField(default=False)
    why_not = EncryptedTextField(default=None, null=True)

    field_classes = classed(
        identifying=["why_not"],
        plain=["digest", "round", "kind", "asked_on", "begun", "began_at", "is_done", "failed"],
    )

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "digest", "kind"], condition=Q(is_done=False, failed=False),
                name="machine_work_once",
            ),
            models.CheckConstraint(condition=Q(is_done=False) | Q(failed=False), name="machine_work_one_end"),
        ]  # fmt: skip

    @property
    def is_waiting(self) -> bool:
        return not (self.is_done or self.failed)

    def __str__(self) -> str:
        return f"machine work {self.pk}"


class Copy(InCompartment):
    """The pseudonymised copy of a file: a file of its own, whose bytes need their own checks. It lies in the core.

    `removed` says in words what was taken out beside the names, one sentence a line; `replaced` counts places;
    `found` and `unread` count what the machine's last look at the copy still pointed to, or could not read.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    machine_check = models.ForeignKey(
        "anonymity.MachineCheck", on_delete=models.PROTECT, related_name="copies"
    )
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    engine = models.CharField(max_length=120)
    replaced = models.PositiveIntegerField()
    removed = models.TextField(blank=True)
    found = models.PositiveIntegerField()
    unread = models.PositiveIntegerField()
    made_on = models.DateField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        sensitive=["removed"], plain=["digest", "engine", "replaced", "found", "unread", "made_on"]
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"copy {self.pk}"
