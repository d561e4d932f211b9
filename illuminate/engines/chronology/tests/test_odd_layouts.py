"""Layouts seldom met: headings parted between two rows, places that look like agencies, counts, dates at the end."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology.tests.files import (
    Document,
    days,
    numbers,
    read_book,
    refused,
    rows_of,
    workbook,
)


def test_a_heading_that_ends_openly_is_finished_in_the_row_below() -> None:
    rows: list[list[object]] = [
        ["Entry", "", "", "Day of"],
        ["No.", "Worker's note", "Way forward", "visit"],
        [1, "Curtains drawn and no reply.", "Try again.", "12/04/2017"],
        [2, "Kettle on, talked for an hour.", "Weekly visits.", "19/04/2017"],
    ]
    reading = read_book(workbook(Log=rows))
    assert numbers(reading) == [3, 4]
    assert days(reading) == ["2017-04-12", "2017-04-19"]


def test_headings_that_end_in_of_over_rows_of_data_stay_whole() -> None:
    rows: list[list[object]] = [
        ["Date of", "What she spoke of"],
        ["12/04/2017", "the dog"],
        ["19/04/2017", "the rent"],
    ]
    assert [one.event for one in read_book(workbook(Log=rows)).entries] == ["the dog", "the rent"]


def test_a_ditto_mark_before_a_day_stands_for_the_month_above() -> None:
    rows: list[list[object]] = [
        ["Event", "When"],
        ["Came to the food bank.", "6/03/17"],
        ["Came again with her aunt.", '" 20th'],
        ["Sent the aunt alone.", "same month 27th"],
        ["Letter came back.", "4/04/17"],
    ]
    assert days(read_book(workbook(Log=rows))) == ["2017-03-06", "2017-03-20", "2017-03-27", "2017-04-04"]


def test_what_a_clock_behind_a_date_is_called_does_not_lose_it() -> None:
    rows: list[list[object]] = [
        ["Date", "Event"],
        ["12/05/19, arr. 22:40", "Walked in with a cut hand."],
        ["13/05/19 triaged at 03:05", "Seen by the night nurse."],
        ["14/05/19 (see 12/05/19)", "Rang for the letter."],
    ]
    assert days(read_book(workbook(ED=rows))) == ["2019-05-12 22:40", "2019-05-13 03:05", "2019-05-14"]


def test_a_holiday_without_its_year_in_a_list_under_a_year() -> None:
    page = Document()
    for text, style in (
        ("2019", "Heading 1"),
        ("3 April: Brought her post to us.", "List Bullet"),
        ("over Easter weekend: Left a note on the door.", "List Bullet"),
        ("9 June: Gave back the key.", "List Bullet"),
    ):
        page.line(text, style)
    reading = page.read()
    assert not reading.refused
    assert days(reading) == ["2019-04-03", "2019-04-19", "2019-06-09"]


@pytest.mark.parametrize(
    "words",
    [
        "2016: 14 visits",
        "23 calls in total",
        "Register 2013 and 2014: nil",
        "No contacts in 2015",
        "Data migration note: older cards were typed in by hand in 2012 and may lack a time, see the archive.",
    ],
)
def test_counts_and_years_with_nothing_in_them_are_no_contacts(words: str) -> None:
    rows: list[list[object]] = [
        ["Date", "Event", "Action"],
        ["3/2/2016", "Came in upset.", "Tea and talk."],
        ["5/2/2016", "Rang about keys.", "Noted."],
        [words],
        ["8/2/2017", "Brought a friend.", "Noted."],
    ]
    reading = read_book(workbook(Log=rows))
    assert numbers(reading) == [2, 3, 5]
    assert any(one.source is not None and one.source.row == 4 for one in reading.decided)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Wexmoor Living - Wexmoor House: chronology", "Wexmoor Living"),
        ("Chronology of Ashby Lodge Homes - Ashby Court", "Ashby Lodge Homes"),
        ("Marlow County Court", "Marlow County Court"),
        ("Fallow Council Adult Services (Outreach)", "Fallow Council Adult Services (Outreach)"),
        ("Fallow Council Adult Services (Fallow)", "Fallow Council Adult Services"),
    ],
)
def test_an_organisation_its_place_and_its_team(title: str, agency: str) -> None:
    rows: list[list[object]] = [[title], ["Date", "Event"], ["3/2/2016", "Came in."], ["4/2/2016", "Rang."]]
    assert read_book(workbook(Sheet1=rows), "wexmoor house ashby court.xlsx").agency == agency
    assert not refused(read_book(workbook(Sheet1=rows)))


@pytest.mark.parametrize("ending", ["({})", "- {}", "on {}", "[{}]."])
def test_a_list_with_its_dates_behind_the_words(ending: str) -> None:
    page = Document()
    page.line("Rowan Tree Drop-in", "Title")
    words = [
        "Came for soup and a wash",
        "Asked us (again) to ring the council",
        "Slept in the porch",
        "Said goodbye",
    ]
    for text, day in zip(words, ("4/3/2018", "9 March 2018", "11.4.18", "2 May 2018"), strict=True):
        page.line(f"{text} {ending.format(day)}", "List Bullet")
    reading = page.read()
    assert [one.event for one in reading.entries] == words
    assert days(reading) == ["2018-03-04", "2018-03-09", "2018-04-11", "2018-05-02"]


def test_a_list_with_its_dates_before_the_words_may_end_in_others() -> None:
    page = Document()
    for text in (
        "4 March 2018: told us of the letter - 1 March 2018",
        "9 March 2018: asked for a copy (8 March 2018)",
        "2 May 2018: sent it on 1 May 2018",
    ):
        page.line(text, "List Bullet")
    assert days(page.read()) == ["2018-03-04", "2018-03-09", "2018-05-02"]


def test_headings_with_a_date_over_paragraphs() -> None:
    page = Document()
    page.line("Rowan Tree Drop-in", "Title")
    for day, words in (
        ("3 May 2018", "Came for soup."),
        ("9 May 2018", "Left a letter."),
        ("1 June 2018", "Rang."),
    ):
        page.line(f"{day} – day room", "Heading 2").line(words).line("Nurse: O Prys")
    reading = page.read()
    assert days(reading) == ["2018-05-03", "2018-05-09", "2018-06-01"]
    assert not reading.refused
    assert "Came for soup." in reading.entries[0].event


def test_a_block_of_counts_below_the_rows_is_said_to_be_left_out() -> None:
    contacts: list[list[object]] = [
        ["Date", "Time", "Event", "Outcome"],
        ["1/3/2015", "09:00", "Home visit to the family.", "Sent"],
        ["2/3/2015", "", "Call to her.", "Sent"],
        [],
    ]
    counts: list[list[object]] = [
        ["Month", "Contacts", "Visits"],
        *[[f"{name} 2015", 4, 12] for name in ("March", "April", "May", "June")],
    ]
    reading = read_book(workbook(Log=[*contacts, *counts]))
    assert rows_of(reading) == [("Log", 2), ("Log", 3)]
    said = "Log: rows 5 to 9 were left out: no column of theirs tells what happened"
    assert said in [one.words for one in reading.decided]


def test_initials_that_read_as_for_example_lose_no_row() -> None:
    document = Document()
    document.table(["Worker", "Date", "Event"], ["EG", "4 May 2016", "Seen."], ["eg", "", "Nobody in."])
    reading = document.read()
    assert days(reading) == ["2016-05-04"]
    assert len(refused(reading)) == 1
