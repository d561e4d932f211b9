"""Each page asked by everybody: signed out, a stranger, those allowed, and with wrong input."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import (
    HOSPITAL,
    file_of,
    received,
    released,
    request_to,
    sheet,
    word,
)
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions, queries, tasks
from illuminate.journey.chronology.tests.hands import sent
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def pages(cast: Cast, review: Any) -> dict[str, str]:
    file = file_of(cast, review, cast.hospital)
    with acting_as(cast.independent_chair.pk):
        entry = queries.entries_of(file, cast.independent_chair)[0]
    return {
        "combined": reverse("chronology:combined", args=[review.slug]),
        "begin": reverse("chronology:begin_analysis", args=[review.slug]),
        "upload": reverse("chronology:upload", args=[file.request_id]),
        "file": reverse("chronology:file", args=[file.pk]),
        "release": reverse("chronology:release", args=[file.pk]),
        "entry": reverse("chronology:entry", args=[entry.pk]),
    }


def test_every_page_is_asked_four_times(cast: Cast, client: Client) -> None:
    review = received(cast)
    found = pages(cast, review)
    for url in found.values():
        assert client.get(url).status_code == 302 and "next=" in client.get(url)["Location"]
    allowed = {
        cast.independent_chair: dict.fromkeys(found, 200),
        cast.coordinator: dict.fromkeys(found, 200) | {"begin": 403, "release": 403},
        cast.hospital_author: dict.fromkeys(found, 200) | {"combined": 404, "begin": 404, "release": 403},
        cast.housing_author: dict.fromkeys(found, 404),
        cast.panel_member: dict.fromkeys(found, 404) | {"combined": 200, "begin": 403},
        cast.stranger: dict.fromkeys(found, 404),
        cast.officer: dict.fromkeys(found, 404),
    }
    for person, expected in allowed.items():
        client.force_login(person)
        assert {name: client.get(url).status_code for name, url in found.items()} == expected, person.email


def test_no_real_name_stands_in_a_title(cast: Cast, client: Client) -> None:
    review = received(cast)
    client.force_login(cast.independent_chair)
    for url in pages(cast, review).values():
        html = client.get(url).content.decode()
        title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
        assert title and "Holloway" not in title[1] and "MH" not in title[1]


def test_the_agency_uploads_and_sees_how_it_was_read(cast: Cast, client: Client) -> None:
    review = asked(cast)
    url = reverse("chronology:upload", args=[request_to(cast, review, cast.hospital).pk])
    client.force_login(cast.hospital_author)
    answer = client.post(url, {"file": SimpleUploadedFile("hospital.docx", word(HOSPITAL).data)}, follow=True)
    text = answer.content.decode()
    assert "4 rows read, 1 listed below that could not be read." in text
    assert "Note left at reception" in text and "table 1: 4 rows" in text
    assert "date, time, people, event, response" in text


def test_a_file_that_is_missing_or_too_large_is_said(cast: Cast, client: Client, settings: Any) -> None:
    review = asked(cast)
    url = reverse("chronology:upload", args=[request_to(cast, review, cast.hospital).pk])
    client.force_login(cast.hospital_author)
    assert "Choose the file with the chronology" in client.post(url, {}).content.decode()
    settings.UPLOAD_LIMIT_MB = 0
    huge = client.post(url, {"file": SimpleUploadedFile("a.docx", word(HOSPITAL).data)})
    assert huge.status_code == 413 and "too large" in huge.content.decode()


def test_the_list_is_narrowed_and_words_never_stand_in_the_address(cast: Cast, client: Client) -> None:
    review = received(cast)
    url = reverse("chronology:combined", args=[review.slug])
    client.force_login(cast.independent_chair)
    whole = client.get(url).content.decode()
    assert whole.index("11 June 2014, 09:15") < whole.index("11 June 2014, 10:30") < whole.index("early 2018")
    assert "Rows that could not be read (2)" in whole
    assert "1 of 3 agencies has not sent its chronology yet, 1 overdue" in whole
    found = client.post(url, {"words": "shouting neighbour"}).content.decode()
    assert "1 entry found" in found and "Rows that could not be read" not in found
    assert "Rows that could not be read (1)" in client.post(url, {"words": "follows ex"}).content.decode()
    sent = client.post(url, {"agency": str(cast.hospital.pk), "dates": "open", "words": ""})
    assert sent.status_code == 302 and "words" not in sent["Location"]
    text = client.get(sent["Location"]).content.decode()
    assert "2 entries found" in text and "Understood as 22 May 2016, in doubt" in text
    assert "0 entr" not in whole and "No entry fits" in client.post(url, {"words": "zzz%_"}).content.decode()


def test_wrong_filters_are_said_in_words(cast: Cast, client: Client) -> None:
    review = received(cast)
    url = reverse("chronology:combined", args=[review.slug])
    client.force_login(cast.independent_chair)
    for said in ({"agency": "nobody"}, {"dates": "'; DROP"}, {"words": "a\x00b"}, {"words": "x" * 500}):
        answer = client.post(url, said)
        assert answer.status_code == 200 and "There is a problem" in answer.content.decode(), said
    assert client.get(url, {"page": "minus one"}).status_code == 200


def test_the_panel_reads_only_what_was_released(cast: Cast, client: Client) -> None:
    review = released(cast)
    client.force_login(cast.panel_member)
    text = client.get(reverse("chronology:combined", args=[review.slug])).content.decode()
    assert "Seen with a bruise" in text and "Neighbour reported" not in text and cast.housing.name not in text
    client.force_login(cast.coordinator)
    text = client.get(reverse("chronology:combined", args=[review.slug])).content.decode()
    assert "Neighbour reported" in text


def test_pages_of_a_search_go_on_with_the_search(cast: Cast, client: Client) -> None:
    review = asked(cast)
    rows = [(date(2018, 1, 1), "", "T", f"Call number {n}", "") for n in range(60)]
    sent(cast, review, sheet(rows), by_housing=True)
    client.force_login(cast.independent_chair)
    url = reverse("chronology:combined", args=[review.slug])
    first = client.post(url, {"words": "call"}).content.decode()
    assert "Page 1 of 2" in first and "Call number 0" in first
    assert "Call number 59" in client.post(url, {"words": "call", "page": "2"}).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_entries(cast: Cast, client: Client) -> None:
    counts = []
    review = asked(cast)
    client.force_login(cast.independent_chair)
    url = reverse("chronology:combined", args=[review.slug])
    for agency, author, number in (
        (cast.hospital, cast.hospital_author, 20),
        (cast.housing, cast.housing_author, 380),
    ):
        rows = [(date(2018, 1, 1), "", "T", f"Call {n}", "") for n in range(number)] + [
            ("", "", "T", "x", "y")
        ]
        do(actions.receive, request=request_to(cast, review, agency), upload=sheet(rows), by=author)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(url).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 40, counts


def test_reading_is_an_event(cast: Cast, client: Client) -> None:
    review = received(cast)
    client.force_login(cast.independent_chair)
    for url in pages(cast, review).values():
        client.get(url)
    with acting_as(cast.independent_chair.pk):
        kinds = set(
            AuditEvent.objects.filter(actor_id=cast.independent_chair.pk).values_list("kind", flat=True)
        )
    assert {"reviews.page_read", "chronology.file_read", "chronology.entry_read"} <= kinds


def test_the_chair_releases_and_begins_in_the_page_once(cast: Cast, client: Client) -> None:
    review = received(cast)
    found = pages(cast, review)
    client.force_login(cast.independent_chair)
    assert client.post(found["release"]).status_code == 302
    assert client.post(found["release"]).status_code == 409
    assert client.post(found["begin"]).status_code == 302
    again = client.post(found["begin"])
    assert again.status_code == 409 and "can’t go to" in again.content.decode().replace(
        "&#x27;", "’"
    ).replace("'", "’")


def test_tasks_say_what_is_missing(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.independent_chair.pk):
        told = tasks.tasks(review, cast.independent_chair)
        assert told[-1].status == "waiting" and "No chronology has come in" in told[-1].blockers[0].text
        assert not tasks.waiting_for(cast.independent_chair)
    with acting_as(cast.hospital_author.pk):
        assert not [
            one for one in tasks.waiting_for(cast.hospital_author) if "Holloway" in one.text + one.title
        ]
    sent(cast, review, word(HOSPITAL))
    with acting_as(cast.independent_chair.pk):
        told = tasks.tasks(review, cast.independent_chair)
        assert told[-1].status == "to_do" and cast.housing.name in told[0].hint
        assert "release it to the panel" in tasks.waiting_for(cast.independent_chair)[0].text
