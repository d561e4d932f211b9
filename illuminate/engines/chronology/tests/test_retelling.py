"""The event is the column that tells something, whatever the headings say."""

from __future__ import annotations

from illuminate.engines.chronology import Columns, Entry, read_file

TOLD = [
    "Rang about the boiler and sounded upset.", "Neighbour heard shouting late in the evening.",
    "Home visit, partner answered the door.", "Letter returned as not known at this address.",
    "Seen at the office with her sister.",
]  # fmt: skip
DONE = ["Repair booked.", "Logged.", "Left a card.", "Filed.", "Advice given."]


def read(*headings: str, rows: list[list[str]], columns: Columns | None = None) -> list[Entry]:
    lines = [";".join(cells) for cells in (list(headings), *rows)]
    return list(read_file("\n".join(lines).encode(), "reed_homes.csv", columns=columns).entries)


def days() -> list[str]:
    return [f"{day}/03/2020" for day in range(1, 6)]


def test_numbers_under_incident_are_no_event() -> None:
    rows = [
        [f"K{n}7731", day, told, done]
        for n, (day, told, done) in enumerate(zip(days(), TOLD, DONE, strict=True))
    ]
    entries = read("Incident", "Date", "Patient report", "Outcome", rows=rows)
    assert [entry.event for entry in entries] == TOLD
    assert [entry.response for entry in entries] == DONE


def test_a_note_that_is_nearly_empty_is_a_comment() -> None:
    notes = ["", "", "", "See file 2.", ""]
    rows = [list(cells) for cells in zip(days(), TOLD, DONE, notes, strict=True)]
    entries = read("Date", "Contact", "Plan", "Notes", rows=rows)
    assert [entry.event for entry in entries] == TOLD
    assert entries[3].comment == "See file 2."


def test_a_column_that_always_says_the_same_is_no_event() -> None:
    rows = [["Reed Homes Neighbourhood Team", *cells] for cells in zip(days(), TOLD, DONE, strict=True)]
    entries = read("Trust", "Event date", "Findings", "Outcome", rows=rows)
    assert [entry.event for entry in entries] == TOLD


def test_outcomes_under_a_heading_that_nobody_knows_are_the_response() -> None:
    staff = ["JO", "TB", "JO", "TB", "JO"]
    rows = [list(cells) for cells in zip(days(), TOLD, DONE, staff, strict=True)]
    entries = read("Date", "Details", "And then", "Grp", rows=rows)
    assert [entry.response for entry in entries] == DONE
    assert entries[0].extra == {"Grp": "JO"}


def test_a_column_that_is_both_is_the_event_and_the_short_one_beside_it_the_response() -> None:
    rows = [list(cells) for cells in zip(days(), TOLD, DONE, strict=True)]
    entries = read("When", "What she told us / what we did", "Next", rows=rows)
    assert [entry.event for entry in entries] == TOLD
    assert [entry.response for entry in entries] == DONE


def test_what_comes_of_it_under_a_plain_word_is_the_response() -> None:
    rows = [list(cells) for cells in zip(days(), TOLD, DONE, strict=True)]
    entries = read("When", "What we did / what he told us", "Then", rows=rows)
    assert [entry.event for entry in entries] == TOLD
    assert [entry.response for entry in entries] == DONE


def test_days_under_the_word_contact_are_the_date() -> None:
    rows = [list(cells) for cells in zip(days(), TOLD, DONE, ["JO"] * len(DONE), strict=True)]
    entries = read("Contact", "Detail", "Next", "Officer", rows=rows)
    assert [entry.event for entry in entries] == TOLD
    assert [entry.practitioner for entry in entries] == ["JO"] * len(DONE)


def test_a_short_event_stays_the_event_beside_a_long_response() -> None:
    short = ["Home visit", "Office visit", "Telephone call", "Home visit", "Case closed"]
    rows = [list(cells) for cells in zip(days(), short, TOLD, strict=True)]
    entries = read("Date", "Event", "Response", rows=rows)
    assert [entry.event for entry in entries] == short
    assert [entry.response for entry in entries] == TOLD


def test_what_a_person_said_of_a_heading_stays() -> None:
    numbers = ["K1", "K2", "K3", "K4", "K5"]
    rows = [list(cells) for cells in zip(days(), numbers, TOLD, strict=True)]
    entries = read("Date", "Incident", "Report", rows=rows, columns=Columns(fields={"Incident": "event"}))
    assert [entry.event for entry in entries] == numbers
