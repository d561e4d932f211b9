"""The plan carried out: an action in its owner's hands, its progress and evidence, how it ended, what is public of it.

Everything lies in the compartment of the organisation that owns the action, so its lead sees no more of the review
than what they need (journey.md, "Action plan").
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.improvement.choices import COLOURS, Outcome, Status
from illuminate.journey.report.models import PlannedAction
from illuminate.journey.reviews.models import Review


class FollowUp(InCompartment):
    """An action of the plan, handed over. What its lead needs of the plan is copied: they can't see the rest.

    Without an organisation it was sent to an `addressee` who has no account here, such as a government department.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    action = models.OneToOneField(PlannedAction, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recommendation_number = models.PositiveIntegerField()
    action_number = models.PositiveIntegerField()
    recommendation_text = models.TextField()
    action_text = models.TextField()
    owner = models.CharField(max_length=200)
    milestones = models.TextField(blank=True)
    scope = models.CharField(max_length=10)
    target_date = models.DateField(null=True)
    expected_change = models.TextField(blank=True)
    handed_on = models.DateField()
    handed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status, default=Status.NOT_STARTED)
    sent_on = models.DateField(null=True)
    acknowledged_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)

    field_classes = classed(
        sensitive=["recommendation_text", "action_text", "milestones", "expected_change", "answer", "status"],
        plain=["addressee", "recommendation_number", "action_number", "owner", "scope", "target_date", "handed_on",
               "sent_on", "acknowledged_on", "answered_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["recommendation_number", "action_number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, addressee="")
                | (Q(organisation=None, lead=None) & ~Q(addressee="")),
                name="followed_by_an_organisation_or_sent_to_an_addressee",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="answer_has_its_day",
            ),
        ]

    @property
    def number(self) -> str:
        return f"{self.recommendation_number}.{self.action_number}"

    @property
    def holder(self) -> str:
        """Who has it: the post and its organisation, or the addressee."""
        return f"{self.owner}, {self.organisation.name}" if self.organisation else self.addressee

    @property
    def closure(self) -> "Closure | None":
        """How it ended; None while it is open. Read `closures` with it."""
        return next((one for one in self.closures.all() if one.reopened_on is None), None)

    @property
    def due_passes(self) -> bool:
        """Whether its day still means something: nothing is overdue that is done."""
        return self.closure is None and self.status != Status.COMPLETE

    def is_overdue(self, today: date) -> bool:
        """Its day has passed, and its lead has not said that it is done."""
        late = self.target_date is not None and self.target_date < today
        return late and self.due_passes

    def state(self, today: date) -> tuple[str, str]:
        """How it stands, in words and with a colour."""
        if self.closure:
            return self.closure.get_outcome_display(), COLOURS[Outcome(self.closure.outcome)]
        if self.is_overdue(today):
            return "Overdue", "red"
        if self.status == Status.COMPLETE:
            return "To be closed", COLOURS[Status.COMPLETE]
        return self.get_status_display(), COLOURS[Status(self.status)]

    def __str__(self) -> str:
        return f"Action {self.number}"


class Progress(InCompartment):
    """What was done by a day, as the lead says. Never changed: the newest one counts."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, related_name="progress")
    status = models.CharField(max_length=12, choices=Status)
    text = models.TextField()
    happened_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["status", "text"], plain=["happened_on"])

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]

    def __str__(self) -> str:
        return f"progress {self.pk}"


class Evidence(InCompartment):
    """A file that shows progress. It stays inside: nothing of it is ever public."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, related_name="evidence")
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    field_classes = classed()

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"evidence {self.pk}"


class Closure(InCompartment):
    """How an action ended: with its outcome, and evidence seen or an explanation. Reopening keeps it on record."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, related_name="closures")
    outcome = models.CharField(max_length=10, choices=Outcome)
    account = models.TextField()
    evidence_seen = models.BooleanField()
    explanation = models.TextField(blank=True)
    closed_on = models.DateField()
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reopened_on = models.DateField(null=True)
    reopened_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reopened_why = models.TextField(blank=True)

    field_classes = classed(
        sensitive=["outcome", "account", "explanation", "reopened_why"],
        plain=["evidence_seen", "closed_on", "reopened_on"],
    )

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up"], condition=Q(reopened_on=None), name="action_closed_once"
            ),
            models.CheckConstraint(
                condition=Q(evidence_seen=True) | ~Q(explanation=""),
                name="closed_with_evidence_or_explanation",
            ),
            models.CheckConstraint(
                condition=Q(reopened_on=None, reopened_by=None, reopened_why="")
                | (Q(reopened_on__isnull=False, reopened_by__isnull=False) & ~Q(reopened_why="")),
                name="action_reopened_by_somebody_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"closure {self.pk}"


class PublicStatement(InCompartment):
    """A few words on progress, for the public page. Frozen by the SHA-256 of its text, and never changed.

    Somebody who didn't write it confirms that it identifies nobody; only then it can be published.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, related_name="statements")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    said_on = models.DateField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_on = models.DateField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    dropped_on = models.DateField(null=True)
    dropped_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        sensitive=["text"], plain=["digest", "said_on", "confirmed_on", "released_on", "dropped_on"]
    )

    class Meta:
        ordering = ["-said_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "digest"], condition=Q(dropped_on=None), name="statement_said_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("written_by")),
                name="statement_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on=None, confirmed_by=None)
                | Q(confirmed_on__isnull=False, confirmed_by__isnull=False),
                name="statement_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(released_on=None, released_by=None)
                | Q(released_on__isnull=False, released_by__isnull=False, confirmed_on__isnull=False),
                name="statement_released_after_confirmation",
            ),
        ]

    def __str__(self) -> str:
        return f"statement {self.pk}"
