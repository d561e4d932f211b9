"""Reading intake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from illuminate.engines.clock import due, load_edition
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.answers import Answer
from illuminate.journey.intake.choices import AnswerOutcome, Outcome
from illuminate.journey.intake.models import (
    Decision,
    FamilyLetter,
    HomeOfficeAnswer,
    HomeOfficeNotice,
    Notification,
    ScopingRequest,
    ScopingReturn,
)
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.models import Review


@dataclass(frozen=True)
class Asked:
    """An agency that was asked, with its latest answer if there is one."""

    request: ScopingRequest
    answer: ScopingReturn | None

    @property
    def version(self) -> int:
        return self.answer.version if self.answer else 0


def notifications_of(user: User) -> QuerySet[Notification]:
    """The notifications that a person sent themselves, newest first."""
    rows = access.visible_to(user, Notification.objects.filter(notified_by=user))
    return rows.select_related("compartment", "partnership").order_by("-recorded_at")


def notification_or_404(pk: UUID, user: User) -> Notification:
    rows = Notification.objects.select_related("compartment", "partnership", "organisation")
    return get_object_or_404(access.visible_to(user, rows), pk=pk)


def notification_of(review: Review) -> Notification | None:
    """The notification that opened a review; None where the review was opened without one."""
    return Notification.objects.filter(review_id=review.pk).prefetch_related("people").first()


def review_behind(row: Notification | HomeOfficeNotice, user: User) -> Review | None:
    """The review that a notification or a notice belongs to; None for those who may not see it."""
    return reviews.visible_to(user).filter(pk=row.review_id).first()


def asked(review: Review) -> list[Asked]:
    """Every agency asked, first asked first, with what it answered last."""
    requests = ScopingRequest.objects.filter(review=review).select_related("organisation", "letter")
    latest: dict[UUID, ScopingReturn] = {
        answer.request_id: answer
        for answer in ScopingReturn.objects.filter(review=review).order_by("version")
    }
    return [Asked(request, latest.get(request.pk)) for request in requests]


def request_or_404(review: Review, pk: UUID, user: User) -> ScopingRequest:
    rows = access.visible_to(user, ScopingRequest.objects.select_related("organisation"))
    return get_object_or_404(rows, review=review, pk=pk)


def latest_return(request: ScopingRequest) -> ScopingReturn | None:
    return request.returns.order_by("-version").prefetch_related("subjects").first()


def nobody_knew(answers: Iterable[Asked]) -> bool:
    """Whether every agency that has answered knew none of the subjects, and at least one has."""
    given = [one.answer.known for one in answers if one.answer]
    return bool(given) and all(known == Answer.NO for known in given)


def decision_of(review: Review) -> Decision | None:
    return (
        Decision.objects.filter(review=review).select_related("decided_by").prefetch_related("limbs").first()
    )


def notice_of(review: Review) -> HomeOfficeNotice | None:
    return HomeOfficeNotice.objects.filter(review_id=review.pk).select_related("letter", "answer").first()


def notices_visible_to(user: User) -> QuerySet[HomeOfficeNotice]:
    rows = access.visible_to(user, HomeOfficeNotice.objects.all())
    return rows.select_related("compartment", "partnership", "letter", "answer")


def notice_or_404(pk: UUID, user: User) -> HomeOfficeNotice:
    return get_object_or_404(notices_visible_to(user), pk=pk)


def answer_to(notice: HomeOfficeNotice) -> HomeOfficeAnswer | None:
    return getattr(notice, "answer", None)


def waits_for_answer(notice: HomeOfficeNotice) -> bool:
    return notice.outcome == Outcome.NOT_HOLD and answer_to(notice) is None


def home_office_queue(user: User) -> tuple[list[HomeOfficeNotice], list[HomeOfficeNotice]]:
    """The decisions that wait for the Home Office's answer, oldest first; and all others, newest first."""
    rows = list(notices_visible_to(user))
    waiting = [notice for notice in rows if waits_for_answer(notice)]
    return waiting, [notice for notice in reversed(rows) if not waits_for_answer(notice)]


def reversed_by_home_office(review: Review) -> bool:
    notice = notice_of(review)
    answer = answer_to(notice) if notice else None
    return answer is not None and answer.outcome != AnswerOutcome.ACCEPTED


def family_letters(review: Review) -> list[FamilyLetter]:
    return list(FamilyLetter.objects.filter(review=review).select_related("told_by"))


def decision_due(review: Review) -> date:
    """The last day on which the decision is in time: one month from the death coming to the chair's attention."""
    return due(load_edition(review.edition).rule("decision"), review.notified_on)


def scoping_due(review: Review, asked_on: date) -> date:
    return due(load_edition(review.edition).rule("scoping_reply"), asked_on)


def report_due(review: Review, decided_on: date) -> date:
    return due(load_edition(review.edition).rule("report"), decided_on)


def home_office() -> Organisation | None:
    """The department that is told of every decision."""
    return Organisation.objects.filter(type=Organisation.Type.HOME_OFFICE).order_by("name").first()


def whom_to_tell(partnership: Organisation) -> list[User]:
    """The partnership's chair and coordinators."""
    return access.post_holders(partnership, Role.PARTNERSHIP_CHAIR, Role.COORDINATOR)


def partnerships() -> QuerySet[Organisation]:
    return Organisation.objects.filter(type=Organisation.Type.PARTNERSHIP)


def agencies_to_ask(review: Review) -> QuerySet[Organisation]:
    """Agencies and forces that have not been asked yet."""
    done = ScopingRequest.objects.filter(review=review).values("organisation_id")
    kinds = (Organisation.Type.AGENCY, Organisation.Type.POLICE, Organisation.Type.ADVOCACY)
    return Organisation.objects.filter(type__in=kinds).exclude(pk__in=done)
