"""Whom intake tells, and of what. No e-mail holds a name or a detail: each says that something waits, and where."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.intake.models import (
    Decision,
    HomeOfficeAnswer,
    HomeOfficeNotice,
    Notification,
    ScopingRequest,
)
from illuminate.journey.reviews.actions import compartment_of
from illuminate.journey.reviews.models import Review

TEAM = (Role.PARTNERSHIP_CHAIR, Role.COORDINATOR)


def death_notified(notification: Notification, core: Compartment, told: Iterable[User], by: User) -> None:
    """The partnership's chair and coordinators, the same minute."""
    link = reverse("intake:notification", args=[notification.pk])
    _tell(told, "death_notified", {"reference": core.reference, "link": link}, core, by)


def scoping_opened(review: Review, by: User) -> None:
    core = compartment_of(review, Kind.CORE)
    chairs = access.holders(core, Role.PARTNERSHIP_CHAIR)
    _tell(chairs, "scoping_opened", _about(review, "intake:scoping"), core, by)


def agency_asked(request: ScopingRequest, review: Review, by: User) -> None:
    """The agency's contact: that a letter comes by secure mail, and that records are to be secured now."""
    _write(request, review, "agency_asked", by)


def agency_reminded(request: ScopingRequest, review: Review, by: User) -> None:
    _write(request, review, "agency_reminded", by)


def decided(decision: Decision, review: Review, by: User) -> None:
    core = compartment_of(review, Kind.CORE)
    people = access.holders(core, Role.COORDINATOR)
    _tell(people, "decided", _about(review, "intake:decision"), core, by)


def home_office_told(notice: HomeOfficeNotice, readers: Iterable[User], by: User) -> None:
    link = reverse("intake:home_office_notice", args=[notice.pk])
    context = {
        "reference": notice.compartment.reference,
        "partnership": notice.partnership.name,
        "link": link,
    }
    _tell(readers, "home_office_told", context, notice.compartment, by)


def home_office_answered(answer: HomeOfficeAnswer, by: User) -> None:
    """The partnership's chair and coordinators, who sit in the Home Office's compartment too."""
    folder = answer.compartment
    link = reverse("intake:home_office_notice", args=[answer.notice_id])
    context = {"reference": folder.reference, "link": link}
    _tell(access.holders(folder, *TEAM), "home_office_answered", context, folder, by)


def commissioned(notice: HomeOfficeNotice, review: Review, by: User) -> None:
    core = compartment_of(review, Kind.CORE)
    chairs = access.holders(core, Role.PARTNERSHIP_CHAIR)
    _tell(chairs, "commissioned", _about(review, "desk:review"), core, by)
    readers = access.holders(notice.compartment, Role.HOME_OFFICE_READER)
    link = reverse("intake:home_office_notice", args=[notice.pk])
    context = {"reference": review.reference, "link": link}
    _tell(readers, "commissioned", context, notice.compartment, by)


def _about(review: Review, page: str) -> dict[str, Any]:
    return {"reference": review.reference, "link": reverse(page, args=[review.slug])}


def _tell(
    people: Iterable[User], what: str, context: dict[str, Any], compartment: Compartment, by: User
) -> None:
    for person in people:
        if person != by:
            mailroom.email(
                to=person, template=f"intake/mail/{what}.txt", context=context, compartment=compartment, by=by
            )


def _write(request: ScopingRequest, review: Review, what: str, by: User) -> None:
    context = {
        "reference": review.reference,
        "partnership": review.partnership.name,
        "due_on": request.due_on,
        "coordinator": str(by.name),
    }
    mailroom.email_address(
        address=request.contact_email, template=f"intake/mail/{what}.txt", context=context,
        compartment=request.compartment, by=by,
    )  # fmt: skip
