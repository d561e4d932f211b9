"""The pages of the plan: signed out, a stranger, whoever may, and wrong input."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.cli.demo.story.improvement import (
    STATEMENT,
    addressed,
    closed,
    followed,
    handed_over,
    planned,
    public,
    reported,
)
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.improvement import actions
from illuminate.journey.improvement.models import Closure, Evidence, FollowUp, Progress, PublicStatement
from illuminate.journey.improvement.tasks import tasks, waiting_for
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

SENT = {"csrfmiddlewaretoken": "as a browser sends it"}
OF_THE_ACTION = ("action", "progress", "statement", "addressee", "lead", "close", "reopen")
TODAY = posted_date("happened_on", localdate())


def of(name: str, row: object) -> str:
    return reverse(f"improvement:{name}", args=[row.pk])


def plan(cast: Cast) -> str:
    return reverse("improvement:plan", args=[cast.public.slug])


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("name", OF_THE_ACTION)
def test_an_action_does_not_exist_for_others(cast: Cast, client: Client, name: str) -> None:
    follow_up = handed_over(cast)
    assert client.get(of(name, follow_up)).status_code == 302
    for person in (cast.stranger, cast.panel_member, cast.hospital_author, cast.quality_reader):
        client.force_login(person)
        assert client.get(of(name, follow_up)).status_code == 404
        assert client.post(of(name, follow_up), {"text": "x"}).status_code == 404


@pytest.mark.parametrize("name", ["addressee", "lead", "close", "reopen"])
def test_the_lead_may_not_do_what_is_the_partnerships(cast: Cast, client: Client, name: str) -> None:
    follow_up = handed_over(cast)
    client.force_login(cast.housing_author)
    assert client.get(of(name, follow_up)).status_code == 403
    client.force_login(cast.coordinator)
    assert client.get(of(name, follow_up)).status_code == 200


def test_the_plan_does_not_exist_for_others(cast: Cast, client: Client) -> None:
    action = planned(cast, public(cast))
    paths = (plan(cast), reverse("improvement:close_review", args=[cast.public.slug]),
             reverse("improvement:hand_over", args=[cast.public.slug, action.pk]))  # fmt: skip
    for path in paths:
        client.logout()
        assert client.get(path).status_code == 302
        for person in (cast.stranger, cast.panel_member, cast.housing_author):
            client.force_login(person)
            assert client.get(path).status_code == 404
        client.force_login(cast.coordinator)
        assert client.get(path).status_code == 200


def test_the_plan_shows_owner_day_state_and_evidence_in_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    text = read(client, plan(cast))
    assert "Not handed over" in text
    assert "overdue, Monday 31 July 2023" in text
    reported(cast)
    text = read(client, plan(cast))
    assert "To be closed" in text
    assert "Head of Housing, Tidewell Homes" in text


def test_an_action_is_handed_over_from_the_page(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    path = reverse("improvement:hand_over", args=[cast.public.slug, planned(cast, public(cast)).pk])
    text = client.post(path, SENT).content.decode()
    assert "Choose the organisation that carries it out" in text
    given = {"organisation": str(cast.housing.pk), "name": "Piers Langham"}
    assert "Enter both the lead’s name and their e-mail address" in client.post(path, given).content.decode()
    assert "Enter to whom it is sent" in client.post(path, {"organisation": "elsewhere"}).content.decode()
    given["email"] = "p.langham@tidewell.example.org"
    assert client.post(path, given).status_code == 302
    with acting_as(cast.coordinator.pk):
        assert FollowUp.objects.get().lead == User.objects.by_email("p.langham@tidewell.example.org")
    assert "handed over already" in client.post(path, given).content.decode()


def test_the_lead_reports_with_a_file_from_the_page(cast: Cast, client: Client) -> None:
    follow_up = handed_over(cast)
    client.force_login(cast.housing_author)
    assert of("action", follow_up) in read(client, reverse("improvement:actions"))
    text = client.post(of("progress", follow_up), SENT).content.decode()
    assert "Say what has been done" in text
    wrong = {
        "status": "on_track",
        "text": "Begun.",
        **posted_date("happened_on", localdate() + timedelta(days=2)),
    }
    assert "must be today or in the past" in client.post(of("progress", follow_up), wrong).content.decode()
    given = {"status": "on_track", "text": "The board agreed the policy.", **TODAY}
    for data, words in ((b"", "empty"), (b"MZ\x00\x00not a pdf", "really")):
        file = SimpleUploadedFile("policy.pdf", data)
        text = client.post(of("progress", follow_up), {**given, "evidence": file}).content.decode()
        assert words in text
    file = SimpleUploadedFile("policy.txt", b"The policy of 28 July.\n")
    assert client.post(of("progress", follow_up), {**given, "evidence": file}).status_code == 302
    text = read(client, of("action", follow_up))
    assert "The board agreed the policy." in text
    assert "policy.txt" in text
    with acting_as(cast.coordinator.pk):
        assert Evidence.objects.count() == 1
        assert AuditEvent.objects.filter(kind="improvement.action_read").exists()


def test_a_page_sent_twice_is_one_report(cast: Cast, client: Client) -> None:
    follow_up = handed_over(cast)
    client.force_login(cast.housing_author)
    token = "6f1b2a0e-9d0e-4a64-9c7e-3a1b7b9c0001"
    given = {"status": "on_track", "text": "Begun.", "submission_token": token, **TODAY}
    for _ in range(2):
        assert client.post(of("progress", follow_up), given).status_code == 302
    with acting_as(cast.coordinator.pk):
        assert Progress.objects.count() == 1


def test_the_coordinator_closes_and_opens_again_from_the_page(cast: Cast, client: Client) -> None:
    follow_up = reported(cast)
    client.force_login(cast.coordinator)
    given = {"outcome": "done", "account": "No recharge since July.", "evidence_seen": "no"}
    assert "Say why no evidence was seen" in client.post(of("close", follow_up), given).content.decode()
    given["evidence_seen"] = "yes"
    assert client.post(of("close", follow_up), given).status_code == 302
    assert "Evidence was seen." in read(client, of("action", follow_up))
    assert "has been closed" in client.post(of("close", follow_up), given).content.decode()
    assert client.post(of("reopen", follow_up), {"reason": "A recharge was found."}).status_code == 302
    assert "A recharge was found." in read(client, of("action", follow_up))
    with acting_as(cast.coordinator.pk):
        assert Closure.objects.count() == 1


def test_a_statement_goes_from_the_lead_to_the_public_page(cast: Cast, client: Client) -> None:
    follow_up = reported(cast)
    client.force_login(cast.housing_author)
    said = {"text": STATEMENT, **posted_date("said_on", date(2024, 1, 22))}
    assert "Write the statement" in client.post(of("statement", follow_up), SENT).content.decode()
    assert client.post(of("statement", follow_up), said).status_code == 302
    with acting_as(cast.coordinator.pk):
        statement = PublicStatement.objects.get()
    assert client.get(of("confirm", statement)).status_code == 403
    assert client.post(of("publish_statement", statement)).status_code == 403
    client.force_login(cast.stranger)
    for name in ("confirm", "publish_statement", "drop_statement"):
        assert client.post(of(name, statement)).status_code == 404
    client.force_login(cast.partnership_chair)
    assert STATEMENT[:40] in read(client, of("confirm", statement))
    assert client.post(of("confirm", statement)).status_code == 302
    assert client.post(of("confirm", statement)).status_code == 409
    client.force_login(cast.coordinator)
    assert "Publish this statement" in read(client, of("action", follow_up))
    assert client.post(of("publish_statement", statement)).status_code == 302
    assert "Public" in read(client, of("action", follow_up))
    assert client.post(of("publish_statement", statement)).status_code == 409


def test_a_review_is_closed_from_the_page(cast: Cast, client: Client) -> None:
    path = reverse("improvement:close_review", args=[cast.public.slug])
    client.force_login(cast.partnership_chair)
    assert "Action 1.1 has not been handed over to anybody." in read(client, path)
    assert client.post(path).status_code == 409
    closed(cast)
    assert reloaded(cast, cast.public).stage == "closed"
    assert "Close the review</a>" not in read(client, plan(cast))


def test_what_waits_for_whom(cast: Cast) -> None:
    def waits(person: User) -> list[str]:
        with acting_as(person.pk):
            return [one.text for one in waiting_for(person)]

    handed_over(cast)
    assert waits(cast.housing_author) == ["Carry out action 1.1"]
    assert waits(cast.coordinator) == waits(cast.stranger) == []


def test_what_is_done_waits_for_the_coordinator(cast: Cast) -> None:
    follow_up = reported(cast)
    with acting_as(cast.coordinator.pk):
        assert [one.text for one in waiting_for(cast.coordinator)] == [
            "Look at the evidence and close action 1.1"
        ]
        PublicStatement.objects.create(
            review_id=follow_up.review_id, compartment=follow_up.compartment, follow_up=follow_up, text="x",
            digest="x", said_on=localdate(), written_by=cast.housing_author,
        )  # fmt: skip
        assert "Check a public statement" in [one.text for one in waiting_for(cast.coordinator)]
    with acting_as(cast.housing_author.pk):
        assert waiting_for(cast.housing_author) == []


def test_the_task_list_counts_what_is_closed(cast: Cast) -> None:
    review = followed(cast)
    with acting_as(cast.coordinator.pk):
        found = {one.text: one for one in tasks(review, cast.coordinator)}
    assert found["Hand the actions over"].hint == "1 of 2 handed over"
    assert found["Follow the actions until each is closed"].hint == "1 of 2 closed"
    assert found["Close the review"].status == "waiting"


def test_the_plan_takes_as_many_queries_however_much_is_in_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    follow_up = reported(cast)
    read(client, plan(cast))
    with CaptureQueriesContext(connection) as before:
        read(client, plan(cast))
    addressed(cast, public(cast))
    for day in (1, 2, 3):
        more = Upload(f"figures {day}.txt", f"Figures of day {day}.\n".encode())
        do(actions.record_progress, follow_up=follow_up, status="complete", text="More.", evidence=[more],
           by=cast.housing_author)  # fmt: skip
    with CaptureQueriesContext(connection) as after:
        read(client, plan(cast))
    assert len(after) == len(before)
