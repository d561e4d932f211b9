"""How findings and dates are said: plain, and right for everything that the comparison can raise."""

import tomllib
from datetime import date, time
from pathlib import Path

import pytest

from illuminate.engines.chronology import findings
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.journey.chronology import words, words_findings
from illuminate.journey.chronology.models import Entry

BESIDE = {
    "date", "time", "who was present", "who was told", "who was arrested", "who found", "who called",
    "risk level", "amount", "injury", "cause of injury", "outcome", "expiry date", "order length", "gestation",
    "where found", "test result", "quantity taken", "number seized", "what was handed in",
    "where it happened",
}  # fmt: skip
"""Fields that the engine names in its code, not in its lists of words."""


def fields_of_the_engine() -> set[str]:
    folder = Path(findings.__file__).parent / "words"
    told = [tomllib.loads(one.read_text(encoding="utf-8")) for one in folder.glob("*.toml")]
    rows = [row for table in told for row in table.values() if isinstance(row, dict)]
    named = {row["field"] for row in rows if isinstance(row.get("field"), str)}
    claims = words_of("claims")
    return named | set(claims["actors"]) | set(claims["units"]) | BESIDE


def test_every_field_of_the_comparison_has_its_own_words() -> None:
    assert fields_of_the_engine() <= words_findings.DIFFERING.keys()


def test_a_field_that_is_not_known_yet_is_still_said() -> None:
    assert words_findings.differing("marital status") == "differ on marital status"
    assert words_findings.differing("") == "differ"


@pytest.mark.parametrize(
    ("original", "clock", "said"),
    [("?22.5.16 am", "am", "?22.5.16 am"), ("?22.5.16", "am", "?22.5.16, am"), ("", "1430", "No date, 1430"),
     ("c. 3pm", "pm", "c. 3pm, pm")],
)  # fmt: skip
def test_a_part_of_the_day_is_said_once(original: str, clock: str, said: str) -> None:
    entry = Entry(original_date=original, original_time=clock, precision="day", uncertain=True)
    assert words.day_words(entry) == said


def test_an_exact_date_is_said_in_words_with_its_time() -> None:
    day = date(2016, 5, 22)
    entry = Entry(original_date="22/05/16", original_time="1942", precision="minute", starts_on=day, ends_on=day,
                  time=time(19, 42))  # fmt: skip
    assert words.day_words(entry) == "22 May 2016, 19:42"
