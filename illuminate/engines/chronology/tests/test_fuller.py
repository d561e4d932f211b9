"""The best honest name for an agency that its file hardly names."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from illuminate.engines.chronology import read_file
from illuminate.engines.chronology.tests.test_read_file import sheets

ROWS: list[list[object]] = [
    ["Date", "Event", "Team"],
    ["03/05/2019", "Referral closed with advice.", "Duty"],
    ["09/05/2019", "Rang her daughter about the carer.", "Duty"],
]


@pytest.mark.parametrize(
    ("file", "agency"),
    [
        ("ASC.xlsx", "Adult Social Care"),
        ("CSC chronology FINAL v3 JB RT 12.03.21.xlsx", "Children's Social Care"),
        ("health_significant_events.xlsx", "Health"),
        ("DHR12_police.xlsx", "Police"),
        ("TPS_review_log_v2.xlsx", "TPS"),  # nobody says what it stands for, and it is not made up
    ],
)
def test_a_files_name_gives_what_is_well_known_and_no_more(tmp_path: Path, file: str, agency: str) -> None:
    reading = read_file(sheets(tmp_path / file, Log=ROWS))
    assert {entry.agency for entry in reading.entries} == {agency}


def test_letters_are_written_out_where_the_file_does_so(tmp_path: Path) -> None:
    rows = [*ROWS, ["10/05/2019", "Seen by the Thameswater Probation Service after court.", ""]]
    reading = read_file(sheets(tmp_path / "TPS_log_v2.xlsx", Log=rows))
    assert reading.agency == "Thameswater Probation Service"
    assert any("TPS is written out in it" in one.words for one in reading.decided)


def test_letters_that_two_agencies_fit_stay_letters(tmp_path: Path) -> None:
    rows = [*ROWS, ["10/05/2019", "Thameswater Probation Service and Tarn Police Service were told.", ""]]
    assert read_file(sheets(tmp_path / "TPS_log_v2.xlsx", Log=rows)).agency == "TPS"


def test_a_councils_service_is_that_of_the_council_in_another_column(tmp_path: Path) -> None:
    rows = [[*row, words] for row, words in zip(ROWS, ["Office", "Fenshire County Council", ""], strict=True)]
    assert (
        read_file(sheets(tmp_path / "ASC.xlsx", Log=rows)).agency
        == "Fenshire County Council Adult Social Care"
    )


def test_with_two_councils_or_one_told_of_in_an_account_it_is_nobodys(tmp_path: Path) -> None:
    two = [
        [*row, words]
        for row, words in zip(ROWS, ["Office", "Fenshire Council", "Northton City Council"], strict=True)
    ]
    assert read_file(sheets(tmp_path / "ASC.xlsx", Log=two)).agency == "Adult Social Care"
    told = "Case passed on by letter, because she had moved in with her sister, to Northton City Council."
    assert (
        read_file(sheets(tmp_path / "ASC.xlsx", Log=[*ROWS, ["10/05/2019", told, ""]])).agency
        == "Adult Social Care"
    )


def test_the_header_of_a_word_files_pages_names_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Fenshire Constabulary"
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(text)
    path = tmp_path / "log_v2.docx"
    document.save(str(path))
    reading = read_file(path)
    assert reading.agency == "Fenshire Constabulary"
    assert any("header or footer" in one.words for one in reading.decided)
