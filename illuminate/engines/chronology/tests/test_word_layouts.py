"""Word files by different hands. Each story says what stands in the file, and which rows are contacts."""

from __future__ import annotations

from illuminate.engines.chronology.tests.files import (
    Document,
    days,
    numbers,
    refused,
    rows_of,
)


def test_the_home_office_template_with_its_explanations() -> None:
    document = Document().line("Fenbrook Police – chronology", "Heading 1")
    document.table(
        [
            "Date",
            "Time",
            "Source",
            "Event (what happened? Include everybody present, and say who was spoken to alone)",
            "Response or outcome",
            "Comment",
        ],
        ["(dd/mm/yyyy)", "(24hr)", "", "", "", ""],
        ["03/01/2017", "21:40", "STORM", "999 call, line open.", "Unit sent.", "Graded 1."],
        ["03/01/2017", "2212", "PNB", "Officer saw both.", "Words of advice.", ""],
        ["", "", "PNB", "Neighbour spoken to.", "None.", ""],
    )
    reading = document.read()
    assert numbers(reading) == [3, 4, 5]
    assert days(reading) == ["2017-01-03 21:40", "2017-01-03 22:12"]
    assert refused(reading) == [(5, "no date")]
    assert reading.entries[0].event == "999 call, line open."
    assert reading.entries[0].origin == "STORM"


def test_a_safeguarding_adult_template() -> None:
    document = Document()
    document.table(
        [
            "Date & time of contact",
            "Agency contact/Significant event",
            "Was the child seen / voice of the child",
            "Analysis / was practice good enough",
            "Evidence of DA Y/N",
        ],
        [
            "4 Feb 2018, 10.15am",
            "Home visit by health visitor.",
            "Seen, asleep.",
            "Routine enquiry missed.",
            "Y",
        ],
        ["11 Feb 2018", "No access.", "Not seen", "", "N"],
    )
    reading = document.read()
    assert days(reading) == ["2018-02-04 10:15", "2018-02-11"]
    first = reading.entries[0]
    assert (first.event, first.comment) == ("Home visit by health visitor.", "Routine enquiry missed.")
    assert first.extra == {
        "Was the child seen / voice of the child": "Seen, asleep.",
        "Evidence of DA Y/N": "Y",
    }


def test_headings_in_two_rows_with_a_group_over_them() -> None:
    document = Document()
    table = document.table(
        ["Contact", "", "What was recorded", "", "Reviewer"],
        ["Date", "Time", "Details", "What was done", "Comments"],
        ["1/3/2015", "0900", "Called the surgery.", "Booked.", "ok"],
    )
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).merge(table.cell(0, 3))
    reading = document.read()
    assert numbers(reading) == [3]
    assert (reading.entries[0].response, reading.entries[0].comment) == ("Booked.", "ok")
    assert days(reading) == ["2015-03-01 09:00"]


def test_a_heading_merged_down_beside_a_split_one() -> None:
    document = Document()
    table = document.table(
        ["Date", "Event", "", "Outcome"],
        ["", "Details", "Location", ""],
        ["1/3/2015", "Seen in clinic.", "Ward 4", "Home"],
    )
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 3).merge(table.cell(1, 3))
    table.cell(0, 1).merge(table.cell(0, 2))
    reading = document.read()
    assert numbers(reading) == [3]
    assert reading.entries[0].event == "Seen in clinic."
    assert reading.entries[0].extra == {"Location": "Ward 4"}


def test_headings_repeated_on_every_page_and_shortened() -> None:
    document = Document()
    head = ["Date", "Event", "Outcome"]
    document.table(
        head,
        ["1/3/2015", "a visit", "x"],
        head,
        ["2/3/2015", "a call", "y"],
        ["DATE:", "EVENT", "OUTCOME"],
        ["3/3/2015", "a letter", ""],
    )
    assert numbers(document.read()) == [2, 4, 6]


def test_a_table_cut_in_three_by_page_breaks() -> None:
    document = Document()
    document.table(["Date", "Event", "Outcome"], ["1/3/2015", "one", "a"])
    document.word.add_page_break()
    document.table(["2/3/2015", "two", "b"], ["3/3/2015", "three", ""])
    document.word.add_page_break()
    document.table(["", "text that ran over the page", ""], ["4/3/2015", "four", ""])
    reading = document.read()
    assert rows_of(reading) == [
        ("table 1", 2),
        ("table 2", 1),
        ("table 2", 2),
        ("table 3", 1),
        ("table 3", 2),
    ]
    assert refused(reading) == [(1, "no date")]


def test_dates_merged_down_and_events_merged_down() -> None:
    document = Document()
    table = document.table(
        ["Date", "Event", "Worker"],
        ["1/3/2015", "First call", "A"],
        ["", "Second call", "B"],
        ["2/3/2015", "Joint visit", "A"],
        ["", "", "B"],
        ["3/3/2015", "Closed", "C"],
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))
    table.cell(3, 1).merge(table.cell(4, 1))
    reading = document.read()
    assert numbers(reading) == [2, 3, 4, 5, 6]
    assert days(reading)[:2] == ["2015-03-01", "2015-03-01"]
    assert not reading.refused


def test_a_row_that_is_only_the_rest_of_merged_cells_is_no_row() -> None:
    document = Document()
    table = document.table(["Date", "Event"], ["1/3/2015", "A long one"], ["", ""], ["2/3/2015", "Another"])
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    assert numbers(document.read()) == [2, 4]


def test_a_chronology_nested_in_a_frame_is_read_as_its_own_table() -> None:
    document = Document()
    frame = document.table([""])
    inner = frame.cell(0, 0).add_table(rows=2, cols=2)
    for place, text in enumerate(("Date", "Event", "1/3/2015", "Visit")):
        inner.cell(place // 2, place % 2).text = text
    document.table(["Date", "Event"], ["2/3/2015", "Call"])
    reading = document.read()
    assert rows_of(reading) == [("table 2", 2), ("table 3", 2)]


def test_a_small_table_inside_a_cell_is_part_of_its_words() -> None:
    document = Document()
    table = document.table(["Date", "Event"], ["1/3/2015", "Observations:"])
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "BP", "140/90"
    reading = document.read()
    assert rows_of(reading) == [("table 1", 2)]
    assert reading.entries[0].event == "Observations:\nBP | 140/90"


def test_a_year_and_a_month_in_headings_between_tables() -> None:
    document = (
        Document()
        .line("Chronology of Fen Trust", "Heading 1")
        .line("2016", "Heading 2")
        .line("May 2016", "Heading 3")
    )
    document.table(["Date", "Event"], ["12 May", "Visit"], ["14th", "Call"])
    document.line("2017", "Heading 2")
    document.table(["Date", "Event"], ["3 Jan", "Visit"])
    reading = document.read()
    assert days(reading) == ["2016-05-12", "2016-05-14", "2017-01-03"]


def test_bands_of_months_and_days_across_a_table() -> None:
    document = Document()
    document.table(
        ["Date", "Time", "Event"],
        ["MARCH 2016"],
        ["4th", "", "Visit"],
        ["12 March 2016"],
        ["", "09:00", "Call one"],
        ["", "", "Call two"],
        ["Following the separation"],
        ["13/3/2016", "", "Letter"],
    )
    reading = document.read()
    assert numbers(reading) == [3, 5, 6, 8]
    assert days(reading) == ["2016-03-04", "2016-03-12 09:00", "2016-03-12", "2016-03-13"]


def test_an_event_over_the_whole_width_that_begins_with_its_date() -> None:
    document = Document()
    document.table(
        ["Date", "Event", "Outcome"],
        ["1/3/2015", "Visit", "x"],
        ["9 March 2015: the death of Ms A was reported to police."],
        ["10/3/2015", "Call", ""],
    )
    reading = document.read()
    assert numbers(reading) == [2, 3, 4]
    assert days(reading)[1] == "2015-03-09"
