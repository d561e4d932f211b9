"""Rent accounts, meter readings and rotas that agencies send along with their contacts: left out, and said so."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology import UnreadableFile
from illuminate.engines.chronology.ledgers import NOTHING_TOLD, OF_MONEY, OF_STAFF
from illuminate.engines.chronology.tests.files import (
    Document,
    days,
    numbers,
    read_book,
    rows_of,
    told,
    workbook,
)

Rows = list[list[object]]

CONTACTS: Rows = [
    ["Date", "Time", "Event", "Outcome"],
    ["3/2/2016", "10:15", "Came to the counter about the broken lock.", "Joiner booked"],
    ["11/2/2016", "", "Rang, and hung up when a man spoke.", "None"],
]
RENT: Rows = [
    ["Date", "Description", "Debit", "Credit", "Balance"],
    ["01/02/2016", "Rent charge", "88.10", "", "140.20"],
    ["08/02/2016", "Rent charge", "88.10", "", "228.30"],
    ["09/02/2016", "HB payment", "", "176.20", "52.10"],
]
PAID: Rows = [
    ["Date", "Amount", "Balance"],
    ["01/02/2016", "£88.10", "£140.20 DR"],
    ["08/02/2016", "-£88.10", "£52.10 DR"],
]
METER: Rows = [
    ["Date of reading", "Meter reading", "Read by", "Comment"],
    ["01/02/2016", 10234, "JB", ""],
    ["01/03/2016", 10301, "KL", ""],
]
WEEKS: Rows = [
    ["Week", "Charge", "Paid", "Arrears"],
    [1, "88.10", "0.00", "88.10"],
    [2, "88.10", "88.10", "88.10"],
]
SHIFTS: Rows = [
    ["Date", "Early", "Late", "Night"],
    ["01/02/2016", "Ann", "Bev", "Carol / Dee"],
    ["02/02/2016", "Bev", "Off", "Carol"],
]
ON_DUTY: Rows = [
    ["Date", "Shift", "Staff on duty", "Hours"],
    ["01/02/2016", "Early", "Ann Bell", 7.5],
    ["01/02/2016", "Late", "Bev Carr", 7.5],
]
PAID_ON: Rows = [
    ["Paid on", "Narrative", "Amount"],
    ["01/02/2016", "Rent charge w/e 07/02/2016", "88.10"],
    ["08/02/2016", "Rent charge w/e 14/02/2016", "88.10"],
]
INSTALMENTS: Rows = [["Instalment", "Amount", "Paid"], [1, "50.00", "Yes"], [2, "50.00", "No"]]
ON_CALL: Rows = [
    ["From", "On-call manager", "Second"],
    ["01/02/2016", "Ann Bell", "Bev Carr"],
    ["08/02/2016", "Dee Ede", "Ann Bell"],
]
WEEKDAYS: Rows = [["Name", "Mon", "Tue", "Wed"], ["Ann", "E", "L", "Off"], ["Bev", "L", "N", "N"]]
DAYS_ACROSS: Rows = [
    ["", "01/02/2016", "02/02/2016", "03/02/2016"],
    ["Early", "Ann", "Bev", "Ann"],
    ["Late", "Bev", "Carol", "Off"],
]
NO_CHRONOLOGIES = [
    (PAID_ON, OF_MONEY),
    (INSTALMENTS, OF_MONEY),
    (ON_CALL, OF_STAFF),
    (WEEKDAYS, OF_STAFF),
    (DAYS_ACROSS, OF_STAFF),
    (RENT, OF_MONEY),
    (PAID, NOTHING_TOLD),
    (METER, NOTHING_TOLD),
    (WEEKS, NOTHING_TOLD),
    (SHIFTS, OF_STAFF),
    (ON_DUTY, OF_STAFF),
]


@pytest.mark.parametrize(("rows", "why"), NO_CHRONOLOGIES)
def test_amounts_below_the_contacts_are_left_out_and_said(rows: Rows, why: str) -> None:
    reading = read_book(workbook(Log=[*CONTACTS, [], ["Sent along"], *rows]))
    assert days(reading) == ["2016-02-03 10:15", "2016-02-11"]
    assert not reading.refused
    assert f"Log: rows 6 to {len(rows) + 5} were left out: {why}" in told(reading)


@pytest.mark.parametrize(("rows", "why"), NO_CHRONOLOGIES)
def test_amounts_in_another_table_are_left_out_and_said(rows: Rows, why: str) -> None:
    document = Document()
    document.table(*[list(map(str, row)) for row in CONTACTS])
    document.line("")
    document.table(*[list(map(str, row)) for row in rows])
    reading = document.read()
    assert rows_of(reading) == [("table 1", 2), ("table 1", 3)]
    assert f"table 2: rows 1 to {len(rows)} were left out: {why}" in told(reading)


def test_contacts_go_on_below_an_account_in_their_middle() -> None:
    later: Rows = [["4/3/2016", "", "Visit", "NFA"], ["9/3/2016", "", "Visit", "NFA"]]
    reading = read_book(workbook(Log=[*CONTACTS, [], *RENT, [], *later]))
    assert numbers(reading) == [2, 3, 10, 11]
    assert not reading.refused


def test_an_account_parted_by_months_is_left_out_whole() -> None:
    parted: Rows = [*PAID, [], ["07/03/2016", "£88.10", "£140.20 DR"], ["", "Closing", "£140.20 DR"]]
    reading = read_book(workbook(Log=[*CONTACTS, [], *parted]))
    assert numbers(reading) == [2, 3]


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", "Event", "Outcome"], ["1/3/2016", "Visit", "NFA"], ["2/3/2016", "Visit", "NFA"]],
        [["Date", "Type", "Result"], ["1/3/2016", "Call", "DNA"], ["2/3/2016", "Call", "NFA"]],
        [["Date", "Action", "Arrears"], ["1/3/2016", "Letter 1 sent", "£120"], ["2/3/2016", "Visit", "£180"]],
        [
            ["Date", "Event", "Amount"],
            ["1/3/2016", "Food voucher", "£20"],
            ["2/3/2016", "Food voucher", "£20"],
        ],
        [["Date", "Shift", "Entry"], ["1/3/2016", "Early", "Settled"], ["1/3/2016", "Late", "Settled"]],
        [["Date", "Day", "Night"], ["1/3/2016", "Settled", "Awake"], ["2/3/2016", "Upset", "Asleep"]],
        [["Date", "Hours", "Work done"], ["1/3/2016", "1.5", "Visit"], ["8/3/2016", "2", "Visit"]],
        [
            ["Seen on", "Duty worker", "What"],
            ["1/3/2016", "Ann Bell", "Visit"],
            ["8/3/2016", "Dee Ede", "Call"],
        ],
        [
            ["Date", "Early", "Late"],
            ["1/3/2016", "stayed in bed", "ate little"],
            ["2/3/2016", "out", "in tears"],
        ],
        [
            ["Date", "Caller", "Asked for"],
            ["1/3/2016", "Ann Bell", "Dee Ede"],
            ["2/3/2016", "Ann Bell", "Dee"],
        ],
        [["Date", "Code", "Event"], ["1/3/2016", "12", "101"], ["8/3/2016", "14", "102"]],
        [
            ["Date", "Details", "Charge", "Paid", "Balance"],
            ["1/3/2016", "Rent", "88.10", "", "88.10"],
            ["2/3/2016", "She came to say that he keeps her wages.", "", "", "88.10"],
            ["8/3/2016", "Rent", "88.10", "", "176.20"],
        ],
    ],
)
def test_contacts_told_in_a_word_and_accounts_with_notes_stay(rows: Rows) -> None:
    for before in ([], [*CONTACTS, []]):
        reading = read_book(workbook(Log=[*before, *rows]))
        assert len(reading.entries) == len(rows) - 1 + (2 if before else 0)
        assert not reading.refused


def test_an_account_alone_is_read_for_there_is_nothing_else() -> None:
    reading = read_book(workbook(Rent=RENT))
    assert numbers(reading) == [2, 3, 4]
    again = read_book(workbook(Rent=RENT), columns=reading.columns)
    assert again.entries == reading.entries
    with pytest.raises(UnreadableFile):
        read_book(workbook(Rent=PAID[:1] + [["01/02/2016", "88.10", "140.20"]] * 4))


def test_what_a_person_says_of_an_account_is_kept() -> None:
    book = workbook(Log=[*CONTACTS, [], *RENT])
    first = read_book(book)
    assert read_book(book, columns=first.columns).entries == first.entries
    asked = type(first.columns)({**first.columns.fields, "Debit": "", "Description": "event"})
    assert numbers(read_book(book, columns=asked)) == [2, 3, 6, 7, 8]


def test_amounts_under_a_date_that_is_none_are_still_accounted_for() -> None:
    undated: Rows = [["Date", "Charge", "Paid"], ["unknown", "88.10", "0"], ["unknown", "88.10", "0"]]
    reading = read_book(workbook(Log=[*CONTACTS, [], *undated]))
    assert {6, 7} <= set(numbers(reading))


def test_a_form_with_its_days_across_stays() -> None:
    document = Document()
    document.table(
        ["Date", "01/02/2016", "08/02/2016"], ["Event", "Visit", "Call"], ["Outcome", "Seen", "No reply"]
    )
    assert days(document.read()) == ["2016-02-01", "2016-02-08"]
