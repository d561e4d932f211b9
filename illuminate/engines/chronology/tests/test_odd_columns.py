"""Columns that are not what they are called, or not called what they are: systems' headings, places, posts, ends."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from illuminate.engines.chronology import Reading, read_file
from illuminate.engines.chronology.tests.files import days, read_book, rows_of, workbook

TOLD = [
    "Rang to say the boiler had failed again.",
    "Her mother came in and asked for a form.",
    "No answer at the door on two tries.",
    "Came with a friend, spoke little.",
]


def _read(*headings: object, rows: list[list[object]]) -> Reading:
    return read_book(workbook(Log=[["Tarn Valley Homes"], list(headings), *rows]))


def _events(reading: Reading) -> list[str]:
    return [one.event for one in reading.entries]


@pytest.mark.parametrize(
    "heads", [("VISIT_DT", "VISIT_TM", "VISIT_TXT"), ("VisitDt", "VisitTime", "VisitDescr")]
)
def test_headings_of_a_systems_own_fields(heads: tuple[str, str, str]) -> None:
    rows: list[list[object]] = [
        [f"2019010{n}", f"1{n}3000", words, "20200301"] for n, words in enumerate(TOLD, start=2)
    ]
    reading = _read(*heads, "MODIFIED_DT", rows=rows)
    assert _events(reading) == TOLD
    assert days(reading)[0] == "2019-01-02 12:30"


def test_a_day_of_the_week_beside_the_date() -> None:
    rows = [
        [day, f"{n}/5/19", words]
        for n, (day, words) in enumerate(zip(["Wed", "Thu", "Fri", "Sat"], TOLD, strict=True), 1)
    ]
    assert days(_read("Day", "", "What", rows=rows)) == [
        "2019-05-01",
        "2019-05-02",
        "2019-05-03",
        "2019-05-04",
    ]


@pytest.mark.parametrize("months", [[5, 5, 6, 6], ["May", "May", "June", "June"]])
def test_one_heading_over_a_day_a_month_and_a_year(months: list[object]) -> None:
    rows: list[list[object]] = [
        [n, month, 2018, words] for n, month, words in zip((3, 9, 1, 8), months, TOLD, strict=True)
    ]
    book = workbook(Log=[["Date", "", "", "Details"], *rows])
    book["Log"].merge_cells("A1:C1")
    assert days(read_book(book)) == ["2018-05-03", "2018-05-09", "2018-06-01", "2018-06-08"]


def test_to_beside_from_over_days_is_the_end_and_over_people_is_not() -> None:
    stays: list[list[object]] = [
        [f"{n}/3/2018", f"{n + 4}/3/2018", words] for n, words in enumerate(TOLD, start=1)
    ]
    ends = [str(one.when.end) for one in _read("From", "To", "What went on", rows=stays).entries]
    assert ends == ["2018-03-05", "2018-03-06", "2018-03-07", "2018-03-08"]
    post: list[list[object]] = [[f"{n}/3/2018", "the clinic", words] for n, words in enumerate(TOLD, start=1)]
    assert days(_read("Sent", "To", "Contents", rows=post))[0] == "2018-03-01"


def test_a_finish_on_the_same_day_leaves_the_start_its_time() -> None:
    rows: list[list[object]] = [
        [datetime(2018, 3, n, 9, 15), datetime(2018, 3, n, 10, 0), "Olwen", words]
        for n, words in enumerate(TOLD, start=1)
    ]
    reading = _read("Start", "Finish", "Contact with", "Summary", rows=rows)
    assert days(reading)[0] == "2018-03-01 09:15"
    assert _events(reading) == TOLD


@pytest.mark.parametrize("heading", ["Place", "Where", "Venue"])
def test_a_place_is_no_agency(heading: str) -> None:
    rows: list[list[object]] = [[f"{n}/3/2018", words, "GP surgery"] for n, words in enumerate(TOLD, start=1)]
    assert {one.agency for one in _read("Date", "Text", heading, rows=rows).entries} == {"Tarn Valley Homes"}


def test_tables_of_money_and_of_staff_hold_no_contacts() -> None:
    chronology = [["Date", "Event"], [date(2018, 3, 1), TOLD[0]], [date(2018, 3, 2), TOLD[1]]]
    rent = [
        ["Date", "Charge", "Paid", "Owing"],
        [date(2018, 3, 1), "88.00", "", "88.00"],
        [date(2018, 3, 8), "", "88.00", "0"],
    ]
    staff = [
        ["Name", "Role", "Start date"],
        ["O Prys", "Warden", date(2011, 3, 1)],
        ["T Hale", "Cook", date(2012, 3, 1)],
    ]
    assert rows_of(read_book(workbook(Chronology=chronology, Rent=rent, Staff=staff))) == [
        ("Chronology", 2),
        ("Chronology", 3),
    ]


def test_who_an_event_was_recorded_by_is_no_event() -> None:
    rows: list[list[object]] = [[f"{n}/3/2018", words, "T Hale"] for n, words in enumerate(TOLD, start=1)]
    reading = _read("Event date", "Event description", "Event logged by", rows=rows)
    assert _events(reading) == TOLD
    assert {one.practitioner for one in reading.entries} == {"T Hale"}


def test_a_cell_over_two_agencies_columns_is_the_account_of_both() -> None:
    rows: list[list[object]] = [
        ["Date", "Tarn Police", "Tarn Valley Homes"],
        ["1/3/2018", TOLD[0], ""],
        ["2/3/2018", "Both went to the flat together.", ""],
        ["3/3/2018", "", TOLD[1]],
    ]
    book = workbook(Log=rows)
    book["Log"].merge_cells("B3:C3")
    told = [(one.agency, one.source.row) for one in read_book(book).entries]
    assert told == [
        ("Tarn Police", 2),
        ("Tarn Police", 3),
        ("Tarn Valley Homes", 3),
        ("Tarn Valley Homes", 4),
    ]


def test_the_page_header_of_a_workbook_names_the_agency() -> None:
    book = workbook(Sheet1=[["Date", "Event"], ["1/3/2018", TOLD[0]], ["2/3/2018", TOLD[1]]])
    book["Sheet1"].oddHeader.center.text = '&"Arial,Bold"&14Tarn && Wold Housing Association'
    reading = read_book(book, "export.xlsx")
    assert reading.agency == "Tarn & Wold Housing Association"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("tarn homes 2018.csv", ["2018-03-01", "2018-12-24"]),
        ("tarn homes 12-05-2018.csv", []),
        ("tarn May 2018.csv", []),
    ],
)
def test_a_year_that_only_the_files_name_says_is_in_doubt(name: str, found: list[str]) -> None:
    data = f"Date,Event\n1 March,{TOLD[1]}\n24 Dec,{TOLD[2]}\n".encode()
    reading = read_file(data, name)
    assert days(reading) == found
    assert all(one.when.uncertain for one in reading.entries)
    assert len(reading.refused) == 2 - len(found)


@pytest.mark.parametrize("heading", ["Sender", "Disclosed to", "From whom"])
def test_those_who_were_written_to_are_not_the_agency(heading: str) -> None:
    rows: list[list[object]] = [[f"{n}/3/2018", words, "Housing"] for n, words in enumerate(TOLD, start=1)]
    assert {one.agency for one in _read("Date", "Gist", heading, rows=rows).entries} == {"Tarn Valley Homes"}


def test_the_day_of_a_letter_comes_before_that_on_which_it_was_received() -> None:
    rows: list[list[object]] = [
        [f"{n + 3}/3/2018", f"{n}/3/2018", words] for n, words in enumerate(TOLD, start=1)
    ]
    assert days(_read("Date received", "Date of letter", "Gist", rows=rows))[0] == "2018-03-01"


@pytest.mark.parametrize(
    "below", [["(a)", "(b)", "(c)"], ["1", "2", "3"], ["it happened", "was seen", "was done"]]
)
def test_a_row_that_goes_on_with_the_headings_is_no_contact(below: list[object]) -> None:
    rows: list[list[object]] = [[f"{n}/3/2018", words, "Noted."] for n, words in enumerate(TOLD, start=1)]
    reading = _read("Date", "Event", "Response", rows=[below, *rows])
    assert [row for _, row in rows_of(reading)] == [4, 5, 6, 7]


def test_a_row_below_whole_headings_stays_a_row() -> None:
    assert (
        read_file(b"Date,Event,Response\n,she rang,no one came\n3/4/2018,Came.,Noted.\n", "a.csv").rows_read
        == 2
    )


def test_a_label_before_the_date_makes_a_row_no_headings() -> None:
    rows: list[list[object]] = [["3/5/2018", TOLD[0]], ["Dyddiad: 7/5/2018", TOLD[1]], ["9/05/018", TOLD[2]]]
    assert days(_read("Date", "Event", rows=rows)) == ["2018-05-03", "2018-05-07", "2018-05-09"]


def test_a_sheet_for_a_month_of_a_year_of_two_figures() -> None:
    book = workbook(**{"Nov 18": [["Day", "What"], [4, TOLD[0]], [19, TOLD[1]]]})
    assert days(read_book(book)) == ["2018-11-04", "2018-11-19"]


@pytest.mark.parametrize("again", [False, True])
def test_a_day_book_with_its_days_on_rows_of_their_own(again: bool) -> None:
    heads: list[list[object]] = [["Time", "Caller", "Message"]]
    rows: list[list[object]] = [["Tarn Council duty log"], *([] if again else heads)]
    for n in (4, 5, 9):
        rows += [[f"{n} March 2018"], *(heads if again else [])]
        rows += [["08:15", "Neighbour", TOLD[0]], ["21:40", "Son", TOLD[1]]]
    reading = read_book(workbook(Log=rows))
    assert days(reading)[:3] == ["2018-03-04 08:15", "2018-03-04 21:40", "2018-03-05 08:15"]
    assert len(reading.entries) == 6 and not reading.refused
    assert reading.agency == "Tarn Council"
