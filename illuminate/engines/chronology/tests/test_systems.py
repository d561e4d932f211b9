"""Exports of the systems that agencies keep, and whose chronology a file is."""

from __future__ import annotations

import pytest

from illuminate.engines.chronology.tests.files import (
    numbers,
    read_book,
    workbook,
)

HEAD: list[object] = ["Date", "Time", "Event", "Outcome"]


@pytest.mark.parametrize(
    ("headings", "cells", "field", "words"),
    [
        (
            "Incident Date|Student|Category|Incident|Linked Students|Action|Entered by",
            "1/3/2015|W|Welfare|Bruise||Rang home|Mr Q",
            "practitioner",
            "Mr Q",
        ),
        (
            "Contact Date|Contact Start Time|Contact Type|Outcome|Officer|Notes",
            "1/3/2015|10:00|Office|Complied|PO B|Discussed move",
            "event",
            "Discussed move",
        ),
        ("Case note date|Note type|Worker|Note", "1/3/2015|Visit|SW A|Saw child", "event", "Saw child"),
        (
            "Incident number|Date/Time created|Incident type|Location|Result code|Log text",
            "55|1/3/2015 10:00|DA|High St|7|Caller cut off",
            "event",
            "Caller cut off",
        ),
        (
            "Occurrence number|Reported time|Occurrence type|Summary|Involved persons|OIC",
            "55|1/3/2015 10:00|DA|Row in the street|A / B|PC 1",
            "subjects",
            ("A", "B"),
        ),
        (
            "Call date|Time of call|PRF no|Chief complaint|Clinical narrative|Disposition",
            "1/3/2015|10:00|12|Fall|Cut to head|ED",
            "response",
            "ED",
        ),
        (
            "Date|Consultation type|Clinician|Problem|History|Examination|Plan",
            "1/3/2015|Surgery|Dr A|Low mood|Tired|Tearful|Review",
            "response",
            "Review",
        ),
        (
            "Date raised|ASB case|Action type|Action by|Notes",
            "1/3/2015|9|Letter|HO C|Noise",
            "event",
            "Noise",
        ),
    ],
)
def test_exports_of_known_systems(headings: str, cells: str, field: str, words: object) -> None:
    again = cells.replace("1/3/2015", "2/3/2015")
    reading = read_book(workbook(Export=[text.split("|") for text in (headings, cells, again)]))
    assert numbers(reading) == [2, 3]
    assert not reading.refused
    assert getattr(reading.entries[0], field) == words
    assert str(reading.entries[0].when.start) == "2015-03-01"


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (["Single agency chronology: Fen Hospitals Trust", "Author: J Smith"], "Fen Hospitals Trust"),
        (["DOMESTIC HOMICIDE REVIEW", "Chronology of involvement – Fenshire Police"], "Fenshire Police"),
        (["Chronology completed by Fen Council Housing", "OFFICIAL-SENSITIVE"], "Fen Council Housing"),
        (["Cronoleg", "Asiantaeth: Heddlu Gwent"], "Heddlu Gwent"),
        (["Name of agency", "Oak Surgery"], "Oak Surgery"),
        (["Chronology", "Period 1/1/2015 to 1/1/2019"], "Housing"),
    ],
)
def test_whose_chronology_it_is(lines: list[str], agency: str) -> None:
    rows: list[list[object]] = [lines] if lines[0] == "Name of agency" else [[line] for line in lines]
    reading = read_book(
        workbook(Sheet1=[*rows, HEAD, ["1/3/2015", "", "Visit", ""]]), "housing_chronology_v2.xlsx"
    )
    assert reading.agency == agency
