"""What comparing the entries found, how it was settled, and what people have marked.

A finding crosses agencies' sealed parts, so it lies in the analysis' own compartment (coordinator, independent chair,
report author) until every entry that it is about has been released to the panel; then it moves to the panel's.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.journey.reviews.models import Review


class FindingKind(models.TextChoices):
    SAME_EVENT = "same_event", "Told by several agencies"
    CONFLICT = "conflict", "Accounts differ"
    ONE_SIDED = "one_sided", "Sent, with no receipt on record"
    SILENCE = "silence", "A long silence"
    ORDER = "order", "Dates out of order"


class State(models.TextChoices):
    OPEN = "open", "Open"
    ASKED = "asked", "Agency asked"
    SETTLED = "settled", "Settled"


class Decision(models.TextChoices):
    SAME = "same", "The same event"
    NOT_SAME = "not_same", "Not the same event"
    NOTED = "noted", "Noted"
    EXPLAINED = "explained", "Explained"
    ASKED = "asked", "The agency was asked"
    REOPENED = "reopened", "Opened again"


class MarkKind(models.TextChoices):
    KEY_EPISODE = "key_episode", "Key episode"
    MISSED_OPPORTUNITY = "missed_opportunity", "Missed opportunity"
    GOOD_PRACTICE = "good_practice", "Good practice"


class Comparison(InCompartment):
    """How far comparing a review's entries has come. `asked` counts the reasons to compare, `compared` those done."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="+")
    asked = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    entry_count = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)

    field_classes = classed(
        plain=["asked", "compared", "entry_count", "began_at", "finished_at", "failed"],
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(compared__lte=F("asked")), name="comparison_not_ahead_of_what_was_asked"
            )
        ]

    @property
    def is_done(self) -> bool:
        return self.compared == self.asked

    def __str__(self) -> str:
        return f"comparison {self.pk}"


class Finding(InCompartment):
    """A question that the entries raise: never a fault until it has been settled (look.md, no. 3).

    `entries` are the entries' identities, `agencies` the organisations whose entries they are. `key` says which
    question it is, so that the same one is known again when the entries are compared anew. `revision` grows with each
    settlement: who settles an older one is told. `grown` means that entries have come to it since it was settled;
    `gone_at` that the entries, as they are now, no longer raise it.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=12, choices=FindingKind)
    entries = ArrayField(models.UUIDField())
    agencies = ArrayField(models.UUIDField())
    why = models.TextField()
    confidence = models.FloatField(null=True)
    field = models.CharField(max_length=30, blank=True)
    expected_agency = models.TextField(blank=True)
    agency = models.TextField(blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    first_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    revision = models.PositiveIntegerField(default=0)
    grown = models.BooleanField(default=False)
    gone_at = models.DateTimeField(null=True)

    field_classes = classed(
        sensitive=["why", "field", "expected_agency", "agency", "starts_on", "ends_on", "first_on"],
        plain=[
            "key", "kind", "entries", "agencies", "confidence", "state", "decision", "revision", "grown", "gone_at",
        ],
    )  # fmt: skip

    class Meta:
        ordering = ["first_on", "kind", "key"]
        constraints = [
            models.UniqueConstraint(fields=["review", "key"], name="finding_once"),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, decision="") | ~Q(state=State.OPEN) & ~Q(decision=""),
                name="finding_settled_by_a_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"finding {self.pk}"


class Settlement(InCompartment):
    """One decision about a finding, with its reason. It is never changed: the next one follows it.

    `taken_right` is the identity of the entry that is taken as right in a conflict; without it that is unknown.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="settlements")
    decision = models.CharField(max_length=10, choices=Decision)
    note = EncryptedTextField()
    taken_right = models.UUIDField(null=True)
    question = models.UUIDField(null=True)
    settled_on = models.DateField()
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["note"], plain=["decision", "taken_right", "question", "settled_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"settlement {self.pk}"


class Mark(InCompartment):
    """What somebody sees in an entry: a key episode, a missed opportunity or good practice, and why.

    It holds on to the entry's identity, so it stays when the agency sends its file again.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    entry = models.UUIDField()
    kind = models.CharField(max_length=20, choices=MarkKind)
    note = EncryptedTextField()
    revision = models.PositiveIntegerField(default=1)
    marked_on = models.DateField()
    marked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["note"], plain=["entry", "kind", "revision", "marked_on", "ended_on"]
    )

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "entry", "kind"], condition=Q(ended_on=None), name="mark_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None) | Q(ended_on__isnull=False, ended_by__isnull=False),
                name="mark_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"mark {self.pk}"
