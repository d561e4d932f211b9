"""Public statements of progress: released copies, like everything else in the library."""

import hashlib
from datetime import date

from django.db import transaction

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.publication import blockers, permissions, queries
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.events import Event
from illuminate.journey.publication.models import ReleasedStatement
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def release_statement(
    *, review: Review, recommendation_number: int, action_number: int, text: str, said_on: date, by: User
) -> str:
    """Show a statement under its action on the public page. Returns the digest of its words.

    Whoever calls this has made sure that the words were checked for anonymity.
    """
    permissions.require_can_release(review.pk, by=by)
    review = hold(review)
    release = queries.release_of(review)
    action = queries.public_action(release, recommendation_number, action_number) if release else None
    refuse_if(blockers.to_release_statement(release, found=action is not None))
    digest = hashlib.sha256(text.encode()).hexdigest()
    ReleasedStatement.objects.get_or_create(
        action=action, digest=digest, defaults={"text": text, "said_on": said_on}
    )
    if release:
        record(Event.STATEMENT_RELEASED, release, by=by, detail={"digest": digest})
    return digest


@transaction.atomic
def take_down_statement(
    *, review: Review, recommendation_number: int, action_number: int, digest: str, by: User
) -> None:
    """Take a statement out of the public page."""
    permissions.require_can_take_down(review.pk, by=by)
    release = queries.release_of(hold(review))
    if release:
        action = queries.public_action(release, recommendation_number, action_number)
        ReleasedStatement.objects.filter(action=action, digest=digest).delete()
        record(Event.STATEMENT_TAKEN_DOWN, release, by=by, detail={"digest": digest})
