"""Rows whose times are said in words, whose years have two figures, and rows that are no contacts."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology import read_file
from illuminate.engines.chronology.tests.files import (
    Document,
    days,
    numbers,
    read_book,
    refused,
    told,
    workbook,
)


def test_said_times_in_a_column_and_on_a_row_without_its_date() -> None:
    rows: list[list[object]] = [
        ["Date", "Time", "Event"],
        ["3 May 2018", "quarter to nine at night", "Neighbour rang about shouting."],
        ["", "twenty past ten at night", "She rang again."],
        ["4 May 2018", "half past eight", "Officer called round."],
        ["5 May 2018", "about two", "Letter left."],
    ]
    reading = read_book(workbook(Log=rows))
    assert days(reading) == ["2018-05-03 20:45", "2018-05-03 22:20", "2018-05-04", "2018-05-05"]
    assert reading.entries[2].original.time == "half past eight"
    assert not any(entry.when.uncertain for entry in reading.entries)


@pytest.mark.parametrize("heading", ["Clock", ""])
def test_a_column_of_said_times_is_known_without_its_heading(heading: str) -> None:
    said = ["ten to four in the afternoon", "half past one in the morning", "", "five past nine at night"]
    rows = [
        [f"{n}/2/2019", words, f"Call number {n} from the house."] for n, words in enumerate(said, start=1)
    ]
    text = "\n".join("|".join(row) for row in [["Date", heading, "Event"], *rows])
    assert days(read_file(text.encode(), "a.csv")) == [
        "2019-02-01 15:50", "2019-02-02 01:30", "2019-02-03", "2019-02-04 21:05",
    ]  # fmt: skip


def test_a_column_of_said_times_is_known_in_a_table_without_headings() -> None:
    said = ["ten to four in the afternoon", "half past one in the morning", "five past nine at night"]
    rows = [
        f"{n}/2/2019|{words}|Call number {n} came from the house." for n, words in enumerate(said, start=1)
    ]
    assert days(read_file("\n".join(rows).encode(), "a.csv"))[0] == "2019-02-01 15:50"


def test_said_times_below_a_date_that_stands_alone() -> None:
    document = Document().line("12 May 2018").line("Ten past six in the evening: Mother rang the office.")
    document.line("14 May 2018").line("Two officers visited.")
    assert days(document.read()) == ["2018-05-12 18:10", "2018-05-14"]


def test_births_and_covers_do_not_choose_the_century() -> None:
    document = Document().line("Fen Surgery").line("Kept under the Act of 1952")
    document.line("Patient AB, born 3/4/1931", "Heading 2")
    document.table(["Date", "Entry"], ["16.1.18", "Seen."], ["11.2.19", "Rang."])
    document.line("Patient CD, date of birth 19/11/1944", "Heading 2")
    document.table(["Date", "Entry"], ["6.12.18", "Seen."], ["4 Feb", "Rang."])
    reading = document.read()
    assert days(reading) == ["2018-01-16", "2019-02-11", "2018-12-06"]
    assert len(reading.refused) == 1


def test_an_early_year_among_the_rows_does_not_choose_the_century() -> None:
    document = Document()
    document.table(["Date", "Entry"], ["1946", "Came to the village."], ["16.1.18", "Seen."])
    assert days(document.read())[1] == "2018-01-16"


def test_asides_counts_and_ends_in_a_table_are_no_contacts() -> None:
    rows: list[list[object]] = [
        ["Date", "Event", "Outcome"],
        [
            "Note for readers: forms were kept on paper until the office moved, and some of those are missing now."
        ],
        ["3 May 2018", "Visit.", "None."],
        ["", "(new system from here on)"],
        ["4 May 2018", "Call.", "None."],
        ["", "Lines in this list: 2"],
        ["", "End of the contact log. Checked twice."],
    ]
    reading = read_book(workbook(Log=rows))
    assert (numbers(reading), refused(reading)) == ([3, 5], [])
    assert "new system" in told(reading)


def test_a_contact_without_a_date_is_still_refused() -> None:
    rows: list[list[object]] = [
        ["Date", "Event"],
        ["3 May 2018", "Visit."],
        ["", "Rang (no answer)."],
        ["4 May 2018", "Call."],
    ]
    assert refused(read_book(workbook(Log=rows))) == [(3, "no date")]


def test_headings_that_go_on_in_the_row_below() -> None:
    rows: list[list[object]] = [
        ["When we", "What happened that day", "Outcome", "Staff"],
        ["saw them", "", "(if there was)", "initials"],
        ["3 May 2018", "Visit to the flat.", "None.", "AB"],
        ["4 May 2018", "Call from the landlord.", "Wrote back.", "AB"],
    ]
    reading = read_book(workbook(Log=rows))
    assert (days(reading), refused(reading)) == (["2018-05-03", "2018-05-04"], [])
    assert reading.entries[1].response == "Wrote back."


def test_what_stands_in_a_list_below_date_unknown_is_refused_and_not_lost() -> None:
    document = Document().line("May 2018", "Heading 2").line("3rd – Visit.", "List Bullet")
    document.line("9th – Call.", "List Bullet").line("Date unknown", "Heading 2")
    document.line("– Torn page.", "List Bullet")
    reading = document.read()
    assert days(reading) == ["2018-05-03", "2018-05-09"]
    assert refused(reading) == [(5, "no date")]


def test_those_who_work_somewhere_are_not_agencies() -> None:
    document = Document().line("Reed House Domestic Abuse Service")
    workers = ["IDVA Ann", "Helpline", "IDVA Ann", "Helpline", "Team Manager", "Helpline"]
    document.table(
        ["Worker", "Day", "Contact"], *[[who, f"{n} May 2018", "Rang."] for n, who in enumerate(workers, 1)]
    )
    reading = document.read()
    assert {entry.agency for entry in reading.entries} == {"Reed House Domestic Abuse Service"}
    assert reading.entries[0].practitioner == "IDVA Ann"
