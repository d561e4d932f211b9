"""Telling the team that somebody has written: once in a sitting, not once a sentence."""

from datetime import timedelta

from django.utils.timezone import now

from illuminate.foundation.access.models import User
from illuminate.journey.involvement import notices, permissions
from illuminate.journey.involvement.models import Relative

SITTING = timedelta(hours=1)


def tell_team(relative: Relative, by: User) -> None:
    """An e-mail to the chair, unless there was one within the hour; the desk shows all that is new at any time."""
    if permissions.is_team(relative.review_id, by):
        return
    quiet_since = Relative.objects.filter(pk=relative.pk).exclude(team_told_at__gt=now() - SITTING)
    if quiet_since.update(team_told_at=now()):
        notices.family_wrote(relative, by=by)
