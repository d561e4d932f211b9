"""Lengths of time in words and figures, and what they are the length of: a sentence, or an order still to run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from illuminate.engines.chronology.findings.lexicon import words_of

_NUMBERS: dict[str, int] = words_of("lengths")["numbers"]
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "7": 1.0, "52": 7.0, "12": 30.44}
_LENGTH = re.compile(
    rf"(?<![\d/.£])\b(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    r"(?:[ -](day|week|month|year)s?'?\b|/(12|52|7)\b(?!/))"
)
_UNITS = ("day", "week", "month", "year", "/")
_KINDS = {
    "community order": re.compile(r"community (?:order|payback|sentence)"),
    "suspended": re.compile(r"suspended (?:for )?$|suspended for"),
    "custody": re.compile(
        r"custod|imprison|prison|jail|suspended|sentence of|sent (?:down|away) for|\b(?:got|gets|was given) $"
    ),
    "restraining": re.compile(r"restraining"),
    "conditional discharge": re.compile(r"conditional(?:ly)? discharge|bound over"),
}
_RUNS = re.compile(
    r"(?:runs?|running|lasts?|lasting|valid|in force|in place|effect|order|granted|made|bail(?:ed)?|dvpo|nmo|"
    r"injunction|curfew|tag|banned|ban|barred|excluded|period)\b[\w ,:]{0,20}$|"
    r"\b(?:not (?:to|allowed to) (?:come|go|contact|enter|approach|return|be|visit|attend|speak|see)|"
    r"(?:stay|keep|kept|staying) (?:away|out|off))\b[\w ,']{0,40}\bfor (?:the next )?$"
)


@dataclass(frozen=True, slots=True)
class Length:
    """``days`` about; ``start`` and ``end`` places in the text."""

    days: float
    start: int
    end: int
    words: str


@lru_cache(maxsize=64)
def lengths_in(words: str) -> Sequence[Length]:
    """Give each length of time in a plain text ("18-month", "six weeks", "12/12")."""
    return tuple(_lengths(words)) if any(unit in words for unit in _UNITS) else ()


def _lengths(words: str) -> Iterator[Length]:
    for match in _LENGTH.finditer(words):
        number, unit, over = match.groups()
        count = int(number) if number.isdigit() else _NUMBERS[number]
        if count:
            yield Length(count * _DAYS[unit or over], match.start(), match.end(), match.group(0))


def terms_in(words: str) -> Iterator[tuple[str, Length]]:
    """Give the lengths of sentences, each with its kind."""
    for one in lengths_in(words):
        sentence = (
            re.split(r"[.;]", words[: one.start])[-1][-34:],
            re.split(r"[.;]", words[one.end :])[0][:30],
        )
        if re.search(r"suspended (?:for )?(?:a )?$", sentence[0]):
            yield "suspended", one
            continue
        for kind in ("community order", "custody", "restraining", "conditional discharge"):
            if _KINDS[kind].search(sentence[1]) or _KINDS[kind].search(sentence[0]):
                yield kind, one
                break


def runs_in(words: str) -> Iterator[Length]:
    """Give for how long an order, bail or ban is said to run."""
    terms = {one.start for _, one in terms_in(words)}
    for one in lengths_in(words):
        before = re.split(r"[.;]", words[: one.start])[-1][-40:]
        behind = words[one.end : one.end + 20]
        if one.start in terms or re.match(r" (?:ago|old|pregnant|review|later|after|before)", behind):
            continue
        if _RUNS.search(before) or re.match(r" (?:order|dvpo|nmo|bail|ban|injunction|curfew)", behind):
            yield one
