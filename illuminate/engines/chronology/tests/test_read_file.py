"""Files as agencies send them, made here; every row must be accounted for."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from illuminate.engines.chronology import Reading, UnreadableFile, read_file

HEADINGS = ["Date", "Source", "Patient", "Contact", "Outcome", "Clinician", "Comment"]


def word(path: Path, *tables: list[list[str]], lines: tuple[str, ...] = ()) -> Path:
    """A Word file of these tables; a row of one cell is merged over the whole width."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for rows in tables:
        width = max(map(len, rows))
        table = document.add_table(rows=len(rows), cols=width)
        for row, cells in zip(table.rows, rows, strict=True):
            if len(cells) == 1:
                row.cells[0].merge(row.cells[-1]).text = cells[0]
                continue
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
    document.save(str(path))
    return path


def sheets(path: Path, **named: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in named.items():
        sheet = book.create_sheet(name.removeprefix("y"))
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def rows_of(reading: Reading) -> list[tuple[str, int]]:
    """Where every row read stands, entries and refused together."""
    return sorted((one.source.part, one.source.row) for one in (*reading.entries, *reading.refused))


def told(reading: Reading) -> str:
    return " / ".join(decision.words for decision in reading.decided)


def test_a_word_table_with_year_bands_a_ditto_and_repeated_headings(tmp_path: Path) -> None:
    table = [
        HEADINGS,
        ["2016"],
        ["?22.5.16 am", "Letter", "MH / IM", "A&E letter", "Filed.", "Admin", "No dog."],
        ['"', "Letter", "MH", "Out-of-hours report", "Filed.", "Admin", ""],
        HEADINGS,
        ["2017"],
        ["06.02.2017", "EMIS", "MH", "Review", "Continue.", "Dr Blythe", ""],
        ["", "", "MH", "Note left at reception", "None.", "Reception", ""],
        ["31.2.17", "EMIS", "MH", "Review", "Continue.", "Dr Blythe", ""],
        ["3 March", "EMIS", "MH", "Review", "Continue.", "Dr Blythe", ""],
        ["", "", "", "", "", "", ""],
        ["Total", "", "", "6 contacts", "", "", ""],
    ]
    reading = read_file(word(tmp_path / "gp.docx", table, lines=("Millrace Medical Centre", "Chronology")))

    assert reading.agency == "Millrace Medical Centre"
    assert rows_of(reading) == [("table 1", row) for row in (3, 4, 7, 8, 9, 10)]
    first, ditto, *rest = reading.entries
    assert first.as_json() == {
        "id": "",
        "agency": "Millrace Medical Centre",
        "source": {"file": "gp.docx", "part": "table 1", "row": 3},
        "original": {"date": "?22.5.16 am", "time": "am", "text": "A&E letter"},
        "when": {
            "start": "2016-05-22",
            "end": "2016-05-22",
            "time": None,
            "precision": "day",
            "uncertain": True,
        },
        "subjects": ["MH", "IM"],
        "event": "A&E letter",
        "response": "Filed.",
        "comment": "No dog.",
    }
    assert (first.origin, first.practitioner) == ("Letter", "Admin")
    assert (ditto.when.start, ditto.when.uncertain, ditto.original.date) == (date(2016, 5, 22), True, '"')
    assert [entry.when.start for entry in rest] == [date(2017, 2, 6), date(2017, 3, 3)]
    assert [refused.why for refused in reading.refused] == [
        "no date",
        "the date can't be read: 31.2.17 (February 2017 has no day 31)",
    ]
    assert reading.refused[0].as_json() == {
        "source": {"file": "gp.docx", "part": "table 1", "row": 8},
        "why": "no date",
    }
    assert "ditto" in told(reading) and "total" in told(reading) and "the year 2017" in told(reading)


def test_two_word_tables_with_different_headings(tmp_path: Path) -> None:
    one = [["Date and time", "Department", "Patient", "Reason for attendance / contact", "Outcome"]]
    one.append(["30/01/2014 04:12", "Maternity", "A", "Birth", "Home"])
    two = [["When", "Who", "Service", "What happened", "What was done"]]
    two.append(["15 October 2019 at 21:30", "A", "Emergency", "Palpitations", "To GP"])
    staff = [["Name", "Grade"], ["Smith", "7"]]
    reading = read_file(word(tmp_path / "trust.docx", one, staff, two, lines=("Vale Hospitals NHS Trust",)))
    assert rows_of(reading) == [("table 1", 2), ("table 3", 2)]
    assert [entry.event for entry in reading.entries] == ["Birth", "Palpitations"]
    assert [entry.when.time for entry in reading.entries] == [time(4, 12), time(21, 30)]
    assert "table 2 has no headings" in told(reading)


def test_a_table_parted_by_a_page_goes_on(tmp_path: Path) -> None:
    first = [["Date", "Event"], ["1/2/2016", "one"]]
    second = [["2/2/2016", "two"], ["", "three"]]
    reading = read_file(word(tmp_path / "x.docx", first, second))
    assert rows_of(reading) == [("table 1", 2), ("table 2", 1), ("table 2", 2)]


def test_tracked_changes_in_word_are_read_as_they_show(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Date", "Event"), strict=True):
        cell.text = text
    for cell, text, tag in zip(table.rows[1].cells, ("1/2/2016", "seen"), ("ins", "ins"), strict=True):
        run = cell.paragraphs[0].add_run(text)._r
        mark = OxmlElement(f"w:{tag}")
        run.addprevious(mark)
        mark.append(run)
        gone = OxmlElement("w:del")
        gone_run = OxmlElement("w:r")
        gone_text = OxmlElement("w:delText")
        gone_text.text = "never"
        gone_run.append(gone_text)
        gone.append(gone_run)
        mark.addnext(gone)
    document.save(str(tmp_path / "tracked.docx"))
    entry = read_file(tmp_path / "tracked.docx").entries[0]
    assert (entry.original.date, entry.event) == ("1/2/2016", "seen")


def test_a_date_merged_down_stands_for_its_rows(tmp_path: Path) -> None:
    path = word(tmp_path / "m.docx", [["Date", "Event"], ["1/2/2016", "one"], ["", "two"], ["", "three"]])
    document = docx.Document(str(path))
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    assert table.rows[1]._tr.tc_lst[0].find(qn("w:tcPr")) is not None
    document.save(str(path))
    reading = read_file(path)
    assert [(entry.event, entry.when.start) for entry in reading.entries] == [
        ("one", date(2016, 2, 1)),
        ("two", date(2016, 2, 1)),
    ]
    assert [refused.source.row for refused in reading.refused] == [4]


def test_a_workbook_with_a_cover_and_two_rows_of_headings(tmp_path: Path) -> None:
    cover: list[list[object]] = [
        ["Northshire Police"],
        [],
        ["Agency:", "Northshire Constabulary"],
        ["Period", "2014"],
    ]
    table: list[list[object]] = [
        ["Chronology of contact"],
        [],
        ["When", None, "Record", None, "Subject(s)", "Event / contact", "Response", None],
        ["Date", "Time", "Source", "Log no.", None, None, "Action / outcome", "Officer"],
        [date(2014, 4, 6), time(2, 15), "STORM", "0512", "MARSH, Craig", "Stopped", "Advice", "PC 1"],
        ["16/08/2015", "0940hrs", "PPN", "", "A / B", "Notice", "Sent", "PC 2"],
        [datetime(2015, 9, 1), "25:99", "PPN", "", "A", "Visit", "None", "PC 2"],
        ["########", "#REF!", "", "", "", "", "", ""],
    ]
    path = sheets(tmp_path / "police_v3_FINAL.xlsx", Cover=cover, Chronology=table)
    reading = read_file(path)
    assert reading.agency == "Northshire Constabulary"
    assert rows_of(reading) == [("Chronology", row) for row in (5, 6, 7, 8)]
    first, second, third = reading.entries
    assert (first.when.time, second.when.time, third.when.time) == (time(2, 15), time(9, 40), None)
    assert first.subjects == ("MARSH, Craig",)
    assert first.extra == {"Log no.": "0512"}
    assert third.when.precision == "day"
    assert "the day was kept without it" in told(reading)
    assert reading.refused[0].why == "its words can't be read: ########"


def test_a_sheet_for_each_year_gives_its_year_and_hidden_ones_are_said(tmp_path: Path) -> None:
    def year(text: object) -> list[list[object]]:
        return [["Children's Services – 2015"], ["Date", "Child / adult", "Event"], [text, "W", "Visit"]]

    path = sheets(tmp_path / "cs.xlsx", y2015=year("17 Aug"), y2016=year("13.1.16"))
    book_reading = read_file(path)
    assert [entry.when.start for entry in book_reading.entries] == [date(2015, 8, 17), date(2016, 1, 13)]
    assert book_reading.agency == "Children's Services"

    from openpyxl import load_workbook

    book = load_workbook(path)
    book["2016"].sheet_state = "hidden"
    book.save(path)
    assert "the sheet 2016 is hidden" in told(read_file(path))


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("cp1252", ";"),
        ("utf-8", ","),
        ("utf-8-sig", "\t"),
        ("utf-16", ";"),
        ("utf-16-le", ","),
        ("utf-8", "|"),
    ],
)
def test_csv_from_any_program(encoding: str, separator: str) -> None:
    records = [
        ["Agency:", "Adult Social Care", ""],
        ["Date", "Person", "Contact"],
        ["16–Nov–2016", "Pryce", '"Visit.\nSee note – store."'],
        ["", "Pryce", "Café"],
        ["24–28 July 2017", "Pryce", "Stay"],
    ]
    text = "\r\n".join(separator.join(record) for record in records)
    reading = read_file(text.encode(encoding), "export.csv")
    assert reading.agency == "Adult Social Care"
    assert rows_of(reading) == [("", 3), ("", 4), ("", 5)]
    assert reading.entries[0].event == "Visit.\nSee note – store."
    assert reading.entries[1].when.end == date(2017, 7, 28)
    assert "Café" in reading.refused[0].text


def test_an_agency_column_and_columns_nobody_knows() -> None:
    data = b"Date,Agency,Widget,Date to,Details\n1/2/2016,GP,blue,3/2/2016,Stay\n2/2/2016,,,,Call\n"
    reading = read_file(data, "/somewhere/housing_chronology_v2.csv")
    assert [entry.agency for entry in reading.entries] == ["GP", "Housing"]
    assert reading.entries[0].extra == {"Widget": "blue"}
    assert reading.entries[0].when.end == date(2016, 2, 3)
    assert reading.file == "housing_chronology_v2.csv"


def test_without_a_heading_for_the_event_the_wordiest_column_is_it() -> None:
    data = b"Date,Outcome,Ward,Happening\n1/2/2016,Home,3,She came in with a broken wrist\n"
    reading = read_file(data, "a.csv")
    assert reading.entries[0].event == "She came in with a broken wrist"
    assert "Happening was taken for the event" in told(reading)


def test_odd_rows_are_said_and_not_lost() -> None:
    data = (
        b"Date,Event,Outcome\n1/2/2016,Visit,\nAfter the separation,,\n2/2/2016,,\n,Lone words,\n"
        b'Ditto,Call,\nas above,Call,\n"TOTAL",2,\n'
    )
    reading = read_file(data, "a.csv")
    assert [entry.source.row for entry in reading.entries] == [2]
    assert [(refused.source.row, refused.why.split(":")[0]) for refused in reading.refused] == [
        (4, "there is a date and nothing else"),
        (5, "no date"),
        (6, "the date can't be read"),
        (7, "the date can't be read"),
    ]
    assert "taken for a title, not for an entry: After the separation" in told(reading)


def test_prose_alone_is_refused_in_one_sentence(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The school knew Will from September 2014. He was a worrier.")
    document.save(str(tmp_path / "school.docx"))
    with pytest.raises(UnreadableFile, match=r"school\.docx has no table with headings"):
        read_file(tmp_path / "school.docx")


def test_the_file_name_is_the_last_resort(tmp_path: Path) -> None:
    data = b"Date,Event\n1/2/2016,Visit\n"
    assert read_file(data, "Lantern IDVA chronology_v3 FINAL.csv").agency == "Lantern IDVA"
    assert read_file(data, "chronology.csv").agency == "chronology"
