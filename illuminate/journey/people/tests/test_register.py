"""The register of a review: who is on it, what they are called, and who may say so."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

import illuminate.cli.demo
from illuminate.cli.demo.story.intake import deciding, notified
from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.people import actions, queries
from illuminate.journey.people.models import RegisterEntry, Subject
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
ALDER = Path(illuminate.cli.demo.__file__).parent / "case" / "register.csv"
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} '; DROP TABLE people_subject; -- O’Hara \u202e"


def entry_named(cast: Cast, review: Review, real: str) -> RegisterEntry:
    with acting_as(cast.coordinator.pk):
        return next(one for one in queries.register(review) if one.real == real)


def add(cast: Cast, review: Review, real: str, **more: str) -> RegisterEntry:
    given = {"kind": "person", "role": "friend"} | more
    entry: RegisterEntry = do(actions.add_entry, review=review, real=real, **given, by=cast.coordinator)
    return entry


def test_the_title_becomes_the_pseudonym_of_who_died(cast: Cast) -> None:
    review = deciding(cast)
    victim = entry_named(cast, review, "Margaret Anne Holloway")
    do(actions.agree_pseudonym, entry=victim, pseudonym="  Louise ", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).title == "Louise"
        assert set(Compartment.objects.filter(review_id=review.pk).values_list("title", flat=True)) == {
            "Louise"
        }
        assert next(label for _, label in queries.labels(review)) == "Louise"


@pytest.mark.parametrize(
    ("pseudonym", "why"),
    [
        ("", "Enter the pseudonym"),
        ("Isla", "“Isla” is the real name of somebody"),
        ("Aaron", "“Aaron” is the real name"),
        ("Neil", "already stands for somebody else"),
        ("neil", "already stands for somebody else"),
    ],
)
def test_a_pseudonym_is_nobody_elses_name(cast: Cast, pseudonym: str, why: str) -> None:
    review = deciding(cast)
    suspect = entry_named(cast, review, "Craig Daniel Marsh")
    do(actions.agree_pseudonym, entry=suspect, pseudonym="Neil", by=cast.coordinator)
    victim = entry_named(cast, review, "Margaret Anne Holloway")
    with pytest.raises(Refused, match=why):
        do(actions.agree_pseudonym, entry=victim, pseudonym=pseudonym, by=cast.coordinator)
    assert entry_named(cast, review, "Margaret Anne Holloway").pseudonym == ""


def test_descriptions_may_stand_for_several(cast: Cast) -> None:
    review = deciding(cast)
    add(cast, review, "PC Ruth Lister", pseudonym="a police officer", role="practitioner")
    assert add(cast, review, "PC Tom Hargreave", pseudonym="a police officer").pseudonym == "a police officer"


def test_a_name_that_is_learned_later_makes_a_pseudonym_unsafe(cast: Cast) -> None:
    review = deciding(cast)
    victim = entry_named(cast, review, "Margaret Anne Holloway")
    do(actions.agree_pseudonym, entry=victim, pseudonym="Hannah", by=cast.coordinator)
    add(cast, review, "Hannah Obi")
    with acting_as(cast.coordinator.pk):
        assert queries.unsafe_pseudonyms(queries.register(review)) == ["Hannah"]


@pytest.mark.parametrize(
    ("kind", "real", "why"),
    [
        ("person", "   ", "Enter the real name"),
        ("person", "...", "Enter the real name"),
        ("person", "craig  daniel MARSH", "on the register already"),
        ("date", "soon", "Write the date as"),
        ("date", "31/02/2020", "Write the date as"),
    ],
)
def test_what_can_not_be_an_entry(cast: Cast, kind: str, real: str, why: str) -> None:
    review = deciding(cast)
    with pytest.raises(Refused, match=why):
        add(cast, review, real, kind=kind)


def test_hostile_names_are_kept_as_they_are(cast: Cast) -> None:
    review = deciding(cast)
    entry = add(cast, review, HOSTILE, aliases=f"{HOSTILE}2||  ")
    with acting_as(cast.coordinator.pk):
        again = RegisterEntry.objects.get(pk=entry.pk)
        assert again.forms == [HOSTILE, f"{HOSTILE}2"]
        assert queries.engine_register(review).entries


def test_a_name_that_was_not_known_is_given_later(cast: Cast) -> None:
    review = deciding(cast)
    subject = do(actions.record_subject, review=review, kind="other", name="", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert all(entry.real for entry in queries.engine_register(review).entries)
    do(
        actions.correct_entry,
        entry=subject.entry,
        real="Lee Marsh",
        role="brother",
        aliases="",
        by=cast.coordinator,
    )
    with acting_as(cast.coordinator.pk):
        assert Subject.objects.get(pk=subject.pk).name == "Lee Marsh"
    with pytest.raises(Refused):
        do(actions.correct_entry, entry=subject.entry, real=" ", role="", aliases="", by=cast.coordinator)


def test_two_people_of_one_name_are_two(cast: Cast) -> None:
    review = deciding(cast)
    for _ in range(2):
        do(actions.record_subject, review=review, kind="child", name="Sam Marsh", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert [one.name for one in queries.subjects(review)].count("Sam Marsh") == 2


def test_a_register_file_completes_what_is_there(cast: Cast) -> None:
    review = deciding(cast)
    text = (
        "kind,real,pseudonym,role,aliases\n"
        "person,Margaret A Holloway,Louise,victim,Margaret Anne Holloway|Mags\n"
        "person,Craig Daniel Marsh,Neil,perpetrator,Marshy\n"
        'place,14 Quarry Bank,the family home,,"14 Quarry Bank, Northbridge NB4 7QX"\n'
    )
    with acting_as(cast.coordinator.pk):
        before = RegisterEntry.objects.filter(review=review).count()
    assert do(actions.import_register, review=review, csv_text=text, by=cast.coordinator) == 3
    with acting_as(cast.coordinator.pk):
        assert RegisterEntry.objects.filter(review=review).count() == before
        victim = next(one for one in queries.subjects(review) if one.kind == "victim").entry
        assert (victim.real, victim.pseudonym) == ("Margaret A Holloway", "Louise")
        assert {"Margaret Anne Holloway", "Mags", "Maggie"} <= set(victim.forms)
        assert Review.objects.get(pk=review.pk).title == "Louise"
    do(actions.import_register, review=review, csv_text=text, by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert RegisterEntry.objects.filter(review=review).count() == before


def test_the_example_case_comes_in_whole(cast: Cast) -> None:
    review = deciding(cast)
    text = ALDER.read_text(encoding="utf-8")
    count = do(actions.import_register, review=review, csv_text=text, by=cast.coordinator)
    assert count == len([line for line in text.splitlines() if line.strip()]) - 1
    with acting_as(cast.coordinator.pk):
        assert queries.engine_register(review).clashes() == []
        assert not queries.unsafe_pseudonyms(queries.register(review))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column"),
        ("a,b\n1,2\n", "no column kind, real, pseudonym"),
        ("kind,real,pseudonym\nperson,,Louise\n", "Row 2"),
        ("kind,real,pseudonym\nghost,Ann,Louise\n", "Row 2"),
        ("kind,real,pseudonym\nperson,Ann Obi,Craig\n", "“Craig” is the real name"),
    ],
)
def test_a_faulty_file_changes_nothing(cast: Cast, text: str, why: str) -> None:
    review = deciding(cast)
    with acting_as(cast.coordinator.pk):
        before = RegisterEntry.objects.filter(review=review).count()
    with pytest.raises(Refused, match=why):
        do(actions.import_register, review=review, csv_text=text, by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert RegisterEntry.objects.filter(review=review).count() == before


def test_who_may_not(cast: Cast) -> None:
    review = deciding(cast)
    victim = entry_named(cast, review, "Margaret Anne Holloway")
    with acting_as(cast.coordinator.pk):
        seat = Seat(Role.PANEL_MEMBER, user_id=cast.panel_member.pk)
        compartments.admit(review_id=review.pk, seat=seat, by=cast.coordinator)
    for person in (cast.stranger, cast.officer, cast.panel_member, cast.partnership_chair):
        with pytest.raises(PermissionDenied):
            do(actions.add_entry, review=review, kind="person", real="Ann Obi", by=person)
    for person in (cast.stranger, cast.officer, cast.panel_member):
        with pytest.raises((PermissionDenied, Review.DoesNotExist)):
            do(actions.agree_pseudonym, entry=victim, pseudonym="Louise", by=person)
        with pytest.raises(PermissionDenied):
            do(actions.show_names, review=review, by=person)


def test_without_any_filter_nobody_elses_names_come_back(cast: Cast) -> None:
    review = deciding(cast)
    with acting_as(cast.coordinator.pk):
        seat = Seat(Role.PANEL_MEMBER, user_id=cast.panel_member.pk)
        compartments.admit(review_id=review.pk, seat=seat, by=cast.coordinator)
    for person in (cast.stranger.pk, cast.officer.pk, cast.panel_member.pk, cast.hospital_author.pk, None):
        with acting_as(person):
            assert not RegisterEntry.objects.exists()
            assert not Subject.objects.exists()


def test_showing_names_is_on_record(cast: Cast) -> None:
    review = deciding(cast)
    shown = do(actions.show_names, review=review, by=cast.partnership_chair)
    assert len(shown) > 5
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.get(kind="people.names_shown")
        assert event.actor_id == cast.partnership_chair.pk
    assert notified(cast).reference != review.reference
