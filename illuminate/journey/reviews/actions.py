"""The only writers of a review and its stages."""

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.journey.reviews import blockers, code_words, permissions, queries
from illuminate.journey.reviews.blockers import Blocker, Refused, refuse_if
from illuminate.journey.reviews.events import Event
from illuminate.journey.reviews.lifecycle import CARDS, Stage, find
from illuminate.journey.reviews.models import Review, StageMove
from illuminate.journey.reviews.newcomers import Newcomer, account_of


@transaction.atomic
def open_review(
    *, review_id: UUID, partnership: Organisation, notified_on: date, code_word: str = "", by: User
) -> Review:
    """Open a review with its compartments and its key. Call inside `compartments.opening(review_id)`."""
    reference = _next_reference(partnership, notified_on.year)
    code_word = code_word or code_words.pick(reference)
    made = compartments.open_review(
        review_id=review_id, title=code_word, reference=reference, partnership=partnership, by=by
    )
    review = Review.objects.create(
        pk=review_id, compartment=made[Kind.PANEL], reference=reference, code_word=code_word,
        partnership=partnership, stage_since=notified_on, notified_on=notified_on,
    )  # fmt: skip
    StageMove.objects.create(
        compartment=made[Kind.PANEL],
        review=review,
        to_stage=Stage.NOTIFIED,
        happened_on=notified_on,
        moved_by=by,
    )
    record(Event.REVIEW_OPENED, review, by=by, happened_on=notified_on)
    return review


@transaction.atomic
def move(*, review_id: UUID, to: Stage, happened_on: date | None = None, reason: str = "", by: User) -> None:
    """Move a review to another stage, if the table has that step and the person may take it.

    The room that the review leaves calls this after asking its own blockers. Two people at once: the second is
    refused, because the review has already left. Works for whoever sits in any compartment of the review, the
    Home Office's reader too, who can't see the review's own row.
    """
    start = queries.stage_of(review_id)
    step = find(start, to)
    if step is None:
        raise Refused([Blocker(_no_such_step(start, to))])
    permissions.require(by, review_id, *step.who)
    day = happened_on or localdate()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reviews_move(%s, %s, %s, %s, %s)", [review_id, start, str(to), day, reason])
        moved, panel_id = cursor.fetchone()[0], queries.panel_compartment_id(review_id)
    if not moved:
        raise Refused(
            [Blocker("Somebody else has just moved this review on. Open the page again to see where it is.")]
        )
    record(Event.STAGE_MOVED, Review(pk=review_id), by=by, review_id=review_id, compartment_id=panel_id,
           happened_on=day, detail={"from": start, "to": str(to)})  # fmt: skip


@transaction.atomic
def withdraw(*, review: Review, reason: str, by: User) -> None:
    """End a review with reasons (journey.md, "The stages")."""
    _end(review, Stage.WITHDRAWN, reason, by)


@transaction.atomic
def join(*, review: Review, reason: str, by: User) -> None:
    """End a review because it goes on within another statutory review, named in the reason."""
    _end(review, Stage.JOINED, reason, by)


def _end(review: Review, to: Stage, reason: str, by: User) -> None:
    refuse_if(blockers.to_end(reason))
    move(review_id=review.pk, to=to, reason=reason, by=by)


@transaction.atomic
def agree_title(*, review: Review, pseudonym: str, by: User) -> Review:
    """Call the review by the agreed pseudonym everywhere, in place of its code word."""
    review.pseudonym = pseudonym
    review.save(update_fields=["pseudonym"])
    compartments.retitle(review_id=review.pk, title=pseudonym)
    record(Event.TITLED, review, by=by)
    return review


@transaction.atomic
def add_author(*, review: Review, name: str, email: str, by: User) -> User:
    """Let somebody write the report for its independent chair; without an account they are invited by e-mail."""
    permissions.require_may_admit(review.pk, by=by)
    person = account_of(Newcomer(name, email), review=review, by=by)
    join_team(review=review, person=person, role=Role.REPORT_AUTHOR, by=by)
    return person


@transaction.atomic
def join_team(*, review: Review, person: User, role: Role, by: User) -> int:
    """Give somebody a role in this review; they see that role's part at once."""
    permissions.require_may_admit(review.pk, by=by)
    refuse_if(blockers.to_join_team(person, role))
    return compartments.admit(review_id=review.pk, seat=Seat(role, user_id=person.pk), by=by)


@transaction.atomic
def leave_team(*, review: Review, person: User, role: Role, by: User) -> None:
    """End somebody's role in this review; they stop seeing it at once."""
    permissions.require_may_admit(review.pk, by=by)
    ended = compartments.dismiss(review_id=review.pk, user=person, role=role, by=by)
    refuse_if(blockers.to_leave_team(role, ended))


def _next_reference(partnership: Organisation, year: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reviews_next_number(%s, %s)", [partnership.pk, year])
        number = cursor.fetchone()[0]
    return f"{partnership.short_name or 'R'}-{year}-{number:03d}"


def _no_such_step(start: str, to: Stage) -> str:
    if not start:
        return "This review is not open to you."
    now, then = CARDS[Stage(start)].name, CARDS[to].name
    return f"The review is at “{now}”, so it can't go to “{then}”. Open the page again to see where it is."


def compartment_of(review: Review, kind: Kind, organisation: Organisation | None = None) -> Compartment:
    """The compartment of a review to write in."""
    return Compartment.objects.get(review_id=review.pk, kind=kind, organisation=organisation, branch=None)
