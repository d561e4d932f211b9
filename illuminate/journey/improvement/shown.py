"""What the pages of the plan show."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.design.filters import day, when
from illuminate.journey.improvement import blockers, permissions, queries
from illuminate.journey.improvement.models import FollowUp, PublicStatement
from illuminate.journey.improvement.queries import PlanLine, Planned
from illuminate.journey.publication import addresses
from illuminate.journey.publication import queries as publication
from illuminate.journey.report.models import PlannedAction
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.views import crumbs

NOT_HANDED = ("Not handed over", "grey")


def plan(review: Review, user: User) -> dict[str, Any]:
    """The whole plan, with who has what until when, how it stands, and what shows it."""
    lines = queries.plan(review)
    release = publication.release_of(review)
    closing = review.stage == Stage.PUBLISHED and permissions.may_close(review.pk, user)
    return {
        **trail(review, "What has been done since"),
        "lines": [(line.recommendation, [_row(review, line, one) for one in line.actions]) for line in lines],
        "counts": _counts(lines),
        "public_url": addresses.public(release) if release else "",
        "close_url": reverse("improvement:close_review", args=[review.slug]) if closing else "",
        "may_hand_over": permissions.may_close(review.pk, user) and review.stage in blockers.FOLLOWING,
    }


def actions(user: User) -> dict[str, Any]:
    """A lead's own list."""
    today = localdate()
    rows = [{"one": one, "state": one.state(today), "due": _due(one.target_date, runs=one.due_passes)}
            for one in queries.mine(user)]  # fmt: skip
    return {
        "title": "My actions",
        "breadcrumbs": [("Desk", reverse("desk:desk")), "My actions"],
        "rows": rows,
    }


def action(follow_up: FollowUp, review: Review | None, user: User) -> dict[str, Any]:
    """One action; `review` is None for a lead, who can't see the review's own row."""
    closes = permissions.may_close(follow_up.review_id, user)
    public = queries.public_now(review, follow_up) if review else set()
    return {
        **_own_trail(follow_up, review, str(follow_up)),
        "caption": follow_up.compartment.title,
        "follow_up": follow_up,
        "state": follow_up.state(localdate()),
        "facts": _facts(follow_up),
        "closure": follow_up.closure,
        "past": [one for one in follow_up.closures.all() if one.reopened_on],
        "progress": list(follow_up.progress.all()),
        "statements": [_said(one, public, user, review) for one in queries.statements(follow_up)],
        "may_report": permissions.may_report(follow_up, user),
        "may_close": closes,
        "is_outside": follow_up.organisation_id is None,
    }


def form(follow_up: FollowUp, review: Review | None, title: str, form: Any, submit: str) -> dict[str, Any]:
    """A page with a form about one action."""
    return {
        **_own_trail(follow_up, review, title, under=True),
        "form": form, "submit_label": submit, "follow_up": follow_up, "lead": follow_up.action_text,
        "cancel_url": reverse("improvement:action", args=[follow_up.pk]),
    }  # fmt: skip


def handing(review: Review, action: PlannedAction, form: Any) -> dict[str, Any]:
    title = f"Hand over action {action.recommendation.number}.{action.number}"
    return {
        **trail(review, title, under=True), "form": form, "submit_label": "Hand it over", "lead": action.text,
        "cancel_url": reverse("improvement:plan", args=[review.slug]),
    }  # fmt: skip


def trail(review: Review, title: str, *, under: bool = False) -> dict[str, Any]:
    between = [("What has been done since", reverse("improvement:plan", args=[review.slug]))] if under else []
    return {"title": title, "review": review, "breadcrumbs": [*crumbs(review), *between, title]}


def _own_trail(
    follow_up: FollowUp, review: Review | None, title: str, *, under: bool = False
) -> dict[str, Any]:
    own = [(str(follow_up), reverse("improvement:action", args=[follow_up.pk]))] if under else []
    if review:
        plan = ("What has been done since", reverse("improvement:plan", args=[review.slug]))
        return {"title": title, "breadcrumbs": [*crumbs(review), plan, *own, title]}
    mine = [("Desk", reverse("desk:desk")), ("My actions", reverse("improvement:actions"))]
    return {"title": title, "breadcrumbs": [*mine, *own, title]}


def _row(review: Review, line: PlanLine, planned: Planned) -> dict[str, Any]:
    follow_up, action = planned.follow_up, planned.action
    due = (
        (follow_up.target_date if follow_up else None)
        or action.target_date
        or line.recommendation.target_date
    )
    runs = follow_up is None or follow_up.due_passes
    return {
        "number": f"{line.recommendation.number}.{action.number}",
        "text": action.text,
        "holder": follow_up.holder if follow_up else action.owner,
        "due": _due(due, runs=runs),
        "state": follow_up.state(localdate()) if follow_up else NOT_HANDED,
        "evidence": len(follow_up.evidence.all()) if follow_up else 0,
        "url": reverse("improvement:action", args=[follow_up.pk]) if follow_up else "",
        "hand_over_url": "" if follow_up else reverse("improvement:hand_over", args=[review.slug, action.pk]),
    }


def _due(due: date | None, *, runs: bool) -> str:
    """In words while the day still means something."""
    if due is None:
        return "No date"
    return when(due) if runs else day(due)


def _counts(lines: list[PlanLine]) -> list[tuple[str, int]]:
    every = [one for line in lines for one in line.actions]
    handed = [one.follow_up for one in every if one.follow_up]
    today = localdate()
    return [
        ("Actions", len(every)),
        ("Handed over", len(handed)),
        ("Overdue", sum(one.is_overdue(today) for one in handed)),
        ("Closed", sum(one.closure is not None for one in handed)),
    ]


def _facts(one: FollowUp) -> list[tuple[str, str]]:
    rows = [
        ("Recommendation", f"{one.recommendation_number}. {one.recommendation_text}"),
        ("Action", one.action_text),
        ("Who has it", one.holder),
        ("Lead", one.lead.name if one.lead else ""),
        ("Due", _due(one.target_date, runs=one.due_passes)),
        ("Milestones", one.milestones),
        ("What is expected to change", one.expected_change),
        ("Sent on", day(one.sent_on)),
        ("Acknowledged on", day(one.acknowledged_on)),
        ("Answered on", day(one.answered_on)),
        ("Answer", one.answer),
    ]
    return [(name, value) for name, value in rows if value]


def _said(one: PublicStatement, public: set[str], user: User, review: Review | None) -> dict[str, Any]:
    """A statement with how far it has come, and what the reader can do about it."""
    is_public = one.digest in public if review else bool(one.released_on)
    confirms = (
        not one.confirmed_on and one.written_by_id != user.pk and permissions.may_confirm(one.review_id, user)
    )
    publishes = bool(one.confirmed_on) and not is_public and permissions.may_publish(one.review_id, user)
    state = ("Public", "green") if is_public else (
        ("Not public yet", "blue") if one.confirmed_on else ("To be checked", "yellow")
    )  # fmt: skip
    return {
        "one": one, "state": state, "confirm": confirms, "publish": publishes,
        "drop": permissions.may_close(one.review_id, user),
    }  # fmt: skip
