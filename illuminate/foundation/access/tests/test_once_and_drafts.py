"""Nothing sent twice, and nothing lost that was not sent."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from illuminate.foundation.access import actions_forms, drafts
from illuminate.foundation.access.models import Draft, Organisation, Submission, User
from illuminate.foundation.access.tests.conftest import signed_in
from illuminate.foundation.database.acting import acting_as
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def token() -> str:
    return str(uuid4())


def added() -> int:
    return Organisation.objects.filter(name="Once").count()


def test_the_second_sending_leads_where_the_first_led(coordinator: Client) -> None:
    sent = {"name": "Once", "submission_token": token()}
    first, second = coordinator.post("/add/", sent), coordinator.post("/add/", sent)
    assert first["Location"] == second["Location"]
    assert added() == 1


@pytest.mark.parametrize("spoilt", ["", "refused", "broken"])
def test_what_was_not_taken_can_be_sent_again(coordinator: Client, spoilt: str) -> None:
    mine = token()
    coordinator.raise_request_exception = False
    if spoilt != "broken":  # what fails undoes the whole transaction: tests/test_at_once.py
        coordinator.post("/add/", {"name": spoilt, "submission_token": mine})
        assert not Submission.objects.exists()
    assert coordinator.post("/add/", {"name": "Once", "submission_token": mine}).status_code == 302


def test_somebody_elses_token_leads_nowhere(coordinator: Client, stranger: Client) -> None:
    sent = {"name": "Once", "submission_token": token()}
    coordinator.post("/add/", sent)
    answer = stranger.post("/add/", sent)
    assert answer.status_code == 409
    assert "already sent" in answer.content.decode()
    assert added() == 1


def test_without_a_token_or_with_nonsense_a_form_is_taken_as_it_is(coordinator: Client) -> None:
    assert coordinator.post("/add/", {"name": "Once"}).status_code == 302
    assert coordinator.post("/add/", {"name": "nonsense", "submission_token": "x"}).status_code == 200


# Drafts


def keep(client: Client, **fields: object) -> int:
    return client.post("/drafts/?path=/add/", fields).status_code


def test_what_was_written_is_back_on_the_page_until_it_is_sent(coordinator: Client) -> None:
    written = {
        "name": "Dorothy Ainscough",
        "day-day": "3",
        "day-month": "",
        "day-year": "2018",
        "kinds": ["a", "b"],
    }
    assert keep(coordinator, **written) == 204
    page = coordinator.get("/add/")
    assert page.context["form"].initial == {
        "name": "Dorothy Ainscough", "day": {"day": "3", "month": "", "year": "2018"}, "kinds": ["a", "b"],
    }  # fmt: skip
    text = page.content.decode()
    assert 'value="Dorothy Ainscough"' in text
    assert 'value="2018"' in text
    assert text.count("checked") == 2
    assert "It has not been sent" in text
    coordinator.post("/add/", {"name": "Once"})
    assert coordinator.get("/add/").context["form"].initial == {}


def test_the_latest_is_kept(coordinator: Client) -> None:
    keep(coordinator, name="first")
    keep(coordinator, name="second")
    assert coordinator.get("/add/").context["form"].initial == {"name": "second"}
    assert Draft.objects.count() <= 1


def test_a_draft_is_ones_own_and_locked(coordinator: Client, cast: Cast) -> None:
    keep(coordinator, name="Dorothy Ainscough")
    assert signed_in(cast.stranger).get("/add/").context["form"].initial == {}
    with acting_as(cast.stranger.pk):
        assert not Draft.objects.exists()
    with acting_as(cast.coordinator.pk), connection.cursor() as cursor:
        cursor.execute("SELECT encode(text, 'escape') FROM access_draft")
        assert "Dorothy" not in cursor.fetchone()[0]


def test_a_last_save_that_comes_after_the_form_keeps_nothing(coordinator: Client) -> None:
    mine = token()
    coordinator.post("/add/", {"name": "Once", "submission_token": mine})
    assert keep(coordinator, name="Once", submission_token=mine) == 204
    assert coordinator.get("/add/").context["form"].initial == {}


def test_a_form_with_errors_keeps_its_draft(coordinator: Client) -> None:
    keep(coordinator, name="half")
    coordinator.post("/add/", {"name": ""})
    assert coordinator.get("/add/").context["form"].initial == {"name": "half"}


@pytest.mark.parametrize(
    "path", ["", "/nowhere/", "https://elsewhere.example/add/", "//elsewhere.example/", "add/"]
)
def test_only_pages_of_ours_are_kept(coordinator: Client, path: str) -> None:
    assert coordinator.post("/drafts/", {"name": "x"}, query_params={"path": path}).status_code == 400


def test_drafts_are_asked_for_by_post_and_by_somebody(client: Client, coordinator: Client) -> None:
    assert coordinator.get("/drafts/?path=/add/").status_code == 405
    assert client.post("/drafts/?path=/add/").status_code == 302


def test_a_relative_keeps_a_draft_too(cast: Cast) -> None:
    relative = User.objects.create_user(name="Bernadette", kind="family")
    client = signed_in(relative)
    assert keep(client, name="my words") == 204
    assert client.get("/add/").context["form"].initial == {"name": "my words"}


def test_drafts_and_tokens_go_after_thirty_days(coordinator: Client, cast: Cast) -> None:
    keep(coordinator, name="old")
    coordinator.post("/add/", {"name": "Once", "submission_token": token()})
    keep(coordinator, name="old")
    assert actions_forms.forget_old() == 0
    with acting_as(cast.coordinator.pk):
        Draft.objects.update(saved_at=timezone.now() - timedelta(days=31))
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=31))
    assert actions_forms.forget_old() == 2


def test_the_page_says_where_its_script_saves(coordinator: Client) -> None:
    assert 'data-autosave-url="/drafts/?path=%2Fadd%2F"' in coordinator.get("/add/").content.decode()
    assert drafts.as_initial({"csrf": [""], "a-b": ["x", "y"]}) == {"csrf": "", "a-b": ["x", "y"]}


def test_what_was_begun_is_named_until_it_is_sent_or_thrown_away(coordinator: Client, cast: Cast) -> None:
    mine = token()
    keep(coordinator, name="half", **{"page-title": " Add somebody ", "submission_token": mine})
    with acting_as(cast.coordinator.pk):
        (draft,) = drafts.begun(cast.coordinator)
        assert (draft.title, draft.path) == ("Add somebody", "/add/")
    assert "Add somebody" not in coordinator.get("/add/").context["form"].initial
    with acting_as(cast.stranger.pk):
        assert drafts.begun(cast.stranger) == []
    address = f"/drafts/{draft.pk}/throw-away/"
    assert signed_in(cast.stranger).post(address).status_code == 404
    assert coordinator.get(address).status_code == 405
    assert coordinator.post(address)["Location"] == "/"
    with acting_as(cast.coordinator.pk):
        assert drafts.begun(cast.coordinator) == []


def test_what_was_sent_meanwhile_is_not_begun(coordinator: Client, cast: Cast) -> None:
    mine = token()
    keep(coordinator, name="half", **{"page-title": "Add somebody", "submission_token": mine})
    with acting_as(cast.coordinator.pk):
        actions_forms.claim(token=UUID(mine), path="/elsewhere/", by=cast.coordinator)
        assert drafts.begun(cast.coordinator) == []
