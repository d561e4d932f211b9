"""What the panel's writers share."""

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents import checks
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import NotAccepted
from illuminate.journey.reviews.blockers import Blocker, Refused
from illuminate.journey.reviews.models import Review


def hold(review: Review) -> None:
    """Let one person at a time change a review's panel, and see the review as it stands now."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "stage_since"])


def keep(
    upload: Upload, *, purpose: str, accept: tuple[str, ...], compartment: Compartment, by: User
) -> Document:
    """Store a file of one of these kinds; what is wrong with it is a refusal like any other."""
    try:
        checks.check(upload.data, upload.name, accept=accept)
        return documents.store(
            data=upload.data, name=upload.name, purpose=purpose, review_id=compartment.review_id,
            compartment=compartment, by=by,
        )  # fmt: skip
    except NotAccepted as refusal:
        raise Refused([Blocker(str(refusal))]) from refusal
