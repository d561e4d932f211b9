"""Word's own ways: tracked changes, hidden text, text boxes, forms, and several dates in a cell."""

from __future__ import annotations

from docx.oxml import OxmlElement

from illuminate.engines.chronology.tests.files import (
    Document,
    days,
    numbers,
    refused,
    rows_of,
    text_box,
    told,
    wrapped,
)


def test_tracked_rows_controls_and_moves_are_read_as_accepted() -> None:
    document = Document()
    table = document.table(
        ["Date", "Event"],
        ["1/3/2015", "gone"],
        ["2/3/2015", "kept"],
        ["3/3/2015", "in a control"],
        ["4/3/2015", "moved"],
    )
    properties = table.rows[1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:del"))
    wrapped(table.rows[3]._tr, "sdt")
    wrapped(table.rows[2].cells[1].paragraphs[0].runs[0]._r, "ins")
    moved = table.rows[-1].cells[1].paragraphs[0]
    away = moved.add_run("old words")._r
    wrapped(away, "moveFrom")
    reading = document.read()
    assert numbers(reading) == [3, 4, 5]
    assert [entry.event for entry in reading.entries] == ["kept", "in a control", "moved"]


def test_hidden_text_is_left_out_and_a_hidden_row_is_marked() -> None:
    document = Document()
    table = document.table(["Date", "Event"], ["1/3/2015", "Visit"], ["2/3/2015", "Secret call"])
    table.cell(1, 1).paragraphs[0].add_run(" of the mistress").font.hidden = True
    for cell in table.rows[2].cells:
        cell.paragraphs[0].runs[0].font.hidden = True
    reading = document.read()
    assert [(entry.event, entry.hidden) for entry in reading.entries] == [
        ("Visit", False),
        ("Secret call", True),
    ]
    assert "hidden text was left out" in told(reading)


def test_tables_of_people_versions_and_actions_are_no_chronology() -> None:
    document = Document()
    document.table(
        ["Name", "Date of birth", "Relationship"],
        ["A B", "1/2/1980", "Victim"],
        ["C D", "3/4/1978", "Husband"],
    )
    document.table(
        ["Version", "Date", "Author", "Comments"],
        ["1", "1/2/2020", "J Smith", "First"],
        ["2", "1/3/2020", "J Smith", "Second"],
    )
    document.table(["Date", "Event"], ["1/3/2015", "Visit"])
    document.table(
        ["Recommendation", "Lead", "Target date"],
        ["Train staff", "Head", "1/6/2021"],
        ["Audit", "Head", "1/7/2021"],
    )
    document.table(["DV", "domestic violence"], ["HV", "health visitor"])
    reading = document.read()
    assert rows_of(reading) == [("table 3", 2)]


def test_a_form_for_each_contact_with_headings_down_its_side() -> None:
    document = Document()
    for day in ("1/3/2015", "9/3/2015"):
        document.table(
            ["Date of contact", day],
            ["Time", "10:30"],
            ["Who was present", "Mother"],
            ["Details of contact", "Home visit."],
            ["Outcome", "Referred on."],
        )
    reading = document.read()
    assert rows_of(reading) == [("table 1", 1), ("table 2", 1)]
    assert days(reading) == ["2015-03-01 10:30", "2015-03-09 10:30"]
    assert reading.entries[0].response == "Referred on."


def test_no_headings_at_all() -> None:
    document = Document()
    document.table(
        [
            "1/3/2015",
            "09:30",
            "Mrs A rang the office in tears and asked for a move.",
            "Form sent to her by post on the same day.",
        ],
        ["2/3/2015", "10:00", "Visit to the property; nobody answered the door.", "Card left."],
        ["", "", "Neighbour reports shouting through the wall at night.", "Logged."],
    )
    reading = document.read()
    assert numbers(reading) == [1, 2, 3]
    assert days(reading) == ["2015-03-01 09:30", "2015-03-02 10:00"]
    assert reading.entries[0].event.startswith("Mrs A rang")
    assert reading.entries[0].response.startswith("Form sent")
    assert refused(reading) == [(3, "no date")]
    assert "told apart by what stands in them" in told(reading)


def test_welsh_headings() -> None:
    document = Document()
    document.table(
        ["Dyddiad", "Amser", "Ffynhonnell", "Digwyddiad", "Ymateb", "Sylwadau"],
        ["1/3/2015", "09:30", "EMIS", "Visit", "None", "-"],
    )
    entry = document.read().entries[0]
    assert (entry.event, entry.response, entry.comment, entry.origin) == ("Visit", "None", "-", "EMIS")
    assert entry.when.time is not None


def test_introduction_table_and_list_in_one_document() -> None:
    document = Document().line("Fen School", "Title")
    document.line(
        "On 3 May 2019 the partnership asked for this chronology. It covers 1 January 2015 to 3 March 2019."
    )
    document.table(["Date", "Event"], ["1/3/2015", "Visit"])
    document.line("Further contacts from the paper file", "Heading 2")
    document.line("4 April 2015 – Bruise seen on arm.", "List Bullet")
    document.line("6 April 2015 – Absent.", "List Bullet")
    document.line("A torn page with no heading.", "List Bullet")
    document.line("Prepared by the head teacher.")
    reading = document.read()
    assert reading.agency == "Fen School"
    # Paragraphs inside the table count where they stand: 2 before it, 4 in it, a heading.
    assert rows_of(reading) == [("body", 8), ("body", 9), ("body", 10), ("table 1", 2)]
    assert refused(reading) == [(10, "no date")]


def test_a_text_box_is_read_and_not_counted() -> None:
    document = Document().line("")
    text_box(document.word.paragraphs[0], "Agency: Fen Housing")
    document.line("1 May 2015 – Call.", "List Bullet").line("2 May 2015 – Visit.", "List Bullet")
    reading = document.read()
    assert reading.agency == "Fen Housing"
    assert rows_of(reading) == [("body", 2), ("body", 3)]


def test_several_days_in_a_date_cell_go_with_the_lines_of_the_event() -> None:
    document = Document()
    document.table(
        ["Date", "Event"],
        ["12/3/2018\n14/3/2018", "Called.\nVisited."],
        ["21/6/2018, 23/6/2018 and 27/6/2018", "Three calls, no reply."],
        ["1/7/2018 to 3/7/2018", "In hospital."],
    )
    reading = document.read()
    assert numbers(reading) == [2, 3, 4]
    assert days(reading) == [
        "2018-03-12",
        "2018-03-14",
        "2018-06-21",
        "2018-06-23",
        "2018-06-27",
        "2018-07-01",
    ]
    assert [entry.event for entry in reading.entries][:2] == ["Called.", "Visited."]


def test_dated_lines_in_an_event_part_it_and_dates_in_prose_do_not() -> None:
    document = Document()
    document.table(
        ["Date", "Event"],
        ["March 2018", "12/3/18 called. 14/3/18 visited."],
        ["1/4/2018", "Referral received.\n2/4/18 – allocated\n5/4/18 – first visit"],
        ["6/4/2018", "Letter of 3 May 2017 received, and a call about 5/4/18. Next visit 12/4/18."],
        ["", "• 7/4/2018: rang\n• 8/4/2018: rang again"],
    )
    reading = document.read()
    assert numbers(reading) == [2, 3, 4, 5]
    assert days(reading) == [
        "2018-03-12", "2018-03-14", "2018-04-01", "2018-04-02", "2018-04-05", "2018-04-06", "2018-04-07", "2018-04-08",
    ]  # fmt: skip
    assert [entry.event for entry in reading.entries][:5] == [
        "called.",
        "visited.",
        "Referral received.",
        "allocated",
        "first visit",
    ]


def test_a_heading_in_a_tracked_insertion_and_a_date_split_over_runs() -> None:
    document = Document()
    table = document.table(["", "Event"], ["", "Visit"])
    wrapped(table.cell(0, 0).paragraphs[0].add_run("Date")._r, "ins")
    paragraph = table.cell(1, 0).paragraphs[0]
    for piece in ("1", "/3", "/2015"):
        paragraph.add_run(piece)
    assert days(document.read()) == ["2015-03-01"]
