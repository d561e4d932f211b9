"""Findings decided where they stand: once, everywhere, and remembered in the review."""

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.anonymity import draft_file, drafted_as, looked_at
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.anonymity import actions, blockers, copying
from illuminate.journey.anonymity.board import board
from illuminate.journey.anonymity.finding import Line, line_of
from illuminate.journey.anonymity.models import KeptWords, MachineCheck
from illuminate.journey.people import queries as people
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
WORDS = (
    "Maggie rang Mrs Gertrude Oxenhope on 3 March 2019.",
    "Gertrude Oxenhope drove her to the police. Maggie’s car was parked.",
)


def looked(cast: Cast, kind: Draft.Kind = Draft.Kind.OVERVIEW, *more: str) -> tuple[Review, MachineCheck]:
    """A report with somebody on the register, and somebody who is not, looked at by the machine."""
    review = drafting(cast)
    upload(cast, review, kind, draft_file(*WORDS, *more))
    return review, looked_at(cast, drafted_as(cast, review, kind))


def lines(cast: Cast, check: MachineCheck) -> list[Line]:
    with acting_as(cast.coordinator.pk):
        return board(check).order


def called(cast: Cast, check: MachineCheck, words: str) -> list[Line]:
    """The findings of which these words are a part."""
    return [line for line in lines(cast, check) if words in line.text]


def decide(check: MachineCheck, line: Line, outcome: str, by: User, **said: object) -> int:
    return do(actions.decide, check=check, number=line.number, outcome=outcome,
              **({"everywhere": False} | said), by=by)  # fmt: skip


def test_one_is_decided_and_the_others_are_left(cast: Cast) -> None:
    _, check = looked(cast)
    first, *rest = called(cast, check, "Oxenhope")
    assert first.state == "open" and first.proposed == "a person" and rest
    assert decide(check, first, "change", cast.coordinator, word="a neighbour") == 1
    again, *others = called(cast, check, "Oxenhope")
    assert (again.state, again.becomes) == ("changed", "a neighbour")
    assert {one.state for one in others} == {"open"}
    decide(check, first, "keep", cast.independent_chair, reason="She agreed to be named.")
    kept = called(cast, check, "Oxenhope")[0]
    assert (kept.state, kept.reason) == ("kept", "She agreed to be named.")
    assert str(cast.independent_chair.name) in kept.decided


def test_what_is_on_the_register_goes_by_itself_and_in_one_step(cast: Cast) -> None:
    _, check = looked(cast)
    assert {one.state for one in called(cast, check, "Maggie")} == {"register"}
    assert {one.becomes for one in called(cast, check, "Maggie")} == {"Louise"}
    known = [one for one in lines(cast, check) if one.on_register]
    assert do(actions.accept_register, check=check, by=cast.coordinator) == len(known)
    assert {one.state for one in called(cast, check, "Maggie")} == {"changed"}
    assert called(cast, check, "Oxenhope")[0].state == "open"
    with pytest.raises(Refused, match="Choose at least one"):
        do(actions.accept_register, check=check, by=cast.coordinator)


def test_changed_everywhere_is_on_the_register_for_every_file(cast: Cast) -> None:
    review, check = looked(cast, Draft.Kind.OVERVIEW, "Gertrude Oxenhope came back.")
    line = next(one for one in called(cast, check, "Oxenhope") if one.text == "Gertrude Oxenhope")
    assert decide(check, line, "change", cast.coordinator, word="Wilma", everywhere=True) > 1
    with acting_as(cast.coordinator.pk):
        entry = next(one for one in people.engine_register(review).entries if one.real == line.text)
        assert (entry.kind, entry.pseudonym) == ("person", "Wilma")
    upload(cast, review, Draft.Kind.SUMMARY, draft_file("Gertrude Oxenhope waited.", name="summary.docx"))
    other = looked_at(cast, drafted_as(cast, review, Draft.Kind.SUMMARY))
    assert called(cast, other, "Oxenhope")[0].becomes == "Wilma"
    again = looked_at(cast, drafted_as(cast, review, Draft.Kind.OVERVIEW))
    assert {one.state for one in called(cast, again, "Gertrude Oxenhope")} <= {"changed", "register"}


def test_a_neutral_word_everywhere_needs_no_pseudonym(cast: Cast) -> None:
    review, check = looked(cast)
    do(
        reviews.join_team,
        review=review,
        person=cast.hospital_author,
        role=Role.REPORT_AUTHOR,
        by=cast.coordinator,
    )
    line = called(cast, check, "Oxenhope")[0]
    with pytest.raises(Refused, match="Only the coordinator or the independent chair"):
        decide(check, line, "change", cast.hospital_author, word="Wilma", everywhere=True)
    decide(check, line, "change", cast.hospital_author, word="a person", everywhere=True)
    with acting_as(cast.coordinator.pk):
        (entry,) = [one for one in people.engine_register(review).entries if one.real == line.text]
        assert entry.pseudonym == ""


def test_kept_everywhere_is_remembered_in_the_reviews_other_files(cast: Cast) -> None:
    review, check = looked(cast)
    line = next(one for one in called(cast, check, "Oxenhope") if one.text == "Gertrude Oxenhope")
    decide(check, line, "keep", cast.coordinator, reason="A judge, named in the press.", everywhere=True)
    decide(check, line, "keep", cast.coordinator, reason="Said twice.", everywhere=True)
    with acting_as(cast.coordinator.pk):
        assert KeptWords.objects.count() == 1
    upload(cast, review, Draft.Kind.SUMMARY, draft_file("Gertrude Oxenhope waited.", name="summary.docx"))
    other = looked_at(cast, drafted_as(cast, review, Draft.Kind.SUMMARY))
    remembered = called(cast, other, "Gertrude Oxenhope")[0]
    assert (remembered.state, remembered.reason) == ("kept", "A judge, named in the press.")
    for person in (cast.panel_member, cast.stranger, cast.officer):
        with acting_as(person.pk):
            assert not KeptWords.objects.exists()


def test_nobodys_real_name_takes_the_place_of_a_name(cast: Cast) -> None:
    _, check = looked(cast)
    with pytest.raises(Refused, match="is a real name in this case"):
        decide(check, called(cast, check, "Oxenhope")[0], "change", cast.coordinator, word="Maggie")
    with pytest.raises(Refused, match="Say why"):
        decide(check, called(cast, check, "Oxenhope")[0], "keep", cast.coordinator, reason=" ")
    with pytest.raises(PermissionDenied):
        decide(check, called(cast, check, "Oxenhope")[0], "keep", cast.panel_member, reason="x")


def test_the_gate_opens_when_everything_is_settled(cast: Cast) -> None:
    review, check = looked(cast)
    for line in lines(cast, check):
        decide(check, line, "keep", cast.coordinator, reason="Invented for this test.")
    with acting_as(cast.coordinator.pk):
        left = [one.text for one in blockers.to_pass_submission_check(review, [check.document])]
    assert not [text for text in left if "machine" in text]


def test_what_is_in_doubt_waits_for_a_person(cast: Cast) -> None:
    """A form that may be one of two people's is not taken with the rest of the register."""
    _, check = looked(cast)
    with acting_as(cast.coordinator.pk):
        items = check.items()
        doubtful = next(item for item in items if item["text"] == "Maggie")
        line = line_of({**doubtful, "asks": "Maggie may be Louise or somebody else: say who."}, None)
    assert line.on_register and line.state == "open" and line.asks
    assert copying.open_proposals([line]) == 1
