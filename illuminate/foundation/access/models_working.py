"""What the pages themselves need to remember: invitations, contacts, what was sent, what was not sent yet."""

import uuid

from django.db import models

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.database.classes import classed


class Invitation(models.Model):
    """A way in for one person: a link in an e-mail, good once and for a few days.

    The row is written by the action; the mailroom asks for the link when it writes the e-mail, so that only a
    digest of it is ever kept (`invitations.issue`). `partnership` is who manages the person because of it.
    """

    class Purposes(models.TextChoices):
        JOIN = "join", "Invited"
        ROLE = "role", "Given another role"
        RECOVER = "recover", "Sent a new start"
        PASSWORD = "password", "Asked for a new password"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="invitations")
    partnership = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(max_length=10, choices=Purposes)
    invited_by = models.ForeignKey("access.User", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - none until it is told
    told_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    field_classes = classed(
        sensitive=["digest"], plain=["purpose", "created_at", "told_at", "expires_at", "ended_at"]
    )

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=models.Q(told_at=None, ended_at=None),
                name="invitations_to_tell",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} invitation {self.pk}"


class Contact(models.Model):
    """An entry of a partnership's address book: somebody to write to at an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="contacts")
    name = EncryptedTextField()
    role = models.CharField(max_length=100, blank=True)
    email = EncryptedTextField()
    phone = EncryptedTextField()
    kept_at = models.DateTimeField(auto_now=True)

    field_classes = classed(identifying=["name", "email", "phone"], plain=["role", "kept_at"])

    def __str__(self) -> str:
        return f"contact {self.pk}"


class Submission(models.Model):
    """A form that was sent, so that it is not sent twice. `led_to` is where its answer went."""

    token = models.UUIDField(primary_key=True)
    user = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    led_to = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)

    field_classes = classed(plain=["token", "path", "led_to", "sent_at"])

    def __str__(self) -> str:
        return f"submission {self.token}"


class Draft(models.Model):
    """What somebody has written in a form and not sent yet. Nobody else's business. `title` is its page's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    title = EncryptedTextField(null=True, default=None)
    text = EncryptedTextField()
    saved_at = models.DateTimeField()

    field_classes = classed(identifying=["title", "text"], plain=["path", "saved_at"])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="draft_one_a_form")]

    def __str__(self) -> str:
        return f"draft {self.pk}"


class Installation(models.Model):
    """One row, written when the first review is opened: whether this database holds real reviews or the demo's."""

    class Kinds(models.TextChoices):
        DEMO = "demo", "Invented reviews, to try things out"
        REAL = "real", "Real reviews"

    id = models.SmallIntegerField(primary_key=True, default=1)
    kind = models.CharField(max_length=10, choices=Kinds)
    since = models.DateTimeField(auto_now_add=True)

    field_classes = classed(plain=["kind", "since"])

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="installation_one_row")]

    def __str__(self) -> str:
        return self.kind
