"""What there is to do about the panel."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate, now

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.filters import day
from illuminate.journey.panel import blockers, permissions, queries
from illuminate.journey.panel.models import ChairAppointment, Meeting, Paper, TermsOfReference
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

SOON = timedelta(days=14)


def tasks(review: Review, user: User) -> list[Task]:
    """The setting up while the review is commissioned; minutes that are missing, at any time after."""
    if not (permissions.can_lead(user, review.pk) or permissions.can_appoint(user, review.pk)):
        return []
    if review.stage == Stage.COMMISSIONED:
        return [*_setting_up(review), *_minutes(review)]
    return _minutes(review) if review.stage in blockers.WORKING else []


def _setting_up(review: Review) -> list[Task]:
    chair, terms = queries.chair(review), queries.current_terms(review)
    meetings = queries.meetings(review).filter(cancelled_on=None)
    count = len(queries.members(review))
    return [
        task(
            "Appoint the independent chair", _page("appoint", review), done=chair is not None,
            hint=chair.person.name if chair else "",
        ),
        task(
            "Bring the panel together", _page("panel", review), done=count > 0,
            hint=f"{count} member{'' if count == 1 else 's'}" if count else "",
        ),
        task(
            "Agree the terms of reference", _page("terms" if terms else "agree_terms", review), done=terms is not None,
            hint=f"Version {terms.version}, agreed on {day(terms.agreed_on)}" if terms else "",
        ),
        task("Plan the first panel meeting", _page("plan_meeting", review), done=meetings.exists()),
        task(
            "Begin gathering accounts", _page("begin_gathering", review), done=False,
            blockers=blockers.to_begin_gathering(review),
        ),
    ]  # fmt: skip


def _minutes(review: Review) -> list[Task]:
    return [
        task(
            f"File the minutes of the panel meeting of {day(meeting.starts_at)}",
            _meeting(meeting),
            done=False,
        )
        for meeting in _without_minutes([review.pk])
    ]


def waiting_for(user: User) -> list[Waiting]:
    """Over all reviews: the next step of setting up, meetings that come soon, minutes that are missing."""
    leading, sitting = _my_reviews(user)
    return [*_next_steps(leading), *_coming(sitting), *_missing(leading)]


def _my_reviews(user: User) -> tuple[set[UUID], set[UUID]]:
    """The reviews in which a person leads, and those whose meetings they come to."""
    mine = access.reviews_of(user, *permissions.LEADING, Role.PANEL_MEMBER)
    leading = {review_id for review_id, roles in mine.items() if roles & set(permissions.LEADING)}
    return leading, set(mine)


def _next_steps(leading: set[UUID]) -> list[Waiting]:
    chair = ChairAppointment.objects.filter(review=OuterRef("pk"), ended_on=None)
    terms = TermsOfReference.objects.filter(review=OuterRef("pk"))
    reviews = Review.objects.filter(pk__in=leading, stage=Stage.COMMISSIONED).annotate(
        has_chair=Exists(chair), has_terms=Exists(terms)
    )
    found = []
    for review in reviews:
        text, page = ("Begin gathering accounts", "begin_gathering")
        if not review.has_terms:
            text, page = ("Agree the terms of reference", "agree_terms")
        if not review.has_chair:
            text, page = ("Appoint the independent chair", "appoint")
        found.append(Waiting(text, _page(page, review), review.title))
    return found


def _coming(sitting: set[UUID]) -> list[Waiting]:
    meetings = Meeting.objects.filter(
        review__in=sitting, cancelled_on=None, ends_at__gte=now(), starts_at__lte=now() + SOON
    ).select_related("review")
    return [
        Waiting("Panel meeting", _meeting(meeting), meeting.review.title, localdate(meeting.starts_at))
        for meeting in meetings
    ]


def _missing(leading: set[UUID]) -> list[Waiting]:
    return [
        Waiting("File the minutes of the panel meeting", _meeting(meeting), meeting.review.title)
        for meeting in _without_minutes(leading)
    ]


def _without_minutes(reviews: set[UUID] | list[UUID]) -> list[Meeting]:
    minutes = Paper.objects.filter(meeting=OuterRef("pk"), kind=Paper.Kinds.MINUTES)
    been = Meeting.objects.filter(review__in=reviews, cancelled_on=None, ends_at__lt=now())
    working = been.filter(review__stage__in=blockers.WORKING)
    return list(working.exclude(Exists(minutes)).select_related("review").order_by("starts_at"))


def _page(name: str, review: Review) -> str:
    return reverse(f"panel:{name}", args=[review.slug])


def _meeting(meeting: Meeting) -> str:
    return reverse("panel:meeting", args=[meeting.review.slug, meeting.pk])
