"""Text exports of any separator and encoding, and what a person says that headings mean."""

from __future__ import annotations

from datetime import datetime

import pytest

from illuminate.engines.chronology import Columns, UnreadableFile, WrongColumns, read_file
from illuminate.engines.chronology.tests.files import (
    numbers,
    rows_of,
    told,
)


def test_a_csv_with_a_preamble_blanks_and_a_footer() -> None:
    text = (
        'Report,Contacts\nRun on,03/05/2020 10:00\nOrganisation:,Fen ASC\n\nContact Date,Worker,"Details\nof contact"\n'
        '01/03/2015,A,"Line one\nline two"\n,,\n02/03/2015,B,Call\n,,\n,,\nRecords found: 2,,\n'
    )
    reading = read_file(text.encode("utf-16"), "a.csv")
    assert rows_of(reading) == [("", 6), ("", 8)]
    assert reading.agency == "Fen ASC"


def test_a_csv_of_mixed_encodings_says_which_rows() -> None:
    data = (
        "Date,Event\n1/3/2015,Café visit – “quiet”\n2/3/2015,".encode()
        + b"caf\xe9\n3/3/2015,\xc3\xa9 and \xff\xfe\n"
    )
    reading = read_file(data, "a.csv")
    assert numbers(reading) == [2, 3, 4]
    assert reading.entries[1].event == "café"
    assert "stand in row 4" in told(reading)


def test_few_letters_of_utf_8_among_many_of_windows_1252_are_both_read() -> None:
    data = "Date,Event\n1/3/2015,Café visit\n".encode() + "".join(
        f"{day}/3/2015,“Zoë’s” flat – naïve {day} £5\n" for day in range(2, 20)
    ).encode("cp1252")
    reading = read_file(data, "a.csv")
    assert [entry.event for entry in reading.entries[:2]] == ["Café visit", "“Zoë’s” flat – naïve 2 £5"]
    assert "read as UTF-8 and Windows-1252, which are mixed in it" in told(reading)
    assert "damaged" not in told(reading)


def test_both_encodings_in_one_line() -> None:
    data = "Date,Event\n1/3/2015,Zoë ".encode() + "naïve – ".encode("cp1252") + "Ionuț, привет, €5\n".encode()
    [entry] = read_file(data, "a.csv").entries
    assert entry.event.startswith("Zoë naïve – Ionuț")


@pytest.mark.parametrize(
    "words", ["at the “CAFÉ” – closed", "“to ‘the café’”", "JOSÉ… rang", "the DÉCOLLETÉ– shop"]
)
def test_a_capital_before_a_mark_is_no_letter_of_utf_8(words: str) -> None:
    data = f"Date,Event\n1/3/2015,{words} £5\n".encode("cp1252")
    reading = read_file(data, "a.csv")
    assert reading.entries[0].event == f"{words} £5"
    assert "read as Windows-1252" in told(reading)


def test_half_a_letter_is_said_to_be_damaged() -> None:
    data = "Date,Event\n1/3/2015,Café\n2/3/2015,Cafe visit ".encode() + b"caf\xc3\n3/3/2015,na\xefve\n"
    reading = read_file(data, "a.csv")
    assert "stand in row 3" in told(reading)
    assert reading.entries[2].event == "naïve"


def test_headings_over_nothing_but_a_date_are_refused_as_that() -> None:
    with pytest.raises(UnreadableFile, match="only dates, titles, totals or notes below them"):
        read_file(b"Date,Event\nJune 2019,\n", "a.csv")


def test_a_csv_with_nul_characters() -> None:
    reading = read_file(
        b"Date,Event\n1/3/2015,A long and ordinary visit to the family\x00 home\n" * 1, "a.csv"
    )
    assert numbers(reading) == [2]
    assert "\x00" not in reading.entries[0].event


@pytest.mark.parametrize("mark", [",", ";", "\t", "|", "~", "^"])
@pytest.mark.parametrize("ending", ["csv", "tsv", "txt"])
def test_any_separator_under_any_name(mark: str, ending: str) -> None:
    text = "\n".join(
        mark.join(cells) for cells in (["Date", "Event"], ["1/3/2015", "Visit"], ["2/3/2015", "Call"])
    )
    assert rows_of(read_file(text.encode(), f"a.{ending}")) == [("", 2), ("", 3)]


def test_a_cell_of_forty_thousand_characters_is_kept() -> None:
    reading = read_file(f'Date,Event\n1/3/2015,"{"word " * 8000}"\n'.encode(), "a.csv")
    assert len(reading.entries[0].event) == 39_999


def test_what_was_decided_can_be_corrected_and_given_back() -> None:
    data = b"When,Story,Upshot,Colour\n1/3/2015,Mother rang,Visit booked,red\n2/3/2015,Visit,Closed,blue\n"
    first = read_file(data, "a.csv")
    assert first.columns.fields["When"] == "date"
    assert first.columns.fields["Colour"] == ""
    corrected = Columns(
        {**first.columns.fields, "Upshot": "response", "Colour": "comment"}, agency="Fen Homes"
    )
    second = read_file(data, "a.csv", columns=Columns.from_json(corrected.as_json()))
    assert (second.entries[0].response, second.entries[0].comment) == ("Visit booked", "red")
    assert second.agency == "Fen Homes"
    assert read_file(data, "a.csv", columns=second.columns) == second


def test_a_mapping_finds_headings_that_nobody_knows() -> None:
    data = b"A,B,C\nFirst,Second,Third\nx,1/3/2015,y\n"
    reading = read_file(data, "a.csv", columns=Columns({"Second": "date", "Third": "event", "First": ""}))
    assert numbers(reading) == [3]
    assert (reading.entries[0].event, reading.entries[0].extra) == ("y", {"First": "x"})


def test_wrong_mappings_are_said_in_one_sentence() -> None:
    data = b"Date,Event\n1/3/2015,Visit\n"
    with pytest.raises(WrongColumns, match="Date can't be read as colour: choose one of date"):
        read_file(data, "a.csv", columns=Columns({"Date": "colour"}))
    with pytest.raises(
        UnreadableFile, match=r"a\.csv has none of the headings Foo: its headings are Date, Event"
    ):
        read_file(data, "a.csv", columns=Columns({"Foo": "date"}))


def test_rows_read_adds_up() -> None:
    reading = read_file(b"Date,Event\n1/3/2015 and 3/3/2015,Calls\n,Note\n2015,\n", "a.csv")
    assert (len(reading.entries), len(reading.refused), reading.rows_read) == (2, 1, 2)
    assert datetime(2015, 3, 1).date() == reading.entries[0].when.start
