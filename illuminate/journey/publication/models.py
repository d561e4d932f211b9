"""What is frozen for publication, who agreed to it and when it is released; and the public copies.

The gate opens for exact bytes only (journey.md, "Confidential, then public").
"""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.publication.kinds import FileKind
from illuminate.journey.publication.models_released import (
    ReleasedAction,
    ReleasedFile,
    ReleasedLesson,
    ReleasedRecommendation,
    ReleasedReport,
    ReleasedStatement,
    ReleasedWithdrawal,
)
from illuminate.journey.reviews.models import Review, StageMove

__all__ = [
    "Approval", "FileKind", "FrozenFile", "FrozenReport", "PublicationDate", "Release", "ReleasedAction",
    "ReleasedFile", "ReleasedLesson", "ReleasedRecommendation", "ReleasedReport", "ReleasedStatement",
    "ReleasedWithdrawal",
]  # fmt: skip


class FrozenReport(InCompartment):
    """The files that are to be published, as they are. It lies with the panel, so that panel members can check it.

    `digest` is the SHA-256 over the sorted lines "digest  kind" of its files; approvals and verdicts bind to it.
    `allowed_by` is the step by which the Home Office agreed: a report that was opened again is frozen again.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    died = models.CharField(max_length=40)
    summary = models.TextField()
    allowed_by = models.ForeignKey(StageMove, on_delete=models.PROTECT, related_name="+")
    frozen_on = models.DateField()
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    field_classes = classed(
        sensitive=["died", "summary"], plain=["number", "digest", "frozen_on", "replaced_at"]
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="frozen_number_once"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(replaced_at=None), name="frozen_one_stands"
            ),
        ]

    def __str__(self) -> str:
        return f"frozen report {self.number}"


class FrozenFile(InCompartment):
    """One file of a frozen report."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    frozen = models.ForeignKey(FrozenReport, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=12, choices=FileKind)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)

    field_classes = classed(plain=["kind", "digest"])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["frozen", "kind"], name="frozen_file_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.frozen_id}"


class Approval(InCompartment):
    """The chair of the partnership agrees to the publication of one digest, and of no other."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    frozen = models.OneToOneField(FrozenReport, on_delete=models.PROTECT, related_name="approval")
    digest = models.CharField(max_length=64)
    approved_on = models.DateField()
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["digest", "approved_on"])

    def __str__(self) -> str:
        return f"approval of {self.frozen_id}"


class PublicationDate(InCompartment):
    """The day chosen for publication; a later choice replaces it.

    `despite` says why a day was chosen on which somebody close to the person asked to be left in peace.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    publish_on = models.DateField()
    despite = models.TextField(blank=True)
    chosen_on = models.DateField()
    chosen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    field_classes = classed(sensitive=["publish_on", "despite"], plain=["chosen_on", "replaced_at"])

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(replaced_at=None), name="publication_date_one_stands"
            )
        ]

    def __str__(self) -> str:
        return f"publication date {self.pk}"


class Release(InCompartment):
    """A report was made public: these bytes, at this public address. Taken down, it stays on record."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    frozen = models.OneToOneField(FrozenReport, on_delete=models.PROTECT, related_name="release")
    digest = models.CharField(max_length=64)
    slug = models.SlugField(max_length=120)
    released_on = models.DateField()
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_down_on = models.DateField(null=True)
    taken_down_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_down_why = models.TextField(blank=True)

    field_classes = classed(
        sensitive=["taken_down_why"], plain=["digest", "slug", "released_on", "taken_down_on"]
    )

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["review"], condition=Q(taken_down_on=None), name="released_once"),
            models.CheckConstraint(
                condition=Q(taken_down_on=None, taken_down_by=None, taken_down_why="")
                | (Q(taken_down_on__isnull=False, taken_down_by__isnull=False) & ~Q(taken_down_why="")),
                name="taken_down_by_somebody_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.pk}"
