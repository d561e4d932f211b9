"""What there is to do between the Home Office's agreement and publication."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.days import long_day
from illuminate.journey.involvement import blockers as involvement
from illuminate.journey.publication import addresses, blockers, permissions, queries
from illuminate.journey.publication.models import FrozenReport, PublicationDate, ReleasedReport
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

NEW_DAYS = 91


def tasks(review: Review, user: User) -> list[Task]:
    """The gate's lines in the task list. Telling the family, and each check, are other rooms' lines."""
    if review.stage != Stage.APPROVED or not access.roles_in(user, review.pk) & set(permissions.CORE):
        return []
    frozen = _standing(review)
    asking = [] if frozen and queries.is_asked(frozen) else [_checking(review, frozen)]
    left = blockers.of_gate(review, reading_bytes=False)
    return [
        _freezing(review, frozen), *asking, _choosing(review), _agreement(review, frozen, user),
        task("Publish the report", _url("release" if permissions.may_release(review.pk, user) else "gate", review),
             done=False, blockers=_in_one(review, left)),
    ]  # fmt: skip


def steps(review: Review, user: User) -> list[Task]:
    """The gate's own page: everything before publication itself."""
    frozen = _standing(review)
    told = not involvement.family_told_of_publication(review)
    family = reverse("involvement:family", args=[review.slug])
    return [
        _freezing(review, frozen), _checking(review, frozen), _choosing(review),
        task("Tell the family when and how the report is published", family, done=told),
        _agreement(review, frozen, user),
    ]  # fmt: skip


def _standing(review: Review) -> FrozenReport | None:
    """What is frozen, if it still counts."""
    frozen = queries.frozen_now(review)
    return frozen if frozen and not blockers.to_stand(frozen) else None


def _in_one(review: Review, left: list[Blocker]) -> list[Blocker]:
    """The list itself is on the gate's page."""
    if len(left) < 2:
        return left
    return [Blocker(f"{len(left)} things still block publication.", _url("gate", review))]


def _freezing(review: Review, frozen: FrozenReport | None) -> Task:
    hint = f"Frozen on {long_day(frozen.frozen_on)}" if frozen else ""
    return task("Freeze the report", _url("freeze", review), done=frozen is not None, hint=hint)


def _choosing(review: Review) -> Task:
    chosen = queries.date_of(review)
    hint = long_day(chosen.publish_on) if chosen else "Agree it with the family first."
    return task("Choose the day of publication", _url("date", review), done=chosen is not None, hint=hint)


def _checking(review: Review, frozen: FrozenReport | None) -> Task:
    """Done once nothing of the checks blocks; until two are asked the way leads to asking them."""
    why_not = [] if frozen else [Blocker("The report is frozen first.", _url("freeze", review))]
    left = blockers.to_be_checked(frozen) if frozen else []
    asked = frozen is not None and queries.is_asked(frozen)
    url = reverse("anonymity:checks", args=[review.slug]) if asked else _url("checkers", review)
    return task("Have two people check the frozen files", url, done=frozen is not None and not left, blockers=why_not,
                hint="Nobody who wrote or uploaded any of it.")  # fmt: skip


def _agreement(review: Review, frozen: FrozenReport | None, user: User) -> Task:
    mine = permissions.may_approve(review.pk, user)
    agreed = frozen is not None and queries.approval_of(frozen) is not None
    why_not = [] if frozen else [Blocker("The report is frozen first.", _url("freeze", review))]
    return task("Agree to the publication of exactly these files", _url("approve" if mine else "gate", review),
                done=agreed, blockers=why_not,
                hint="" if mine or agreed else "The chair of the partnership does this.")  # fmt: skip


def waiting_for(user: User) -> list[Waiting]:
    """Frozen reports for the partnership's chair, approved reviews for their coordinator, new reports for analysts."""
    mine = access.reviews_of(user, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)
    known = {review.pk: review for review in Review.objects.filter(stage=Stage.APPROVED, pk__in=mine)}
    days = dict(
        PublicationDate.objects.filter(review__in=known, replaced_at=None).values_list(
            "review_id", "publish_on"
        )
    )
    frozen = FrozenReport.objects.filter(review__in=known, replaced_at=None, approval=None)
    return [
        *(Waiting("Agree to the publication of the frozen report", _url("approve", known[row.review_id]),
                  known[row.review_id].title, days.get(row.review_id))
          for row in frozen if Role.PARTNERSHIP_CHAIR in mine[row.review_id]),
        *(Waiting("Prepare and publish the report", _url("gate", review), review.title, days.get(review.pk))
          for review in known.values() if Role.COORDINATOR in mine[review.pk]),
        *_new_in_library(user),
    ]  # fmt: skip


def _new_in_library(user: User) -> list[Waiting]:
    """What was published these weeks, for those who read every report."""
    if not access.holds_post(user, Role.COMMISSIONER_ANALYST):
        return []
    new = ReleasedReport.objects.filter(published_on__gt=localdate() - timedelta(days=NEW_DAYS))
    return [
        Waiting("Read a report that was published", addresses.of_report(one.slug), one.title)
        for one in new.order_by("-published_on")
    ]


def _url(name: str, review: Review) -> str:
    return reverse(f"publication:{name}", args=[review.slug])
