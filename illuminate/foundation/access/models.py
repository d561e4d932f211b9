"""Accounts, organisations, posts, compartments and their members."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from illuminate.foundation.access import keys
from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models_working import Contact, Draft, Installation, Invitation, Submission
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.database.classes import classed

__all__ = [
    "Compartment",
    "Contact",
    "Draft",
    "InCompartment",
    "Installation",
    "Invitation",
    "Membership",
    "Organisation",
    "Post",
    "ReviewKey",
    "Submission",
    "User",
]

ROLES = [(role.value, role.value) for role in Role]
KINDS = [(kind.value, kind.value) for kind in Kind]


class Organisation(models.Model):
    """A partnership, an agency, a police force, a department, an advocacy service."""

    class Type(models.TextChoices):
        PARTNERSHIP = "partnership", "Community safety partnership"
        AGENCY = "agency", "Agency"
        POLICE = "police", "Police force"
        HOME_OFFICE = "home_office", "Home Office"
        COMMISSIONER = "commissioner", "Domestic Abuse Commissioner"
        ADVOCACY = "advocacy", "Advocacy service"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, unique=True)
    type = models.CharField(max_length=20, choices=Type)
    short_name = models.CharField(max_length=20, blank=True)
    region = models.CharField(max_length=60, blank=True)
    is_statutory = models.BooleanField(default=False)

    field_classes = classed(plain=["name", "type", "short_name", "region", "is_statutory"])

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, *, email: str = "", name: str = "", password: str | None = None, kind: str = "person"
    ) -> "User":
        user = self.model(name=name, kind=kind)
        user.set_email(email)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def by_email(self, email: str) -> "User | None":
        """The account with this address, whatever its case; None if there is none."""
        return self.filter(email_index=keys.blind_index(email, purpose="account")).first()


class User(AbstractBaseUser):
    """Whoever can act. A relative has one too, without a password, behind their private link."""

    class Kinds(models.TextChoices):
        PERSON = "person", "Person with an account"
        FAMILY = "family", "Relative or friend with a private link"
        SYSTEM = "system", "Part of the program"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = EncryptedTextField()
    email = EncryptedTextField()
    email_index = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - a relative has none
    kind = models.CharField(max_length=10, choices=Kinds, default=Kinds.PERSON)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sessions_since = models.DateTimeField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email_index"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    field_classes = classed(
        identifying=["name", "email"],
        sensitive=["email_index", "password"],
        plain=["kind", "is_active", "created_at", "last_login", "sessions_since"],
    )

    def set_email(self, email: str) -> None:
        """Change the address and the keyed digest by which it is found."""
        self.email = email.strip()
        self.email_index = keys.blind_index(email, purpose="account") if email.strip() else None

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Every session carries this; changing the password or `sessions_since` ends them all."""
        salt = "illuminate.foundation.access.models.User.session"
        since = self.sessions_since.isoformat() if self.sessions_since else ""
        return salted_hmac(salt, self.password + since, secret=secret, algorithm="sha256").hexdigest()

    def __str__(self) -> str:
        return f"account {self.pk}"


class Post(models.Model):
    """A role that a person holds in an organisation, over all its reviews. `given_by` is the partnership that may
    end it, beside the organisation itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=30, choices=ROLES)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    given_by = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(plain=["role", "started_on", "ended_on"])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=models.Q(ended_on=None),
                name="post_held_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} post {self.pk}"


class Compartment(models.Model):
    """A sealed folder of one review. Every row that belongs to the review lies in exactly one.

    `title` and `reference` are its cover: what its members may call the review, never a real name.
    `branch` tells branches of a family apart.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    branch = models.UUIDField(null=True)
    title = models.CharField(max_length=80)
    reference = models.CharField(max_length=40)
    opened_by = models.UUIDField()
    opened_at = models.DateTimeField()
    opened_in = models.CharField(max_length=40)

    field_classes = classed(
        plain=["review_id", "kind", "branch", "title", "reference", "opened_by", "opened_at", "opened_in"]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review_id", "kind", "organisation", "branch"],
                name="compartment_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.reference}"


class Membership(models.Model):
    """A seat in a compartment: held by a person, or by whoever holds a post in an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=ROLES)
    admitted_by = models.UUIDField()
    admitted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    field_classes = classed(plain=["role", "admitted_by", "admitted_at", "ended_at"])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment", "user", "organisation", "role"],
                condition=models.Q(ended_at=None),
                name="seat_held_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(user=None) ^ models.Q(organisation=None),
                name="seat_of_person_or_organisation",
            ),
        ]
        indexes = [
            models.Index(fields=["user"], condition=models.Q(ended_at=None), name="seats_of_person"),
            models.Index(
                fields=["organisation", "role"],
                condition=models.Q(ended_at=None),
                name="seats_of_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.compartment_id}"


class Sight(models.Model):
    """The compartments that whoever is acting may see: the view that every row's policy asks."""

    compartment_id = models.UUIDField(primary_key=True)
    user_id = models.UUIDField()

    field_classes = classed(plain=["user_id"])

    class Meta:
        managed = False
        db_table = "access_mine"

    def __str__(self) -> str:
        return f"sight of {self.compartment_id}"


class ReviewKey(models.Model):
    """A review's data key, wrapped by the master key. Reached through definer functions only."""

    review_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    created_at = models.DateTimeField()

    field_classes = classed(plain=["review_id", "created_at"], sensitive=["wrapped"])

    def __str__(self) -> str:
        return f"key of {self.review_id}"


class InCompartment(models.Model):
    """What every row of a review has: an identity, its compartment, and the real moment of recording."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
