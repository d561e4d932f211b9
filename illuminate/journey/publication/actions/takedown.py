"""Taking a published report out of the library."""

from datetime import date
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.publication import blockers, notices, permissions, store
from illuminate.journey.publication.actions import public
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.events import Event
from illuminate.journey.publication.models import Release, ReleasedWithdrawal
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage


@transaction.atomic
def take_down(
    *, release: Release, reason: str, say_so: bool = False, happened_on: date | None = None, by: User
) -> Release:
    """Withdraw a report from the library, with reasons; the review goes back to the gate.

    Its old address then answers as if it had never been, unless the partnership wants it to say that a report was
    withdrawn (`say_so`).
    """
    permissions.require_can_take_down(release.review_id, by=by)
    review, day = hold(release.review), happened_on or localdate()
    release = Release.objects.get(pk=release.pk)
    refuse_if(blockers.to_take_down(release, reason))
    release.taken_down_on, release.taken_down_by, release.taken_down_why = day, by, reason.strip()
    release.save(update_fields=["taken_down_on", "taken_down_by", "taken_down_why"])
    public.hold_store()
    unnamed = public.remove(slug=release.slug)
    if say_so:
        ReleasedWithdrawal.objects.create(slug=release.slug, withdrawn_on=day)
    reviews.move(review_id=review.pk, to=Stage.APPROVED, happened_on=day, reason=reason.strip(), by=by)
    record(Event.TAKEN_DOWN, release, by=by, happened_on=happened_on)
    notices.taken_down(review, by=by)
    transaction.on_commit(partial(store.remove_all, unnamed))
    return release
