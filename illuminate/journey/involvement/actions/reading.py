"""Reading the draft: given with time, commented on section by section, each comment answered in writing."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from illuminate.engines.clock import due, load_edition
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.involvement import blockers, notices, permissions
from illuminate.journey.involvement.actions.telling import tell_team
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import Comment, DraftReading, ReadingSection, Relative, Reply
from illuminate.journey.report.models import Draft, DraftSection
from illuminate.journey.reviews.blockers import Blocker, refuse_if
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import stage_of


@transaction.atomic
def give_draft(
    *, relative: Relative, draft: Draft, until: date | None = None, checked: bool = False,
    without: Iterable[int] = (), happened_on: date | None = None, by: User,
) -> DraftReading:  # fmt: skip
    """Copy a draft's sections into the family's own compartment, with time to read them (three weeks by default).

    `checked` says that somebody made sure that it tells nothing of another branch of the family; `without` names
    the sections whose words are left out for that.
    """
    permissions.require_can_contact(relative.review_id, by=by)
    relative = (
        Relative.objects.select_for_update(of=("self",))
        .select_related("review", "compartment")
        .get(pk=relative.pk)
    )
    day = happened_on or localdate()
    until = until or reading_time(relative.review, day)
    refuse_if(_to_give(relative, draft, checked) + blockers.to_choose_reading_time(day, until))
    reading = DraftReading.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, draft=draft,
        kind=draft.kind, version=draft.version, digest=draft.digest, given_on=day, until=until, given_by=by,
    )  # fmt: skip
    left_out = frozenset(without)
    _copy(reading, draft, left_out)
    record(Event.DRAFT_GIVEN, reading, by=by, happened_on=day,
           detail={"kind": draft.kind, "version": draft.version, "left_out": sorted(left_out)})  # fmt: skip
    notices.something_new(relative, by=by)
    return reading


def reading_time(review: Review, given_on: date) -> date:
    """The last day of the reading time that the review's edition of the guidance gives."""
    return due(load_edition(review.edition).rule("family_reading"), given_on)


def _to_give(relative: Relative, draft: Draft, checked: bool) -> list[Blocker]:
    return blockers.to_give_draft(
        relative, draft, checked=checked, given=DraftReading.objects.filter(relative=relative, draft=draft).exists(),
        branches=Relative.objects.filter(review_id=relative.review_id).values("branch").distinct().count(),
    )  # fmt: skip


def _copy(reading: DraftReading, draft: Draft, left_out: frozenset[int]) -> None:
    ReadingSection.objects.bulk_create(
        ReadingSection(
            review_id=reading.review_id, compartment_id=reading.compartment_id, reading=reading, number=one.number,
            level=one.level, heading=one.heading, text="" if one.number in left_out else one.text,
            left_out=one.number in left_out,
        )
        for one in DraftSection.objects.filter(draft=draft)
    )  # fmt: skip


@transaction.atomic
def lengthen_reading(*, reading: DraftReading, until: date, by: User) -> DraftReading:
    """Give somebody longer to read."""
    permissions.require_can_contact(reading.review_id, by=by)
    reading = DraftReading.objects.select_for_update().get(pk=reading.pk)
    refuse_if(blockers.to_lengthen(reading, until))
    reading.until = until
    reading.save(update_fields=["until"])
    record(Event.READING_LENGTHENED, reading, by=by)
    return reading


@transaction.atomic
def open_chapter(*, reading: DraftReading, number: int, by: User) -> None:
    """Reading a part of the draft is an event."""
    record(Event.DRAFT_READ, reading, by=by, detail={"section": number})


@transaction.atomic
def comment(
    *, reading: DraftReading, text: str, section: ReadingSection | None = None, happened_on: date | None = None,
    by: User,
) -> Comment:  # fmt: skip
    """Write beside a section, or about the whole; or write down what somebody said of the draft."""
    relative = reading.relative
    permissions.require_own_or_team(relative, by=by)
    Relative.objects.select_for_update(of=("self",)).get(pk=relative.pk)
    refuse_if(blockers.to_change_words(stage_of(reading.review_id)))
    made = Comment.objects.create(
        review_id=reading.review_id, compartment_id=reading.compartment_id, reading=reading, section=section,
        text=text, happened_on=happened_on or localdate(), written_by=by,
    )  # fmt: skip
    record(Event.COMMENTED, made, by=by, happened_on=happened_on)
    tell_team(relative, by)
    return made


@transaction.atomic
def change_comment(*, comment: Comment, seen: int, text: str, by: User) -> Comment:
    """Put other words in place, until there is an answer."""
    current = _hold(comment, seen, by)
    refuse_if(blockers.to_change_comment(current))
    current.text = text
    current.save(update_fields=["text", "revision"])
    record(Event.COMMENT_CHANGED, current, by=by, detail={"revision": current.revision})
    return current


@transaction.atomic
def withdraw_comment(*, comment: Comment, seen: int, by: User) -> None:
    """Take a comment back: its words are erased."""
    current = _hold(comment, seen, by)
    current.text, current.withdrawn_at = "", timezone.now()
    current.save(update_fields=["text", "withdrawn_at", "revision"])
    record(Event.COMMENT_WITHDRAWN, current, by=by)


def _hold(comment: Comment, seen: int, by: User) -> Comment:
    current = (
        Comment.objects.select_for_update(of=("self",)).select_related("reading__relative").get(pk=comment.pk)
    )
    permissions.require_own(current.reading.relative, by=by)
    refuse_if(blockers.to_change_words(stage_of(current.review_id)))
    refuse_if(
        blockers.to_change_seen(gone=current.withdrawn_at is not None, revision=current.revision, seen=seen)
    )
    current.revision += 1
    return current


@transaction.atomic
def finish_reading(*, reading: DraftReading, happened_on: date | None = None, by: User) -> DraftReading:
    """Say that one has read as much as one wants."""
    permissions.require_own_or_team(reading.relative, by=by)
    reading = (
        DraftReading.objects.select_for_update(of=("self",))
        .select_related("relative__compartment")
        .get(pk=reading.pk)
    )
    refuse_if(blockers.to_finish_reading(reading))
    reading.finished_on = happened_on or localdate()
    reading.save(update_fields=["finished_on"])
    record(Event.DRAFT_FINISHED, reading, by=by, happened_on=happened_on)
    notices.family_wrote(reading.relative, by=by)
    return reading


@transaction.atomic
def answer_comment(
    *, comment: Comment, text: str, outcome: str, happened_on: date | None = None, by: User
) -> Reply:
    """Answer a comment in writing, once, and say what became of it."""
    permissions.require_can_answer(comment.review_id, by=by)
    current = (
        Comment.objects.select_for_update(of=("self",))
        .select_related("reading__relative__compartment")
        .get(pk=comment.pk)
    )
    refuse_if(blockers.to_answer(current))
    reply = Reply.objects.create(
        review_id=current.review_id, compartment_id=current.compartment_id, comment=current, text=text,
        outcome=outcome, happened_on=happened_on or localdate(), answered_by=by,
    )  # fmt: skip
    record(Event.COMMENT_ANSWERED, reply, by=by, happened_on=happened_on, detail={"outcome": outcome})
    if not Comment.objects.filter(reading=current.reading_id, withdrawn_at=None, reply=None).exists():
        notices.something_new(current.reading.relative, by=by)
    return reply
