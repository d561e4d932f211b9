"""Contributions: a relative's own words, theirs to change and to take back until publication."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.involvement import blockers, notices, permissions
from illuminate.journey.involvement.actions.steps import take_up
from illuminate.journey.involvement.actions.telling import tell_team
from illuminate.journey.involvement.choices import Code, Told
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import Contribution, Relative
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.queries import stage_of


@transaction.atomic
def contribute(
    *, relative: Relative, text: str, told: str = Told.WRITTEN, happened_on: date | None = None, by: User,
) -> Contribution:  # fmt: skip
    """Keep what somebody wrote, or what they said and the team wrote down."""
    permissions.require_own_or_team(relative, by=by)
    Relative.objects.select_for_update(of=("self",)).get(pk=relative.pk)
    refuse_if(blockers.to_change_words(stage_of(relative.review_id)))
    words = Contribution.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, text=text,
        told=told, happened_on=happened_on or timezone.localdate(), written_by=by,
        read_revision=0 if permissions.is_own(relative, by) else 1,
    )  # fmt: skip
    record(Event.CONTRIBUTED, words, by=by, happened_on=happened_on, detail={"told": told})
    take_up(relative=relative, code=Code.CONTRIBUTION, how=words.get_told_display(), by=by)
    tell_team(relative, by)
    return words


@transaction.atomic
def change_contribution(*, contribution: Contribution, seen: int, text: str, by: User) -> Contribution:
    """Put other words in place of those before, which are not kept; `seen` is the revision on the page."""
    permissions.require_own(contribution.relative, by=by)
    refuse_if(blockers.to_change_words(stage_of(contribution.review_id)))
    current = _hold(contribution, seen)
    current.text, current.changed_at = text, timezone.now()
    current.save(update_fields=["text", "changed_at", "revision"])
    record(Event.CONTRIBUTION_CHANGED, current, by=by, detail={"revision": current.revision})
    tell_team(current.relative, by)
    return current


@transaction.atomic
def withdraw_contribution(*, contribution: Contribution, seen: int, by: User) -> None:
    """Take words back: they are erased, and whoever writes the report is told to look at the draft."""
    permissions.require_own(contribution.relative, by=by)
    refuse_if(blockers.to_change_words(stage_of(contribution.review_id)))
    current = _hold(contribution, seen)
    current.text, current.withdrawn_at = "", timezone.now()
    current.save(update_fields=["text", "withdrawn_at", "revision"])
    record(Event.CONTRIBUTION_WITHDRAWN, current, by=by)
    notices.words_taken_back(current.relative, by=by)


def _hold(contribution: Contribution, seen: int) -> Contribution:
    current = (
        Contribution.objects.select_for_update(of=("self",))
        .select_related("relative__compartment")
        .get(pk=contribution.pk)
    )
    refuse_if(
        blockers.to_change_seen(gone=current.withdrawn_at is not None, revision=current.revision, seen=seen)
    )
    current.revision += 1
    return current
