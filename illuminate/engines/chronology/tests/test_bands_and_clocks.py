"""Years and months over rows in all their wordings; time columns under any heading; what stands below a table."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology import read_file
from illuminate.engines.chronology.bands import band_of
from illuminate.engines.chronology.tests.files import Document, days, numbers, refused, rows_of

YEARS_AND_MONTHS = [
    ("2015 contacts", 2015, None), ("Contacts in 2015", 2015, None), ("Year 2015", 2015, None),
    ("2015 (cont.)", 2015, None), ("Academic year 2015/16", 2015, None), ("Sept 2015 - Aug 2016", 2015, None),
    ("Autumn term 2018", 2018, None), ("Spring term 2018/19", 2019, None), ("May 2016:", 2016, 5),
    ("Month of May", None, 5), ("--- MAY 2016 ---", 2016, 5),
    ("February 2021 (lockdown)", 2021, 2), ("January to March 2016", 2016, None), ("Blwyddyn 2017", 2017, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "year", "month"), YEARS_AND_MONTHS)
def test_what_a_band_says(words: str, year: int | None, month: int | None) -> None:
    band = band_of(words, (2015, 2021))
    assert band is not None
    assert (band.year, band.month) == (year, month)


@pytest.mark.parametrize(
    "words", ["1 May 2016", "before 2010", "May said so", "Room 2015 was let", "2015 was a bad year for her"]
)
def test_what_is_no_band(words: str) -> None:
    assert band_of(words) is None


def test_a_school_year_parts_at_september() -> None:
    document = Document()
    document.table(
        ["Date", "Event"], ["Academic year 2015/16"], ["4 May", "Late."], ["9 September", "Absent."]
    )
    assert days(document.read()) == ["2016-05-04", "2015-09-09"]


def test_a_year_with_its_contacts_is_a_heading_and_no_count_of_them() -> None:
    document = Document()
    document.table(
        ["Date", "Event"], ["2011 contacts"], ["17 Jun", "Late."], ["2012 contacts"], ["9 May", "Rang."]
    )
    assert days(document.read()) == ["2011-06-17", "2012-05-09"]


def test_the_heading_of_a_person_leaves_the_year_as_it_was() -> None:
    document = Document().line("2015 contacts", "Heading 1").line("Mair", "Heading 2")
    document.table(["Date", "Event"], ["4 May", "Seen."])
    document.line("Gareth", "Heading 2")
    document.table(["Date", "Event"], ["9 June", "Rang."])
    assert days(document.read()) == ["2015-05-04", "2015-06-09"]


@pytest.mark.parametrize("heading", ["At", "Hrs", "Clock", "Time rec'd", "Call/arrival", "Logged", "24h", ""])
def test_a_time_column_is_known_by_its_times(heading: str) -> None:
    clocks = ["14.20", "0915", "", "22:05hrs"]
    rows = [
        [f"{n}/2/2019", clock, f"Call number {n} from the house."] for n, clock in enumerate(clocks, start=1)
    ]
    text = "\n".join("|".join(row) for row in [["Date", heading, "Event"], *rows])
    found = [entry.when.time for entry in read_file(text.encode(), "a.csv").entries]
    assert [f"{time:%H:%M}" if time else None for time in found] == ["14:20", "09:15", None, "22:05"]


def test_numbers_of_records_are_no_times() -> None:
    text = "Date|Log no|Event\n1/2/2019|0915|Call.\n2/2/2019|1120|Call again."
    assert {entry.when.precision for entry in read_file(text.encode(), "a.csv").entries} == {"day"}


def test_hints_below_the_headings_and_notes_below_the_table_are_no_rows() -> None:
    lines = [
        "No|Date|Time|Person|Contact", "x|dd/mm/yyyy|hh:mm|pick from list|free text", "1|1/2/2019|10:00|A B|Rang.",
        "2|3/2/2019||A B|Called in.", "||||", "E41: source grading, reliability not known||||",
        "Total entries: part A as numbered, part B as numbered||||",
    ]  # fmt: skip
    reading = read_file("\n".join(lines).encode(), "a.csv")
    assert numbers(reading) == [3, 4]
    assert refused(reading) == []


def test_an_entry_goes_on_over_paragraphs_below_its_bold_date() -> None:
    document = Document().line("Reed Women's Project", "Heading 1").line("2017", "Heading 2")
    document.line(" – She rang the bell at lunchtime.", bold="29 April 2017").line(
        "Tea. She told us nothing."
    )
    document.line(" – Rang back, no reply.", bold="3 May 2017").line("Tried again at four.")
    document.line("", bold="1 December 2017").line("She rang from the park.").line("Room 4. Told the worker.")
    reading = document.read()
    assert rows_of(reading) == [("body", 3), ("body", 5), ("body", 7)]
    assert reading.entries[2].event == "She rang from the park.\nRoom 4. Told the worker."


def test_days_under_the_month_of_a_list() -> None:
    document = Document().line("September 2018", "Heading 2")
    for words in (
        "12th – Lunch club.",
        "Same day – Told the lead.",
        "middle of the month – No lunches.",
        "Thursday 20th, 10 o'clock – Meeting.",
    ):
        document.line(words, "List Bullet")
    document.line("October 2018", "Heading 2").line(
        "through the month – Calls, mostly unanswered.", "List Bullet"
    )
    reading = document.read()
    assert refused(reading) == []
    assert days(reading) == ["2018-09-12", "2018-09-12", "2018-09-11", "2018-09-20 10:00", "2018-10-01"]


def test_a_sentence_that_speaks_of_a_date_is_no_heading() -> None:
    lines = [
        "Date|Record|Event", "1/2/2019|case notes|Rang.", "unknown|case notes|Scanned form without a date: consent.",
        "4/2/2019|case notes|Seen.",
    ]  # fmt: skip
    reading = read_file("\n".join(lines).encode(), "a.csv")
    assert (numbers(reading), [row for row, _ in refused(reading)]) == ([2, 3, 4], [3])


def test_figures_at_the_start_of_an_event_are_no_time() -> None:
    text = "Date,Event\n01/01/2010,Seen.\n,0000;0000 on the display\n02/01/2010,Rang.\n"
    reading = read_file(text.encode(), "gp.csv")
    assert [entry.source.row for entry in reading.entries] == [2, 4]
    assert [row.why for row in reading.refused] == ["no date"]


def test_a_day_that_leaves_its_year_to_the_row_above() -> None:
    document = Document()
    document.table(
        ["Date", "Event"], ["20 December 2019", "Seen."], ["3 January", "Rang."], ["3/1 (also)", "Wrote."]
    )
    reading = document.read()
    assert days(reading) == ["2019-12-20", "2020-01-03", "2020-01-03"]
    assert [entry.when.uncertain for entry in reading.entries] == [False, True, True]


def test_a_day_without_a_year_far_from_the_row_above_is_refused() -> None:
    document = Document()
    document.table(["Date", "Event"], ["20 December 2019", "Seen."], ["3 June", "Rang."])
    assert refused(document.read()) == [(3, "the date can't be read: 3 June (it has no year)")]
