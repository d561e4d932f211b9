"""Workbooks and text exports by different systems and hands."""

from __future__ import annotations

import struct
from datetime import date, time
from importlib.resources import files
from pathlib import Path

from illuminate.engines.chronology import read_file
from illuminate.engines.chronology.tests.files import (
    days,
    numbers,
    open_row,
    open_sheet,
    read_book,
    refused,
    rows_of,
    told,
    workbook,
)

HEAD: list[object] = ["Date", "Time", "Event", "Outcome"]


def test_empty_columns_first_and_a_cover() -> None:
    book = workbook(
        Cover=[
            [None, "Fen Police"],
            [None, "Agency:", "Fenshire Police"],
            [None, "Date of report", date(2020, 1, 2)],
        ],
        Log=[
            [],
            [],
            [None, None, "Chronology"],
            [None, None, *HEAD],
            [None, None, date(2015, 3, 1), time(9, 30), "Call", "Sent"],
        ],
    )
    reading = read_book(book)
    assert rows_of(reading) == [("Log", 5)]
    assert reading.agency == "Fenshire Police"
    assert days(reading) == ["2015-03-01 09:30"]


def test_several_tables_one_below_another_with_keys_between() -> None:
    rows: list[list[object]] = [
        ["Health visiting"],
        HEAD,
        ["1/3/2015", "", "Visit", "x"],
        ["2/3/2015", "", "Call", "y"],
        [],
        ["School nursing"],
        ["Contact date", "Pupil", "Details", "Seen by"],
        ["5/3/2015", "W", "Weighed and measured", "Nurse A"],
        ["", "W", "Loose note", "Nurse A"],
        [],
        ["Key"],
        ["DNA", "did not attend"],
        ["HV", "health visitor"],
    ]
    reading = read_book(workbook(Sheet1=rows))
    assert numbers(reading) == [3, 4, 8, 9]
    assert refused(reading) == [(9, "no date")]
    assert reading.entries[-1].practitioner == "Nurse A"


def test_hidden_rows_columns_and_sheets_are_read_and_marked() -> None:
    book = workbook(
        Log=[
            HEAD,
            ["1/3/2015", "", "Visit", ""],
            ["2/3/2015", "", "Call", ""],
            ["3/3/2015", "", "Letter", "posted"],
        ],
        Old=[HEAD, ["1/3/2014", "", "Visit", ""]],
    )
    book["Log"].row_dimensions[3].hidden = True
    book["Log"].column_dimensions["D"].hidden = True
    book["Old"].sheet_state = "veryHidden"
    reading = read_book(book)
    assert rows_of(reading) == [("Log", 2), ("Log", 3), ("Log", 4), ("Old", 2)]
    assert [entry.hidden for entry in reading.entries] == [False, True, True, True]
    assert "the sheet Old is hidden" in told(reading)


def test_a_hidden_row_of_an_old_workbook_is_marked() -> None:
    path = Path(str(files("illuminate.cli.demo") / "case" / "chronologies" / "tidewell_homes.xls"))
    data = path.read_bytes()
    # The record of the sheet's sixth row: kind 0x208, 16 bytes long, row 5, its flags in the last four.
    place = data.index(struct.pack("<HHH", 0x208, 16, 5))
    flags = struct.unpack_from("<I", data, place + 16)[0] | 0x20
    changed = data[: place + 16] + struct.pack("<I", flags) + data[place + 20 :]
    assert [entry.source.row for entry in read_file(changed, "t.xls").entries if entry.hidden] == [6]
    assert not any(entry.hidden for entry in read_file(data, "t.xls").entries)


def test_dates_merged_down_in_a_sheet() -> None:
    book = workbook(
        Log=[
            HEAD,
            [date(2015, 3, 1), "09:00", "Call", ""],
            [None, "10:00", "Visit", ""],
            [date(2015, 3, 4), "", "Letter", ""],
        ]
    )
    book["Log"].merge_cells("A2:A3")
    assert days(read_book(book)) == ["2015-03-01 09:00", "2015-03-01 10:00", "2015-03-04"]


def test_day_month_and_year_in_columns_of_their_own() -> None:
    book = workbook(
        Log=[
            ["Day", "Month", "Year", "Details"],
            [1, 3, 2015, "Visit"],
            [14, "March", 2015, "Call"],
            ["", "May", 2016, "Some time"],
            ["", "", "", "Undated"],
        ]
    )
    reading = read_book(book)
    assert days(reading) == ["2015-03-01", "2015-03-14", "2016-05-01"]
    assert reading.entries[2].when.precision == "month"
    assert refused(reading) == [(5, "no date")]


def test_a_weekday_column_beside_the_date_and_a_year_column() -> None:
    book = workbook(
        Log=[
            ["Year", "Day", "Date", "Event"],
            [2015, "Sun", "1 March", "Visit"],
            [2016, "Tue", "1 March", "Call"],
        ]
    )
    reading = read_book(book)
    assert days(reading) == ["2015-03-01", "2016-03-01"]
    assert reading.entries[0].extra["Day"] == "Sun"


def test_a_sheet_for_each_financial_year() -> None:
    book = workbook(
        **{
            "y2015-16": [["Date", "Event"], ["7 April", "a"], ["3 Dec", "b"], ["9 Jan", "c"]],
            "y2016-17": [["Date", "Event"], ["2 Sept", "d"], ["3 Feb", "e"]],
        }
    )
    assert days(read_book(book)) == ["2015-04-07", "2015-12-03", "2016-01-09", "2016-09-02", "2017-02-03"]


def test_rows_with_only_a_time_lean_on_the_date_above() -> None:
    book = workbook(
        Log=[
            HEAD,
            [date(2015, 3, 1), time(21, 5), "999 call", ""],
            [None, time(21, 20), "Unit arrives", ""],
            [None, None, "Neighbour seen", ""],
            ["22:10", None, "Resumed", ""],
        ]
    )
    reading = read_book(book)
    assert days(reading)[:2] == ["2015-03-01 21:05", "2015-03-01 21:20"]
    assert (4, "no date") in refused(reading)
    assert numbers(reading) == [2, 3, 4, 5]


def test_totals_notes_and_signatures_below_the_table() -> None:
    rows: list[list[object]] = [
        HEAD,
        [date(2015, 3, 1), None, "Visit", ""],
        ["Total contacts: 1"],
        [],
        ["Note: records before 2012 were destroyed under the retention policy, so nothing is held."],
        ["Prepared by:", "A Smith"],
        ["End of report"],
        ["Page 1 of 1"],
    ]
    assert numbers(read_book(workbook(Log=rows))) == [2]


def test_serial_numbers_as_numbers_and_as_text() -> None:
    book = workbook(Log=[["Date", "Event"], [42064, "Visit"], ["42065", "Call"], [42066.5, "Noon"]])
    assert days(read_book(book)) == ["2015-03-01", "2015-03-02", "2015-03-03 12:00"]


def test_errors_of_a_spreadsheet_are_refused_with_why() -> None:
    data = b"Date,Event,Outcome\n########,#REF!,\n1/3/2015,#NAME?,#REF!\n2/3/2015,=SUM(A1:A2),\n"
    reading = read_file(data, "a.csv")
    assert numbers(reading) == [2, 3, 4]
    assert [row for row, _ in refused(reading)] == [2, 3]
    assert all("can't be read" in why for _, why in refused(reading))
    assert reading.entries[0].event == "=SUM(A1:A2)"


def test_headings_that_say_nothing() -> None:
    rows: list[list[object]] = [
        ["Column1", "Column2", "Column3"],
        ["01/03/2015", "PC 12", "Called to the address; both parties spoken to apart."],
        ["02/03/2015", "PC 12", "Statement taken at the station, no complaint made."],
    ]
    reading = read_book(workbook(Log=rows))
    assert numbers(reading) == [2, 3]
    assert reading.entries[0].event.startswith("Called to")
    assert reading.entries[0].extra == {"Column2": "PC 12"}


def test_an_open_document_sheet_with_repeated_and_hidden_rows() -> None:
    data = open_sheet(
        open_row("Fen Probation"),
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>',
        open_row("Date", "Event", "Officer"),
        open_row("1/3/2015", "Office visit", "PO"),
        open_row("2/3/2015", "Missed", "PO", more='table:visibility="collapse"'),
        columns='<table:table-column/><table:table-column/><table:table-column table:visibility="collapse"/>',
    )
    reading = read_file(data, "p.ods")
    assert rows_of(reading) == [("Contacts", 6), ("Contacts", 7)]
    assert [entry.hidden for entry in reading.entries] == [True, True]
    assert reading.agency == "Fen Probation"


def test_a_web_page_named_xls() -> None:
    page = b"""<html><head><style>td {color: red}</style></head><body><p>Agency: Fen Housing</p><table>
    <tr><th>Date<th>Event<th>Outcome</tr>
    <tr><td rowspan=2>1/3/2015<td>Call &amp; visit<br>second line<td></tr>
    <tr><td>Letter<td>sent</tr><tr><td colspan=3>2016</tr>
    <tr><td>3 May<td>Note<td></table></body></html>"""
    reading = read_file(page, "export.xls")
    assert reading.agency == "Fen Housing"
    assert rows_of(reading) == [("table 1", 2), ("table 1", 3), ("table 1", 5)]
    assert reading.entries[0].event == "Call & visit\nsecond line"
    assert days(reading) == ["2015-03-01", "2015-03-01", "2016-05-03"]
    assert "it is a web page" in told(reading)


def test_a_template_with_guidance_an_example_and_words_around_dates() -> None:
    rows: list[list[object]] = [
        ["Guidance: complete one row for each contact. Use dd/mm/yyyy."],
        ["Date", "The date of the contact"],
        ["Event", "What happened, in your own words"],
        [],
        ["Date", "Event", "Outcome"],
        ["e.g. 01/01/2010", "Example: visit to the home", "Referred"],
        ["Contact on 3 April 2018 by phone", "Call", ""],
        ["3/4/18 (letter dated 29/3/18)", "Letter", ""],
    ]
    reading = read_book(workbook(Log=rows))
    assert numbers(reading) == [7, 8]
    assert days(reading) == ["2018-04-03", "2018-04-03"]


def test_years_and_months_that_are_said_once() -> None:
    book = workbook(
        Log=[
            ["Month", "Date", "Event"],
            ["January 2016", "3rd", "a"],
            ["", "5th", "b"],
            ["February 2016", "7th", "c"],
        ]
    )
    assert days(read_book(book)) == ["2016-01-03", "2016-01-05", "2016-02-07"]
    book = workbook(
        Log=[["Year", "Month", "Day", "Event"], [2016, "Jan", 3, "a"], ["", "", 5, "b"], ["", "Feb", 7, "c"]]
    )
    assert days(read_book(book)) == ["2016-01-03", "2016-01-05", "2016-02-07"]


def test_a_summary_of_counts_is_no_chronology() -> None:
    book = workbook(
        Summary=[
            ["Month", "Contacts"],
            ["January 2016", 5],
            ["February 2016", 7],
            ["March 2016", 2],
            ["May 2016", 1],
        ],
        Data=[["Date", "Contact", "Outcome"], ["3/1/2016", "Visit", "x"]],
    )
    assert rows_of(read_book(book)) == [("Data", 2)]


def test_a_title_with_its_year_on_every_sheet_is_no_entry() -> None:
    sheets = {
        str(year): [
            ["Fenshire Council Children's Services", year, ""],
            ["Made by", "Date", "Event"],
            ["SW", f"3/2/{year}", "Visit."],
        ]
        for year in (2017, 2018, 2019)
    }
    assert rows_of(read_book(workbook(**sheets))) == [("2017", 3), ("2018", 3), ("2019", 3)]
