"""Moving on from setting up to gathering accounts."""

from datetime import date

from django.db import transaction

from illuminate.foundation.access.models import User
from illuminate.journey.panel import blockers, notices, permissions
from illuminate.journey.panel.actions.common import hold
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review


@transaction.atomic
def begin_gathering(*, review: Review, happened_on: date | None = None, by: User) -> Review:
    """Chair, panel and terms stand: agencies can be asked. The move itself is recorded with the review."""
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    refuse_if([*blockers.to_be_dated(happened_on), *blockers.to_begin_gathering(review)])
    reviews.move(review_id=review.pk, to=Stage.GATHERING, happened_on=happened_on, by=by)
    review.refresh_from_db(fields=["stage", "stage_since"])
    notices.gathering_begun(review, by=by)
    return review
