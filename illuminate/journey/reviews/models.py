"""A review and where it stands."""

import secrets
from datetime import date

from django.db import models

from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.journey.reviews.lifecycle import Stage

STAGES = [(stage.value, stage.value) for stage in Stage]


def new_slug() -> str:
    """An address that tells nothing and can't be guessed."""
    return secrets.token_hex(8)


class Review(InCompartment):
    """A Domestic Homicide Review, from the notification on.

    It lies in the panel's compartment: core and panel see it, an agency or the notifying force does not.
    `label`, `regime` and `edition` are held per review, because the law's name for it and the guidance change.
    """

    slug = models.CharField(max_length=20, unique=True, default=new_slug)
    reference = models.CharField(max_length=40, unique=True)
    code_word = models.CharField(max_length=40)
    pseudonym = models.CharField(max_length=80, blank=True)
    label = models.CharField(max_length=80, default="Domestic Homicide Review")
    regime = models.CharField(
        max_length=120, default="section 9, Domestic Violence, Crime and Victims Act 2004"
    )
    edition = models.CharField(max_length=20, default="2016-12")
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=20, choices=STAGES, default=Stage.NOTIFIED)
    stage_since = models.DateField()
    notified_on = models.DateField()

    field_classes = classed(
        sensitive=["stage"],
        plain=["slug", "reference", "code_word", "pseudonym", "label", "regime", "edition", "stage_since",
               "notified_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["notified_on", "reference"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stage__in=[stage.value for stage in Stage]), name="review_stage_known"
            )
        ]

    @property
    def review_id(self) -> object:
        """A review is its own review: audit and encryption ask every row."""
        return self.pk

    @property
    def title(self) -> str:
        """What the review is called: the agreed pseudonym, until then its code word. Never a real name."""
        return self.pseudonym or self.code_word

    def days_in_stage(self, today: date) -> int:
        return (today - self.stage_since).days

    def __str__(self) -> str:
        return self.reference


class StageMove(InCompartment):
    """One step of a review's life. Written by the database function that moves it, never changed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="moves")
    from_stage = models.CharField(max_length=20, blank=True)
    to_stage = models.CharField(max_length=20, choices=STAGES)
    happened_on = models.DateField()
    reason = models.TextField(blank=True)
    moved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["reason", "from_stage", "to_stage"], plain=["happened_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"{self.from_stage} → {self.to_stage}"
