"""Public copies: what anybody may read. They lie in no compartment and point at nothing inside.

The library's login reads these tables and no other. Rows are written at the release and taken out at a takedown.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from illuminate.foundation.database.classes import classed
from illuminate.journey.publication.kinds import PUBLISHED, FileKind


class ReleasedReport(models.Model):
    """A published report: what its page says of it, and its words for the search."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=80)
    label = models.CharField(max_length=80)
    partnership = models.CharField(max_length=200)
    region = models.CharField(max_length=60, blank=True)
    died = models.CharField(max_length=40)
    summary = models.TextField()
    published_on = models.DateField()
    year = models.PositiveSmallIntegerField()
    search = SearchVectorField(null=True)

    field_classes = classed(
        plain=[
            "slug",
            "title",
            "label",
            "partnership",
            "region",
            "died",
            "summary",
            "published_on",
            "year",
            "search",
        ]
    )

    class Meta:
        db_table = "publication_released_report"
        ordering = ["-published_on", "title"]
        indexes = [
            GinIndex(fields=["search"], name="released_by_words"),
            models.Index(fields=["-published_on"], name="released_by_day"),
        ]

    def __str__(self) -> str:
        return self.title


class ReleasedFile(models.Model):
    """A file to download. Its bytes lie in the released store under their digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(ReleasedReport, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=12, choices=FileKind)
    name = models.CharField(max_length=160)
    digest = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=120)

    field_classes = classed(plain=["kind", "name", "digest", "size", "content_type"])

    class Meta:
        db_table = "publication_released_file"
        constraints = [models.UniqueConstraint(fields=["report", "kind"], name="released_file_once")]

    @property
    def place(self) -> int:
        """Where it stands in the list of files."""
        return PUBLISHED.index(FileKind(self.kind))

    @property
    def ending(self) -> str:
        return self.name.rsplit(".", 1)[-1].upper()

    def __str__(self) -> str:
        return self.name


class ReleasedLesson(models.Model):
    """A lesson of a published report."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(ReleasedReport, on_delete=models.CASCADE, related_name="lessons")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()

    field_classes = classed(plain=["number", "title", "text"])

    class Meta:
        db_table = "publication_released_lesson"
        ordering = ["number"]

    def __str__(self) -> str:
        return f"Lesson {self.number}"


class ReleasedRecommendation(models.Model):
    """A recommendation of a published report; `lesson_numbers` are the lessons that it answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(ReleasedReport, on_delete=models.CASCADE, related_name="recommendations")
    number = models.PositiveIntegerField()
    text = models.TextField()
    scope = models.CharField(max_length=20)
    lead = models.CharField(max_length=200, blank=True)
    target_date = models.DateField(null=True)
    expected_change = models.TextField(blank=True)
    lesson_numbers = ArrayField(models.PositiveIntegerField(), default=list)

    field_classes = classed(
        plain=["number", "text", "scope", "lead", "target_date", "expected_change", "lesson_numbers"]
    )

    class Meta:
        db_table = "publication_released_recommendation"
        ordering = ["number"]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"


class ReleasedAction(models.Model):
    """An action of the published plan. `owner` is a post, never a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recommendation = models.ForeignKey(
        ReleasedRecommendation, on_delete=models.CASCADE, related_name="actions"
    )
    number = models.PositiveIntegerField()
    text = models.TextField()
    owner = models.CharField(max_length=420)
    target_date = models.DateField(null=True)

    field_classes = classed(plain=["number", "text", "owner", "target_date"])

    class Meta:
        db_table = "publication_released_action"
        ordering = ["number"]

    def __str__(self) -> str:
        return f"Action {self.number}"


class ReleasedStatement(models.Model):
    """What has been done since: a public statement about an action, frozen by the SHA-256 of its text."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ReleasedAction, on_delete=models.CASCADE, related_name="statements")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    said_on = models.DateField()

    field_classes = classed(plain=["text", "digest", "said_on"])

    class Meta:
        db_table = "publication_released_statement"
        ordering = ["said_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["action", "digest"], name="released_statement_once")]

    def __str__(self) -> str:
        return f"statement {self.pk}"


class ReleasedWithdrawal(models.Model):
    """A report that was taken down, where the partnership chose that its old address says so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    withdrawn_on = models.DateField()

    field_classes = classed(plain=["slug", "withdrawn_on"])

    class Meta:
        db_table = "publication_released_withdrawal"

    def __str__(self) -> str:
        return self.slug
