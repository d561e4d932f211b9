"""The partnership's decision, limb by limb, and what the Home Office and the family are told of it."""

from django.db import models

from illuminate.foundation.access.fields import EncryptedDateField, EncryptedTextField
from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.documents.models import Document
from illuminate.journey.intake import choices
from illuminate.journey.reviews.models import Review


class Decision(InCompartment):
    """Whether there is a review, with reasons (journey.md, "Decision record"). One a review; never changed.

    `why_nobody_knew` and `what_family_knew` are asked first where "no agency knew them" is a reason for no.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=choices.Outcome)
    facts = EncryptedTextField()
    charges = EncryptedTextField()
    consulted = EncryptedTextField()
    reasons = EncryptedTextField()
    alternatives = EncryptedTextField()
    why_nobody_knew = EncryptedTextField()
    what_family_knew = EncryptedTextField()
    why_without_scoping = EncryptedTextField()
    test_reads = models.CharField(max_length=7, choices=Answer)
    happened_on = models.DateField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=[
            "facts", "charges", "consulted", "reasons", "alternatives", "why_nobody_knew", "what_family_knew",
            "why_without_scoping",
        ],
        sensitive=["outcome", "test_reads"],
        plain=["happened_on"],
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review"], name="decided_once")]

    @property
    def decided_on(self) -> object:
        return self.happened_on

    def __str__(self) -> str:
        return f"decision {self.pk}"


class LimbFinding(InCompartment):
    """One limb of the legal test, with its evidence. `limb` is a code of the review's edition."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="limbs")
    limb = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    met = models.CharField(max_length=7, choices=Answer)
    evidence = EncryptedTextField()

    field_classes = classed(identifying=["evidence"], sensitive=["met"], plain=["limb", "position"])

    class Meta:
        ordering = ["decision", "position"]
        constraints = [models.UniqueConstraint(fields=["decision", "limb"], name="limb_found_once")]

    def __str__(self) -> str:
        return f"limb finding {self.pk}"


class FamilyLetter(InCompartment):
    """That the family were told in writing: when and how. Their answers belong to the family's own pages."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=10, choices=choices.ToldOf)
    happened_on = models.DateField()
    how = models.CharField(max_length=20, choices=choices.HowTold)
    to_whom = EncryptedTextField()
    note = EncryptedTextField()
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["to_whom", "note"], sensitive=["about", "how"], plain=["happened_on"]
    )

    class Meta:
        ordering = ["happened_on", "recorded_at"]

    def __str__(self) -> str:
        return f"family letter {self.pk}"


class HomeOfficeNotice(InCompartment):
    """What the Home Office was told: a copy without names, in the Home Office's own compartment.

    It repeats what its readers need, because they see neither the review nor the decision.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=choices.Outcome)
    aware_on = models.DateField()
    died_from = EncryptedDateField()
    died_until = EncryptedDateField()
    facts = EncryptedTextField()
    charges = EncryptedTextField()
    reasons = EncryptedTextField()
    why_nobody_knew = EncryptedTextField()
    what_family_knew = EncryptedTextField()
    decided_on = models.DateField()
    sent_on = models.DateField()
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=[
            "died_from", "died_until", "facts", "charges", "reasons", "why_nobody_knew", "what_family_knew",
        ],
        sensitive=["outcome"],
        plain=["aware_on", "decided_on", "sent_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["sent_on", "recorded_at"]
        constraints = [models.UniqueConstraint(fields=["review"], name="home_office_told_once")]

    def __str__(self) -> str:
        return f"Home Office notice {self.pk}"


class HomeOfficeAnswer(InCompartment):
    """What the Home Office says to a decision not to review: accepted, asked for, or directed under s.9(2)."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    notice = models.OneToOneField(HomeOfficeNotice, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=choices.AnswerOutcome)
    reasons = EncryptedTextField()
    happened_on = models.DateField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", null=True)

    field_classes = classed(identifying=["reasons"], sensitive=["outcome"], plain=["happened_on"])

    @property
    def answered_on(self) -> object:
        return self.happened_on

    def __str__(self) -> str:
        return f"Home Office answer {self.pk}"
