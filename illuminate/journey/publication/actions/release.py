"""The release: exactly the bytes that were approved become public."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.publication import addresses, blockers, notices, permissions, queries, store
from illuminate.journey.publication.actions import public
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.events import Event
from illuminate.journey.publication.kinds import FileKind
from illuminate.journey.publication.models import FrozenReport, Release
from illuminate.journey.publication.page import page_of
from illuminate.journey.publication.queries import Kept
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Blocker, Refused, refuse_if
from illuminate.journey.reviews.lifecycle import Stage

NO_ROOM = (
    "The files could not be copied to the public store, because there is no room left for them or it can’t be "
    "written to. Nothing was published: tell whoever runs the system, then publish again."
)


@transaction.atomic
def release(*, frozen: FrozenReport, happened_on: date | None = None, by: User) -> Release:
    """Publish exactly the bytes that were approved (journey.md, "Confidential, then public")."""
    permissions.require_can_release(frozen.review_id, by=by)
    review, day = hold(frozen.review), happened_on or localdate()
    frozen = queries.frozen_or_404(review, frozen.pk, by)
    refuse_if(blockers.to_release(frozen, on=day))
    released = Release.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), frozen=frozen, digest=frozen.digest,
        slug=addresses.of(review), released_on=day, released_by=by,
    )  # fmt: skip
    with _copied(frozen) as files:
        page = page_of(review, died=frozen.died, summary=frozen.summary)
        public.write(slug=released.slug, page=page, day=day, files=files)
        reviews.move(review_id=review.pk, to=Stage.PUBLISHED, happened_on=day, by=by)
        record(Event.RELEASED, released, by=by, happened_on=happened_on, detail={"digest": frozen.digest})
        notices.released(review, by=by)
    return released


@contextmanager
def _copied(frozen: FrozenReport) -> Iterator[list[Kept]]:
    """The bytes, verified once more, in the public store: all of them, and none if anything fails after it."""
    public.hold_store()
    store.sweep(public.named())
    new: list[str] = []
    try:
        files = [one for one in queries.kept(frozen) if one.kind is not FileKind.PAGE]
        for one in files:
            if store.put(one.data):
                new.append(one.file.digest)
        yield files
    except BaseException as fault:
        # Also when the process is stopped: nothing lies in the public store that was not released.
        for digest in new:
            store.remove(digest)
        if isinstance(fault, OSError):
            raise Refused([Blocker(NO_ROOM)]) from fault
        raise
