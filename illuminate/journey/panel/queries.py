"""Reading the panel."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, Membership, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.journey.intake import queries as intake
from illuminate.journey.panel.models import (
    ChairAppointment,
    KeyLine,
    Meeting,
    PanelMember,
    Paper,
    SpecialistAbsence,
    TermsOfReference,
)
from illuminate.journey.reviews.models import Review


def chair(review: Review) -> ChairAppointment | None:
    """Who leads the review now."""
    return ChairAppointment.objects.filter(review=review, ended_on=None).select_related("person").first()


def former_chairs(review: Review) -> QuerySet[ChairAppointment]:
    """Who led it before."""
    return ChairAppointment.objects.filter(review=review).exclude(ended_on=None).select_related("person")


def members(review: Review) -> QuerySet[PanelMember]:
    """Who sits on the panel now, the chair apart."""
    return PanelMember.objects.filter(review=review, left_on=None).select_related("user")


def former_members(review: Review) -> QuerySet[PanelMember]:
    """Who sat on the panel and has left it."""
    return PanelMember.objects.filter(review=review).exclude(left_on=None)


def specialist_absence(review: Review) -> SpecialistAbsence | None:
    """The reason given for a panel without a specialist domestic abuse service."""
    return SpecialistAbsence.objects.filter(review=review).select_related("recorded_by").first()


def all_terms(review: Review) -> QuerySet[TermsOfReference]:
    """Every version of the terms of reference, the current one first, with its key lines."""
    lines = Prefetch("key_lines", KeyLine.objects.order_by("number"))
    versions = TermsOfReference.objects.filter(review=review).select_related("agreed_by")
    return versions.prefetch_related(lines).order_by("-version")


def current_terms(review: Review) -> TermsOfReference | None:
    """The terms of reference that hold now."""
    return all_terms(review).first()


def key_lines(review: Review) -> list[KeyLine]:
    """The key lines of enquiry that hold now, in order."""
    terms = current_terms(review)
    return list(terms.key_lines.all()) if terms else []


def meetings(review: Review) -> QuerySet[Meeting]:
    """The review's meetings in order of time, each with its papers."""
    papers = Prefetch("papers", Paper.objects.select_related("document").order_by("recorded_at"))
    return Meeting.objects.filter(review=review).prefetch_related(papers).order_by("starts_at")


def loose_papers(review: Review) -> QuerySet[Paper]:
    """Papers that belong to no meeting."""
    return Paper.objects.filter(review=review, meeting=None).select_related("document", "filed_by")


def meeting_or_404(review: Review, pk: UUID, user: User) -> Meeting:
    """A meeting of this review; one that you may not see does not exist."""
    return get_object_or_404(access.visible_to(user, meetings(review)), pk=pk)


def member_or_404(review: Review, pk: UUID, user: User) -> PanelMember:
    """Somebody on this panel now."""
    return get_object_or_404(access.visible_to(user, members(review)), pk=pk)


def terms_or_404(review: Review, version: int, user: User) -> TermsOfReference:
    """A version of the terms of reference."""
    return get_object_or_404(access.visible_to(user, all_terms(review)), version=version)


def chairs_known_to(user: User) -> list[User]:
    """People who lead or have led a review that this person sees."""
    led = ChairAppointment.objects.values("person_id")
    return list(
        User.objects.filter(pk__in=led, is_active=True, kind=User.Kinds.PERSON).order_by("created_at")
    )


def agencies_involved(review: Review) -> set[UUID]:
    """The organisations with a part of their own in the review: asked at scoping or since, or notifying it."""
    kinds = (Kind.AGENCY, Kind.NOTIFIER)
    found = Compartment.objects.filter(review_id=review.pk, kind__in=kinds).exclude(organisation=None)
    scoped = {one.request.organisation_id for one in intake.asked(review)}
    return scoped | set(found.values_list("organisation_id", flat=True))


def posts_against_independence(review: Review, person: User) -> list[Organisation]:
    """Where a person works that has a part in this review, so that they can't lead it."""
    involved = agencies_involved(review) | {review.partnership_id}
    held = access.posts_of(person)
    return [
        post.organisation
        for post in held
        if post.organisation_id in involved or post.organisation.type == Organisation.Type.HOME_OFFICE
    ]


def is_author_here(review: Review, person: User) -> bool:
    """Whether a person writes an agency's account in this review."""
    return Membership.objects.filter(
        compartment__review_id=review.pk, user=person, role=Role.AGENCY_AUTHOR, ended_at=None
    ).exists()


def people_to_invite(review: Review) -> list[User]:
    """Everybody with an account who is asked to a meeting: chair, members, the coordinators who look after it."""
    panel = access.compartment(review.pk, Kind.PANEL)
    return access.holders(
        panel, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER, Role.COORDINATOR, Role.REPORT_AUTHOR
    )
