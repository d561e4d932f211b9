"""Deadlines, reminders, and where the days went."""

from __future__ import annotations

import socket
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from illuminate.engines.clock import (
    Move,
    Rule,
    UnknownEdition,
    calendar_note,
    days_spent,
    due,
    editions,
    is_working_day,
    late_by,
    load_edition,
    reminder_days,
)
from illuminate.engines.clock import working_days as working_days_module

DAYS = st.dates(date(2013, 1, 1), date(2028, 6, 30))
UNITS = st.sampled_from(["days", "working_days", "weeks", "months"])


def rule(amount: int, unit: str) -> Rule:
    return Rule("r", "words", "source", amount, unit, "event", "owner")


@pytest.mark.parametrize(
    ("code", "started", "expected"),
    [
        ("decision", date(2021, 10, 11), date(2021, 11, 11)),
        ("decision", date(2021, 1, 31), date(2021, 2, 28)),
        ("decision", date(2024, 1, 31), date(2024, 2, 29)),
        ("decision", date(2021, 3, 31), date(2021, 4, 30)),
        ("decision", date(2021, 2, 28), date(2021, 3, 28)),
        ("home_office_told", date(2021, 11, 11), date(2021, 11, 11)),
        ("report", date(2021, 8, 31), date(2022, 2, 28)),
        ("scoping_reply", date(2021, 12, 20), date(2022, 1, 6)),
        ("imr", date(2022, 1, 10), date(2022, 3, 7)),
        ("family_reading", date(2022, 6, 1), date(2022, 6, 22)),
    ],
)
def test_the_edition_of_2016(code: str, started: date, expected: date) -> None:
    assert due(load_edition("2016-12").rule(code), started) == expected


def test_every_edition_is_whole() -> None:
    for code in editions():
        edition = load_edition(code)
        assert edition.code == code
        assert edition.rules
        assert all(one.words and one.source and one.starts_on and one.owner for one in edition.rules)


def test_what_is_not_there_says_what_is() -> None:
    with pytest.raises(UnknownEdition, match="2016-12"):
        load_edition("../secrets")
    with pytest.raises(KeyError):
        load_edition("2016-12").rule("nothing")


@pytest.mark.parametrize(("amount", "unit"), [(-1, "days"), (1, "fortnights")])
def test_a_rule_that_is_no_length_is_refused(amount: int, unit: str) -> None:
    with pytest.raises(ValueError, match="no length of time"):
        rule(amount, unit)


def test_bank_holidays_come_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    working_days_module._holidays.cache_clear()
    assert not is_working_day(date(2022, 9, 19)), "the bank holiday of the Queen's funeral"
    assert not is_working_day(date(2026, 12, 28)), "Boxing Day, moved from a Saturday"
    assert is_working_day(date(2026, 12, 29))
    assert not is_working_day(date(2026, 11, 21))


def test_past_the_data_there_is_a_note_and_no_fault() -> None:
    assert calendar_note(date(2022, 1, 1)) is None
    assert reminder_days(date(2022, 1, 4)).note is None
    far = reminder_days(date(2050, 5, 2))
    assert far.days
    assert far.note and "by hand" in far.note
    assert reminder_days(date(1990, 5, 2)).note


def test_reminders_may_start_with_the_clock() -> None:
    assert reminder_days(date(2022, 1, 14)).days == tuple(
        date.fromisoformat(day) for day in ("2021-12-30", "2022-01-07", "2022-01-13", "2022-01-14")
    )
    late_start = reminder_days(date(2022, 1, 14), not_before=date(2022, 1, 10))
    assert late_start.days == (date(2022, 1, 13), date(2022, 1, 14))
    assert reminder_days(date(2022, 1, 14), before=()).days == ()


@given(DAYS, st.integers(0, 60), UNITS)
def test_nothing_is_due_before_it_starts(start: date, amount: int, unit: str) -> None:
    assert due(rule(amount, unit), start) >= start


@given(DAYS, DAYS, st.integers(1, 24))
def test_a_later_start_is_never_due_earlier(one: date, two: date, months: int) -> None:
    first, second = sorted((one, two))
    assert due(rule(months, "months"), first) <= due(rule(months, "months"), second)


@given(DAYS, st.integers(1, 24))
def test_more_months_are_never_sooner(start: date, months: int) -> None:
    assert due(rule(months, "months"), start) < due(rule(months + 1, "months"), start)
    assert due(rule(months, "months"), start).day <= start.day


@given(DAYS, st.integers(1, 40))
def test_working_days_are_counted_one_by_one(start: date, amount: int) -> None:
    end = due(rule(amount, "working_days"), start)
    between = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, between)) == amount


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.lists(st.integers(-3, 60), max_size=6))
def test_reminders_fall_on_working_days_and_never_late(due_on: date, before: list[int]) -> None:
    days = reminder_days(due_on, before).days
    assert all(is_working_day(day) and day <= due_on for day in days)
    assert list(days) == sorted(set(days))


@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS, st.sampled_from("xyz")), max_size=8), DAYS)
def test_the_days_add_up(moves: list[tuple[str, date, str]], today: date) -> None:
    spans = days_spent([Move(*move) for move in moves], today)
    past = [on for _, on, _ in moves if on <= today]
    assert sum(span.days for span in spans) == ((today - min(past)).days if past else 0)
    assert len(spans) == len(past)
    assert all(left.end == right.start for left, right in pairwise(spans))
    assert not spans or spans[-1].end is None


def test_who_held_it() -> None:
    moves = [
        Move("deciding", date(2021, 10, 21), "coordinator"),
        Move("notified", date(2021, 10, 11), "police"),
    ]
    spans = days_spent(moves, date(2021, 11, 1))
    assert [(span.stage, span.holder, span.days) for span in spans] == [
        ("notified", "police", 10),
        ("deciding", "coordinator", 11),
    ]


@given(DAYS, DAYS)
def test_late_only_after_the_day(due_on: date, today: date) -> None:
    assert late_by(due_on, today) == max(0, (today - due_on).days)
