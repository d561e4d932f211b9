"""Meetings, their invitations and their papers."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localdate
from icalendar import Calendar

from illuminate.cli.demo.story.agencies import imr_file
from illuminate.cli.demo.story.panel import at, convened, met
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.mailroom.mail import unpack
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.panel import actions
from illuminate.journey.panel.models import Meeting, Paper
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db

SOON = localdate() + timedelta(days=20)


def plan(cast: Cast, review: Review, starts: datetime | None = None, ends: datetime | None = None) -> Meeting:
    meeting = do(actions.plan_meeting, review=review, starts_at=starts or at(SOON, 10), ends_at=ends or at(SOON, 12),
                 place="Town Hall", purpose="Louise’s life", by=cast.coordinator)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        return Meeting.objects.select_related("review", "compartment", "planned_by").get(pk=meeting.pk)


def invitations(person: User, by: User) -> list[Calendar]:
    with acting_as(by.pk):
        letters = Message.objects.filter(to_user=person, subject__startswith="Panel meeting").order_by(
            "recorded_at"
        )
        return [Calendar.from_ical(unpack(one.attachments)[0].data) for one in letters]


def test_everybody_gets_the_invitation_its_change_and_its_end(cast: Cast) -> None:
    meeting = plan(cast, convened(cast))
    later = at(SOON + timedelta(days=1), 10)
    do(actions.change_meeting, meeting=meeting, starts_at=later, ends_at=later + timedelta(hours=2), place="Library",
       sequence=0, by=cast.independent_chair)  # fmt: skip
    do(actions.cancel_meeting, meeting=meeting, by=cast.coordinator)
    for person in (cast.panel_member, cast.second_panel_member, cast.independent_chair, cast.coordinator):
        sent = invitations(person, cast.coordinator)
        assert [str(one["METHOD"]) for one in sent] == ["REQUEST", "REQUEST", "CANCEL"]
        events = [one.walk("VEVENT")[0] for one in sent]
        assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
        assert {str(event["UID"]) for event in events} == {f"{meeting.pk}@illuminate"}
        assert events[1].decoded("DTSTART") == later
        assert str(events[1]["LOCATION"]) == "Library"
        for event in events:
            assert "Louise" not in event.to_ical().decode()
            assert meeting.compartment.title not in event.to_ical().decode()


def test_wrong_times_are_refused(cast: Cast) -> None:
    review = convened(cast)
    with pytest.raises(Refused, match="today or later"):
        plan(cast, review, at(localdate() - timedelta(days=1), 10), at(localdate() - timedelta(days=1), 11))
    with pytest.raises(Refused, match="end after it starts"):
        plan(cast, review, at(SOON, 12), at(SOON, 12))
    plan(cast, review)
    with pytest.raises(Refused, match="already planned for that time"):
        plan(cast, review)


def test_a_stale_page_a_past_and_a_cancelled_meeting_can_not_be_changed(cast: Cast) -> None:
    review = convened(cast)
    change = {"starts_at": at(SOON, 14), "ends_at": at(SOON, 15), "place": "Library", "by": cast.coordinator}
    with pytest.raises(Refused, match="has begun"):
        do(actions.change_meeting, meeting=met(cast, review), **change)
    meeting = plan(cast, review)
    do(actions.change_meeting, meeting=meeting, sequence=0, **change)
    with pytest.raises(Refused, match="just changed this meeting"):
        do(actions.change_meeting, meeting=meeting, sequence=0, **change)
    do(actions.cancel_meeting, meeting=meeting, by=cast.coordinator)
    with pytest.raises(Refused, match="was cancelled"):
        do(actions.cancel_meeting, meeting=meeting, by=cast.coordinator)
    assert plan(cast, review, at(SOON, 14), at(SOON, 15)).sequence == 0


def test_nobody_is_invited_to_the_past(cast: Cast) -> None:
    met(cast, convened(cast))
    assert invitations(cast.panel_member, cast.coordinator) == []


def test_minutes_are_for_the_panel_only(cast: Cast) -> None:
    review = convened(cast)
    meeting = met(cast, review)
    minutes = imr_file("The panel agreed the terms.", "minutes.docx")
    paper = do(
        actions.file_paper,
        review=review,
        kind="minutes",
        upload=minutes,
        meeting=meeting,
        by=cast.coordinator,
    )
    with acting_as(cast.panel_member.pk):
        assert Paper.objects.get().document.name == "minutes.docx"
    for outsider in (cast.officer, cast.stranger, cast.home_office_reader):
        with acting_as(outsider.pk):
            assert not Paper.objects.exists()
    with pytest.raises(Refused, match="already here"):
        do(
            actions.file_paper,
            review=review,
            kind="minutes",
            upload=minutes,
            meeting=meeting,
            by=cast.coordinator,
        )
    assert paper.kind == "minutes"


def test_papers_that_can_not_be_are_refused(cast: Cast) -> None:
    review = convened(cast)
    meeting = plan(cast, review)
    for upload, kind, at_meeting, words in (
        (imr_file(), "minutes", meeting, "has not been yet"),
        (imr_file(), "agenda", None, "Choose the meeting"),
        (Upload("empty.docx", b""), "paper", None, "is empty"),
        (Upload("agenda.docx", b"MZ\x90\x00 not a letter"), "paper", None, "docx|kind"),
    ):
        with pytest.raises(Refused, match=words):
            do(
                actions.file_paper,
                review=review,
                kind=kind,
                upload=upload,
                meeting=at_meeting,
                by=cast.coordinator,
            )
    with acting_as(cast.coordinator.pk):
        assert not Paper.objects.exists()


def test_the_clocks_change_and_the_meeting_stays_at_ten(cast: Cast) -> None:
    summer = at(date(2027, 3, 29), 10)
    meeting = plan(cast, convened(cast), summer, summer + timedelta(hours=1))
    event = invitations(cast.panel_member, cast.coordinator)[0].walk("VEVENT")[0]
    assert event.decoded("DTSTART") == meeting.starts_at
    assert meeting.starts_at.hour == 9
