"""Why something about the panel can't be done yet."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.journey.panel import queries
from illuminate.journey.panel.models import ChairAppointment, Meeting, PanelMember, Paper
from illuminate.journey.people import queries as people
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import CARDS, Stage
from illuminate.journey.reviews.models import Review

WORKING = (
    Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING, Stage.SIGNED_OFF, Stage.WITH_HOME_OFFICE,
    Stage.REVISING, Stage.APPROVED,
)  # fmt: skip
ASKING = (Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING)


def to_appoint_chair(review: Review, person: User, independence: str) -> list[Blocker]:
    """One chair at a time, independent of the partnership and of every agency in the review, on record."""
    found = _to_work_at(review, WORKING)
    now = queries.chair(review)
    if now:
        found.append(
            Blocker(
                f"{now.person.name} already leads this review. Record first that they have left.",
                reverse("panel:panel", args=[review.slug]),
            )
        )
    if not person.is_active or person.kind != User.Kinds.PERSON:
        found.append(Blocker("This account can’t be used. Choose somebody else."))
    for organisation in queries.posts_against_independence(review, person):
        found.append(
            Blocker(
                f"{person.name} works for {organisation.name}, which has a part in this review. The chair must be "
                "independent of the partnership and of every agency in the review: choose somebody else."
            )
        )
    if queries.is_author_here(review, person):
        found.append(Blocker(f"{person.name} writes an agency’s account for this review, so can’t lead it."))
    if not independence.strip():
        found.append(Blocker("Write down why the chair is independent."))
    return found


def to_end_appointment(appointment: ChairAppointment, reason: str) -> list[Blocker]:
    """A chair leaves once, for a reason that can be read later."""
    if appointment.ended_on:
        return [
            Blocker(f"{appointment.person.name} has already left. Open the page again to see who leads now.")
        ]
    return [] if reason.strip() else [Blocker("Say why the chair leaves.")]


def to_add_member(
    review: Review, *, name: str, organisation_name: str, independence: str, user: User | None
) -> list[Blocker]:
    """Nobody who was involved in the case, nobody twice (journey.md, "The words": panel)."""
    found = _to_work_at(review, WORKING)
    sitting = list(queries.members(review))
    if any(_same(one, name, organisation_name) or (user and one.user_id == user.pk) for one in sitting):
        found.append(Blocker(f"{name} is already on the panel."))
    if user and (not user.is_active or user.kind != User.Kinds.PERSON):
        found.append(
            Blocker("The account with this e-mail address can’t be used. Ask them for another address.")
        )
    leading = queries.chair(review)
    if leading and user and leading.person_id == user.pk:
        found.append(Blocker(f"{name} already leads the panel."))
    if not independence.strip():
        found.append(Blocker("Write down that this person had no part in the case, in their own words."))
    return found


def _same(member: PanelMember, name: str, organisation_name: str) -> bool:
    return (member.name.casefold(), member.organisation_name.casefold()) == (
        name.strip().casefold(), organisation_name.strip().casefold()
    )  # fmt: skip


def to_remove_member(member: PanelMember) -> list[Blocker]:
    """Somebody can leave once."""
    return [Blocker(f"{member.name} has already left the panel.")] if member.left_on else []


def to_explain_absence(review: Review, reason: str) -> list[Blocker]:
    """A reason is needed only while the panel lacks the service, and only until it begins."""
    found = _to_work_at(review, ASKING)
    if not reason.strip():
        found.append(Blocker("Say why no specialist domestic abuse service is on the panel."))
    return found


def to_agree_terms(
    review: Review,
    *,
    texts: dict[str, str],
    lines: Iterable[str],
    period: tuple[date, date],
    based_on: int | None,
) -> list[Blocker]:
    """By pseudonym throughout, with at least one question, and on top of the version that was read."""
    found = _to_work_at(review, ASKING)
    current = queries.current_terms(review)
    latest = current.version if current else 0
    if based_on is not None and based_on != latest and current:
        found.append(
            Blocker(
                f"Version {latest} was agreed while you were writing. Read it, then add your changes to it.",
                reverse("panel:terms", args=[review.slug]),
            )
        )
    if not any(line.strip() for line in lines):
        found.append(Blocker("Enter at least one key line of enquiry."))
    if period[1] < period[0]:
        found.append(Blocker("The period ends before it begins. Check both dates."))
    return found + _real_names(review, texts)


def _real_names(review: Review, texts: dict[str, str]) -> list[Blocker]:
    return [
        Blocker(
            f"“{name}” in “{label}” is a real name, address or number of this case. Use the agreed pseudonym."
        )
        for label, text in texts.items()
        for name in people.names_in(review, text)
    ]


def to_begin_gathering(review: Review) -> list[Blocker]:
    """Chair, panel and terms stand before anybody is asked (journey.md, "The stages", 4)."""
    found = _to_work_at(review, (Stage.COMMISSIONED,))
    if queries.chair(review) is None:
        found.append(Blocker("Appoint the independent chair.", reverse("panel:appoint", args=[review.slug])))
    members = list(queries.members(review))
    if not members:
        found.append(Blocker("Add the panel’s members.", reverse("panel:add_member", args=[review.slug])))
    elif not any(one.is_specialist for one in members) and queries.specialist_absence(review) is None:
        found.append(
            Blocker(
                "Nobody on the panel comes from a specialist domestic abuse service. Add somebody, or record why not.",
                reverse("panel:no_specialist", args=[review.slug]),
            )
        )
    if queries.current_terms(review) is None:
        found.append(
            Blocker("Agree the terms of reference.", reverse("panel:agree_terms", args=[review.slug]))
        )
    return found


def to_plan_meeting(
    review: Review, *, starts_at: datetime, ends_at: datetime, today: date, besides: Meeting | None = None
) -> list[Blocker]:
    """In the future, in order, and one at a time."""
    found = _to_work_at(review, WORKING)
    if localdate(starts_at) < today:
        found.append(Blocker("The meeting must be today or later."))
    if ends_at <= starts_at:
        found.append(Blocker("The meeting must end after it starts."))
    others = queries.meetings(review).filter(starts_at=starts_at, cancelled_on=None)
    if any(other != besides for other in others):
        found.append(Blocker("A meeting of this panel is already planned for that time."))
    return found


def to_change_meeting(meeting: Meeting, sequence: int | None) -> list[Blocker]:
    """Only a meeting that stands and has not begun, and only as it was when the page was opened."""
    if meeting.cancelled_on:
        return [Blocker("This meeting was cancelled. Plan a new one.")]
    if meeting.is_past:
        return [Blocker("This meeting has begun, so its invitation can’t be changed any more.")]
    if sequence is not None and sequence != meeting.sequence:
        return [Blocker("Somebody else has just changed this meeting. Open it again to see how it stands.")]
    return []


def to_file_paper(review: Review, kind: str, meeting: Meeting | None, digest: str) -> list[Blocker]:
    """Minutes belong to a meeting that has been; the same file is filed once."""
    found = _to_work_at(review, WORKING)
    if kind in (Paper.Kinds.AGENDA, Paper.Kinds.MINUTES) and meeting is None:
        found.append(Blocker("Choose the meeting that this belongs to."))
    if meeting and meeting.cancelled_on:
        found.append(Blocker("This meeting was cancelled. Choose another one."))
    elif kind == Paper.Kinds.MINUTES and meeting and not meeting.is_today_or_past:
        found.append(Blocker("This meeting has not been yet, so it has no minutes."))
    same = Paper.objects.filter(review=review, meeting=meeting, kind=kind, document__digest=digest)
    if same.exists():
        found.append(Blocker("This file is already here. Nothing was filed twice."))
    return found


def to_be_dated(day: date | None) -> list[Blocker]:
    """What has happened has a day that has been."""
    if day and day > localdate():
        return [Blocker("The date is in the future. Enter the day on which this happened.")]
    return []


def _to_work_at(review: Review, stages: tuple[Stage, ...]) -> list[Blocker]:
    if review.stage in stages:
        return []
    return [Blocker(f"The review is at “{CARDS[Stage(review.stage)].name}”, so this can’t be done now.")]
