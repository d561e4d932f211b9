"""The machine's work in the background: asked for, begun, ended once, and given up in a sentence."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.anonymity import draft_file, drafted_as
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.anonymity import actions, jobs, machine, queries, queue, working
from illuminate.journey.anonymity.models import MachineCheck, MachineWork, ReadWords
from illuminate.journey.people import actions as people
from illuminate.journey.people.queue import REGISTER_CHANGED
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
SLIP = "Maggie moved to 14 Quarry Bank. She was the only Igbo-speaking woman in the village."


def asked(cast: Cast) -> tuple[Review, Draft, MachineWork]:
    """The coordinator has asked the machine to look at a short report."""
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(SLIP))
    draft = drafted_as(cast, review, Draft.Kind.OVERVIEW)
    work = do(actions.ask_machine, document=draft.document, round="submission", by=cast.coordinator)
    return review, draft, work


def page(client: Client, review: Review, draft: Draft) -> str:
    url = reverse("anonymity:document", args=[review.slug, "submission", draft.document_id])
    return client.get(url).content.decode()


def test_it_is_asked_once_done_once_and_said_on_the_page(cast: Cast, client: Client) -> None:
    review, draft, work = asked(cast)
    again = do(actions.ask_machine, document=draft.document, round="submission", by=cast.independent_chair)
    assert again.pk == work.pk
    client.force_login(cast.coordinator)
    assert "begins as soon as it is free" in page(client, review, draft)
    progress = reverse("anonymity:progress", args=[work.pk])
    assert client.get(progress).json()["state"] == "waiting"

    assert working.run_all(eyes=cast.coordinator.pk) == 1
    assert working.run_all(eyes=cast.coordinator.pk) == 0
    assert client.get(progress).json()["state"] == "done"
    assert "begins as soon" not in page(client, review, draft)
    with acting_as(cast.coordinator.pk):
        check = MachineCheck.objects.get()
        assert check.engine == machine.engine() and check.engine.startswith("Illuminate ")
        assert "only Igbo-speaking" in check.singled_out()[0]["text"] and check.singled_out()[0]["why"]
        body = next(part for part in ReadWords.objects.get().parts() if part["name"] == "body")
        assert body["paragraphs"] == [[1, "Introduction", True], [2, SLIP, False]]
    for person, status in ((cast.panel_member, 404), (cast.stranger, 404)):
        client.force_login(person)
        assert client.get(progress).status_code == status
    client.logout()
    assert client.get(progress).status_code == 302


def test_only_those_who_may_run_it_can_ask(cast: Cast) -> None:
    _, draft, _ = asked(cast)
    with pytest.raises(PermissionDenied):
        do(actions.ask_machine, document=draft.document, round="submission", by=cast.panel_member)


def test_a_kill_leaves_nothing_and_the_next_worker_does_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, work = asked(cast)

    def killed(*_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as ended:
        ended.setattr(working.machine, "look", killed)
        with pytest.raises(SystemExit):
            working.run(work.pk, eyes=cast.coordinator.pk)
    with acting_as(cast.coordinator.pk):
        assert not MachineCheck.objects.exists() and MachineWork.objects.get().is_waiting
    assert working.run_all(eyes=cast.coordinator.pk) == 1


def test_a_fault_ends_in_a_sentence_and_can_be_tried_again(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, draft, work = asked(cast)
    with monkeypatch.context() as broken:
        broken.setattr(working.people, "engine_register", lambda _: 1 / 0)
        assert not working.run(work.pk, eyes=cast.coordinator.pk)
    client.force_login(cast.coordinator)
    assert "A fault in the program kept the machine from finishing" in page(client, review, draft)
    run = reverse("anonymity:run", args=[review.slug, "submission", draft.document_id])
    assert "begins as soon as it is free" in client.post(run, follow=True).content.decode()
    assert working.run_all(eyes=cast.coordinator.pk) == 1
    assert "A fault" not in page(client, review, draft)


def test_a_file_that_ends_the_worker_each_time_is_given_up(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, work = asked(cast)

    def killed(*_: Any) -> None:
        raise SystemExit

    monkeypatch.setattr(working.machine, "look", killed)
    for _ in range(3):
        with pytest.raises(SystemExit):
            working.run(work.pk, eyes=cast.coordinator.pk)
    assert not working.run(work.pk, eyes=cast.coordinator.pk)
    with acting_as(cast.coordinator.pk):
        assert MachineWork.objects.get().why_not == working.FAULT


def test_a_change_of_the_register_looks_again_and_says_what_is_new(cast: Cast, client: Client) -> None:
    review, draft, _ = asked(cast)
    assert working.run_all(eyes=cast.coordinator.pk) == 1
    assert working.look_again(review.pk, cast.coordinator.pk) == 0, "nothing has changed"
    do(people.add_entry, review=review, kind="place", real="the village", by=cast.coordinator)
    assert working.look_again(review.pk, cast.stranger.pk) == 0
    assert working.look_again(review.pk, cast.independent_chair.pk) == 1
    client.force_login(cast.coordinator)
    rounds = reverse("anonymity:checks", args=[review.slug])
    assert "1 file is being looked at again." in client.get(rounds).content.decode()
    assert working.run_all(eyes=cast.coordinator.pk) == 1
    assert "being looked at again" not in client.get(rounds).content.decode()
    assert "new since its look before" in page(client, review, draft)
    with acting_as(cast.coordinator.pk):
        check = MachineCheck.objects.order_by("recorded_at").last()
        assert check is not None and check.ran_by == cast.independent_chair
        assert {item["text"] for item in check.items() if item["is_new"]} == {"the village"}


def test_a_register_that_changes_on_the_way_has_the_file_looked_at_once_more(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, _, work = asked(cast)
    real = machine.look

    def meanwhile(*given: Any) -> Any:
        do(people.add_entry, review=review, kind="place", real="Tannery Row", by=cast.coordinator)
        return real(*given)

    with monkeypatch.context() as slow:
        slow.setattr(working.machine, "look", meanwhile)
        assert working.run(work.pk, eyes=cast.coordinator.pk)
    assert working.run_all(eyes=cast.coordinator.pk) == 1
    with acting_as(cast.coordinator.pk):
        assert MachineCheck.objects.count() == 2


def test_chair_and_panel_are_named_openly(cast: Cast) -> None:
    review, _, _ = asked(cast)
    with acting_as(cast.coordinator.pk):
        named = queries.published(review)
    assert str(cast.independent_chair.name) in named and str(cast.panel_member.name) in named


def test_the_job_has_the_name_by_which_the_register_asks_for_it() -> None:
    assert jobs.look_again.name == REGISTER_CHANGED and jobs.do.name == queue.DO
