"""With a register names leave as their pseudonyms, and the bytes are looked through before they are kept."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from illuminate.engines.anonymise import read_register
from illuminate.engines.chronology import Original, Reading, Refused, Source, read_file
from illuminate.engines.chronology.findings import Finding
from illuminate.engines.chronology.model import Decision
from illuminate.engines.chronology.writers import ENDINGS, put_together, write
from illuminate.engines.chronology.writers.pseudonyms import Pseudonyms
from illuminate.engines.chronology.writers.tests.make import a_reading, an_entry, bytes_of, combined, find
from illuminate.engines.chronology.writers.verify import NamesLeft, verify, verify_name
from illuminate.engines.dates import When

REGISTER = read_register(
    "kind,real,pseudonym,role,aliases\n"
    "person,Margaret Anne Holloway,Louise,victim,Maggie|Mrs Holloway|MH\n"
    "person,PC 4471 Daniel Oyelaran,a police officer,practitioner,PC Oyelaran\n"
    "person,Colin Field,Tom,friend,\n"
    "organisation,Willow Lane Primary School,the children's school,,Willow Lane\n"
    "place,14 Quarry Bank,,,\n"
    "date,03/11/2019,November 2019,,\n"
    "date,01/06/2015,June 2015,,\n"
    "date,05/05/2018,,,\n"
    "identifier,943 476 5919,,nhs_number,\n"
)
NAMES = (
    "Maggie",
    "Margaret",
    "Holloway",
    "Oyelaran",
    "Willow",
    "Quarry",
    "476 5919",
    "2019-11-03",
    "03/11/2019",
)
CLEAN = Pseudonyms(REGISTER)


def on(year: int, month: int, day: int) -> When:
    return When(date(year, month, day), date(year, month, day), "day")


def told() -> Reading:
    entry = an_entry(
        "Maggie's visit to Willow Lane with PC Oyelaran.",
        agency="Willow Lane Primary School",
        source=Source("Holloway_visits.xlsx", "Mrs Holloway", 4),
        original=Original("03/11/2019", "", "Maggie, NHS 943 476 5919"),
        when=on(2019, 11, 3),
        subjects=("Margaret Holloway", "Maggie"),
        response="Seen at 14 Quarry Bank.",
        comment="On 3 November 2019 MH was well.",
        practitioner="PC 4471 Daniel Oyelaran",
        extra={"Maggie said": "nothing about Holloway"},
    )
    refused = Refused(Source("Holloway_visits.xlsx", "Mrs Holloway", 9), "no date: Maggie", "Maggie | rang")
    decided = Decision("Maggie taken for a title", Source("Holloway_visits.xlsx", "Mrs Holloway", 2))
    return Reading("Holloway_visits.xlsx", "Willow Lane Primary School", (entry,), (refused,), (decided,))


def test_every_text_of_a_reading_is_clean() -> None:
    clean = CLEAN.reading(told())
    assert not [name for name in NAMES if name.casefold() in repr(clean).casefold()]
    [entry] = clean.entries
    assert entry.event == "Louise's visit to the children's school with a police officer."
    assert entry.response == "Seen at [place removed]."
    assert entry.original == Original("November 2019", "", "Louise, NHS [number removed]")
    assert entry.subjects == ("Louise",)
    assert entry.source == Source("Louise_visits.xlsx", "Louise", 4)
    assert entry.extra == {"Louise said": "nothing about Louise"}


def test_a_day_on_the_register_is_as_wide_as_its_pseudonym() -> None:
    november = When(date(2019, 11, 1), date(2019, 11, 30), "month")
    assert CLEAN.when(on(2019, 11, 3)) == november
    assert CLEAN.when(on(2019, 11, 4)) == on(2019, 11, 4)
    assert CLEAN.when(on(2018, 5, 5)).precision == "unknown"
    assert CLEAN.when(When(date(2015, 6, 1), date(2015, 6, 30), "month")).precision == "month"


@pytest.mark.parametrize(
    ("when", "clean"),
    [
        (When(date(2019, 11, 1), date(2019, 11, 3), "range"), When(date(2019, 11, 1), date(2019, 11, 30), "month")),
        (When(None, date(2019, 11, 2), "before"), When(None, date(2019, 11, 30), "before")),
        (When(date(2019, 11, 4), None, "after"), When(date(2019, 11, 1), None, "after")),
        (When(date(2015, 6, 1), date(2015, 7, 9), "range"), When(date(2015, 1, 1), date(2015, 12, 31), "year")),
    ],
)  # fmt: skip
def test_a_time_told_by_a_day_on_the_register_is_widened(when: When, clean: When) -> None:
    assert CLEAN.when(when) == clean


def test_a_pseudonym_reads_well_where_it_stands() -> None:
    assert CLEAN.words("the Willow Lane head") == "the children's school head"
    assert (
        CLEAN.words("Willow Lane rang. PC Oyelaran came.")
        == "The children's school rang. A police officer came."
    )
    assert CLEAN.words("She told Maggie.") == "She told Louise."


def test_a_finding_is_clean() -> None:
    finding = Finding(
        "silence", ("e1",), "Willow Lane wrote nothing from 3 November 2019.", agency="Willow Lane",
        start=date(2019, 11, 3), end=date(2020, 1, 2),
    )  # fmt: skip
    clean = CLEAN.finding(finding)
    assert clean.why == "The children's school wrote nothing from November 2019."
    assert clean.agency == "The children's school"
    assert (clean.start, clean.end) == (date(2019, 11, 1), date(2020, 1, 2))


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_bytes_hold_nothing_on_the_register(ending: str, tmp_path: Path) -> None:
    whole_june = an_entry(when=When(date(2015, 6, 1), date(2015, 6, 30), "month"), row=8, event="Field")
    readings = [CLEAN.reading(told()), CLEAN.reading(a_reading(whole_june))]
    chronology = put_together(readings, find)
    out = tmp_path / f"out{ending}"
    write(out, chronology, check=lambda data, name: verify(data, name, CLEAN.matcher))
    for text in every_text(out.read_bytes()):
        assert not [name for name in NAMES if name.casefold() in text.casefold()]
    again = put_together([read_file(out)], find)
    assert again.entries == chronology.entries
    assert again.refused == chronology.refused


def every_text(data: bytes) -> list[str]:
    if not data.startswith(b"PK"):
        return [data.decode("utf-8")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8") for name in archive.namelist()]


FORGOTTEN: list[dict[str, Any]] = [
    {"event": "Seen with Maggie."},
    {"comment": "line\nHolloway rang"},
    {"agency": "Willow Lane"},
    {"subjects": ("MH",)},
    {"extra": {"Maggie": "x"}},
    {"practitioner": "PC Oyelaran"},
    {"source": Source("Holloway.xlsx", "", 3)},
    {"original": Original("3.11.19", "", "x")},
    {"when": on(2019, 11, 3)},
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("forgotten", FORGOTTEN, ids=lambda one: next(iter(one)))
def test_what_was_forgotten_is_found_in_the_bytes(ending: str, forgotten: dict[str, Any]) -> None:
    data = bytes_of(combined(an_entry(**forgotten)), ending)
    with pytest.raises(NamesLeft) as left:
        verify(data, f"out{ending}", CLEAN.matcher)
    assert not [name for name in NAMES if name in str(left.value)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_our_own_headings_are_nobodys_name(ending: str) -> None:
    """Somebody may be called Page, Row, Field or May."""
    register = read_register("kind,real,pseudonym\n" + "".join(
        f"person,{name},Tom{at}\n" for at, name in enumerate(["Ann Page", "Bo Row", "Cy Field", "Di Part", "Ed Entry"])
    ))  # fmt: skip
    refused = [Refused(Source("gp.docx", "", 3), "no date", "x")]
    chronology = combined(an_entry(extra={"Log": "1"}), an_entry("Seen.", row=3), refused=refused)
    verify(bytes_of(chronology, ending), f"out{ending}", Pseudonyms(register).matcher)


def test_the_name_of_the_file_is_looked_at_too() -> None:
    verify_name("combined.xlsx", CLEAN.matcher)
    with pytest.raises(NamesLeft, match="choose another name"):
        verify_name("holloway_combined.xlsx", CLEAN.matcher)


def test_a_damaged_file_does_not_pass() -> None:
    with pytest.raises(NamesLeft, match="could not be looked through"):
        verify(b"PK not a zip", "out.xlsx", CLEAN.matcher)
