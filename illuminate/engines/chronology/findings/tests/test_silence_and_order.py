"""Long silences against an agency's own rhythm, and what can't be in the order written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from illuminate.engines.chronology import Entry, Original, Reading, Source, combine
from illuminate.engines.chronology.findings import Finding, find
from illuminate.engines.chronology.findings.tests.life import ASC, CSC, GP, HOSPITAL, POLICE, SCHOOL, entry
from illuminate.engines.dates import When, read


def found(*told: Entry, kind: str) -> list[Finding]:
    return [one for one in find(combine([Reading("f", "", tuple(told), (), ())])) if one.kind == kind]


def monthly(agency: str, first: str, number: int, step: int = 30) -> list[Entry]:
    start = date.fromisoformat(first)
    return [
        entry(agency, (start + timedelta(days=step * n)).isoformat(), f"Contact {n}.", row=n + 2)
        for n in range(number)
    ]


def test_a_silence_names_its_period_and_what_others_recorded() -> None:
    rows = [
        *monthly(GP, "2016-01-01", 6),
        entry(GP, "2017-06-01", "Back."),
        entry(POLICE, "2016-10-01", "Incident."),
        entry(POLICE, "2017-01-01", "Incident."),
    ]
    [one] = found(*rows, kind="silence")
    assert (one.agency, one.start, one.end) == (GP, date(2016, 5, 30), date(2017, 6, 1))
    assert "2 entries" in one.why and len(one.entries) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [*monthly(GP, "2016-01-01", 3), entry(GP, "2017-06-01", "Back.")],
        [*monthly(GP, "2016-01-01", 6), entry(GP, "2017-02-27", "Back.")],
        monthly(GP, "2016-01-01", 10, step=300),
        monthly(GP, "2016-01-01", 6),
    ],
    ids=["seldom before", "273 days", "always seldom", "the end of the file"],
)
def test_no_silence_without_a_rhythm_or_a_long_gap(rows: list[Entry]) -> None:
    assert found(*rows, kind="silence") == []


def test_a_vague_year_neither_makes_nor_breaks_a_silence() -> None:
    vague = entry(GP, "2016-12-31", "Some time that year.")
    vague = replace(vague, when=When(date(2016, 1, 1), date(2016, 12, 31), "year"))
    assert (
        len(found(*monthly(GP, "2016-01-01", 6), vague, entry(GP, "2017-06-01", "Back."), kind="silence"))
        == 1
    )


def test_an_end_before_its_start() -> None:
    when = When(date(2018, 3, 10), date(2018, 3, 12), "range", turned=True)
    [one] = found(replace(entry(HOSPITAL, "2018-03-10", "Ward stay."), when=when), kind="order")
    assert "before its start" in one.why


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Admitted 12 March 2018 with overdose, discharged 10 March 2018.", True),
        ("Admitted 12/3/18, discharged 14/3/18.", False),
        ("Discharged 10 March 2018. Re-admitted 12 March 2018.", False),
        ("Course started 5 May 2018 and ended 2 May 2018.", True),
        ("Bail until 5 May 2018.", False),
    ],
)
def test_discharged_before_admitted(text: str, wrong: bool) -> None:
    assert bool(found(entry(HOSPITAL, "2018-03-12", text), kind="order")) is wrong


def sheet(part: str, days: list[str], agency: str = CSC) -> list[Entry]:
    rows = []
    for number, day in enumerate(days, start=2):
        when = read(day, today=date(2026, 1, 1))
        assert isinstance(when, When)
        rows.append(
            Entry(
                agency,
                Source("f.xlsx", part, number),
                Original(day, "", "Visit."),
                when,
                event=f"Visit {number}.",
            )
        )
    return rows


def test_the_old_year_written_in_january() -> None:
    rows = sheet(
        "Chronology", ["03/11/2018", "14/11/2018", "09/12/2018", "05/01/2018", "12/01/2019", "20/02/2019"]
    )
    [one] = found(*rows, kind="order")
    assert "5 January 2018" in one.why and "5 January 2019" in one.why


def test_a_date_of_another_year_on_a_year_sheet() -> None:
    rows = sheet("2020", ["06/01/2020", "06/02/2019", "24/03/2020", "04/05/2020", "03/06/2020"])
    assert len(found(*rows, kind="order")) == 1


def test_day_and_month_exchanged() -> None:
    rows = sheet(
        "Log",
        [
            "03/02/2018",
            "20/02/2018",
            "03/12/2018",
            "15/03/2018",
            "02/04/2018",
            "09/04/2018",
            "01/05/2018",
            "12/05/2018",
        ],
    )
    assert [one.entries for one in found(*rows, kind="order")] != []


@pytest.mark.parametrize(
    "days",
    [
        ["03/11/2018", "14/11/2018", "09/12/2018", "12/01/2019", "20/02/2019"],
        ["20/02/2019", "12/01/2019", "09/12/2018", "14/11/2018", "03/11/2018"],
        ["03/11/2018", "20/02/2019", "14/11/2017", "09/12/2016", "12/01/2019", "05/05/2015"],
        ["03/11/2018", "05/11/2018", "04/11/2018", "09/12/2018", "12/01/2019"],
    ],
    ids=["in order", "newest first", "in no order", "a few days out"],
)
def test_no_slip_is_made_up(days: list[str]) -> None:
    assert found(*sheet("Chronology", days), kind="order") == []


def test_an_age_that_does_not_fit() -> None:
    rows = [
        entry(SCHOOL, "2016-09-01", "Ella (6) joined.", who="Ella Kerr"),
        entry(CSC, "2017-03-01", "Ella (6) seen.", who="Ella Kerr"),
        entry(GP, "2018-10-01", "Ella, aged 8, seen with asthma.", who="Ella Kerr"),
        entry(ASC, "2018-10-05", "Ella (4) was present.", who="Ella Kerr"),
    ]
    [one] = found(*rows, kind="order")
    assert "Ella" in one.why and "4" in one.why


def test_ages_that_fit_are_no_finding() -> None:
    rows = [
        entry(SCHOOL, f"{year}-09-01", f"Ella ({year - 2010}) seen.", who="Ella Kerr")
        for year in range(2016, 2020)
    ]
    assert found(*rows, kind="order") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Programme began 26/7/2016 and was completed 24/7/2016.", True),
        ("Placement ran from 21/6/2011 to 13/6/2011.", True),
        ("Programme began 26/7/2016. Previous one completed 24/6/2016.", False),
        ("Leave ran from 13/6/2011 to 21/6/2011.", False),
    ],
)
def test_a_course_that_ended_before_it_began(text: str, wrong: bool) -> None:
    assert bool(found(entry(ASC, "2016-07-26", text), kind="order")) is wrong


@pytest.mark.parametrize(
    "words", ["{}, 15, seen at school.", "{}, 15 years old, seen.", "{} (aged 15) seen."]
)
def test_an_age_is_read_in_every_usual_form(words: str) -> None:
    rows = [
        entry(SCHOOL, "2018-03-01", "Robin (10) in class.", who="Robin Kerr"),
        entry(CSC, "2019-04-01", "Robin, 11, at home.", who="Robin Kerr"),
        entry(GP, "2019-06-01", words.format("Robin"), who="Robin Kerr"),
    ]
    [one] = found(*rows, kind="order")
    assert "15" in one.why
