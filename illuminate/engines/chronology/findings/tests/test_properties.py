"""What holds for any entries whatever."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology import Entry, Reading, combine
from illuminate.engines.chronology.findings import Finding, find
from illuminate.engines.chronology.findings.same_event.groups import ENOUGH
from illuminate.engines.chronology.findings.same_event.telling import confidence
from illuminate.engines.chronology.findings.tests.life import AGENCIES, entry
from illuminate.engines.chronology.findings.tests.told import APART, TOGETHER
from illuminate.engines.dates import When

SENTENCES = [one.event for told in (*TOGETHER.values(), *APART.values()) for one in told]


@st.composite
def some_entries(draw: st.DrawFn) -> list[Entry]:
    rows = []
    for number in range(draw(st.integers(0, 14))):
        day = date(2018, 3, 1) + timedelta(days=draw(st.integers(0, 20)))
        at = draw(st.sampled_from(["", "", "09:30", "23:10"]))
        text = draw(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=40)))
        one = entry(draw(st.sampled_from(AGENCIES)), day.isoformat(), text, at=at, row=number)
        if draw(st.integers(0, 9)) == 0:
            one = replace(one, when=When(None, None, "unknown"))
        rows.append(one)
    return rows


def run(rows: list[Entry]) -> tuple[list[Entry], list[Finding]]:
    entries = combine([Reading("f", "", tuple(rows), (), ())])
    return entries, find(entries)


@settings(max_examples=60, deadline=None)
@given(some_entries())
def test_every_finding_shows_its_source_rows_and_its_reason(rows: list[Entry]) -> None:
    entries, found = run(rows)
    known = {one.id: one for one in entries}
    for one in found:
        assert one.entries and one.why and set(one.entries) <= set(known)
        assert len(set(one.entries)) == len(one.entries)
        if one.kind == "same_event":
            assert one.confidence is not None and 0.5 <= one.confidence <= 1
            assert len({known[name].agency for name in one.entries}) > 1
        if one.kind == "conflict":
            assert one.field and len({known[name].agency for name in one.entries}) > 1
        if one.kind == "one_sided":
            assert one.expected_agency != known[one.entries[0]].agency


@settings(max_examples=60, deadline=None)
@given(some_entries())
def test_an_entry_belongs_to_one_event_at_most(rows: list[Entry]) -> None:
    _, found = run(rows)
    named = [name for one in found if one.kind == "same_event" for name in one.entries]
    assert len(named) == len(set(named))


@settings(max_examples=40, deadline=None)
@given(some_entries(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_changes_nothing(rows: list[Entry], chance: random.Random) -> None:
    entries = combine([Reading("f", "", tuple(rows), (), ())])
    other = list(entries)
    chance.shuffle(other)
    assert {(f.kind, f.field, frozenset(f.entries)) for f in find(entries)} == {
        (f.kind, f.field, frozenset(f.entries)) for f in find(other)
    }


def test_nothing_and_one_entry_give_nothing() -> None:
    assert find([]) == []
    assert run([entry(AGENCIES[0], "2018-03-01", "Visit.")])[1] == []


def test_an_account_that_only_its_group_carries_is_as_likely_as_not() -> None:
    assert confidence(2.3) == 0.5
    assert 0.59 <= confidence(ENOUGH) <= 0.61
    assert confidence(12.0) > 0.95
