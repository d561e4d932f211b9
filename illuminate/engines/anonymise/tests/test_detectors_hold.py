"""Whatever the text, the detectors and the risks end, stay inside it, and take time in proportion to it."""

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.anonymise import detectors
from illuminate.engines.anonymise.detectors import detected
from illuminate.engines.anonymise.detectors.lists import Lists
from illuminate.engines.anonymise.detectors.patterns import is_card_number, is_nhs_number
from illuminate.engines.anonymise.detectors.sheet import Sheet
from illuminate.engines.anonymise.fold import fold
from illuminate.engines.anonymise.places import Part
from illuminate.engines.anonymise.risk import risks_in

TELLING = st.sampled_from(
    [
        "14",
        "Elm",
        "Road",
        "Flat",
        "3",
        "born",
        "on",
        "4",
        "May",
        "1984",
        "aged",
        "six",
        "ref",
        "no.",
        "0417",
        "NHS",
        "943",
        "476",
        "5919",
        "the",
        "only",
        "woman",
        "in",
        "village",
        ",",
        "at",
        "of",
        "\n",
        "'",
        "-",
        "/",
        ".",
        "(",
        ")",
        "\xc5\u0141\xdf",
        "\xbd",
        "\xad",
        "\u200b",
        "QN16",
        "ZKB",
        "+44",
        "07700",
        "@",
        "dot",
        "www.",
        "Heol",
        "y",
        "Ward",
        "Room",
        "St",
        "Mr",
        "999",
        "//",
        "::",
        "\t",
    ]
)
HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda size: "a" * size,
    lambda size: "A" * size,
    lambda size: "1" * size,
    lambda size: "I1" * (size // 2),
    lambda size: " " * size,
    lambda size: "\n" * size,
    lambda size: "1 " * (size // 2),
    lambda size: "A " * (size // 2),
    lambda size: "Aa " * (size // 3),
    lambda size: "Aa, " * (size // 4),
    lambda size: "A-" * (size // 2),
    lambda size: "1/" * (size // 2),
    lambda size: "1.1" * (size // 3),
    lambda size: "a.a@" * (size // 4),
    lambda size: "www." * (size // 4),
    lambda size: "road " * (size // 5),
    lambda size: "14 Road " * (size // 8),
    lambda size: "no. of ref " * (size // 11),
    lambda size: "the only " * (size // 9),
    lambda size: "oh two " * (size // 7),
    lambda size: "born aged six " * (size // 14),
    lambda size: "Flat 1, " * (size // 8),
)


@settings(deadline=None)  # the first call compiles the grammar
@given(st.lists(st.one_of(TELLING, st.text(max_size=6)), max_size=60), st.sampled_from(["", " ", ", "]))
def test_hits_lie_inside_any_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    spans = [(hit.start, hit.end) for hit in detected(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(set(spans))


@settings(deadline=None)  # the first call compiles the grammar
@given(st.lists(TELLING, max_size=60))
def test_the_risks_of_any_text_are_its_own_sentences(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(one.text in text for one in risks_in([Part("body", [text])]))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_the_work_grows_no_faster_than_the_text(number: int) -> None:
    """Four times the text may take at most twelve times as long: squared it would be sixteen."""
    small, large = (_seconds(HOSTILE[number](size)) for size in (10_000, 40_000))
    assert large < 12 * max(small, 0.02)


def _seconds(text: str) -> float:
    started = time.process_time()
    detected(text)
    risks_in([Part("body", [text])])
    return time.process_time() - started


@given(st.integers(min_value=0, max_value=999_999_999))
def test_one_check_digit_makes_an_nhs_number_or_none(number: int) -> None:
    """The Data Dictionary: a remainder that asks for ten has no number."""
    nine = f"{number:09d}"
    remainder = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    wanted = {0: "0", 1: None}.get(remainder, str(11 - remainder))
    good = [check for check in "0123456789" if is_nhs_number(nine + check)]
    assert good == ([wanted] if wanted is not None and len(set(nine + wanted)) > 1 else [])


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_one_check_digit_makes_a_card_number(number: int) -> None:
    fifteen = f"{number:015d}"
    good = [check for check in "0123456789" if is_card_number(fifteen + check)]
    assert len(good) == (1 if len(set(fifteen)) > 1 or fifteen[0] != "0" else 0)


def test_a_scanned_number_is_read_and_nothing_else_moves() -> None:
    sheet = Sheet(fold("ring O77OO 9OO123 in SOS II"))
    assert sheet.digits_meant == "ring 07700 900123 in SOS II"


def test_every_list_can_be_read_as_patterns() -> None:
    """A stroke inside brackets would cut a phrase in two; what's left could not be compiled."""
    files = list(Path(detectors.__file__).parent.rglob("*.toml"))
    assert len(files) > 5
    for path in files:
        lists = Lists(path)
        for key in _keys(path):
            phrases = lists.phrases(key)
            for phrase in phrases if len(phrases) > 1 else lists.words(key):
                re.compile(phrase)


def _keys(path: Path) -> list[str]:
    """The names of a file's lists, with a dot where they stand in a table."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    inner = [f"{name}.{key}" for name, table in data.items() if isinstance(table, dict) for key in table]
    return [name for name, value in data.items() if isinstance(value, str)] + inner
