"""The draft as it was given to somebody to read, what they wrote beside it, and what they were answered."""

from django.db import models
from django.utils.timezone import localdate

from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.journey.involvement import choices
from illuminate.journey.report.blocks import Block, blocks
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.models import Review


class DraftReading(InCompartment):
    """One version of a draft, copied for one relative, with time to read it.

    The draft itself lies in the panel's compartment, which the family can't see.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.ForeignKey("involvement.Relative", on_delete=models.PROTECT, related_name="readings")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Draft.Kind)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    given_on = models.DateField()
    until = models.DateField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    finished_on = models.DateField(null=True)

    field_classes = classed(plain=["kind", "version", "digest", "given_on", "until", "finished_on"])

    class Meta:
        ordering = ["-given_on", "-recorded_at"]
        constraints = [models.UniqueConstraint(fields=["relative", "draft"], name="draft_given_once")]

    @property
    def name(self) -> str:
        return "the report" if self.kind == Draft.Kind.OVERVIEW else "the short version of the report"

    @property
    def is_past(self) -> bool:
        return self.until < localdate()

    def __str__(self) -> str:
        return f"reading {self.pk}"


class ReadingSection(InCompartment):
    """A copy of one section, in the family's own compartment. `left_out`: its words are not for this reader."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    reading = models.ForeignKey(DraftReading, on_delete=models.PROTECT, related_name="sections")
    number = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    heading = models.TextField()
    text = models.TextField(blank=True)
    left_out = models.BooleanField(default=False)

    field_classes = classed(sensitive=["heading", "text"], plain=["number", "level", "left_out"])

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="reading_section_once")]

    @property
    def blocks(self) -> list[Block]:
        return blocks(self.text)

    def __str__(self) -> str:
        return f"section {self.number}"


class Comment(InCompartment):
    """What somebody wrote beside a section, or about the whole. Withdrawing erases the words."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    reading = models.ForeignKey(DraftReading, on_delete=models.PROTECT, related_name="comments")
    section = models.ForeignKey(ReadingSection, null=True, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField(blank=True)
    happened_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["text"], plain=["happened_on", "revision", "withdrawn_at"])

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(text=""), name="withdrawn_comment_is_empty"
            )
        ]

    @property
    def about(self) -> str:
        return self.section.heading if self.section else "The draft as a whole"

    def __str__(self) -> str:
        return f"comment {self.pk}"


class Reply(InCompartment):
    """The written answer to a comment: one, and what came of it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    comment = models.OneToOneField(Comment, on_delete=models.PROTECT, related_name="reply")
    text = models.TextField()
    outcome = models.CharField(max_length=20, choices=choices.AnswerOutcome)
    happened_on = models.DateField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["text", "outcome"], plain=["happened_on"])

    def __str__(self) -> str:
        return f"reply {self.pk}"
