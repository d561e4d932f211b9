"""The officer's pages: the form with its people, the check, what was sent."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.intake import notification
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.intake.models import Notification
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NEW = "/notifications/new/"
HOSTILE = "<script>alert('x')</script> {{ 7*7 }} O’Hara"


def answers(cast: Cast, **changes: Any) -> dict[str, Any]:
    _ = cast.coordinator, cast.partnership_chair
    return {
        "partnership": str(cast.partnership.pk), "referrer_name": "Moira Kettleburgh", "day_known": "exact",
        **posted_date("told_on", date(2021, 10, 12)), **posted_date("died_on", date(2021, 10, 9)),
        "manner": "killed", "circumstances": "Found at home.", "recommendation": "review",
        "victim-0-name": HOSTILE, **posted_date("victim-0-born", date(1982, 3, 14)),
    } | changes  # fmt: skip


def words(response: Any) -> str:
    return response.content.decode()


def test_four_people_ask_for_the_form(cast: Cast, client: Client) -> None:
    for url in (NEW, reverse("intake:notifications")):
        client.logout()
        assert client.get(url)["Location"].startswith(reverse("account_login"))
        client.force_login(cast.stranger)
        assert client.get(url).status_code == 403
        client.force_login(cast.officer)
        assert client.get(url).status_code == 200


def test_a_notification_is_checked_then_sent(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    check = client.post(NEW, answers(cast, do="check"))
    assert "Check your answers" in words(check) and "Safer Northbridge Partnership" in words(check)
    assert "<script>alert" not in words(check) and "&lt;script&gt;" in words(check)
    with acting_as(cast.officer.pk):
        assert not Notification.objects.exists()
    sent = client.post(NEW, answers(cast, do="send"))
    with acting_as(cast.officer.pk):
        told = Notification.objects.get()
        assert told.people.get().name == HOSTILE
    assert sent["Location"] == reverse("intake:notification", args=[told.pk])
    page = words(client.get(sent["Location"]))
    assert "SN-2021-001" in page and "The partnership has been told" in page
    assert "SN-2021-001" in words(client.get(reverse("intake:notifications")))


def test_the_check_page_sends_back_every_answer(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    given = answers(cast, **{"do": "check", "victim-0-not_known": ["gp", "address"]})
    page = words(client.post(NEW, given))
    for name in ("victim-0-born-day", "circumstances", "partnership", "victim-0-not_known"):
        assert f'type="hidden" name="{name}"' in page
    assert 'name="do" value="change"' in page
    assert page.count('name="victim-0-not_known"') == 2
    assert "Not known" in page


def test_an_answer_is_changed_without_losing_the_others(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    page = words(client.post(NEW, answers(cast, do="change")))
    assert "There is a problem" not in page
    assert "Found at home." in page and 'value="1982"' in page and "O’Hara" in page


def test_people_are_added_and_taken_away_without_scripts(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    one = {
        "child-0-name": "First child",
        "count-child": "1",
        **posted_date("child-0-born", date(2014, 1, 30)),
    }
    two = words(client.post(NEW, answers(cast, do="add:child", **one)))
    assert 'name="child-1-name"' in two and "First child" in two and 'value="2014"' in two
    assert 'name="count-child" value="2"' in two
    more = {**one, "count-child": "2", "child-1-name": "Second child"}
    left = words(client.post(NEW, answers(cast, do="remove:child-0", **more)))
    assert "First child" not in left and "Second child" in left and 'name="child-1-name"' not in left


@pytest.mark.parametrize(
    "step", ["remove:child-99", "remove:ghost-0", "remove:", "add:ghost", "add:", "nonsense"]
)
def test_a_step_nobody_offered_draws_the_form_again(cast: Cast, client: Client, step: str) -> None:
    client.force_login(cast.officer)
    page = client.post(NEW, answers(cast, do=step, **{"count-child": "many", "count-victim": "-3"}))
    assert page.status_code == 200 and 'name="victim-0-name"' in words(page)


def test_everybody_on_the_page_is_sent(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    people = {
        "count-suspect": "2", "suspect-0-name": "Craig Marsh", "suspect-0-state": "remanded",
        "suspect-1-not_known": ["name"], "count-child": "3", "child-1-name": "Isla", "child-1-safe": "unknown",
        "has_children": "yes", "next_of_kin-0-name": "Siân", "next_of_kin-0-phone": "07700 900358",
    }  # fmt: skip
    client.post(NEW, answers(cast, do="send", **people))
    with acting_as(cast.officer.pk):
        told = Notification.objects.get()
        kinds = [person.kind for person in told.people.all()]
        assert kinds == ["victim", "suspect", "suspect", "child", "next_of_kin"]
        assert told.people.get(kind="child").safe == "unknown"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"victim-0-name": ""}, "Enter the name of the person who died"),
        (posted_date("died_on", date(2099, 1, 1)), "Date of death must be today or in the past"),
        (posted_date("told_on", date(2099, 1, 1)), "must be today or in the past"),
        (posted_date("told_on", date(2021, 10, 1)), "told before the death"),
        (posted_date("victim-0-born", date(2021, 10, 10)), "must be before the date of death"),
        (posted_date("victim-0-born", date(2099, 1, 1)), "must be today or in the past"),
        ({"day_known": "between", **posted_date("died_first", date(2021, 10, 9)),
          **posted_date("died_last", date(2021, 10, 8))}, "same as or after the earliest"),
        ({"died_on-month": "13"}, "must be a real date"),
        ({"day_known": ""}, "Is the date of death known?"),
        ({"has_children": "yes"}, "Add each child below"),
        ({"has_children": "no", "child-0-name": "Isla"}, "so the answer must be yes"),
        ({"victim-0-gp": "Millrace", "victim-0-not_known": ["gp"]}, "Take one away"),
        ({"cause": "A fall", "death_not_known": ["cause"]}, "Take one away"),
        ({"partnership": "not-a-uuid"}, "There is a problem"),
        ({"earlier_abuse": "yes"}, "What is known?"),
        ({"died_at": "teatime"}, "must be a time"),
        ({"circumstances": "x" * 10001}, "10000 characters or fewer"),
        ({"victim-0-name": "Ann\x00"}, "Null characters are not allowed"),
    ],
)  # fmt: skip
def test_wrong_input_is_said_in_words(cast: Cast, client: Client, changes: dict[str, Any], said: str) -> None:
    client.force_login(cast.officer)
    for step in ("check", "send"):
        page = client.post(NEW, answers(cast, do=step, **changes))
        assert page.status_code == 200
        assert "There is a problem" in words(page) and said in words(page)
    with acting_as(cast.officer.pk):
        assert not Notification.objects.exists()


def test_pressing_send_twice_sends_once(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    token = {"submission_token": "6f1d4f0e-7c1b-4a52-9d40-5a7f0d1f2b11"}
    client.post(NEW, answers(cast, do="check", **token))
    first = client.post(NEW, answers(cast, do="send", **token))
    second = client.post(NEW, answers(cast, do="send", **token))
    assert first["Location"] == second["Location"]
    with acting_as(cast.officer.pk):
        assert Notification.objects.count() == 1


def test_what_was_written_is_kept_until_it_is_sent(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    autosave = reverse("access:drafts") + "?path=" + NEW
    given = answers(cast, **{"count-child": "2", "child-1-name": "Second child"})
    assert client.post(autosave, given).status_code == 204
    page = words(client.get(NEW))
    assert "Second child" in page and "Found at home." in page and 'value="1982"' in page
    client.post(NEW, answers(cast, do="send"))
    assert "Found at home." not in words(client.get(NEW))


def test_four_people_ask_for_a_notification(cast: Cast, client: Client) -> None:
    told = notification(cast)
    url = reverse("intake:notification", args=[told.pk])
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    for nobody in (cast.stranger, cast.home_office_reader, cast.hospital_author):
        client.force_login(nobody)
        assert client.get(url).status_code == 404
    for somebody in (cast.officer, cast.coordinator, cast.partnership_chair):
        client.force_login(somebody)
        page = client.get(url)
        assert page.status_code == 200
        assert "Margaret" not in words(page).split("</title>")[0]
        assert "no-store" in page["Cache-Control"]
    assert client.get("/notifications/not-a-uuid/").status_code == 404
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="intake.notification_read").count() == 3


def test_only_the_coordinator_is_offered_scoping(cast: Cast, client: Client) -> None:
    told = notification(cast)
    url = reverse("intake:notification", args=[told.pk])
    for who, offered in (("officer", False), ("partnership_chair", False), ("coordinator", True)):
        client.force_login(getattr(cast, who))
        assert ("Open scoping" in words(client.get(url))) is offered
