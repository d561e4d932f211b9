"""Chronologies without a table: lists, dates above paragraphs, notes kept line by line."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology import UnreadableFile, read_file
from illuminate.engines.chronology.tests.files import Document, days, numbers, refused, rows_of, told


def test_bullets_with_bold_dates_labels_and_names() -> None:
    document = Document().line("Ash Grove School", "Heading 1").line("2015", "Heading 2")
    document.line(" – Late again. Action: Letter home. (Miss Abara)", "List Bullet", bold="4th March 2015")
    document.line(
        " – Told a helper he sleeps in the van. Action: Logged. (Mr Quill) Comment: Not passed on.",
        "List Bullet",
        bold="9 March",
    )
    document.line('Scrap of paper: "ring nan". Action: None.', "List Bullet")
    document.line("April 2015 – Absent six days. (Office)", "List Bullet")
    reading = document.read()
    assert reading.agency == "Ash Grove School"
    assert rows_of(reading) == [("body", 3), ("body", 4), ("body", 5), ("body", 6)]
    assert days(reading)[:2] == ["2015-03-04", "2015-03-09"]
    second = reading.entries[1]
    assert (second.event, second.response, second.comment, second.practitioner) == (
        "Told a helper he sleeps in the van.", "Logged.", "Not passed on.", "Mr Quill",
    )  # fmt: skip
    assert reading.entries[2].when.precision == "month"
    assert refused(reading) == [(5, "no date")]


def test_plain_paragraphs_each_beginning_with_a_date() -> None:
    document = Document().line("Chronology prepared for the review. It draws on the case file.")
    document.line("12/05/2018: Call from mother.").line("14/05/2018: Visit. Nobody in.").line("").line(
        "20/05/2018: Case closed."
    )
    reading = document.read()
    assert numbers(reading) == [2, 3, 5]


def test_a_date_on_its_own_line_with_paragraphs_under_it() -> None:
    document = Document()
    document.line("12 May 2018", bold="").line("Mother rang the office.").line("A letter was sent.").line(
        "14 May 2018"
    ).line("10:30 Visit with police.")
    reading = document.read()
    assert numbers(reading) == [2, 3, 5]
    assert days(reading) == ["2018-05-12", "2018-05-12", "2018-05-14 10:30"]


def test_headings_that_are_months_with_days_below() -> None:
    document = (
        Document()
        .line("May 2016", "Heading 2")
        .line("12th – Visit.", "List Bullet")
        .line("14th – Call.", "List Bullet")
    )
    document.line("June 2016", "Heading 2").line("2nd – Letter.", "List Bullet")
    reading = document.read()
    assert numbers(reading) == [2, 3, 5]
    assert days(reading) == ["2016-05-12", "2016-05-14", "2016-06-02"]


def test_lines_below_an_entry_that_belong_to_it() -> None:
    document = Document()
    document.line("1 May 2015 – Strategy meeting.", "List Bullet").line(
        "Police, school and health there.", "List Bullet 2"
    )
    document.line("Outcome: section 47 enquiry.", "List Bullet 2").line(
        "3 May 2015 – Home visit.", "List Bullet"
    )
    reading = document.read()
    assert numbers(reading) == [1, 4]
    assert reading.entries[0].event == "Strategy meeting.\nPolice, school and health there."
    assert reading.entries[0].response == "section 47 enquiry."


def test_labelled_lines_make_a_contact() -> None:
    document = Document()
    for day, words in (("1/5/2015", "Call from A."), ("4/5/2015", "Visit.")):
        document.line(f"Date: {day}").line("Time: 14:30").line(f"Event: {words}").line(
            "Outcome: Noted."
        ).line("")
    reading = document.read()
    assert days(reading) == ["2015-05-01 14:30", "2015-05-04 14:30"]
    assert [(entry.event, entry.response) for entry in reading.entries] == [
        ("Call from A.", "Noted."),
        ("Visit.", "Noted."),
    ]
    assert len(numbers(reading)) == 2


def test_prose_around_a_list_is_no_entry() -> None:
    document = (
        Document()
        .line("Introduction", "Heading 1")
        .line("The trust knew the family from 2012. It was asked on 3 May 2019 for this.")
    )
    document.line("Chronology", "Heading 1").line("1 May 2015 – Birth.", "List Number").line(
        "6 May 2015 – Discharged home.", "List Number"
    )
    document.line("Conclusion", "Heading 1").line("Staff acted well throughout.").line(
        "Train all staff", "List Bullet"
    )
    assert numbers(document.read()) == [4, 5]


def test_a_letter_with_a_date_is_no_chronology() -> None:
    document = (
        Document()
        .line("12 May 2018")
        .line("Dear Ms Smith")
        .line("Thank you for your letter of 3 May. We hold no records.")
        .line("Yours sincerely")
    )
    with pytest.raises(UnreadableFile, match="no list of dated paragraphs"):
        document.read()


def test_a_text_file_of_dated_lines() -> None:
    text = "OAKFIELD SURGERY\r\n\r\n12.05.18 - seen, anxious\r\n14.05.18 - DNA\r\nn/k - undated note\r\n"
    reading = read_file(text.encode("cp1252"), "oakfield.txt")
    assert rows_of(reading) == [("body", 3), ("body", 4), ("body", 5)]
    assert refused(reading) == [(5, "no date")]
    assert days(reading) == ["2018-05-12", "2018-05-14"]


def test_one_paragraph_with_dated_lines_in_it() -> None:
    document = Document()
    document.line("1/5/2015 – rang\n2/5/2015 – rang again\n4/5/2015 – visited").line("9/5/2015 – closed")
    reading = document.read()
    assert numbers(reading) == [1, 2]
    assert days(reading) == ["2015-05-01", "2015-05-02", "2015-05-04", "2015-05-09"]


def test_a_damaged_line_in_a_list_says_why() -> None:
    document = Document()
    for words in (
        "1 May 2015 – Visit.",
        "31 June 2015 – Call.",
        "5 May 2015 – Call.",
        "7 May 2015 – ÿÿ¤¤ þ•• ¶¶¶",
    ):
        document.line(words, "List Bullet")
    reading = document.read()
    assert numbers(reading) == [1, 2, 3, 4]
    assert [row for row, _ in refused(reading)] == [2, 4]
    assert "June 2015 has no day 31" in refused(reading)[0][1]
    assert "can't be read" in refused(reading)[1][1]
    assert "read as a list" in told(reading)


def test_a_surgerys_printout_with_wrapped_lines() -> None:
    text = (
        "12/01/2016 09:30 Seen by GP. Low mood.\nStarted sertraline.\n\n14/02/2016 10:00 Review. Better.\n\n"
        "20/02/2016 11:15 DNA.\n   Letter sent.\n"
    )
    reading = read_file(text.encode(), "emis.txt")
    assert numbers(reading) == [1, 4, 6]
    assert [entry.event for entry in reading.entries][::2] == [
        "Seen by GP. Low mood.\nStarted sertraline.",
        "DNA.\nLetter sent.",
    ]


def test_numbers_typed_by_hand_and_sentences_under_a_month() -> None:
    document = (
        Document().line("1. 3 April 2018: Visit.").line("2. 5 April 2018: Call.").line("3. Undated: letter.")
    )
    assert numbers(document.read()) == [1, 2, 3]
    document = (
        Document()
        .line("April 2018", "Heading 2")
        .line("On the 3rd the nurse visited.")
        .line("5th: call.")
        .line("7th: letter.")
    )
    assert days(document.read()) == ["2018-04-03", "2018-04-05", "2018-04-07"]


def test_a_table_of_one_column_is_a_list() -> None:
    document = Document()
    document.table(
        ["Chronology"], ["3 May 2015 – Police attended."], ["4 May 2015 – Arrest."], ["A loose note"]
    )
    reading = document.read()
    assert rows_of(reading) == [("table 1", 2), ("table 1", 3), ("table 1", 4)]
    assert (reading.entries[0].event, reading.entries[0].original.date) == ("Police attended.", "3 May 2015")
    assert refused(reading) == [(4, "no date")]


def test_sentences_that_begin_with_their_dates() -> None:
    document = (
        Document()
        .line("On 3 April 2018 the nurse saw the baby.")
        .line("In May 2018 the family moved.")
        .line("On 9 June 2018 she rang.")
    )
    reading = document.read()
    assert numbers(reading) == [1, 2, 3]
    assert reading.entries[1].when.precision == "month"
