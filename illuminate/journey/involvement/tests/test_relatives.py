"""Whom the review is in touch with, the first letter, the steps, and the days to be left in peace."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from docx import Document as Word

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired
from illuminate.foundation.access.models import Compartment
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.models import Document
from illuminate.journey.involvement import actions, queries
from illuminate.journey.involvement.choices import Bringer, Code, State
from illuminate.journey.involvement.models import QuietDay, Relative, Step
from illuminate.journey.people import actions as people
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def step(cast: Cast, one: Relative, code: Code) -> Step:
    with acting_as(cast.independent_chair.pk):
        return queries.current_steps(Relative.objects.get(pk=one.pk))[code]


def test_a_relative_stands_on_the_register_and_in_a_branch_of_their_own(cast: Cast) -> None:
    review = chaired(cast)
    kate, owen = story.relative(cast, review), story.relative(cast, review, story.UNCLE)
    assert kate.branch != owen.branch and kate.compartment_id != owen.compartment_id
    assert (kate.label, kate.compartment.kind) == ("Kate", "family")
    with acting_as(cast.independent_chair.pk):
        assert RegisterEntry.objects.get(pk=kate.entry_id).real == "Siân Pryce-Okafor"
        mother = actions.record_relative(
            review=review, name="Patricia Pryce", relationship="Mother", lives_with_responsible="no",
            branch=kate.branch, by=cast.independent_chair,
        )  # fmt: skip
        assert mother.compartment_id == kate.compartment_id
        assert Compartment.objects.filter(kind="family").count() == 2


def test_the_same_person_is_recorded_once(cast: Cast) -> None:
    review = chaired(cast)
    story.relative(cast, review)
    with pytest.raises(Refused, match="recorded already"):
        story.relative(cast, review)


@pytest.mark.parametrize("answer", ["yes", "unknown", ""])
def test_whoever_lives_with_the_person_responsible_is_never_a_contact(cast: Cast, answer: str) -> None:
    review = chaired(cast)
    with pytest.raises(Refused, match=r"never asked to take part|Find out first"):
        story.relative(cast, review, {**story.SISTER, "lives_with_responsible": answer})


def test_nor_is_the_person_responsible_by_name_or_by_address_nor_as_who_consents_for_a_child(
    cast: Cast,
) -> None:
    review = chaired(cast)
    with acting_as(cast.coordinator.pk):
        people.record_subject(
            review=review, kind="alleged_perpetrator", name="Craig Daniel Marsh", other_names="Marshy Marsh",
            address="Flat 3, 22 Tannery Row, Northbridge NB1 4QT", by=cast.coordinator,
        )  # fmt: skip
    for who in (
        {**story.SISTER, "name": "CRAIG DANIEL MARSH"},
        {**story.SISTER, "name": "Craig Marsh"},
        {**story.SISTER, "address": "flat 3  22 tannery row, northbridge nb1 4qt"},
        {**story.SISTER, "under_18": "yes", "responsible_adult": "Craig Marsh"},
    ):
        with pytest.raises(Refused, match="never asked to take part"):
            story.relative(cast, review, who)
    kate = story.relative(cast, review)
    with pytest.raises(Refused, match="never asked"):
        do(actions.change_contacts, relative=kate, address="Flat 3, 22 Tannery Row, Northbridge NB1 4QT",
           by=cast.independent_chair)  # fmt: skip


def test_those_who_lived_with_both_are_bereaved_too(cast: Cast) -> None:
    review = chaired(cast)
    home = "14 Quarry Bank, Northbridge NB4 7QX"
    with acting_as(cast.coordinator.pk):
        for kind, name in (("victim", "Margaret Holloway"), ("alleged_perpetrator", "Craig Marsh")):
            people.record_subject(review=review, kind=kind, name=name, address=home, by=cast.coordinator)
    assert story.relative(cast, review, {**story.SISTER, "address": home})


def test_the_chair_writes_first_a_letter_ready_to_sign(cast: Cast) -> None:
    review = chaired(cast)
    kate = story.relative(cast, review, {**story.SISTER, "address": "2 Larch Court\nNorthbridge"})
    with pytest.raises(Refused, match="who brings the letter"):
        do(
            actions.write_first,
            relative=kate,
            bringer=Bringer.LIAISON,
            bringer_name=" ",
            by=cast.independent_chair,
        )
    story.written_to(cast, kate)
    told = step(cast, kate, Code.TOLD)
    assert (told.state, told.happened_on) == (State.OFFERED, story.LETTER_ON)
    with acting_as(cast.independent_chair.pk):
        letter = Document.objects.get(pk=told.document_id)
        text = "\n".join(p.text for p in Word(BytesIO(documents.contents(letter))).paragraphs)
    for words in ("Siân Pryce-Okafor", "2 Larch Court", "DC Aaron Whitlock", "leaflet for families",
                  "independent advocate", story.RING, "20 January 2022", "Imogen Ashdown", "Margaret"):  # fmt: skip
        assert words in text
    assert letter.compartment_id == kate.compartment_id


def test_the_letter_needs_somebody_to_ring(cast: Cast) -> None:
    kate = story.relative(cast, chaired(cast), {**story.SISTER, "ring": ""})
    with pytest.raises(Refused, match="whom they can ring"):
        story.written_to(cast, kate)


def test_a_friend_is_offered_three_steps_until_chair_and_family_agree_to_more(cast: Cast) -> None:
    review = chaired(cast)
    friend = story.relative(cast, review, {**story.SISTER, "closeness": "friend"})
    inside = story.linked(cast, story.written_to(cast, friend))
    with acting_as(inside.user.pk):
        inside.act(actions.enter_code, link=_with_code(cast, inside), code="123456")
        assert set(queries.current_steps(inside.own())) == {Code.TOLD, Code.CONTACT, Code.CONTRIBUTION}
    do(actions.change_contacts, relative=friend, draft_agreed="yes", by=cast.independent_chair)
    with acting_as(inside.user.pk):
        inside.act(actions.enter_code, link=_with_code(cast, inside), code="123456")
        assert Code.DRAFT in queries.current_steps(inside.own())


def _with_code(cast: Cast, inside: story.Inside) -> object:
    """A link whose code is known to the test."""
    from datetime import timedelta

    from django.utils.timezone import now

    from illuminate.journey.involvement import links

    link = story.link_of(cast, inside.relative)
    with acting_as(cast.independent_chair.pk):
        type(link).objects.filter(pk=link.pk).update(
            code_digest=links.code_digest("123456", link.pk), code_expires_at=now() + timedelta(minutes=5)
        )
    return story.link_of(cast, inside.relative)


def test_every_step_can_be_answered_again_and_the_newest_day_counts(cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    for state in (State.ACCEPTED, State.DECLINED, State.NOT_YET, State.ACCEPTED):
        kate.act(actions.answer_step, relative=kate.own(), code=Code.PANEL, state=state)
        assert step(cast, kate.relative, Code.PANEL).state == state
    do(actions.record_step, relative=kate.relative, code=Code.PANEL, state=State.OFFERED, how="By telephone",
       happened_on=date(2022, 2, 1), by=cast.independent_chair)  # fmt: skip
    assert step(cast, kate.relative, Code.PANEL).state == State.ACCEPTED, (
        "an older day does not undo a newer answer"
    )


def test_taking_a_thing_up_says_yes_to_it(cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    story.contributed(kate)
    kate.act(actions.say_contact_wishes, relative=kate.own(), ways=["phone"], when="After 7")
    kate.act(actions.say_naming, relative=kate.own(), wish="chosen", name="Louise")
    for code in (Code.CONTRIBUTION, Code.CONTACT, Code.NAMING):
        assert step(cast, kate.relative, code).state == State.ACCEPTED
    kate.act(actions.say_contact_wishes, relative=kate.own(), by_whom="Bryony first")
    with acting_as(cast.independent_chair.pk):
        wish = Relative.objects.get(pk=kate.relative.pk).contact_wish
        assert (wish.way_names, wish.when, wish.by_whom) == (["A telephone call"], "After 7", "Bryony first")


@pytest.mark.parametrize(
    ("first", "last", "every_year", "day", "holds"),
    [
        (date(2000, 3, 14), None, True, date(2023, 3, 14), True),
        (date(2000, 3, 14), None, True, date(2023, 3, 15), False),
        (date(2000, 2, 29), None, True, date(2024, 2, 29), True),
        (date(2022, 5, 3), date(2022, 5, 24), False, date(2022, 5, 20), True),
        (date(2022, 5, 3), date(2022, 5, 24), False, date(2023, 5, 20), False),
        (date(2000, 12, 20), date(2000, 1, 5), True, date(2022, 12, 25), True),
        (date(2000, 12, 20), date(2000, 1, 5), True, date(2023, 1, 6), False),
    ],
)
def test_which_days_are_quiet(
    first: date, last: date | None, every_year: bool, day: date, holds: bool
) -> None:
    assert QuietDay(first=first, last=last, every_year=every_year).holds(day) is holds


def test_quiet_days_say_themselves_in_words() -> None:
    assert QuietDay(first=date(2000, 3, 14), every_year=True).words == "14 March, every year"
    assert QuietDay(first=date(2022, 5, 3), last=date(2022, 5, 24)).words == "3 May 2022 to 24 May 2022"
    assert QuietDay(first=date(2000, 12, 20), last=date(2000, 1, 5), every_year=True).words == (
        "20 December to 5 January, every year"
    )


def test_on_a_quiet_day_nobody_writes_rings_or_sends(cast: Cast) -> None:
    review = chaired(cast)
    kate = story.relative(cast, review)
    do(actions.add_quiet_day, relative=kate, first=date(2000, 3, 14), every_year=True, why="Her birthday",
       by=cast.independent_chair)  # fmt: skip
    letter = {**story.LIAISON, "happened_on": None}
    with (
        time_machine.travel("2027-03-14T10:00:00Z"),
        pytest.raises(Refused, match=r"asked not to be contacted \(14 March, every year\)"),
    ):
        do(actions.write_first, relative=kate, **letter, by=cast.independent_chair)
    with time_machine.travel("2027-03-15T10:00:00Z"):
        story.linked(cast, story.written_to(cast, kate))
    with (
        time_machine.travel("2028-03-14T10:00:00Z"),
        pytest.raises(Refused, match="asked not to be contacted"),
    ):
        do(actions.give_link, relative=story.seen(cast, kate), way="hand", by=cast.independent_chair)


def test_only_the_team_is_in_touch(cast: Cast) -> None:
    review = chaired(cast)
    with pytest.raises(PermissionDenied):
        do(actions.record_relative, review=review, **story.SISTER, by=cast.partnership_chair)
    kate = story.relative(cast, review)
    for outsider in (cast.partnership_chair, cast.officer, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.record_step, relative=kate, code=Code.PANEL, state=State.OFFERED, by=outsider)
        with pytest.raises(PermissionDenied):
            do(actions.show_contacts, relative=kate, by=outsider)


def test_events_hold_no_name_no_number_and_no_word(cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    story.contributed(kate)
    with acting_as(cast.independent_chair.pk):
        events = AuditEvent.objects.filter(kind__startswith="involvement.")
        assert {"involvement.letter_written", "involvement.link_given", "involvement.contributed"} <= {
            one.kind for one in events
        }
        for one in events:
            assert not any(
                word in one.canonical for word in ("Siân", "07700", "birthday", "example.org", "Kate")
            )
        assert {one.compartment_id for one in events} == {kate.relative.compartment_id}


def test_what_identifies_is_locked_in_the_database(cast: Cast) -> None:
    from django.db import connection

    kate = story.relative(cast, chaired(cast))
    with acting_as(cast.independent_chair.pk), connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, phone, email, relationship FROM involvement_relative WHERE id = %s", [kate.pk]
        )
        for column in cursor.fetchone():
            assert (
                b"Pryce" not in bytes(column)
                and b"07700" not in bytes(column)
                and b"ister" not in bytes(column)
            )
