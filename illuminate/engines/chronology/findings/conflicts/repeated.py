"""How often a deed was done, how much of it in a week, and shares in a hundred, as one account tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.contrasts.pieces import bland
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import stem

_FEW = {"once": 1, "twice": 2, "single": 1, "couple of": 2, "both": 2}
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)")
_WORD = re.compile(r"[a-z]{4,}")
_NEAR = 40  # letters on either side of a share in which it is told of what
_CLAUSE = re.compile(r"[.;:!?(),\n]| and | but ")


@cache
def _number() -> str:
    known: Mapping[str, int] = words_of("lengths")["numbers"]
    words = sorted((one for one in {*known, *_FEW} if one not in ("a", "an")), key=len, reverse=True)
    return rf"(?<![\d/.:£])(\d{{1,3}}|{'|'.join(words)})"


def _value(written: str) -> str:
    known: Mapping[str, int] = words_of("lengths")["numbers"]
    return written if written.isdigit() else str(_FEW.get(written) or known[written])


@cache
def _deeds() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """For each deed the field, and how it is counted: "stabbed twice", "two stab wounds"."""
    rows: Mapping[str, Mapping[str, Any]] = words_of("repeated")["deeds"]
    found = []
    for name, row in rows.items():
        verbs, nouns = "|".join(row["verbs"]), "|".join(row["nouns"])
        after = rf"\b(?:{verbs})\b[^.;,:]{{0,24}}?\b{_number()}\b(?: times?| occasions?)?"
        before = rf"{_number()}(?: x| further| separate)? (?:\w+ )?(?:{nouns})\b"
        found.append((name, row["field"], re.compile(f"(?:{after})|(?:{before})")))
    return tuple(found)


@cache
def _rate() -> re.Pattern[str]:
    units = "|".join(words_of("repeated")["rates"]["units"])
    return re.compile(
        rf"{_number()} (?:[a-z]+ )?({units})s?\b(?: of [a-z]+| [a-z]+)?"
        r"(?: |/)(?:a|an|per|each|every) ?(day|week|fortnight|month|term)"
    )


def repeated_in(words: str) -> Iterator[Claim]:
    """Give the claims of a text (plain, lower case)."""
    for name, field, pattern in _deeds():
        for match in pattern.finditer(words):
            told = match[1] or match[2]
            counted = match[1] is None or told in _FEW or "time" in match[0] or "occasion" in match[0]
            if counted:
                yield Claim(f"times: {name}", field, _value(told), match[0])
    for match in _rate().finditer(words):
        yield Claim(f"{match[2]} a {match[3]}", "outcome", _value(match[1]), match[0])
    yield from _shares(words)


def _shares(words: str) -> Iterator[Claim]:
    for match in _PERCENT.finditer(words) if "%" in words or "cent" in words else ():
        ahead = _CLAUSE.split(words[max(0, match.start() - _NEAR) : match.start()])[-1]
        behind = _CLAUSE.split(words[match.end() : match.end() + _NEAR])[0]
        for word in dict.fromkeys(_WORD.findall(f"{ahead} {behind}")):
            if stem(word) not in bland():
                yield Claim(f"share: {stem(word)}", "outcome", match[1], f"{ahead}{match[0]}{behind}".strip())
