"""The machine's look, the people's verdicts, and what still blocks."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from illuminate.cli.demo.story.anonymity import (
    asked_to_check,
    draft_file,
    drafted_as,
    found_by,
    judged,
    kept,
    looked_at,
    passed,
)
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.engines.anonymise import Register, UnsafeFile
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.models import Document
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.anonymity import actions, blockers, machine, queries, tasks
from illuminate.journey.anonymity.models import Check, MachineCheck, Round, Settlement, Verdict
from illuminate.journey.people import actions as people
from illuminate.journey.report import actions as report
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

SLIP = "Maggie moved to 14 Quarry Bank in 2014."
CLEAN = "Louise moved to the family home in 2014."


def drafted(cast: Cast, *words: str) -> tuple[Review, Draft]:
    """A review with a short overview report; the register holds what the police told."""
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(*words))
    return review, drafted_as(cast, review, Draft.Kind.OVERVIEW)


def blocking(cast: Cast, review: Review, document: Document) -> list[str]:
    with acting_as(cast.partnership_chair.pk):
        return [one.text for one in blockers.to_pass_submission_check(review, [document])]


def test_a_slip_is_found_settled_and_gone_from_the_next_version(cast: Cast) -> None:
    review, draft = drafted(cast, SLIP)
    assert blocking(cast, review, draft.document)[0].startswith("The machine has not checked this version")
    check = looked_at(cast, draft)
    assert "Maggie" in found_by(check, cast.coordinator)
    numbers = list(range(1, check.finding_count + check.unread_count + 1))
    do(actions.settle, check=check, numbers=numbers, outcome="change", by=cast.coordinator)
    assert "to be changed" in blocking(cast, review, draft.document)[0]
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(CLEAN))
    new = drafted_as(cast, review, Draft.Kind.OVERVIEW)
    passed(cast, new, cast.panel_member)
    assert blocking(cast, review, new.document) == []
    assert blocking(cast, review, draft.document), "the old bytes never pass"


def test_what_stays_needs_a_reason_and_the_next_look_remembers_it(cast: Cast) -> None:
    review, draft = drafted(cast, SLIP)
    check = looked_at(cast, draft)
    with pytest.raises(Refused, match="Say why"):
        do(actions.settle, check=check, numbers=[1], outcome="keep", reason=" ", by=cast.coordinator)
    for wrong in ([], [0], [999]):
        with pytest.raises(Refused, match="Choose at least one"):
            do(actions.settle, check=check, numbers=wrong, outcome="keep", reason="x", by=cast.coordinator)
    kept(cast, check)
    do(people.add_entry, review=review, kind="place", real="Tannery Row", by=cast.coordinator)
    assert "register has changed" in blocking(cast, review, draft.document)[0]
    again = looked_at(cast, draft)
    with acting_as(cast.coordinator.pk):
        assert (
            Settlement.objects.filter(machine_check=again).count() == check.finding_count + check.unread_count
        )
    with pytest.raises(Refused, match="looked at this file again"):
        do(actions.settle, check=check, numbers=[1], outcome="change", by=cast.coordinator)
    assert not [text for text in blocking(cast, review, draft.document) if "machine" in text]


def test_the_machine_fails_closed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    review, draft = drafted(cast, CLEAN)

    def failing(fault: Exception) -> Any:
        def check(*_: Any) -> None:
            raise fault

        monkeypatch.setattr(machine, "read", check)
        return looked_at(cast, draft)

    for fault, words in (
        (RecursionError("deep"), "could not finish"), (MemoryError(), "could not finish"),
        (UnsafeFile("The file declares an entity."), "declares an entity"),
    ):  # fmt: skip
        check = failing(fault)
        assert not check.is_clean and words in check.failure
        assert words in blocking(cast, review, draft.document)[0]


def test_an_empty_register_or_a_lost_file_is_not_clean(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    review, draft = drafted(cast, CLEAN)
    assert machine.look(machine.File(draft.document_id, "a.txt", b"x"), Register(())).failure == machine.EMPTY
    monkeypatch.setattr("illuminate.foundation.documents.files.place", lambda *_: Path("nowhere") / "at all")
    assert "missing" in looked_at(cast, draft).failure
    assert "could not check" in blocking(cast, review, draft.document)[0]


def test_what_could_not_be_read_is_said_and_has_to_be_looked_at(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    with acting_as(cast.coordinator.pk):
        item = {"unread": True, "part": "picture 1", "why": "A picture."}
        assert machine.Look([item]).unread == 1 and machine.Look([item]).found == 0
    check = looked_at(cast, draft)
    if check.unread_count:
        assert "still to be looked at" in blocking(cast, review, draft.document)[0]


def test_who_wrote_or_uploaded_it_cannot_check_it(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    for person, words in (
        (cast.independent_chair, "chairs the review"), (cast.hospital_author, "not on the team"),
        (cast.stranger, "not on the team"), (cast.home_office_reader, "not on the team"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=words):
            asked_to_check(cast, draft, person)
    again = draft_file(CLEAN, "Again.")
    do(report.upload_draft, review=review, kind="overview", upload=again, by=cast.coordinator)
    with pytest.raises(Refused, match="uploaded"):
        asked_to_check(cast, drafted_as(cast, review, Draft.Kind.OVERVIEW), cast.coordinator)
    with acting_as(cast.coordinator.pk):
        offered = queries.candidates(review, draft.document, Round.SUBMISSION)
        assert set(offered) == {cast.partnership_chair, cast.panel_member, cast.second_panel_member}
    with pytest.raises(PermissionDenied):
        do(actions.ask_checker, review=review, document=draft.document, round="submission",
           checker=cast.panel_member, by=cast.second_panel_member)  # fmt: skip


def test_somebody_is_asked_once_and_answers_once(cast: Cast) -> None:
    _, draft = drafted(cast, CLEAN)
    check = asked_to_check(cast, draft, cast.panel_member)
    with pytest.raises(Refused, match="already"):
        asked_to_check(cast, draft, cast.panel_member)
    with pytest.raises(PermissionDenied):
        judged(check, cast.second_panel_member)
    with pytest.raises(Refused, match="Say where"):
        judged(check, cast.panel_member, verdict="not_clean")
    judged(check, cast.panel_member)
    with pytest.raises(Refused, match="given already"):
        judged(check, cast.panel_member, verdict="not_clean", note="Page 3")
    with acting_as(cast.panel_member.pk):
        assert Verdict.objects.get().verdict == "clean"


def test_whoever_joins_the_writing_cannot_answer_any_more(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    check = asked_to_check(cast, draft, cast.panel_member)
    do(
        reviews.join_team,
        review=review,
        person=cast.panel_member,
        role=Role.REPORT_AUTHOR,
        by=cast.coordinator,
    )
    with pytest.raises(Refused, match="a hand in the report"):
        judged(check, cast.panel_member)


def test_one_person_who_found_something_blocks_these_bytes(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    kept(cast, looked_at(cast, draft))
    judged(
        asked_to_check(cast, draft, cast.panel_member),
        cast.panel_member,
        "not_clean",
        "Page 1: a nickname",
    )
    judged(asked_to_check(cast, draft, cast.second_panel_member), cast.second_panel_member)
    assert "found something" in blocking(cast, review, draft.document)[0]
    with acting_as(cast.coordinator.pk):
        notes = [
            one.note for one in queries.verdicts(review, draft.digest, "submission", user=cast.coordinator)
        ]
    assert notes == ["Page 1: a nickname", ""]


def test_other_bytes_need_new_checks(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    passed(cast, draft, cast.panel_member)
    assert blocking(cast, review, draft.document) == []
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(CLEAN, "One more sentence."))
    new = drafted_as(cast, review, Draft.Kind.OVERVIEW)
    assert len(blocking(cast, review, new.document)) == 2


def test_the_findings_carry_names_and_stay_with_the_core(cast: Cast) -> None:
    _, draft = drafted(cast, SLIP)
    check = looked_at(cast, draft)
    kept(cast, check)
    for person in (cast.panel_member, cast.hospital_author, cast.stranger, cast.officer):
        with acting_as(person.pk):
            assert not MachineCheck.objects.exists() and not Settlement.objects.exists()
    with acting_as(None):
        for model in (MachineCheck, Settlement, Check, Verdict):
            assert not model.objects.exists()
    with acting_as(cast.coordinator.pk), connection.cursor() as cursor:
        cursor.execute("SELECT report FROM anonymity_machinecheck")
        assert b"Maggie" not in bytes(cursor.fetchone()[0])


def test_checks_belong_to_their_stage(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    with pytest.raises(Refused, match="once the Home Office has agreed"):
        asked_to_check(cast, draft, cast.panel_member, round="final")
    assert reloaded(cast, review).stage == "drafting"


def test_mail_names_nobody_and_comes_once_a_day(cast: Cast) -> None:
    _, draft = drafted(cast, CLEAN)
    check = asked_to_check(cast, draft, cast.panel_member)
    with acting_as(cast.coordinator.pk):
        mail = Message.objects.get(to_user=cast.panel_member, subject__startswith="Please check")
        assert str(check.pk) in mail.body and "Louise" not in mail.body + mail.subject
    judged(check, cast.panel_member)
    with acting_as(cast.coordinator.pk):
        assert Message.objects.filter(
            to_user=cast.coordinator, subject__startswith="The anonymity check"
        ).exists()


def test_tasks_and_the_desk(cast: Cast) -> None:
    review, draft = drafted(cast, CLEAN)
    check = asked_to_check(cast, draft, cast.panel_member)
    with acting_as(cast.panel_member.pk):
        assert [one.url for one in tasks.waiting_for(cast.panel_member)] == [f"/anonymity/checks/{check.pk}/"]
        assert len(tasks.tasks(review, cast.panel_member)) == 1
    with acting_as(cast.coordinator.pk):
        told = tasks.tasks(review, cast.coordinator)
        assert told[0].status == "to_do" and "The machine has not checked" in told[0].hint
        assert not tasks.waiting_for(cast.coordinator)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(CLEAN, "Newer."))
    with acting_as(cast.panel_member.pk):
        assert not tasks.waiting_for(cast.panel_member), "an old version waits for nobody"
