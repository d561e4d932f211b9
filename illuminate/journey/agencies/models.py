"""What an agency is asked, and what it answers.

Questions and answers name the people of the case and of the agency, so their words are encrypted. A request and its
answers lie in the agency's own sealed compartment: that agency, the chair, the author of the
report and the coordinator. An agency's account moves to its released compartment when the chair gives it to the panel.
"""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.reviews.models import Review


def both_or_neither(day: str, person: str) -> Q:
    """When and who belong together (architecture.md, rule 9: attribution)."""
    return Q(**{f"{day}__isnull": True, f"{person}__isnull": True}) | Q(
        **{f"{day}__isnull": False, f"{person}__isnull": False}
    )


class InformationRequest(InCompartment):
    """What one agency is asked for one review, by whom, and until when.

    `chronology_on` is the day on which the agency's chronology came: the chronology's room says so here.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    wants_chronology = models.BooleanField()
    wants_imr = models.BooleanField()
    questions = EncryptedTextField()
    letter = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    chronology_on = models.DateField(null=True)

    field_classes = classed(
        identifying=["questions"],
        plain=["wants_chronology", "wants_imr", "asked_on", "due_on", "chronology_on"],
    )

    class Meta:
        ordering = ["asked_on", "recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["review", "organisation"], name="agencies_asked_once"),
            models.CheckConstraint(
                condition=Q(wants_chronology=True) | Q(wants_imr=True), name="agencies_asked_for_something"
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"


class NilReturn(InCompartment):
    """That an agency had no contact: what it searched, for when, by whom. Blank and "no contact" are not the same."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="nil_return")
    searched = EncryptedTextField()
    searched_by = EncryptedTextField()
    searched_on = models.DateField()
    period_from = models.DateField()
    period_to = models.DateField()
    remarks = EncryptedTextField()
    answered_on = models.DateField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["searched", "searched_by", "remarks"],
        plain=["searched_on", "period_from", "period_to", "answered_on"],
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=models.F("period_from")), name="agencies_nil_period_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"nil return {self.pk}"


class Imr(InCompartment):
    """One version of an agency's Individual Management Review (journey.md, "Information request and IMR").

    A later version leaves the earlier one as it was. Whoever wrote and signed it is staff, so not named in public.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="imrs")
    version = models.PositiveSmallIntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    author_name = EncryptedTextField()
    author_role = models.CharField(max_length=120)
    independence = EncryptedTextField()
    methods = EncryptedTextField()
    signed_off_by = EncryptedTextField()
    signed_off_role = models.CharField(max_length=120)
    signed_off_on = models.DateField()
    submitted_on = models.DateField()
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_on = models.DateField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["author_name", "independence", "methods", "signed_off_by"],
        sensitive=["author_role", "signed_off_role"],
        plain=["version", "signed_off_on", "submitted_on", "released_on"],
    )

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["request", "version"], name="agencies_imr_version_once"),
            models.CheckConstraint(
                condition=both_or_neither("released_on", "released_by"),
                name="agencies_imr_released_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"IMR {self.pk}, version {self.version}"


class Challenge(InCompartment):
    """A passage that the chair asks about, on record. It stays sealed when the account is released.

    It is of the agency's review, or of a row of its chronology: then `entry` is that row's identity.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="challenges")
    imr = models.ForeignKey(Imr, null=True, on_delete=models.PROTECT, related_name="challenges")
    entry = models.UUIDField(null=True)
    number = models.PositiveSmallIntegerField()
    passage = EncryptedTextField()
    question = EncryptedTextField()
    raised_on = models.DateField()
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    accepted_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["passage", "question"], plain=["entry", "number", "raised_on", "accepted_on"]
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="agencies_challenge_numbered_once"),
            models.CheckConstraint(
                condition=both_or_neither("accepted_on", "accepted_by"),
                name="agencies_answer_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(imr__isnull=True) ^ Q(entry__isnull=True),
                name="agencies_challenge_of_one_passage",
            ),
        ]

    def __str__(self) -> str:
        return f"challenge {self.number} of {self.request_id}"


class ChallengeAnswer(InCompartment):
    """What the agency answers. It can add to it until the chair accepts; nothing is overwritten."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="answers")
    text = EncryptedTextField()
    answered_on = models.DateField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(identifying=["text"], plain=["answered_on"])

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class Reminder(InCompartment):
    """That an agency was reminded: when, and by whom."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="reminders")
    sent_to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["sent_on"])

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["request", "sent_on"], name="agencies_reminded_once_a_day")
        ]

    def __str__(self) -> str:
        return f"reminder {self.pk}"
