"""Finding invitations: for the mailroom those to be told, for a visitor the one behind a link."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from illuminate.foundation.access.models import Invitation, User


def to_tell() -> QuerySet[Invitation]:
    """Invitations for which no e-mail has been written yet, oldest first."""
    return (
        Invitation.objects.filter(told_at=None, ended_at=None, user__is_active=True)
        .select_related("user", "partnership", "invited_by")
        .order_by("created_at", "pk")
    )


def usable(digest: str) -> Invitation | None:
    """The invitation behind a link, unless it was used, replaced, has expired, or its account is closed."""
    return (
        Invitation.objects.filter(
            digest=digest, ended_at=None, expires_at__gt=timezone.now(), user__is_active=True
        )
        .select_related("user")
        .first()
    )


def asked_since(person: User, moment: datetime) -> bool:
    """Whether a link has been asked for, or is still to be told, since a moment."""
    return (
        Invitation.objects.filter(user=person, ended_at=None, created_at__gt=moment)
        .exclude(purpose=Invitation.Purposes.ROLE)
        .exists()
    )
