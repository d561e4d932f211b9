"""The panel's pages, each asked four ways: signed out, a stranger, somebody allowed, wrong input."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.cli.demo.story.agencies import imr_file
from illuminate.cli.demo.story.intake import commissioned
from illuminate.cli.demo.story.panel import INDEPENDENCE, NO_PART, chaired, convened, met, ready
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.panel import actions
from illuminate.journey.panel.models import ChairAppointment, Meeting, PanelMember, Paper, TermsOfReference
from illuminate.journey.panel.queries import members
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

LEADING = [
    "appoint",
    "add_member",
    "no_specialist",
    "begin_gathering",
    "agree_terms",
    "plan_meeting",
    "file_paper",
]
READING = ["panel", "terms"]


def url(name: str, review: Review, *rest: object) -> str:
    return reverse(f"panel:{name}", args=[review.slug, *rest])


def text(response: object) -> str:
    return response.content.decode()


def test_every_page_four_ways(client: Client, cast: Cast) -> None:
    review = ready(cast)
    meeting = met(cast, review)
    with acting_as(cast.coordinator.pk):
        member = members(review).get(name="Callum Deverell")
    every = [url(name, review) for name in [*READING, *LEADING, "end_appointment"]]
    every += [url("meeting", review, meeting.pk), url("change_meeting", review, meeting.pk),
              url("cancel_meeting", review, meeting.pk), url("terms_version", review, 1),
              url("remove_member", review, member.pk)]  # fmt: skip
    for address in every:
        assert client.get(address).headers["Location"].startswith("/sign-in/"), address
    client.force_login(cast.stranger)
    for address in every:
        assert client.get(address).status_code == 404, address
    client.force_login(cast.coordinator)
    for address in every:
        response = client.get(address)
        assert response.status_code == 200, address
        for name in ("Holloway", "Margaret", "Craig"):
            assert name not in text(response), address
    client.force_login(cast.panel_member)
    for address in every:
        allowed = address in (url("panel", review), url("terms", review), url("meeting", review, meeting.pk),
                              url("terms_version", review, 1))  # fmt: skip
        assert client.get(address).status_code == (200 if allowed else 403), address
    assert client.get(url("terms_version", review, 9)).status_code == 404


def test_reading_is_recorded(client: Client, cast: Cast) -> None:
    review = chaired(cast)
    client.force_login(cast.independent_chair)
    client.get(url("panel", review))
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.filter(kind="reviews.page_read").latest("sequence")
        assert (event.actor_id, event.detail) == (cast.independent_chair.pk, {"page": "panel"})


def test_appointing_somebody_new_by_the_page(client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    client.force_login(cast.coordinator)
    wrong = client.post(url("appoint", review), {"who": "new"})
    for words in ("Enter their name", "Enter their e-mail address", "statement of independence",
                  "Confirm that the chair has declared"):  # fmt: skip
        assert words in text(wrong)
    filled = {
        "who": "new", "name": "Dr Imogen Ashdown", "email": "a@example.org", "independence": INDEPENDENCE,
        "confirmed": "on", **posted_date("declared_on", date(2022, 1, 10)),
    }  # fmt: skip
    future = client.post(url("appoint", review), {**filled, **posted_date("declared_on", date(2090, 1, 1))})
    assert "today or in the past" in text(future)
    response = client.post(url("appoint", review), filled, follow=True)
    assert "Dr Imogen Ashdown has been appointed" in text(response)
    again = client.post(url("appoint", review), {**filled, "email": "b@example.org"})
    assert "already leads this review" in text(again)
    with acting_as(cast.coordinator.pk):
        assert ChairAppointment.objects.count() == 1


def test_pressing_twice_adds_one_member(client: Client, cast: Cast) -> None:
    review = chaired(cast)
    client.force_login(cast.independent_chair)
    form = client.get(url("add_member", review)).context["form"]
    sent = {
        "name": "Sunita Rao-Bell", "role": "Chief Executive", "organisation_name": "Lantern", "is_specialist": "on",
        "independence": NO_PART, "confirmed": "on", "submission_token": str(form["submission_token"].value()),
    }  # fmt: skip
    first, second = client.post(url("add_member", review), sent), client.post(url("add_member", review), sent)
    assert first.headers["Location"] == second.headers["Location"] == url("panel", review)
    with acting_as(cast.coordinator.pk):
        assert PanelMember.objects.count() == 1
    assert "Confirm that the member" in text(client.post(url("add_member", review), {"name": "Somebody"}))


def test_terms_come_back_with_what_was_written(client: Client, cast: Cast) -> None:
    review = ready(cast)
    client.force_login(cast.independent_chair)
    page = client.get(url("agree_terms", review))
    initial = page.context["form"].initial
    assert initial["based_on"] == 1
    assert len(initial["lines"].splitlines()) == 7
    sent = {
        **{key: value for key, value in initial.items() if isinstance(value, str | int)},
        **posted_date("period_from", initial["period_from"]), **posted_date("period_to", initial["period_to"]),
        **posted_date("agreed_on", localdate()), "purpose": "What did Margaret need?",
    }  # fmt: skip
    wrong = client.post(url("agree_terms", review), sent)
    assert "“Margaret” in “Purpose” is a real name" in text(wrong)
    assert "What did Margaret need?" in text(wrong)
    done = client.post(url("agree_terms", review), {**sent, "purpose": "What did Louise need?"}, follow=True)
    assert "Version 2 of the terms of reference is on record" in text(done)
    stale = client.post(url("agree_terms", review), {**sent, "purpose": "Another"})
    assert "Version 2 was agreed while you were writing" in text(stale)
    old = client.get(url("terms_version", review, 1))
    assert "This version no longer holds" in text(old)
    with acting_as(cast.coordinator.pk):
        assert TermsOfReference.objects.count() == 2


def test_planning_a_meeting_by_the_page(client: Client, cast: Cast) -> None:
    review = convened(cast)
    client.force_login(cast.coordinator)
    day = localdate() + timedelta(days=30)
    sent = {**posted_date("on", day), "start": "10am", "end": "9am", "place": "Town Hall"}
    assert "must end after it starts" in text(client.post(url("plan_meeting", review), sent))
    yesterday = {**sent, **posted_date("on", localdate() - timedelta(days=1)), "end": "12:00"}
    assert "must be today or in the future" in text(client.post(url("plan_meeting", review), yesterday))
    response = client.post(url("plan_meeting", review), {**sent, "end": "12:30"}, follow=True)
    assert "10:00 to 12:30" in text(response)
    assert "Callum Deverell" in text(response)
    with acting_as(cast.coordinator.pk):
        meeting = Meeting.objects.get()
    changed = client.get(url("change_meeting", review, meeting.pk)).context["form"].initial
    assert (changed["start"].hour, changed["sequence"]) == (10, 0)
    client.post(url("cancel_meeting", review, meeting.pk))
    assert client.post(url("cancel_meeting", review, meeting.pk)).status_code == 409
    assert "Cancelled" in text(client.get(url("panel", review)))


def test_minutes_are_filed_and_downloaded_by_the_panel_only(client: Client, cast: Cast) -> None:
    review = convened(cast)
    meeting = met(cast, review)
    client.force_login(cast.coordinator)
    upload = imr_file("The panel met.", "minutes.docx")
    wrong = {"kind": "minutes", "meeting": str(meeting.pk), "upload": SimpleUploadedFile("minutes.docx", b"")}
    assert "empty" in text(client.post(url("file_paper", review), wrong))
    hostile = {**wrong, "upload": SimpleUploadedFile("minutes.docx", b"MZ\x90\x00\x03 program")}
    assert "There is a problem" in text(client.post(url("file_paper", review), hostile))
    sent = {**wrong, "upload": SimpleUploadedFile("minutes.docx", upload.data)}
    assert "Minutes filed" in text(client.post(url("file_paper", review), sent, follow=True))
    with acting_as(cast.coordinator.pk):
        file = reverse("documents:download", args=[Paper.objects.get().document_id])
    client.force_login(cast.panel_member)
    assert client.get(file).content == upload.data
    client.force_login(cast.officer)
    assert client.get(file).status_code == 404


def test_beginning_says_what_is_missing(client: Client, cast: Cast) -> None:
    review = chaired(cast)
    client.force_login(cast.coordinator)
    page = text(client.get(url("begin_gathering", review)))
    assert "Add the panel’s members" in page
    assert "Begin gathering accounts</button>" not in page
    assert client.post(url("begin_gathering", review)).status_code == 409
    assert reloaded(cast, review).stage == "commissioned"


def test_the_panels_page_asks_as_much_for_one_paper_as_for_many(client: Client, cast: Cast) -> None:
    review = convened(cast)
    meeting = met(cast, review)
    client.force_login(cast.coordinator)

    def file(number: int) -> None:
        for kind, where in (("minutes", meeting), ("paper", None)):
            do(actions.file_paper, review=review, kind=kind, upload=imr_file(f"{kind} {number}"), meeting=where,
               by=cast.coordinator)  # fmt: skip

    file(1)
    with CaptureQueriesContext(connection) as few:
        client.get(url("panel", review))
    for number in (2, 3):
        file(number)
        do(actions.add_member, review=review, name=f"Member {number}", role="Nurse", organisation_name="Surgery",
           independence=NO_PART, by=cast.coordinator)  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(url("panel", review))
    assert len(many) == len(few)
