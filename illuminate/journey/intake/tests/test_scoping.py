"""Scoping: opened once, each agency asked once, answers recorded and corrected, letters with names kept inside."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from docx import Document

from illuminate.cli.demo.story.intake import deciding, notified, request_to
from illuminate.foundation.access.actions_contacts import Details, add_contact
from illuminate.foundation.access.models import Contact
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.intake import actions, queries
from illuminate.journey.intake.details import SubjectAnswer
from illuminate.journey.intake.models import ScopingRequest, ScopingReturn
from illuminate.journey.people import queries as people
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def words(response: Any) -> str:
    return response.content.decode()


def open_twice(cast: Cast, review: Review) -> None:
    do(actions.open_scoping, review=review, by=cast.coordinator)


def test_scoping_opens_once(cast: Cast) -> None:
    review = notified(cast)
    open_twice(cast, review)
    with pytest.raises(Refused, match="opened already"):
        open_twice(cast, review)
    with acting_as(cast.coordinator.pk):
        assert Subject.objects.filter(review=review).count() == 4
        assert {one.to_user for one in mailroom.waiting() if "Scoping" in one.subject} == {
            cast.partnership_chair
        }


def test_only_the_coordinator_scopes(cast: Cast) -> None:
    review = notified(cast)
    for person in (cast.partnership_chair, cast.officer, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.open_scoping, review=review, by=person)


def test_an_agency_is_asked_in_its_turn_and_once(cast: Cast) -> None:
    review = notified(cast)
    ask = {
        "organisation": cast.hospital,
        "contact_name": "Hilary Stroud",
        "contact_email": "h@nvh.example.org",
    }
    with pytest.raises(Refused, match="Open scoping first"):
        do(actions.ask_agency, review=review, **ask, by=cast.coordinator)
    open_twice(cast, review)
    with pytest.raises(Refused, match="today or earlier"):
        tomorrow = localdate() + timedelta(days=1)
        do(actions.ask_agency, review=review, **ask, happened_on=tomorrow, by=cast.coordinator)
    asked = do(actions.ask_agency, review=review, **ask, happened_on=date(2021, 12, 20), by=cast.coordinator)
    assert asked.due_on == date(2022, 1, 6)  # Christmas, Boxing Day and New Year fall between
    with pytest.raises(Refused, match="asked already"):
        do(actions.ask_agency, review=review, **ask, by=cast.coordinator)


def test_the_letter_has_the_names_and_the_email_none(cast: Cast) -> None:
    review = deciding(cast)
    request = request_to(cast, review, cast.hospital)
    with acting_as(cast.coordinator.pk):
        text = "\n".join(
            cell.text for table in Document(BytesIO(documents.contents(request.letter))).tables
            for row in table.rows for cell in row.cells
        )  # fmt: skip
        assert "Margaret Anne Holloway" in text and "999 001 4213" in text
        mail = next(one for one in mailroom.waiting() if one.address == "safeguarding@nvh.example.org")
        said = f"{mail.subject} {mail.body}"
        assert "28 October 2021" in said and review.reference in said
        for name in ("Margaret", "Holloway", "Marsh", "Quarry", "Hilary"):
            assert name not in said


@pytest.mark.parametrize(
    "name", ["A & B <C>", "{{ 7*7 }}", "{% raise %}", "line\nbreak", "O’Hara\x0b", "]]>"]
)
def test_a_letter_takes_any_name(cast: Cast, name: str) -> None:
    review = deciding(cast)
    with acting_as(cast.coordinator.pk):
        victim = people.subjects(review)[0]
        victim.name = name
        victim.save()
    do(actions.ask_agency, review=review, organisation=cast.police, contact_name=name,
       contact_email="x@example.org", by=cast.coordinator)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        letter = request_to(cast, review, cast.police).letter
        body = Document(BytesIO(documents.contents(letter)))
        assert "49" not in body.tables[0].rows[1].cells[1].text or "49" in name


def test_an_answer_is_corrected_by_a_further_version(cast: Cast) -> None:
    review = deciding(cast)
    request = request_to(cast, review, cast.fire)
    with pytest.raises(Refused, match="just recorded an answer"):
        do(actions.record_return, request=request, known="yes", by=cast.coordinator)
    do(actions.record_return, request=request, known="yes", version=2, by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert [one.known for one in ScopingReturn.objects.filter(request=request)] == ["no", "yes"]
        assert queries.latest_return(request).known == "yes"


def test_the_answer_sums_up_the_people(cast: Cast) -> None:
    review = deciding(cast)
    request = request_to(cast, review, cast.housing)
    with acting_as(cast.coordinator.pk):
        ids = [one.pk for one in people.subjects(review)]
    for version, (given, together) in enumerate(
        [("no no no no", "no"), ("no unknown no no", "unknown"), ("no unknown yes no", "yes")], 1
    ):
        subjects = [SubjectAnswer(pk, known) for pk, known in zip(ids, given.split(), strict=True)]
        answer = do(
            actions.record_return, request=request, subjects=subjects, version=version, by=cast.coordinator
        )
        assert answer.known == together
    with pytest.raises(Refused, match="yes, no or not known"):
        do(
            actions.record_return,
            request=request,
            subjects=[SubjectAnswer(ids[0], "")],
            version=4,
            by=cast.coordinator,
        )


def test_only_who_has_not_answered_is_reminded(cast: Cast) -> None:
    review = deciding(cast)
    do(actions.remind, request=request_to(cast, review, cast.housing), by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        reminders = [one for one in mailroom.waiting() if one.subject.startswith("Reminder")]
        assert [one.address for one in reminders] == ["housing@tidewell.example.org"]
    with pytest.raises(Refused, match="answered already"):
        do(actions.remind, request=request_to(cast, review, cast.fire), by=cast.coordinator)


def test_without_any_filter_nobody_else_sees_scoping(cast: Cast) -> None:
    deciding(cast)
    for nobody in (
        cast.stranger.pk,
        cast.officer.pk,
        cast.hospital_author.pk,
        cast.home_office_reader.pk,
        None,
    ):
        with acting_as(nobody):
            assert not ScopingRequest.objects.exists()
            assert not ScopingReturn.objects.exists()


# Pages


@pytest.mark.parametrize("page", ["scoping", "ask", "answer", "decision"])
def test_four_people_ask(cast: Cast, client: Client, page: str) -> None:
    review = deciding(cast)
    more = [request_to(cast, review, cast.housing).pk] if page == "answer" else []
    url = reverse(f"intake:{page}", args=[review.slug, *more])
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    for nobody in (cast.stranger, cast.officer, cast.hospital_author, cast.home_office_reader):
        client.force_login(nobody)
        assert client.get(url).status_code == 404
    client.force_login(cast.coordinator)
    shown = client.get(url)
    assert shown.status_code == 200
    assert "Holloway" not in words(shown) and "Marsh" not in words(shown)
    client.force_login(cast.partnership_chair)
    assert client.get(url).status_code == (403 if page in ("ask", "answer") else 200)


def test_scoping_is_opened_from_the_page(cast: Cast, client: Client) -> None:
    review = notified(cast)
    client.force_login(cast.coordinator)
    page, url = (
        reverse("intake:scoping", args=[review.slug]),
        reverse("intake:open_scoping", args=[review.slug]),
    )
    assert "Open scoping" in words(client.get(page))
    assert client.get(url).status_code == 405
    assert client.post(url)["Location"] == page
    again = client.post(url)
    assert again.status_code == 409 and "opened already" in words(again)
    assert url not in words(client.get(page))


def test_somebody_is_asked_from_the_address_book_or_not(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    details = Details(
        organisation=cast.police, name="Wyn Harcastle", role="Review officer", email="w@np.example.org"
    )
    do(add_contact, partnership=cast.partnership, details=details, by=cast.coordinator)
    client.force_login(cast.coordinator)
    url = reverse("intake:ask", args=[review.slug])
    assert "Northshire Police, Wyn Harcastle, Review officer" in words(client.get(url))
    for wrong, said in (
        ({"whom": "book"}, "Choose the contact"),
        ({"whom": "other", "organisation": str(cast.police.pk), "contact_name": "W"}, "e-mail address"),
        ({"whom": "other", "organisation": str(cast.hospital.pk)}, "Choose the agency from the list"),
    ):  # fmt: skip
        page = client.post(url, wrong)
        assert page.status_code == 200 and said in words(page)
    with acting_as(cast.coordinator.pk):
        contact = Contact.objects.get()
    assert client.post(url, {"whom": "book", "contact": str(contact.pk)}).status_code == 302
    asked = request_to(cast, review, cast.police)
    with acting_as(cast.coordinator.pk):
        assert asked.contact_name == "Wyn Harcastle"


def answer(**changes: Any) -> dict[str, Any]:
    known = {f"known_{number}": "no" for number in range(4)}
    return {"version": "1", **posted_date("happened_on", date(2021, 10, 21)), **known} | changes


def test_an_answer_is_written_down_and_corrected(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    request = request_to(cast, review, cast.housing)
    url = reverse("intake:answer", args=[review.slug, request.pk])
    given = answer(known_0="yes", first_0="about March 2014", records_secured="yes", records_secured_where="Safe",
                   kinds="Tenancy", urgent="yes", urgent_action="See the child today")  # fmt: skip
    assert client.post(url, given).status_code == 302
    with acting_as(cast.coordinator.pk):
        latest = queries.latest_return(request)
        assert (latest.known, latest.secured_where, latest.urgent_action) == (
            "yes",
            "Safe",
            "See the child today",
        )
        assert latest.subjects.first().first_contact == "about March 2014"
    stale = client.post(url, answer())
    assert "just recorded an answer" in words(stale)
    again = words(client.get(url))
    assert (
        "Correct the answer" in again and "about March 2014" in again and 'name="version" value="2"' in again
    )
    assert client.post(url, answer(version="2")).status_code == 302


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"known_2": ""}, "There is a problem"),
        (posted_date("happened_on", date(2099, 1, 1)), "must be today or in the past"),
        ({"version": "0"}, "There is a problem"),
        ({"urgent": "yes"}, "What is needed, and who does it?"),
    ],
)
def test_a_wrong_answer_is_said_in_words(
    cast: Cast, client: Client, changes: dict[str, str], said: str
) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    url = reverse("intake:answer", args=[review.slug, request_to(cast, review, cast.housing).pk])
    page = client.post(url, answer(**changes))
    assert page.status_code == 200
    assert said in words(page) and "This field is required" not in words(page)


def test_an_agency_is_reminded_from_the_page(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    url = reverse("intake:remind", args=[review.slug, request_to(cast, review, cast.housing).pk])
    assert client.get(url).status_code == 405
    assert client.post(url).status_code == 302
    client.force_login(cast.partnership_chair)
    assert client.post(url).status_code == 403
