"""What lessons, recommendations and actions share: one writer at a time, numbers without gaps."""

from typing import Any

from django.db.models import Max
from django.utils.timezone import now

from illuminate.journey.report import blockers
from illuminate.journey.report.models import Finding
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


def hold(review: Review) -> Review:
    """The review as it stands now, held until the transaction ends, so that numbers are given one at a time."""
    return Review.objects.select_for_update(of=("self",)).get(pk=review.pk)


def next_number(model: type[Finding], **among: Any) -> int:
    found = model._default_manager.filter(taken_out_at=None, **among).aggregate(last=Max("number"))["last"]
    return (found or 0) + 1


def hold_to_change(finding: Any, seen: int) -> Any:
    """The row as it stands now, if it is still the one that was seen on the page."""
    current = type(finding).objects.select_for_update(of=("self",)).get(pk=finding.pk)
    refuse_if(blockers.to_change(current, seen))
    current.revision += 1
    return current


def close_up(finding: Finding, **among: Any) -> None:
    """Take a row off its list, and move those behind it up by one, in order."""
    finding.taken_out_at = now()
    finding.save(update_fields=["taken_out_at", "revision"])
    behind = type(finding)._default_manager.filter(taken_out_at=None, number__gt=finding.number, **among)
    for row in behind.order_by("number"):
        row.number -= 1
        row.save(update_fields=["number"])
