"""The outbox: what is to be sent, written together with the change that it tells of."""

import uuid

from django.db import models
from django.utils import timezone

from illuminate.foundation.access import keys
from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.mailroom.mail import EMAIL, SMS


class Message(models.Model):
    """One e-mail or text message to one person.

    It lies in a compartment of the review that it speaks of, or in none: mail about an account. `to_user` is for
    people with an account, whose address is looked up when it is sent; `address` is for everybody else.
    """

    class Channel(models.TextChoices):
        EMAIL = EMAIL, "E-mail"
        SMS = SMS, "Text message"

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not delivered"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, null=True, on_delete=models.PROTECT, related_name="+")
    review_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    to_user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    address = EncryptedTextField()
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.EMAIL)
    subject = models.CharField(max_length=200, blank=True)
    body = EncryptedTextField()
    attachments = EncryptedTextField()
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["address", "body", "attachments"],
        sensitive=["subject", "error"],
        plain=["review_id", "channel", "status", "attempts", "next_try_at", "sent_at"],
    )

    class Meta:
        ordering = ["recorded_at"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(status="waiting"), name="mail_waiting"),
            models.Index(fields=["compartment", "status"], name="mail_by_compartment"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(compartment=None, review_id=None)
                | models.Q(compartment__isnull=False, review_id__isnull=False),
                name="mail_of_a_review_or_an_account",
            )
        ]

    def data_key(self) -> bytes:
        """The mailroom sits in no compartment; it is given the key of a review while it has mail to send for it."""
        return (
            keys.review_key(self.review_id, through="mailroom_key") if self.review_id else keys.platform_key()
        )

    @property
    def about(self) -> str:
        """What the review is called, as it stands on the compartment's cover."""
        cover = self.compartment
        return f"{cover.title} ({cover.reference})" if cover else "An account"

    @property
    def recipient(self) -> str:
        """Who gets it, as far as a list may say: relatives are not named, addresses are not shown."""
        if self.to_user is None:
            return "Somebody without an account"
        return "A relative or friend" if self.to_user.kind == User.Kinds.FAMILY else str(self.to_user.name)

    @property
    def colour(self) -> str:
        return {"failed": "red", "waiting": "yellow"}.get(self.status, "green")

    def __str__(self) -> str:
        return f"message {self.pk}"
