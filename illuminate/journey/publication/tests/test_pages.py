"""The pages of the gate: signed out, a stranger, whoever may, and wrong input."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.cli.demo.story.publication import (
    SUMMARY,
    agreed,
    at_the_gate,
    checked,
    frozen,
    published,
    word_file,
)
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.publication import actions
from illuminate.journey.publication.models import FrozenReport, PublicationDate, Release
from illuminate.journey.publication.tasks import waiting_for
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

SENT = {"csrfmiddlewaretoken": "as a browser sends it"}
PAGES = ("gate", "freeze", "page", "checkers", "date", "approve", "release")


def url(cast: Cast, name: str) -> str:
    return reverse(f"publication:{name}", args=[cast.standing.slug])


@pytest.mark.parametrize("name", PAGES)
def test_the_gate_does_not_exist_for_others(cast: Cast, client: Client, name: str) -> None:
    frozen(cast)
    assert client.get(url(cast, name)).status_code == 302
    for person in (cast.stranger, cast.panel_member, cast.housing_author, cast.quality_reader, cast.analyst):
        client.force_login(person)
        assert client.get(url(cast, name)).status_code == 404, person
        assert client.post(url(cast, name), {"frozen": "x"}).status_code == 404, person


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("gate", "coordinator"), ("gate", "partnership_chair"), ("gate", "independent_chair"), ("page", "coordinator"),
        ("freeze", "coordinator"), ("freeze", "independent_chair"), ("checkers", "coordinator"),
        ("date", "coordinator"), ("approve", "partnership_chair"), ("release", "coordinator"),
    ],
)  # fmt: skip
def test_whoever_may_sees_it(cast: Cast, client: Client, name: str, who: str) -> None:
    frozen(cast)
    client.force_login(getattr(cast, who))
    answer = client.get(url(cast, name))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Holloway" not in text
    assert "<title>" in text


@pytest.mark.parametrize(
    ("name", "who"),
    [("freeze", "partnership_chair"), ("date", "partnership_chair"), ("approve", "coordinator"),
     ("release", "independent_chair"), ("release", "partnership_chair")],
)  # fmt: skip
def test_whoever_may_not_is_told_so(cast: Cast, client: Client, name: str, who: str) -> None:
    frozen(cast)
    client.force_login(getattr(cast, who))
    assert client.get(url(cast, name)).status_code == 403


def test_the_gate_lists_what_blocks_and_leads_there(cast: Cast, client: Client) -> None:
    frozen(cast)
    client.force_login(cast.coordinator)
    text = client.get(url(cast, "gate")).content.decode()
    assert "What still blocks publication" in text
    assert f'href="{url(cast, "date")}"' in text
    assert f'href="{url(cast, "checkers")}"' in text
    assert "Publish the report</a>" not in text
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="reviews.page_read", detail={"page": "publication"}).exists()


def test_a_report_is_frozen_from_the_page_with_what_the_review_has(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    text = client.get(url(cast, "freeze")).content.decode()
    assert 'value="October 2021"' in text
    letter = SimpleUploadedFile("letter.pdf.docx", word_file("We agree to publication."))
    given = {"died": "October 2021", "summary": SUMMARY, "file_letter": letter}
    answer = client.post(url(cast, "freeze"), given)
    assert answer.status_code == 302, answer.content.decode()
    with acting_as(cast.coordinator.pk):
        report = FrozenReport.objects.get()
        assert {file.kind for file in report.files.all()} == {"overview", "summary", "plan", "letter", "page"}


def test_wrong_input_is_answered_in_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    text = client.post(url(cast, "freeze"), {"died": "9 October 2021", "summary": "x"}).content.decode()
    assert "Choose the file of the Home Office’s letter" in text
    letter = SimpleUploadedFile("letter.docx", b"no Word file at all")
    text = client.post(
        url(cast, "freeze"), {"died": "9/10/2021", "summary": "x", "file_letter": letter}
    ).content.decode()
    assert "error-summary" in text
    letter = SimpleUploadedFile("letter.docx", word_file("We agree."))
    text = client.post(
        url(cast, "freeze"), {"died": "9/10/2021", "summary": "x", "file_letter": letter}
    ).content.decode()
    assert "never the day" in text
    text = client.post(url(cast, "date"), posted_date("publish_on", date(2020, 2, 3))).content.decode()
    assert "must be today or in the future" in text
    frozen(cast)
    assert "Choose who is asked" in client.post(url(cast, "checkers"), {"people": []} | SENT).content.decode()
    for wrong in ("", "nonsense", "00000000-0000-0000-0000-000000000000"):
        assert client.post(url(cast, "release"), {"frozen": wrong}).status_code in (200, 404)
    with acting_as(cast.coordinator.pk):
        assert not Release.objects.exists()


def test_the_day_is_chosen_from_the_page(cast: Cast, client: Client) -> None:
    client.force_login(cast.independent_chair)
    day = localdate() + timedelta(days=20)
    assert client.post(url(cast, "date"), posted_date("publish_on", day)).status_code == 302
    with acting_as(cast.coordinator.pk):
        assert PublicationDate.objects.get().publish_on == day


def test_two_people_are_asked_from_the_page(cast: Cast, client: Client) -> None:
    frozen(cast)
    client.force_login(cast.coordinator)
    people = [str(cast.panel_member.pk), str(cast.second_panel_member.pk)]
    assert client.post(url(cast, "checkers"), {"people": people}).status_code == 302
    client.force_login(cast.panel_member)
    assert client.get("/").content.decode().count("/anonymity/checks/") == 5


def test_a_stale_page_publishes_nothing(cast: Cast, client: Client) -> None:
    """The coordinator opened the page, then somebody froze something else."""
    report = agreed(cast)
    from illuminate.cli.demo.story.publication import files

    do(actions.freeze, review=report.review, documents=files(cast, report.review), died="2021", summary="Another.",
       by=cast.independent_chair)  # fmt: skip
    client.force_login(cast.coordinator)
    text = client.post(url(cast, "release"), {"frozen": str(report.pk)}).content.decode()
    assert "frozen anew since" in text
    client.force_login(cast.partnership_chair)
    assert "already" in client.post(url(cast, "approve"), {"frozen": str(report.pk)}).content.decode()


def test_from_the_open_gate_to_the_public_page_and_back(cast: Cast, client: Client) -> None:
    report = agreed(cast)
    client.force_login(cast.coordinator)
    text = client.get(url(cast, "gate")).content.decode()
    assert "Nothing blocks publication any more" in text
    assert "Publish now" in client.get(url(cast, "release")).content.decode()
    assert client.post(url(cast, "release"), {"frozen": str(report.pk)}).status_code == 302
    text = client.get(url(cast, "gate")).content.decode()
    assert "The report has been public since" in text
    assert "/library/louise-" in text
    again = client.post(url(cast, "release"), {"frozen": str(report.pk)}).content.decode()
    assert "public already" in again
    text = client.post(url(cast, "take_down"), {"reason": "", "says": "nothing"}).content.decode()
    assert "Say why the report is taken out of the library" in text
    assert client.post(url(cast, "take_down"), {"reason": "A slip.", "says": "withdrawn"}).status_code == 302
    assert "A slip." in client.get(url(cast, "gate")).content.decode()
    assert client.get(url(cast, "take_down")).status_code == 404


def test_the_task_list_says_what_is_left(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    desk = reverse("desk:review", args=[cast.standing.slug])
    text = client.get(desk).content.decode()
    assert "Freeze the report" in text
    assert "The report has not been frozen." in text
    frozen(cast)
    text = client.get(desk).content.decode()
    assert "Frozen on 6 November 2023" in text
    assert "Choose the day of publication" in text
    assert "things still block publication." in text


def test_what_waits_for_whom(cast: Cast) -> None:
    review = at_the_gate(cast)
    with acting_as(cast.coordinator.pk):
        assert [one.text for one in waiting_for(cast.coordinator)] == ["Prepare and publish the report"]
    report = checked(cast, frozen(cast))
    with acting_as(cast.partnership_chair.pk):
        assert [one.title for one in waiting_for(cast.partnership_chair)] == [review.title]
    do(actions.approve, frozen=report, by=cast.partnership_chair)
    with acting_as(cast.partnership_chair.pk):
        assert waiting_for(cast.partnership_chair) == []
    with acting_as(cast.stranger.pk):
        assert waiting_for(cast.stranger) == []


def test_once_it_is_public_the_desk_says_so(cast: Cast) -> None:
    published(cast)
    with acting_as(cast.coordinator.pk):
        assert waiting_for(cast.coordinator) == []
    assert reloaded(cast, cast.standing).stage == "published"
