"""The pages about findings, marks and what agencies knew: asked by everybody, and with wrong input."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import file_of, received, sheet
from illuminate.engines.chronology.findings import Finding as Found
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import actions
from illuminate.journey.chronology.models import Finding, Mark
from illuminate.journey.chronology.tests.hands import LOCKS, SHOUTING, entry, finding, found, sent, settled
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def pages(cast: Cast, review: Any) -> dict[str, str]:
    made = do(actions.mark, entry=entry(cast), kind="key_episode", note="Why", by=cast.independent_chair)
    row = entry(cast, SHOUTING)
    return {
        **{name: reverse(f"chronology:{name}", args=[review.slug])
           for name in ("findings", "comparison", "knew", "contacts", "marks")},
        "finding": reverse("chronology:finding", args=[finding(cast).pk]),
        "ask": reverse("chronology:ask", args=[row.pk]),
        "mark": reverse("chronology:mark", args=[row.pk]),
        "change_mark": reverse("chronology:change_mark", args=[made.pk]),
        "columns": reverse("chronology:columns", args=[row.file_id]),
    }  # fmt: skip


def test_every_page_is_asked_four_times(cast: Cast, client: Client) -> None:
    review = found(cast)
    urls = pages(cast, review)
    for url in urls.values():
        assert client.get(url).status_code == 302 and "next=" in client.get(url)["Location"]
    nothing = dict.fromkeys(urls, 404)
    reading = {"findings": 200, "knew": 200, "contacts": 200, "marks": 200}
    allowed = {
        cast.independent_chair: dict.fromkeys(urls, 200) | {"columns": 403},
        cast.coordinator: dict.fromkeys(urls, 200) | {"ask": 403, "mark": 403, "change_mark": 403},
        cast.panel_member: nothing | reading | {"comparison": 403},
        cast.partnership_chair: nothing | reading | {"comparison": 403},
        cast.housing_author: nothing | {"columns": 200, "ask": 403, "mark": 403},
        cast.hospital_author: nothing,
        cast.stranger: nothing,
        cast.officer: nothing,
    }
    for person, expected in allowed.items():
        client.force_login(person)
        assert {name: client.get(url).status_code for name, url in urls.items()} == expected, person.email


def test_what_is_sealed_stands_on_no_page_of_the_panel(cast: Cast, client: Client) -> None:
    review = found(cast)
    do(actions.release, file=file_of(cast, review, cast.hospital), by=cast.independent_chair)
    client.force_login(cast.panel_member)
    for name in ("combined", "findings", "contacts", "marks"):
        text = client.get(reverse(f"chronology:{name}", args=[review.slug])).content.decode()
        assert "locks" not in text and cast.housing.name not in text and "receipt on record at" not in text, (
            name
        )
    knew = client.post(reverse("chronology:knew", args=[review.slug]), {"words": "locks"}).content.decode()
    assert "No entry that you may see says this" in knew


def test_the_list_says_findings_in_words_and_narrows_to_them(cast: Cast, client: Client) -> None:
    review = found(cast)
    client.force_login(cast.independent_chair)
    url = reverse("chronology:combined", args=[review.slug])
    text = client.get(url).content.decode()
    assert "Told by 2 agencies" in text
    assert "Northbridge and Vale Hospitals NHS Trust and Tidewell Homes give different times" in text
    assert "No receipt on record at Northshire Police" in text
    assert "2 entries found" in client.get(url, {"finding": "conflict"}).content.decode()
    assert "1 entry found" in client.get(url, {"finding": "one_sided"}).content.decode()
    assert "5 entries found" not in client.get(url, {"finding": "open"}).content.decode()
    do(actions.mark, entry=entry(cast), kind="good_practice", note="Asked.", by=cast.independent_chair)
    assert "1 entry found" in client.get(url, {"mark": "good_practice"}).content.decode()
    assert "No entry fits" in client.get(url, {"mark": "key_episode"}).content.decode()


def test_the_list_narrows_to_a_period_and_to_a_person_without_a_name_in_the_address(
    cast: Cast, client: Client
) -> None:
    review = found(cast)
    client.force_login(cast.independent_chair)
    url = reverse("chronology:combined", args=[review.slug])
    assert "2 entries found" in client.get(url, {"since": "2018"}).content.decode()
    assert "1 entry found" in client.get(url, {"since": "2015", "until": "31/12/2016"}).content.decode()
    for wrong in ({"since": "soon"}, {"since": "2018", "until": "2014"}):
        assert "There is a problem" in client.get(url, wrong).content.decode()
    text = client.get(url).content.decode()
    index = text.split('">IM<')[0].rpartition('value="')[2]
    assert len(index) == 64
    sent = client.post(url, {"person": index})
    assert "IM" not in sent["Location"].upper().replace(index.upper(), "")
    assert "1 entry found" in client.get(sent["Location"]).content.decode()


def test_a_finding_is_settled_in_place_and_an_older_page_shows_both(cast: Cast, client: Client) -> None:
    found(cast)
    one = finding(cast)
    url = reverse("chronology:finding", args=[one.pk])
    client.force_login(cast.independent_chair)
    assert "Choose what you decide" in client.post(url, {"seen": "0"}).content.decode()
    assert "Choose an account" in client.post(url, {"seen": "0", "decision": "noted"}).content.decode()
    assert "Say what explains it" in client.post(url, {"seen": "0", "decision": "explained"}).content.decode()
    right = str(entry(cast).identity)
    sent = client.post(url, {"seen": "0", "decision": "noted", "taken_right": right, "note": "The clock"})
    assert sent.status_code == 302
    text = client.get(url).content.decode()
    assert "Conflict noted" in text and "NHS Trust is taken as right. The clock" in text
    stale = client.post(url, {"seen": "0", "decision": "explained", "note": "My words"}).content.decode()
    assert "your choice was not kept" in stale and "My words" in stale and "The clock" in stale
    assert client.post(reverse("chronology:reopen", args=[one.pk]), {"seen": "0"}).status_code == 409
    assert client.post(reverse("chronology:reopen", args=[one.pk]), {"seen": "1"}).status_code == 302
    client.force_login(cast.coordinator)
    assert client.post(url, {"seen": "2", "decision": "not_same"}).status_code == 403


def test_the_chair_asks_from_a_finding_and_chooses_what_to_show(cast: Cast, client: Client) -> None:
    found(cast)
    one, row = finding(cast), entry(cast)
    url = reverse("chronology:ask", args=[row.pk]) + f"?finding={one.pk}"
    client.force_login(cast.independent_chair)
    page = client.get(url).content.decode()
    assert "bruise" in page and "Neighbour reported shouting" in page
    assert "Enter your question" in client.post(url, {"question": ""}).content.decode()
    assert client.post(url, {"question": "Which of the two?"})["Location"] == reverse(
        "chronology:finding", args=[one.pk]
    )
    with acting_as(cast.hospital_author.pk):
        assert "shouting" not in Challenge.objects.get().passage
    assert "No answer yet" in client.get(reverse("chronology:finding", args=[one.pk])).content.decode()
    client.force_login(cast.hospital_author)
    asked_page = client.get(reverse("agencies:request", args=[row.file.request_id])).content.decode()
    assert "Which of the two?" in asked_page and "bruise" in asked_page


def test_marks_are_made_and_changed_in_their_pages(cast: Cast, client: Client) -> None:
    review = found(cast)
    row = entry(cast)
    client.force_login(cast.independent_chair)
    url = reverse("chronology:mark", args=[row.pk])
    assert "Choose what it is" in client.post(url, {"note": ""}).content.decode()
    assert client.post(url, {"kind": "key_episode", "note": "First"}).status_code == 302
    assert (
        "marked this entry as key episode already"
        in client.post(url, {"kind": "key_episode", "note": "Again"}).content.decode()
    )
    with acting_as(cast.independent_chair.pk):
        change = reverse("chronology:change_mark", args=[Mark.objects.get().pk])
    assert client.post(change, {"note": "Better", "seen": "1"}).status_code == 302
    stale = client.post(change, {"note": "Mine", "seen": "1"}).content.decode()
    assert "yours was not kept" in stale and "Better" in stale and "Mine" in stale
    assert "Better" in client.get(reverse("chronology:marks", args=[review.slug])).content.decode()
    assert client.post(change, {"do": "off", "seen": "2"}).status_code == 302
    assert client.get(change).status_code == 404


def test_who_knew_what_by_a_day(cast: Cast, client: Client) -> None:
    review = found(cast)
    url = reverse("chronology:knew", args=[review.slug])
    client.force_login(cast.independent_chair)
    assert "Enter the words" in client.post(url, {"words": ""}).content.decode()
    assert "Enter a day" in client.post(url, {"words": "bruise", "day": "soon"}).content.decode()
    told = client.post(url, {"words": "bruise", "day": "12/6/2014"}).content.decode()
    assert told.count("On record") == 2, "housing tells of the same event"
    before = client.post(url, {"words": "bruise", "day": "1/6/2014"}).content.decode()
    assert "On record" not in before and before.count("Not yet on record") == 2
    picked = client.get(url, {"entry": str(entry(cast, LOCKS).identity)}).content.decode()
    assert "Nothing on record" in picked and "does not show that nobody there knew" in picked
    settled(cast, finding(cast, "same_event"), "not_same")
    assert client.post(url, {"words": "bruise"}).content.decode().count("On record") == 1


def test_contacts_by_month_add_up(cast: Cast, client: Client) -> None:
    review = found(cast)
    client.force_login(cast.independent_chair)
    text = client.get(reverse("chronology:contacts", args=[review.slug])).content.decode()
    assert "June 2014" in text and "April 2018" in text
    assert "2 in 2 months; most in June 2014 (1)" in text and "1 more can’t be put into one month" in text
    drawn = re.findall(r'app-bars__year" [^>]*>(\d+)<', text)
    assert drawn[:4] == ["2014", "2015", "2016", "2017"], (
        "one strip’s years; the last has no room for its name"
    )


def test_reading_a_finding_is_an_event(cast: Cast, client: Client) -> None:
    found(cast)
    one = finding(cast)
    client.force_login(cast.independent_chair)
    client.get(reverse("chronology:finding", args=[one.pk]))
    with acting_as(cast.independent_chair.pk):
        read = AuditEvent.objects.get(kind="chronology.finding_read")
        assert (read.subject_id, read.actor_id) == (str(one.pk), cast.independent_chair.pk)


def test_comparing_can_be_watched_and_asked_for_again(cast: Cast, client: Client) -> None:
    review = received(cast)
    client.force_login(cast.independent_chair)
    status = reverse("chronology:comparison", args=[review.slug])
    assert client.get(status).json() == {"state": "waiting", "text": "New entries wait to be compared."}
    assert (
        "You can go on, or leave this page"
        in client.get(reverse("chronology:combined", args=[review.slug])).content.decode()
    )
    found(cast, review)
    assert client.get(status).json()["state"] == "done"
    again = reverse("chronology:compare", args=[review.slug])
    assert client.get(again).status_code == 405 and client.post(again).status_code == 302
    assert client.get(status).json()["state"] == "waiting"
    client.force_login(cast.panel_member)
    assert client.post(again).status_code == 403


def test_an_export_holds_what_is_seen_and_is_recorded(cast: Cast, client: Client) -> None:
    review = found(cast)
    url = reverse("chronology:export", args=[review.slug])
    client.force_login(cast.independent_chair)
    for kind, first in (("xlsx", b"PK"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbf")):
        answer = client.post(url, {"form": kind})
        assert answer.content.startswith(first), kind
        assert f"{review.reference}%20combined" in answer["Content-Disposition"] or (
            f"{review.reference} combined chronology OFFICIAL-SENSITIVE.{kind}"
            in answer["Content-Disposition"]
        )
    narrow = client.post(url, {"form": "csv", "words": "locks"}).content.decode()
    assert "locks to be changed" in narrow and "bruise" not in narrow
    assert client.get(url).status_code == 405
    assert client.post(url, {"form": "exe"})["Location"] == reverse("chronology:combined", args=[review.slug])
    with acting_as(cast.independent_chair.pk):
        told = AuditEvent.objects.filter(kind="chronology.exported").order_by("recorded_at")
        assert [one.detail["form"] for one in told] == ["xlsx", "docx", "csv", "csv"]
        assert told.last().detail == {"form": "csv", "entries": 1, "findings": 1, "narrowed": True}
    client.force_login(cast.panel_member)
    assert b"bruise" not in client.post(url, {"form": "csv"}).content
    client.force_login(cast.stranger)
    assert client.post(url, {"form": "csv"}).status_code == 404


def many(cast: Cast, review: Any, number: int) -> None:
    rows = [(f"{1 + n % 28}/{1 + n % 12}/{2014 + n % 5}", "", "T", f"Call {n}", "") for n in range(number)]
    sent(cast, review, sheet(rows), by_housing=True)

    def all_pairs(entries: list[Any]) -> list[Found]:
        ids = [one.id for one in entries]
        return [
            Found("conflict", pair, "Why.", field="time") for pair in zip(ids[::2], ids[1::2], strict=False)
        ]

    found(cast, review, find=all_pairs)


def test_the_number_of_queries_does_not_grow_with_entries_or_findings(cast: Cast, client: Client) -> None:
    review = asked(cast)
    client.force_login(cast.independent_chair)
    counted = []
    for number in (30, 300):
        many(cast, review, number)
        with acting_as(cast.independent_chair.pk):
            assert Finding.objects.filter(gone_at=None).count() == number // 2
        counts = {}
        for name in ("combined", "findings", "contacts", "marks"):
            url = reverse(f"chronology:{name}", args=[review.slug])
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(url).status_code == 200
            counts[name] = len(captured)
        url = reverse("chronology:picture", args=[review.slug])
        with CaptureQueriesContext(connection) as captured:
            assert client.post(url, {"from": "2014-01-01", "to": "2018-12-31"}).status_code == 200
        counted.append(counts | {"picture": len(captured)})
    assert counted[0] == counted[1], counted
    assert max(counted[0].values()) <= 60, counted
