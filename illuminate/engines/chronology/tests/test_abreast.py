"""Two blocks of columns on one sheet, an empty column between them: two chronologies, or one and an account."""

from __future__ import annotations

from illuminate.engines.chronology.tests.files import days, read_book, refused, rows_of, told, workbook

Rows = list[list[object]]

POLICE: Rows = [
    ["Date", "Time", "Incident", "Result"],
    ["2/5/2016", "21:40", "Shouting heard through the wall.", "Words of advice"],
    ["6/9/2016", "", "Window broken, nobody named.", "Filed"],
]
SURGERY: Rows = [
    ["Date", "Consultation", "Plan"],
    ["9/1/2014", "Low mood.", "Review"],
    ["4/4/2015", "DNA", ""],
    ["8/5/2016", "Bruise to the arm, said she fell.", "Seen alone"],
]
RENT: Rows = [
    ["Date", "Details", "Amount", "Balance"],
    *[[f"{day}/2/2016", "Rent", "88.10", "140.20"] for day in (1, 8, 15, 22)],
]


def beside(left: Rows, right: Rows, *, lower: int = 0) -> Rows:
    """The right block in the columns behind an empty one, so many rows lower than the left."""
    width, height = max(map(len, left)), max(len(left), len(right) + lower)
    rows: Rows = []
    for place in range(height):
        cells = [*left[place]] if place < len(left) else []
        more = right[place - lower] if 0 <= place - lower < len(right) else []
        rows.append([*cells, *[None] * (width - len(cells) + 1), *more])
    return rows


def test_two_chronologies_side_by_side_are_both_read() -> None:
    reading = read_book(workbook(Log=beside(POLICE, SURGERY)))
    assert days(reading) == ["2016-05-02 21:40", "2016-09-06", "2014-01-09", "2015-04-04", "2016-05-08"]
    assert reading.entries[4].event == "Bruise to the arm, said she fell."
    assert reading.entries[4].response == "Seen alone"
    assert not any(entry.extra for entry in reading.entries)
    assert rows_of(reading) == [("Log", 2), ("Log", 3), ("Log", 4)]
    assert "Log: columns F to H were read as a chronology of their own" in told(reading)


def test_each_block_has_its_own_agency_above_it() -> None:
    titled = beside([["Fenshire Police"], *POLICE], [["Elm Road Surgery"], *SURGERY])
    reading = read_book(workbook(Log=titled))
    assert [entry.agency for entry in reading.entries] == ["Fenshire Police"] * 2 + ["Elm Road Surgery"] * 3


def test_one_title_over_both_names_one_agency() -> None:
    reading = read_book(workbook(Log=[["Fenshire Police"], *beside(POLICE, SURGERY)]))
    assert {entry.agency for entry in reading.entries} == {"Fenshire Police"}


def test_the_right_block_may_begin_lower_down() -> None:
    reading = read_book(workbook(Log=beside(POLICE, SURGERY, lower=3)))
    assert [entry.source.row for entry in reading.entries] == [2, 3, 5, 6, 7]
    assert not reading.refused


def test_what_was_read_side_by_side_is_read_so_again() -> None:
    book = workbook(Log=beside(POLICE, SURGERY))
    first = read_book(book)
    assert read_book(book, columns=first.columns).entries == first.entries


def test_an_account_beside_the_contacts_is_left_out_and_said() -> None:
    reading = read_book(workbook(Log=beside(POLICE, RENT)))
    assert days(reading) == ["2016-05-02 21:40", "2016-09-06"]
    assert not reading.refused
    assert not any(entry.extra for entry in reading.entries)
    assert "Log: columns F to I: rows 1 to 5 were left out: they hold amounts" in told(reading)


def test_an_empty_column_inside_one_chronology_parts_nothing() -> None:
    spaced: Rows = [
        ["Date", "Time", None, "Event", None, "Date recorded", "Entered by"],
        ["2/5/2016", "21:40", None, "Shouting heard.", None, "3/5/2016", "Clerk"],
        ["6/9/2016", "", None, "Window broken.", None, "6/9/2016", "Clerk"],
    ]
    reading = read_book(workbook(Log=spaced))
    assert [entry.extra for entry in reading.entries] == [
        {"Date recorded": "3/5/2016"},
        {"Date recorded": "6/9/2016"},
    ]


def test_what_was_done_some_days_later_stays_with_its_row() -> None:
    halves: Rows = [
        ["Date", "Event", None, "Date of action", "Action taken"],
        ["2/5/2016", "Shouting heard.", None, "3/5/2016", "Visit"],
        ["6/9/2016", "Window broken.", None, "20/9/2016", "Letter"],
    ]
    reading = read_book(workbook(Log=halves))
    assert [entry.response for entry in reading.entries] == ["Visit", "Letter"]
    assert not refused(reading)
