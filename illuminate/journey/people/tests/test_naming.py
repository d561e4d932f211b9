"""Who chose the name that is used; and a real one, where the family wants it."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils.timezone import localdate
from docx import Document as Word
from procrastinate.contrib.django.models import ProcrastinateJob

from illuminate.cli.demo.story.intake import deciding
from illuminate.cli.demo.story.report import drafting
from illuminate.engines.anonymise import apply
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.people import actions, queries
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.people.queue import REGISTER_CHANGED
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
DAY = date(2023, 1, 9)


def entry_named(cast: Cast, review: Review, real: str) -> RegisterEntry:
    with acting_as(cast.coordinator.pk):
        return next(one for one in queries.register(review) if one.real == real)


def victim_of(cast: Cast, review: Review) -> RegisterEntry:
    return entry_named(cast, review, "Margaret Anne Holloway")


def really_named(cast: Cast, review: Review, name: str = "Margaret Holloway") -> RegisterEntry:
    entry: RegisterEntry = do(
        actions.use_real_name, entry=victim_of(cast, review), name=name, chosen_on=DAY, by=cast.coordinator
    )
    return entry


def test_who_chose_a_pseudonym_and_when_is_kept(cast: Cast) -> None:
    review = deciding(cast)
    do(
        actions.agree_pseudonym, entry=victim_of(cast, review), pseudonym="Louise", chosen_by="family",
        chosen_on=DAY, by=cast.coordinator,
    )  # fmt: skip
    entry = victim_of(cast, review)
    assert (entry.chosen_by, entry.chosen_on) == ("family", DAY)
    do(actions.agree_pseudonym, entry=entry, pseudonym="Louise", chosen_by="not_agreed", by=cast.coordinator)
    assert victim_of(cast, review).chosen_on is None


@pytest.mark.parametrize(
    ("chosen_by", "chosen_on", "why"),
    [
        ("family", None, "Enter the day"),
        ("chair", localdate() + timedelta(days=1), "future"),
        ("", DAY, "Say who chose"),
        ("not_agreed", DAY, "Say who chose"),
    ],
)
def test_a_choice_has_its_day(cast: Cast, chosen_by: str, chosen_on: date | None, why: str) -> None:
    review = deciding(cast)
    with pytest.raises(Refused, match=why):
        do(actions.agree_pseudonym, entry=victim_of(cast, review), pseudonym="Louise", chosen_by=chosen_by,
           chosen_on=chosen_on, by=cast.coordinator)  # fmt: skip


def test_a_real_name_is_used_when_the_family_chose_it(cast: Cast) -> None:
    review = deciding(cast)
    do(actions.agree_pseudonym, entry=victim_of(cast, review), pseudonym="Louise", by=cast.coordinator)
    really_named(cast, review)
    entry = victim_of(cast, review)
    assert entry.is_openly_named and entry.is_named and entry.pseudonym == ""
    assert (entry.confirmed_by_id, entry.chosen_by) == (cast.coordinator.pk, "family")
    with acting_as(cast.coordinator.pk):
        assert entry.open_name == "Margaret Holloway"
        assert entry.label == "victim"
        assert Review.objects.get(pk=review.pk).title == "Louise"
        assert AuditEvent.objects.filter(kind="people.real_name_chosen").count() == 1
        assert queries.names_in(review, "Margaret Holloway was loved.") == []
        assert queries.names_in(review, "Maggie was loved.") == ["Maggie"]


def test_the_chosen_name_stands_in_a_copy_and_every_other_form_becomes_it(cast: Cast) -> None:
    review = deciding(cast)
    really_named(cast, review)
    word, file = Word(), BytesIO()
    word.core_properties.author = ""
    word.add_paragraph("Margaret Holloway was loved. Maggie Holloway worked, and we saw Maggie's garden.")
    word.save(file)
    with acting_as(cast.coordinator.pk):
        made = apply(file.getvalue(), "report.docx", queries.engine_register(review))
    told = [one.text for one in Word(BytesIO(made.data)).paragraphs]
    assert told == [
        "Margaret Holloway was loved. Margaret Holloway worked, and we saw Margaret Holloway's garden."
    ]


def test_another_name_takes_the_real_one_back(cast: Cast) -> None:
    review = deciding(cast)
    entry = really_named(cast, review)
    do(actions.agree_pseudonym, entry=entry, pseudonym="Louise", by=cast.coordinator)
    again = victim_of(cast, review)
    assert not again.is_openly_named and again.open_name is None and again.confirmed_by_id is None
    with acting_as(cast.coordinator.pk):
        assert queries.names_in(review, "Margaret Holloway was loved.")


@pytest.mark.parametrize(
    ("real", "name", "why"),
    [
        ("Craig Daniel Marsh", "Craig", "Only the person who died"),
        ("Margaret Anne Holloway", "Craig", "as it stands on the register"),
        ("Margaret Anne Holloway", "Margaret Marsh", "as it stands on the register"),
        ("Margaret Anne Holloway", "  ", "as it stands on the register"),
    ],
)
def test_nobody_else_and_nothing_else_is_named(cast: Cast, real: str, name: str, why: str) -> None:
    review = deciding(cast)
    entry = entry_named(cast, review, real)
    with pytest.raises(Refused, match=why):
        do(actions.use_real_name, entry=entry, name=name, chosen_on=DAY, by=cast.coordinator)


def test_only_a_chair_or_the_coordinator_confirms_it(cast: Cast) -> None:
    review = deciding(cast)
    entry = victim_of(cast, review)
    for person in (cast.stranger, cast.officer, cast.partnership_chair):
        with pytest.raises((PermissionDenied, Review.DoesNotExist)):
            do(actions.use_real_name, entry=entry, name="Margaret", chosen_on=DAY, by=person)


def test_the_database_keeps_no_unconfirmed_real_name(cast: Cast) -> None:
    review = deciding(cast)
    entry = really_named(cast, review)
    with acting_as(cast.coordinator.pk), pytest.raises(IntegrityError):
        RegisterEntry.objects.filter(pk=entry.pk).update(confirmed_by=None, confirmed_on=None)


def test_every_change_gives_the_register_another_mark_and_is_announced(cast: Cast) -> None:
    review = drafting(cast)
    entry = entry_named(cast, review, "Craig Daniel Marsh")
    marks = set()
    for change in (
        lambda: do(actions.strike_forms, entry=entry, struck=["Craig"], by=cast.coordinator),
        lambda: do(
            actions.correct_entry, entry=entry, real="Craig Marsh", role="", aliases="", by=cast.coordinator
        ),
        lambda: do(actions.agree_pseudonym, entry=entry, pseudonym="Neil", by=cast.coordinator),
        lambda: do(actions.add_entry, review=review, kind="place", real="9 Mill Row", by=cast.coordinator),
    ):
        before = ProcrastinateJob.objects.filter(task_name=REGISTER_CHANGED).count()
        change()
        assert ProcrastinateJob.objects.filter(task_name=REGISTER_CHANGED).count() == before + 1
        with acting_as(cast.coordinator.pk):
            marks.add(queries.register_mark(review))
    assert len(marks) == 4


def test_a_struck_form_is_not_looked_for(cast: Cast) -> None:
    review = deciding(cast)
    entry = entry_named(cast, review, "Craig Daniel Marsh")
    do(actions.strike_forms, entry=entry, struck=["Daniel", "Marsh", "..."], by=cast.coordinator)
    assert entry.struck_forms == ["Daniel", "Marsh"]
    with acting_as(cast.coordinator.pk):
        variants = queries.engine_register(review).variants()
        looked_for = {one.text for one in variants if one.entry.real == "Craig Daniel Marsh"}
    assert "Craig Marsh" in looked_for and "Marsh" not in looked_for


def test_a_name_in_other_capitals_is_another_register(cast: Cast) -> None:
    review = deciding(cast)
    entry = entry_named(cast, review, "Craig Daniel Marsh")
    with acting_as(cast.coordinator.pk):
        before = queries.register_mark(review)
        assert queries.mark_of(queries.engine_register(review)) == before
    do(
        actions.correct_entry,
        entry=entry,
        real="CRAIG Daniel Marsh",
        role="",
        aliases="",
        by=cast.coordinator,
    )
    with acting_as(cast.coordinator.pk):
        assert queries.register_mark(review) != before
