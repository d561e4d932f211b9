"""Many patterns looked for at once: the same is found as by one pattern of them all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from illuminate.engines.chronology.findings.sieve import Sieve, blanked, needles_of
from illuminate.engines.chronology.findings.text import Lexer, Phrases, tokenise

NEEDLES = [
    (r"\btold\b(?! (?:her|him))", {"told"}),
    (r"abc?d", {"ab"}),
    (r"colou*r", {"colo"}),
    (r"(?<!in )door [a-z]{2,} shut", {"door ", " shut"}),
    (r"(?:left|away)(?: again)? (?:\w+ )?home", {"home"}),
    (r"(?P<no>not )?been|seen", {"been", "seen"}),
    (r"[\]a-z]+(?:q|x{1,2}y)", {"q", "y"}),
    (r"\d{2,3}", {""}),
    (r"late|z*", {""}),
]
PATTERNS = [
    r"to(?:ld)?\b",
    r"(?<!not )\btold (?:her|him)",
    r"\btol|her told",
    r"not+",
    r"^ ?he\b",
    r"m$",
    r"o{2}",
]


@pytest.mark.parametrize(("pattern", "needles"), NEEDLES)
def test_what_a_pattern_cannot_do_without(pattern: str, needles: set[str]) -> None:
    assert needles_of(pattern) <= needles


@given(st.lists(st.sampled_from(["to", "told", "her", "him", "not", "he", " ", " ", "oo", "m"])).map("".join))
def test_it_finds_what_one_pattern_of_them_all_finds(text: str) -> None:
    one, sieve = re.compile("|".join(f"(?:{each})" for each in PATTERNS)), Sieve(PATTERNS)
    found = list(sieve.finditer(text))
    assert [match.span() for match in found] == [match.span() for match in one.finditer(text)]
    first = sieve.search(text)
    assert (first.span() if first else None) == (found[0].span() if found else None)
    assert blanked(text, found, "_") == one.sub(lambda match: "_" * len(match[0]), text)
    part = sieve.within(f"not {text}")
    assert part
    assert [match.span() for match in part.finditer(text)] == [match.span() for match in found]


def test_of_a_text_without_its_letters_nothing_is_asked() -> None:
    sieve = Sieve([r"\btold\b", "seen|met"])
    assert sieve.within("she rang the office") is None
    assert [number for number, _ in sieve.asked("she met him")] == [1]


_ANY_WORDS = st.lists(st.sampled_from(["police", "call", "log", "not", "told"]))


@given(st.lists(_ANY_WORDS.map(" ".join)), st.lists(_ANY_WORDS.map(" ".join)), _ANY_WORDS)
def test_several_sets_of_phrases_are_found_as_each_alone(
    first: list[str], then: list[str], words: list[str]
) -> None:
    families = {"first": Phrases(), "then": Phrases()}
    for name, rows in (("first", first), ("then", then)):
        for number, row in enumerate(rows):
            families[name].add(f"{number}", [row])
    stems = tokenise(" ".join(words)).stems
    assert Lexer(families).find(stems) == {name: known.find(stems) for name, known in families.items()}


@pytest.mark.parametrize("pattern", ["(?i)told", "a(?#note)b"])
def test_a_pattern_that_it_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="can't be read"):
        needles_of(pattern)
