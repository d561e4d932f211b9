"""What the writers share."""

from illuminate.journey.reviews.models import Review


def hold(review: Review) -> Review:
    """The review as it stands now; nobody else prepares or publishes it until the transaction ends."""
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    return Review.objects.select_related("partnership").get(pk=review.pk)
