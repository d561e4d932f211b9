"""Times as people say them: in a time cell, behind a date, before one, alone under the row above."""

from __future__ import annotations

from datetime import date, time

import pytest

from illuminate.engines.dates import ClockTime, Refusal, When, could_be_clock, read, read_time, take_date
from illuminate.engines.dates.tests.table import TODAY, answers, lines

HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
STEPS = {
    0: "{now} o'clock",
    5: "five past {now}",
    10: "ten past {now}",
    15: "quarter past {now}",
    20: "twenty past {now}",
    25: "twenty-five past {now}",
    30: "half past {now}",
    35: "twenty-five to {next}",
    40: "twenty to {next}",
    45: "a quarter to {next}",
    50: "ten to {next}",
    55: "five to {next}",
}


def said(hour: int, minute: int) -> str:
    """A time in words, with the half of the day that people name at that hour."""
    words = STEPS[minute].format(now=HOURS[hour % 12], next=HOURS[(hour + 1) % 12])
    if hour >= 21:
        return f"{words} at night"
    return words + (
        " in the morning" if hour < 12 else " in the afternoon" if hour < 18 else " in the evening"
    )


EVERY_FIVE_MINUTES = [(hour, minute) for hour in range(24) for minute in STEPS]


@pytest.mark.parametrize(("hour", "minute"), EVERY_FIVE_MINUTES)
def test_every_five_minutes_of_the_day_come_back(hour: int, minute: int) -> None:
    words = said(hour, minute)
    half = "am" if hour < 12 else "pm"
    plain = words.split(" in the ")[0].removesuffix(" at night")
    for one in (words, words.replace("-", " "), f"{plain} {half}", words.capitalize()):
        found = read_time(one)
        assert isinstance(found, ClockTime), one
        assert (found.time, found.uncertain) == (time(hour, minute), False), one
    whole = read(f"Thursday 17 May 2018, {words}", today=TODAY)
    assert isinstance(whole, When)
    assert (whole.start, whole.time) == (date(2018, 5, 17), time(hour, minute))


@pytest.mark.parametrize(
    ("hour", "minute"), [(hour, minute) for hour in range(12) for minute in STEPS if minute]
)
def test_without_the_half_of_the_day_there_is_no_time(hour: int, minute: int) -> None:
    words = said(hour, minute).removesuffix(" in the morning")
    found = read_time(words)
    assert isinstance(found, ClockTime)
    assert (found.time, found.part_of_day) == (None, words)
    day = read(f"17/05/2018 {words}", today=TODAY)
    assert isinstance(day, When)
    assert (day.precision, day.start, day.part_of_day) == ("day", date(2018, 5, 17), words)


TIMES = """
a quarter to midnight => 23:45
five past midnight => 00:05
ten to noon => 11:50
twelve midday => 12:00
half eight in the morning => 08:30
seven minutes to six that evening => 17:53
nearly three in the afternoon => 15:00 doubted
just gone eleven at night => 23:00 doubted
around twenty past five in the morning => 05:20 doubted
two in the small hours => 02:00
six forty-five am => 06:45
eight pm => 20:00
fourteen hundred hours => 14:00
oh six thirty hrs => 06:30
25 past 7 in the evening => 19:25
twenty past 16 => 16:20
between eight and nine in the evening => 20:00
six or seven in the evening => 18:00
three to four in the afternoon => 15:00
half twelve in the evening => none
eleven in the afternoon => none
eleven in the small hours => none
half five => none
about seven => none
first thing => none
lunchtime => none
teatime => none
"""


@pytest.mark.parametrize(("words", "wanted"), lines(TIMES))
def test_what_the_words_settle_and_what_not(words: str, wanted: str) -> None:
    found = read_time(words)
    assert isinstance(found, ClockTime), found
    shown = found.time.strftime("%H:%M") if found.time else "none"
    assert shown + (" doubted" if found.time and found.uncertain else "") == wanted


DATES = """
5 May 2018, quarter to eight in the evening => minute 2018-05-05 19:45
quarter to eight in the evening on 5 May 2018 => minute 2018-05-05 19:45
twenty past two on the morning of 5 May 2018 => minute 2018-05-05 02:20
5 May 2018 at about half six in the evening => minute 2018-05-05 18:30 doubted
5 May 2018, about seven => day 2018-05-05
5 May 2018 just gone half nine => day 2018-05-05
5 May 2018, eleven o'clock in the afternoon => day 2018-05-05
5 May 2018, first thing => day 2018-05-05
"""


@pytest.mark.parametrize(("words", "wanted"), lines(DATES))
def test_a_said_time_beside_a_date(words: str, wanted: str) -> None:
    assert answers(words) == wanted


def test_a_said_time_below_a_row_with_a_day() -> None:
    near = date(2016, 5, 3)
    assert answers("twenty past nine at night", near=near) == "minute 2016-05-03 21:20"
    assert answers("same day, ten to four in the afternoon", near=near) == "minute 2016-05-03 15:50"
    assert isinstance(read("twenty past nine at night", today=TODAY), Refusal)


@pytest.mark.parametrize("mark", [": ", " - ", " "])
def test_a_said_time_ends_the_date_before_a_sentence(mark: str) -> None:
    taken = take_date(f"Tuesday 1 May 2018, ten past six in the evening{mark}Neighbour rang.", today=TODAY)
    assert taken is not None
    assert (taken[0].time, taken[2]) == (time(18, 10), "Neighbour rang.")


def test_numbers_in_a_sentence_are_no_time() -> None:
    taken = take_date("1 May 2018 Two officers came to the house", today=TODAY)
    assert taken is not None
    assert (taken[0].time, taken[2]) == (None, "Two officers came to the house")
    assert not could_be_clock("one to one")
    assert not could_be_clock("two")
    assert could_be_clock("twenty-five to eleven at night")


def test_a_sentence_with_a_time_in_it_is_no_time() -> None:
    assert not could_be_clock("Rang at ten past nine at night and again later")
    assert isinstance(read_time("she rang at ten past nine at night and again"), Refusal)
