"""Drafts with their sections, and what the report finds: lessons, recommendations and the plan of actions.

Fields of the action plan: journey.md, "The papers" (multi-agency statutory guidance, action plan template).
"""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.report.blocks import Block, blocks
from illuminate.journey.reviews.models import Review


class Draft(InCompartment):
    """One version of the overview report or of its summary. Never changed: a new version follows."""

    class Kind(models.TextChoices):
        OVERVIEW = "overview", "Overview report"
        SUMMARY = "summary", "Executive summary"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    version = models.PositiveIntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    uploaded_on = models.DateField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["kind", "version", "digest", "uploaded_on"])

    class Meta:
        ordering = ["kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["review", "kind", "version"], name="draft_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.version}"


class DraftSection(InCompartment):
    """A part of a draft, for reading in the page."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="sections")
    number = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    heading = models.TextField()
    text = models.TextField(blank=True)

    field_classes = classed(sensitive=["heading", "text"], plain=["number", "level"])

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_section_once")]

    @property
    def blocks(self) -> list[Block]:
        return blocks(self.text)

    def __str__(self) -> str:
        return f"section {self.number}"


class Finding(InCompartment):
    """What lessons, recommendations and actions share: a place in the list, and a count of changes.

    `revision` tells two people who change the same one from one another; `taken_out_at` keeps what was dropped.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(default=1)
    taken_out_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["number"]


FINDING_PLAIN = ["number", "revision", "taken_out_at"]


class Lesson(Finding):
    """Something that the review teaches."""

    title = models.CharField(max_length=200)
    text = models.TextField()

    field_classes = classed(sensitive=["title", "text"], plain=FINDING_PLAIN)

    class Meta(Finding.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], condition=Q(taken_out_at=None), name="lesson_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"Lesson {self.number}"


class Recommendation(Finding):
    """What somebody should do so that the lessons change something."""

    class Scope(models.TextChoices):
        LOCAL = "local", "Local"
        REGIONAL = "regional", "Regional"
        NATIONAL = "national", "National"

    text = models.TextField()
    scope = models.CharField(max_length=10, choices=Scope)
    lead_organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    lead_name = models.CharField(max_length=200, blank=True)
    target_date = models.DateField(null=True)
    expected_change = models.TextField(blank=True)
    lessons = models.ManyToManyField(Lesson, through="LessonAnswered", related_name="recommendations")

    field_classes = classed(
        sensitive=["text", "expected_change"], plain=["scope", "lead_name", "target_date", *FINDING_PLAIN]
    )

    class Meta(Finding.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], condition=Q(taken_out_at=None), name="recommendation_number_once"
            )
        ]

    @property
    def lead(self) -> str:
        """Whoever is asked to carry it out; empty when nobody is named yet."""
        return self.lead_organisation.name if self.lead_organisation else self.lead_name

    def __str__(self) -> str:
        return f"Recommendation {self.number}"


class LessonAnswered(InCompartment):
    """A recommendation answers a lesson."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="+")

    field_classes = classed()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "lesson"], name="lesson_answered_once")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} answers {self.lesson_id}"


class PlannedAction(Finding):
    """One step by which a recommendation is carried out. `owner` is a post, never a person's name."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="actions")
    text = models.TextField()
    owner = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    milestones = models.TextField(blank=True)
    target_date = models.DateField(null=True)

    field_classes = classed(sensitive=["text", "milestones"], plain=["owner", "target_date", *FINDING_PLAIN])

    class Meta(Finding.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "number"], condition=Q(taken_out_at=None), name="action_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"Action {self.recommendation.number}.{self.number}"
