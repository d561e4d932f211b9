"""What the panel's writers share."""

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents import checks
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.reviews.models import Review


def hold(review: Review) -> None:
    """Let one person at a time change a review's panel, and see the review as it stands now."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "stage_since"])


def keep(
    upload: Upload, *, purpose: str, accept: tuple[str, ...], compartment: Compartment, by: User
) -> Document:
    """Store a file of one of these kinds. Raises `NotAccepted`, a refusal like any other."""
    checks.check(upload.data, upload.name, accept=accept)
    return documents.keep(upload=upload, purpose=purpose, compartment=compartment, by=by)
