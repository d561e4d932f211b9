"""A table with a column for each agency is several agencies' accounts, and each cell is its own agency's."""

from __future__ import annotations

from pathlib import Path

import pytest

from illuminate.engines.chronology import Columns, Reading, read_file
from illuminate.engines.chronology.tests.files import Document
from illuminate.engines.chronology.tests.test_read_file import sheets

HEADINGS = ["Date", "Time", "Ambulance", "Hospital", "Tidewell Housing Association"]
ROWS: list[list[object]] = [
    [
        "03/05/2019",
        "22:10",
        "Crew called by a neighbour to the address.",
        "Seen with a cut lip, left early.",
        "",
    ],
    ["04/05/2019", "", "", "", "Neighbour complained of shouting at night."],
    ["06/05/2019", "", "", "Follow-up call went unanswered.", "Letter sent about the broken door."],
]


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(entry.source.row, entry.agency, entry.event) for entry in reading.entries]


def test_each_filled_cell_is_an_entry_of_the_agency_over_it(tmp_path: Path) -> None:
    reading = read_file(sheets(tmp_path / "a.xlsx", Log=[HEADINGS, *ROWS]))
    assert told(reading) == [
        (2, "Ambulance", "Crew called by a neighbour to the address."),
        (2, "Hospital", "Seen with a cut lip, left early."),
        (3, "Tidewell Housing Association", "Neighbour complained of shouting at night."),
        (4, "Hospital", "Follow-up call went unanswered."),
        (4, "Tidewell Housing Association", "Letter sent about the broken door."),
    ]
    assert reading.rows_read == 3
    assert reading.entries[0].when.time == reading.entries[1].when.time is not None
    assert reading.entries[1].original.text == "Seen with a cut lip, left early."
    assert any("were taken for agencies" in one.words for one in reading.decided)


def test_the_mapping_that_it_was_read_with_says_so_and_gives_the_same_again(tmp_path: Path) -> None:
    path = sheets(tmp_path / "a.xlsx", Log=[HEADINGS, *ROWS])
    first = read_file(path)
    assert first.columns.fields["Hospital"] == "account"
    again = read_file(path, columns=Columns.from_json(first.columns.as_json()))
    assert told(again) == told(first)


def test_a_person_can_say_that_columns_are_accounts(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Date", "What Acorn did", "Beech"],
        ["03/05/2019", "Rang.", "No."],
        ["04/05/2019", "", "Met."],
    ]
    path = sheets(tmp_path / "a.xlsx", Log=rows)
    said = Columns({"What Acorn did": "account", "Beech": "account"})
    assert told(read_file(path, columns=said)) == [
        (2, "What Acorn did", "Rang."),
        (2, "Beech", "No."),
        (3, "Beech", "Met."),
    ]


def test_in_word_under_a_heading_over_all_of_them_with_a_remark_that_is_every_agencys() -> None:
    document = Document()
    document.table(
        ["Date", "Police account", "Health", "Comment"],
        [
            "3 May 2019",
            "Officers attended and gave advice.",
            "No contact with the surgery.",
            "See the panel's note.",
        ],
        ["9 May 2019", "Risk assessment was sent on.", "", ""],
    )
    reading = document.read()
    assert [(one.agency, one.comment) for one in reading.entries] == [
        ("Police", "See the panel's note."),
        ("Health", "See the panel's note."),
        ("Police", ""),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ["Date", "Event", "Police", "Hospital"],  # somebody's own account, and what the others said of it
        ["Date", "Agency", "Police", "Hospital"],
        ["Date", "What took place then", "Police", "Hospital"],
        ["Date", "Police Response", "Hospital Outcome", "Police"],
    ],
)
def test_beside_an_ordinary_column_they_are_none(tmp_path: Path, headings: list[object]) -> None:
    rows: list[list[object]] = [
        [
            f"0{day}/05/2019",
            f"Housing, a call about day {day} at home.",
            f"Told by phone on day {day}.",
            f"Sent on day {day} too.",
        ]
        for day in range(1, 7)
    ]
    reading = read_file(sheets(tmp_path / "a.xlsx", Log=[headings, *rows]))
    assert "account" not in reading.columns.fields.values()
    assert len(reading.entries) == 6


def test_ticks_under_agencies_names_are_no_accounts(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Date", "Police", "Hospital", "Notes"]]
    rows += [[f"0{day}/05/2019", "Y", "N", f"Case talked over on day {day}."] for day in range(1, 7)]
    reading = read_file(sheets(tmp_path / "a.xlsx", Log=rows))
    assert [entry.event[:4] for entry in reading.entries] == ["Case"] * 6


def test_two_columns_of_one_agency_lose_nothing_and_a_spoilt_cell_is_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Date", "Police", "Police records", "Hospital"],
        ["03/05/2019", "Officers attended the address.", "A crime was recorded.", "¿¿¿¿¿"],
        [
            "04/05/2019",
            "Statement taken at home.",
            "Statement filed that night.",
            "Seen in the fracture clinic.",
        ],
    ]
    reading = read_file(sheets(tmp_path / "a.xlsx", Log=rows))
    assert [entry.agency for entry in reading.entries] == ["Police", "Police", "Police", "Police", "Hospital"]
    assert any("Hospital says can't be read" in one.words for one in reading.decided)
