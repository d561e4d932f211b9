"""What there is to do from the notified death to the decision, and what waits for whom."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.days import in_words
from illuminate.journey.intake import blockers, queries
from illuminate.journey.intake.choices import ToldOf
from illuminate.journey.intake.models import FamilyLetter, ScopingRequest
from illuminate.journey.people.permissions import may_read
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

DECIDED = (Stage.NOT_HELD, Stage.DIRECTED, Stage.COMMISSIONED)
WORKED_ON = (Stage.NOTIFIED, Stage.DECIDING, *DECIDED)


def tasks(review: Review, user: User) -> list[Task]:
    """The stage's lines: scoping before the decision, then the letters and the Home Office's answer."""
    if not may_read(review.pk, user):
        return []
    if review.stage in (Stage.NOTIFIED, Stage.DECIDING):
        return _before(review)
    if review.stage in DECIDED:
        return _after(review)
    return []


def _before(review: Review) -> list[Task]:
    scoping = reverse("intake:scoping", args=[review.slug])
    is_open = review.stage == Stage.DECIDING
    not_yet = [] if is_open else [Blocker("Open scoping first.", scoping)]
    asked = queries.asked(review) if is_open else []
    missing = [one.request for one in asked if one.answer is None]
    none_asked = [] if asked else [Blocker("No agency has been asked yet.", scoping)]
    due = in_words(queries.decision_due(review), localdate())
    return [
        task("Read the notification and open scoping", scoping, done=is_open),
        task("Ask agencies to secure their records and to answer", scoping, done=bool(asked), blockers=not_yet,
             hint=f"{len(asked)} asked" if asked else ""),
        task("Record what they answer", scoping, done=bool(asked) and not missing, blockers=not_yet or none_asked,
             hint=_missing(missing)),
        task("Decide whether to hold a review", reverse("intake:decision", args=[review.slug]), done=False,
             blockers=blockers.to_decide(review), hint=f"The chair of the partnership decides, {due}"),
    ]  # fmt: skip


def _missing(requests: list[ScopingRequest]) -> str:
    if not requests:
        return ""
    first = in_words(min(one.due_on for one in requests), localdate())
    return f"{len(requests)} not answered yet, {first}"


def _after(review: Review) -> list[Task]:
    decision = reverse("intake:decision", args=[review.slug])
    told = reverse("intake:family_told", args=[review.slug])
    letters = {letter.about for letter in queries.family_letters(review)}
    turned = queries.reversed_by_home_office(review)
    lines = [
        task("Tell the Home Office of the decision", decision, done=queries.notice_of(review) is not None),
        task("Tell the family of the decision in writing", told, done=ToldOf.DECISION in letters),
    ]
    if review.stage == Stage.NOT_HELD:
        lines.append(
            Task("The Home Office answers", decision, "waiting", [Blocker("No answer has come yet.")])
        )
    if turned:
        done = ToldOf.REVERSAL in letters
        lines.append(task("Tell the family in writing that there will be a review", told, done=done))
        lines.append(task("Commission the review", decision, done=review.stage != Stage.DIRECTED))
    return lines


def waiting_for(user: User) -> list[Waiting]:
    """What waits for a person over all their reviews, in a constant number of queries."""
    return [*_of_team(user), *_of_home_office(user)]


def _of_team(user: User) -> Iterator[Waiting]:
    rows = list(reviews.visible_to(user).filter(stage__in=WORKED_ON))
    roles = access.reviews_of(user, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR) if rows else {}
    late = _unanswered(rows)
    told = _told(rows)
    for review in rows:
        held = roles.get(review.pk, frozenset())
        if Role.COORDINATOR in held:
            yield from _for_coordinator(review, late.get(review.pk, []), told.get(review.pk, set()))
        if Role.PARTNERSHIP_CHAIR in held and review.stage == Stage.DECIDING:
            url = reverse("intake:decision", args=[review.slug])
            yield Waiting("Decide whether to hold a review", url, review.title, queries.decision_due(review))


def _for_coordinator(review: Review, late: list[date], told: set[str]) -> Iterator[Waiting]:
    scoping = reverse("intake:scoping", args=[review.slug])
    decision = reverse("intake:decision", args=[review.slug])
    if review.stage == Stage.NOTIFIED:
        due = queries.decision_due(review)
        yield Waiting("Read the notification and open scoping", scoping, review.title, due)
    if review.stage == Stage.DECIDING and late:
        words = "An agency has" if len(late) == 1 else f"{len(late)} agencies have"
        yield Waiting(f"{words} not answered", scoping, review.title, min(late), "Agency")
    if review.stage == Stage.DIRECTED:
        yield Waiting("Commission the review the Home Office asked for", decision, review.title)
    if review.stage in DECIDED and not told:
        url = reverse("intake:family_told", args=[review.slug])
        yield Waiting("Tell the family of the decision in writing", url, review.title)


def _of_home_office(user: User) -> list[Waiting]:
    if not access.holds_post(user, Role.HOME_OFFICE_READER):
        return []
    waiting, _ = queries.home_office_queue(user)
    return [
        Waiting(
            f"Answer the decision not to review of {notice.partnership.name}",
            reverse("intake:home_office_notice", args=[notice.pk]), notice.compartment.reference,
        )
        for notice in waiting
    ]  # fmt: skip


def _unanswered(rows: list[Review]) -> dict[UUID, list[date]]:
    """The due dates of agencies that have not answered, by review."""
    found: dict[UUID, list[date]] = defaultdict(list)
    open_requests = ScopingRequest.objects.filter(review__in=rows, returns=None)
    for review_id, due_on in open_requests.values_list("review_id", "due_on"):
        found[review_id].append(due_on)
    return found


def _told(rows: list[Review]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for review_id, about in FamilyLetter.objects.filter(review__in=rows).values_list("review_id", "about"):
        found[review_id].add(about)
    return found
