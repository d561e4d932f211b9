"""What the police, or any agency, tell the partnership of a death (journey.md, "Notification")."""

from django.db import models

from illuminate.foundation.access.fields import EncryptedDateField, EncryptedTextField
from illuminate.foundation.access.models import InCompartment, Organisation, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.design.answers import Answer
from illuminate.journey.intake import choices
from illuminate.journey.people.models import DESCRIBED_IDENTIFYING, DESCRIBED_SENSITIVE, Described
from illuminate.journey.reviews.models import Review


class Notification(InCompartment):
    """One notification, in the notifying force's own compartment: it never changes after it is sent.

    `died_from` and `died_until` are the same day when the day is known. `not_known` lists the questions that were
    answered with "not known"; what is blank and not on it was not answered.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    notified_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()
    referrer_name = EncryptedTextField()
    referrer_role = EncryptedTextField()
    referrer_phone = EncryptedTextField()
    referrer_email = EncryptedTextField()
    died_from = EncryptedDateField()
    died_until = EncryptedDateField()
    died_at = models.TimeField(null=True)
    died_place = EncryptedTextField()
    manner = models.CharField(max_length=20, choices=choices.Manner)
    cause = models.CharField(max_length=500, blank=True)
    circumstances = EncryptedTextField()
    household = models.CharField(max_length=7, choices=Answer, blank=True)
    investigator_name = EncryptedTextField()
    investigator_contact = EncryptedTextField()
    liaison_name = EncryptedTextField()
    liaison_contact = EncryptedTextField()
    coroner = EncryptedTextField()
    operation = EncryptedTextField()
    has_children = models.CharField(max_length=7, choices=Answer, blank=True)
    earlier_abuse = models.CharField(max_length=7, choices=Answer, blank=True)
    history = EncryptedTextField()
    marac = models.CharField(max_length=7, choices=Answer, blank=True)
    marac_details = EncryptedTextField()
    mappa = models.CharField(max_length=7, choices=Answer, blank=True)
    agencies = EncryptedTextField()
    proceedings = EncryptedTextField()
    press = models.CharField(max_length=7, choices=Answer, blank=True)
    press_details = EncryptedTextField()
    kin_told = models.CharField(max_length=7, choices=Answer, blank=True)
    kin_told_of_review = models.CharField(max_length=7, choices=Answer, blank=True)
    recommendation = models.CharField(max_length=20, choices=choices.Recommendation)
    recommendation_reasons = EncryptedTextField()
    not_known = models.JSONField(default=list)

    field_classes = classed(
        identifying=[
            "referrer_name", "referrer_role", "referrer_phone", "referrer_email", "died_from", "died_until",
            "died_place", "circumstances", "investigator_name", "investigator_contact", "liaison_name",
            "liaison_contact", "coroner", "operation", "history", "marac_details", "agencies", "proceedings",
            "press_details", "recommendation_reasons",
        ],
        sensitive=[
            "died_at", "manner", "cause", "household", "has_children", "earlier_abuse", "marac",
            "mappa", "press", "kin_told", "kin_told_of_review", "recommendation", "not_known",
        ],
        plain=["told_on"],
    )  # fmt: skip

    class Meta:
        ordering = ["told_on", "recorded_at"]
        constraints = [models.UniqueConstraint(fields=["review"], name="notification_once")]

    @property
    def day_is_known(self) -> bool:
        return self.died_from is not None and self.died_from == self.died_until

    def __str__(self) -> str:
        return f"notification {self.pk}"


class NotifiedPerson(InCompartment, Described):
    """Somebody named in a notification."""

    notification = models.ForeignKey(Notification, on_delete=models.PROTECT, related_name="people")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=choices.PersonKind)
    position = models.PositiveSmallIntegerField()
    phone = EncryptedTextField()
    email = EncryptedTextField()
    whereabouts = EncryptedTextField()
    safe = models.CharField(max_length=7, choices=Answer, blank=True)
    state = models.CharField(max_length=20, choices=choices.SuspectState, blank=True)
    charge = models.CharField(max_length=200, blank=True)
    charged_on = models.DateField(null=True)
    hearing_on = models.DateField(null=True)
    hearing_court = models.CharField(max_length=200, blank=True)
    not_known = models.JSONField(default=list)

    field_classes = classed(
        identifying=[*DESCRIBED_IDENTIFYING, "phone", "email", "whereabouts"],
        sensitive=[
            *DESCRIBED_SENSITIVE, "kind", "safe", "state", "charge", "charged_on", "hearing_on", "hearing_court",
            "not_known",
        ],
        plain=["position"],
    )  # fmt: skip

    class Meta:
        ordering = ["notification", "position"]

    def __str__(self) -> str:
        return f"notified person {self.pk}"
