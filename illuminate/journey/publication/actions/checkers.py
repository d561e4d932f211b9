"""Asking two people, once, to check everything that is frozen."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from illuminate.foundation.access.models import User
from illuminate.journey.anonymity import actions as anonymity
from illuminate.journey.anonymity.models import Check, Round
from illuminate.journey.publication import blockers, permissions, queries
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.models import FrozenReport
from illuminate.journey.reviews.blockers import refuse_if


@transaction.atomic
def ask_checkers(
    *, frozen: FrozenReport, checkers: Iterable[User], happened_on: date | None = None, by: User
) -> list[Check]:
    """Ask each of them to check every frozen file that they were not asked about before."""
    permissions.require_can_freeze(frozen.review_id, by=by)
    review = hold(frozen.review)
    frozen = queries.frozen_or_404(review, frozen.pk, by)
    people = list(checkers)
    refuse_if(blockers.to_ask_checkers(frozen, people))
    return [
        anonymity.ask_checker(review=review, document=file.document, round=Round.FINAL, checker=person,
                              happened_on=happened_on, by=by)
        for person in people
        for file in queries.not_asked(frozen, person)
    ]  # fmt: skip
