"""A date at the head of a sentence, and a cell that lists several days."""

from __future__ import annotations

from datetime import date

import pytest

from illuminate.engines.dates import split_days, take_date
from illuminate.engines.dates.tests.table import TODAY, answer

HEADS = [
    ("12 May 2018: Mother rang the school.", "day 2018-05-12", "12 May 2018", "Mother rang the school."),
    (
        "**Early June 2018** – seen at surgery",
        "range 2018-06-01 2018-06-10",
        "Early June 2018",
        "seen at surgery",
    ),
    (
        "On 3/5/16 at 14:30 police attended",
        "minute 2016-05-03 14:30",
        "On 3/5/16 at 14:30",
        "police attended",
    ),
    ("3/5/16 14:30 Police attended.", "minute 2016-05-03 14:30", "3/5/16 14:30", "Police attended."),
    ("03/05/2016 1430hrs call received", "minute 2016-05-03 14:30", "03/05/2016 1430hrs", "call received"),
    ("12/03/2019 - Home visit", "day 2019-03-12", "12/03/2019", "Home visit"),
    ("12/03/2019-Home visit", "day 2019-03-12", "12/03/2019", "Home visit"),
    ("12/03/2019 Home visit", "day 2019-03-12", "12/03/2019", "Home visit"),
    ("12/03/2019, home visit", "day 2019-03-12", "12/03/2019", "home visit"),
    ("12.3.19: 3 officers attended", "day 2019-03-12", "12.3.19", "3 officers attended"),
    ("12 May 2018 - 3 officers attended", "day 2018-05-12", "12 May 2018", "3 officers attended"),
    (
        "12 May 2018 – May attended with her sister",
        "day 2018-05-12",
        "12 May 2018",
        "May attended with her sister",
    ),
    ("Tuesday 12th March 2019 – no reply", "day 2019-03-12", "Tuesday 12th March 2019", "no reply"),
    ("2019-03-12 Letter sent", "day 2019-03-12", "2019-03-12", "Letter sent"),
    ("June 2018. Moved to Northbridge.", "month 2018-06-01 2018-06-30", "June 2018", "Moved to Northbridge."),
    ("In June 2018 the GP wrote", "month 2018-06-01 2018-06-30", "In June 2018", "the GP wrote"),
    ("In 2015 they met.", "year 2015-01-01 2015-12-31", "In 2015", "they met."),
    ("2015: they met", "year 2015-01-01 2015-12-31", "2015", "they met"),
    ("c. 2015 - relationship began", "year 2015-01-01 2015-12-31 doubted", "c. 2015", "relationship began"),
    (
        "Before Christmas 2016 – a slip was found",
        "before 2016-12-24",
        "Before Christmas 2016",
        "a slip was found",
    ),
    ("Between 3 and 9 May 2018: calls", "range 2018-05-03 2018-05-09", "Between 3 and 9 May 2018", "calls"),
    ("[12/03/2019, 14:05] Message sent", "minute 2019-03-12 14:05", "12/03/2019, 14:05", "Message sent"),
    ("• 22nd Febuary 2016: seen", "day 2016-02-22", "22nd Febuary 2016", "seen"),
    ("w/c 4/6/18: phone calls", "range 2018-06-04 2018-06-10", "w/c 4/6/18", "phone calls"),
]

NO_HEADS = [
    "2 police officers attended",
    "2 officers attended on 3/5/16",
    "3 May have been seen",
    "May attended with her sister",
    "May: attended",
    "March attended",
    "24/7: care needed",
    "1. Police attended",
    "1) Police attended",
    "2018 police officers attended",
    "14:30 Police attended",
    "Police attended on 3/5/16",
    "Seen on 3/5/16 by the GP",
    "Mother rang the school.",
    "Sunday dinner was missed",
    "Summer was hard",
    "12 May 2018",
    "10-12 calls were made",
    "1/2 day absence",
    "5.5 mg of diazepam",
    "",
    "   ",
    "14 High Street: visited",
    "Mark 2018 was there",
    "0191 498 0123 rang",
]


@pytest.mark.parametrize(("text", "wanted", "words", "rest"), HEADS)
def test_a_date_at_the_head_of_a_sentence(text: str, wanted: str, words: str, rest: str) -> None:
    taken = take_date(text, today=TODAY)
    assert taken is not None
    assert (answer(taken[0]), taken[1], taken[2]) == (wanted, words, rest)


@pytest.mark.parametrize("text", NO_HEADS)
def test_a_sentence_that_merely_begins_with_a_number_or_a_name(text: str) -> None:
    assert take_date(text, today=TODAY) is None


@pytest.mark.parametrize(
    "text",
    ["3 May have been seen", "May attended with us", "2 officers attended", "24/7: care", "5-12 calls"],
)
def test_hints_do_not_make_a_date_of_running_words(text: str) -> None:
    assert take_date(text, year_hint=2016, month_hint=(2016, 5), near=date(2016, 5, 2), today=TODAY) is None


def test_hints_help_a_date_that_ends_in_a_mark() -> None:
    for text in ("3 May: seen", "3 May – seen", "3rd: seen", "3 - seen"):
        taken = take_date(text, year_hint=2016, month_hint=(2016, 5), today=TODAY)
        assert taken is not None, text
        assert (answer(taken[0]), taken[2]) == ("day 2016-05-03", "seen")
    taken = take_date("14:30 Police attended", near=date(2016, 5, 3), today=TODAY)
    assert taken is not None
    assert (answer(taken[0]), taken[2]) == ("minute 2016-05-03 14:30", "Police attended")


LISTS = [
    ("3, 5 and 9 May 2018", ["3: day 2018-05-03", "5: day 2018-05-05", "9 May 2018: day 2018-05-09"]),
    ("12/3/18; 14/3/18", ["12/3/18: day 2018-03-12", "14/3/18: day 2018-03-14"]),
    (
        "19/02, 21/02 & 01/03/2018",
        ["19/02: day 2018-02-19", "21/02: day 2018-02-21", "01/03/2018: day 2018-03-01"],
    ),
    ("5th & ?8th May 2020", ["5th: day 2020-05-05", "?8th May 2020: day 2020-05-08 doubted"]),
    ("3-5 May and 9 May 2018", ["3-5 May: range 2018-05-03 2018-05-05", "9 May 2018: day 2018-05-09"]),
    (
        "12/3/18 10:00, 14/3/18 11:30",
        ["12/3/18 10:00: minute 2018-03-12 10:00", "14/3/18 11:30: minute 2018-03-14 11:30"],
    ),
    ("Mon 7 and Wed 9 May 2018", ["Mon 7: day 2018-05-07", "Wed 9 May 2018: day 2018-05-09"]),
]
ONE = [
    "3 May 2018",
    "3-5 May 2018",
    "3/4 May 2018",
    "between 3 and 9 May 2018",
    "April and May 2020",
    "3 or 4 May 2018",
    "Sunday 22nd of May, 2016",
    "22,05,2016",
    "Christmas and New Year 2018",
    "12/03/2019, 14:05",
    "before 2010",
    "28 Dec 2018 - 3 Jan 2019",
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_a_cell_that_lists_days(text: str, wanted: list[str]) -> None:
    assert [f"{words}: {answer(when)}" for words, when in split_days(text, today=TODAY)] == wanted


@pytest.mark.parametrize("text", ONE)
def test_one_date_or_span_stays_one(text: str) -> None:
    assert [words for words, _ in split_days(text, today=TODAY)] == [text]


def test_what_is_no_date_lists_nothing() -> None:
    assert split_days("n/k", today=TODAY) == []
    assert split_days(None, today=TODAY) == []
    assert len(split_days(date(2016, 5, 3))) == 1
    days = split_days("3, 5 and 9", month_hint=(2016, 5), today=TODAY)
    assert [when.start for _, when in days] == [date(2016, 5, 3), date(2016, 5, 5), date(2016, 5, 9)]
