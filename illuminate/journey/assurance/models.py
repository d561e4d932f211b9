"""Sign-off by the partnership, submission to the Home Office, its letter with its points, and the answers."""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.reviews.models import Review


class SignOff(InCompartment):
    """The partnership accepts the report: these bytes of the overview report and of the summary.

    `withdrawn_on` says that the report went back to drafting; then it no longer counts.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    overview_digest = models.CharField(max_length=64)
    summary_digest = models.CharField(max_length=64)
    statement = models.TextField(blank=True)
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_why = models.TextField(blank=True)

    field_classes = classed(
        sensitive=["statement", "withdrawn_why"],
        plain=["overview_digest", "summary_digest", "signed_on", "withdrawn_on"],
    )

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(withdrawn_on=None), name="sign_off_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | ~Q(withdrawn_why=""), name="sign_off_withdrawn_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"sign-off of {self.signed_on}"


class Submission(InCompartment):
    """The report as it was sent to the Home Office; each resubmission is another one."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    submitted_on = models.DateField()
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    field_classes = classed(sensitive=["note"], plain=["number", "submitted_on"])

    class Meta:
        ordering = ["submitted_on", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="submission_number_once")]

    def __str__(self) -> str:
        return f"submission {self.number}"


class SubmittedDocument(InCompartment):
    """A file of a submission, in the Home Office's compartment."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=10)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["kind"])

    class Meta:
        ordering = ["kind"]

    def __str__(self) -> str:
        return f"{self.kind} of submission {self.submission_id}"


class Outcome(InCompartment):
    """What the Quality Assurance Panel's letter says of a submission."""

    class Result(models.TextChoices):
        PUBLISH = "publish", "Publish"
        CHANGES = "changes", "Publish after changes"
        RESUBMIT = "resubmit", "Send it again"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="outcome")
    result = models.CharField(max_length=10, choices=Result)
    letter_on = models.DateField()
    letter = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["result"], plain=["letter_on"])

    @property
    def wants_changes(self) -> bool:
        return self.result != self.Result.PUBLISH

    def __str__(self) -> str:
        return f"outcome of submission {self.submission_id}"


class Point(InCompartment):
    """One point of the letter."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    field_classes = classed(sensitive=["text"], plain=["number"])

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["outcome", "number"], name="point_number_once")]

    def __str__(self) -> str:
        return f"point {self.number}"


class PointAnswer(InCompartment):
    """The answer to a point: in the core until the report is sent again, then in the Home Office's compartment."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    point = models.OneToOneField(Point, on_delete=models.PROTECT, related_name="answer")
    where = models.CharField(max_length=200)
    text = models.TextField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()

    field_classes = classed(sensitive=["where", "text"], plain=["answered_on"])

    def __str__(self) -> str:
        return f"answer to point {self.point_id}"
