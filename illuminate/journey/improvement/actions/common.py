"""What the writers share."""

from illuminate.journey.improvement import queries
from illuminate.journey.improvement.models import FollowUp
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import stage_of


def hold(follow_up: FollowUp) -> tuple[FollowUp, str]:
    """The action as it stands now, held until the transaction ends, and the stage of its review."""
    FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    return queries.whole().get(pk=follow_up.pk), stage_of(follow_up.review_id)


def hold_review(review: Review) -> Review:
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    return Review.objects.select_related("partnership").get(pk=review.pk)
