"""Whom to tell about the panel. No name and no detail of a case stands in an e-mail: they lead to the page."""

from django.urls import reverse
from django.utils.timezone import now

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.foundation.mailroom.calendar import invitation
from illuminate.journey.panel import queries
from illuminate.journey.panel.models import ChairAppointment, Meeting, PanelMember, Paper, TermsOfReference
from illuminate.journey.reviews.models import Review


def chair_appointed(appointment: ChairAppointment, *, by: User) -> None:
    """The chair themselves."""
    _tell([appointment.person], "chair_appointed", appointment.review, "panel:panel", by=by)


def member_added(member: PanelMember, *, by: User) -> None:
    """The member, if they have an account."""
    if member.user:
        _tell([member.user], "member_added", member.review, "panel:panel", by=by)


def terms_agreed(terms: TermsOfReference, *, by: User) -> None:
    """Everybody on the panel who can read them."""
    _tell(queries.people_to_invite(terms.review), "terms_agreed", terms.review, "panel:terms", by=by)


def gathering_begun(review: Review, *, by: User) -> None:
    """The coordinator and the chair (the lifecycle table, commissioned to gathering)."""
    panel = access.compartment(review.pk, Kind.PANEL)
    people = access.holders(panel, Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
    _tell(people, "gathering_begun", review, "agencies:requests", by=by)


def paper_filed(paper: Paper, *, by: User) -> None:
    """Everybody on the panel who can read it."""
    _tell(queries.people_to_invite(paper.review), "paper_filed", paper.review, "panel:panel", by=by)


def meeting_planned(meeting: Meeting, *, by: User) -> None:
    """Everybody asked, with the invitation for their calendar."""
    _invite(meeting, "meeting_planned", by=by)


def meeting_changed(meeting: Meeting, *, by: User) -> None:
    """Everybody asked, with the change for their calendar."""
    _invite(meeting, "meeting_changed", by=by)


def meeting_cancelled(meeting: Meeting, *, by: User) -> None:
    """Everybody asked, with what takes the meeting out of their calendar."""
    _invite(meeting, "meeting_cancelled", by=by)


def calendar_file(meeting: Meeting, attendee: User) -> bytes:
    """The meeting as a calendar file. Its title holds the reference only, not what the review is called."""
    return invitation(
        f"{meeting.pk}@illuminate", meeting.starts_at, meeting.ends_at,
        f"Panel meeting, {meeting.compartment.reference}", meeting.place, meeting.sequence, meeting.planned_by.email,
        str(attendee.email), cancelled=meeting.cancelled_on is not None,
    )  # fmt: skip


def _invite(meeting: Meeting, template: str, *, by: User) -> None:
    """A meeting that has been is brought in for the record: nobody is invited to the past."""
    if meeting.ends_at < now():
        return
    link = reverse("panel:meeting", args=[meeting.review.slug, meeting.pk])
    for person in queries.people_to_invite(meeting.review):
        attached = mailroom.Attachment("panel-meeting.ics", "text/calendar", calendar_file(meeting, person))
        mailroom.email(
            to=person, template=f"panel/mail/{template}.txt", compartment=meeting.compartment, by=by,
            context={"reference": meeting.compartment.reference, "link": link}, attachments=[attached],
        )  # fmt: skip


def _tell(people: list[User], template: str, review: Review, page: str, *, by: User) -> None:
    """An e-mail to each person but the one who has just done it."""
    for person in people:
        if person != by:
            mailroom.email(
                to=person, template=f"panel/mail/{template}.txt", by=by,
                compartment=access.compartment(review.pk, Kind.PANEL),
                context={"reference": review.reference, "link": reverse(page, args=[review.slug])},
            )  # fmt: skip
