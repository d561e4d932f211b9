"""Lengths of sentences, weeks of pregnancy, and where a thing was found, as one account tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.questions.phrasing import pattern
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.lengths import lengths_in, terms_in
from illuminate.engines.chronology.findings.text import plain, stem

_WEEKS = re.compile(
    r"(?<![\d/])(\d{1,2}) ?(?:\+ ?\d )?/ ?40\b|(?<!\d)(\d{1,2})(?:\+\d)? weeks?(?:' gestation| pregnant| gestation| by)"
)
_CARRIED = re.compile("pregnan|gestation|by dates|miscarr|terminat|ectopic|antenatal|scan|fetus|foetus")
_ROOM = re.compile(
    r"(?<!court )(?<!interview )(?<!from )\b(room|flat|plot|pitch|apartment|bedsit)"
    r"(?: no\.?| number)? (\d{1,3}[a-z]?)\b"
)
_LODGINGS = ("room", "flat", "plot", "pitch", "apartment", "bedsit")
_FOUND = re.compile(
    r"\bfound (?:\w+ ){0,2}?(?:in|under|behind|inside|beneath|on top of|hidden in|sewn into) "
    r"(?:the |her |his |a |an |their |\w+'s )([\w' -]{3,40})"
)
_CLAUSE = re.compile(r"[.;:!?()\n]")
_AGO = re.compile(r" (?:ago|old|pregnant|later|after|before|earlier|gestation|of age)\b")
_SCORE = re.compile(r"(?: score| scored| scale|-\d)?(?: was| is| of|:|=|,)? ?(\d{1,2})(?!\d|/\d\d/)")


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = words_of("claims")["openings"]
    return tuple(
        (written, re.compile(rf"(?<![\w/]){re.escape(written)}(?![\w/])"), meant) for written, meant in rows
    )


def opened(text: str) -> str:
    """Lower case, with the short forms of people and things written out."""
    words = plain(text)
    for written, short, full in _openings():
        if written in words:
            words = short.sub(full, words)
    return words


def figures_in(words: str) -> Iterator[Claim]:
    """Give the claims of a text (plain, lower case)."""
    for kind, one in terms_in(words):
        yield Claim(f"length of {kind}", "outcome", f"{one.days:.1f}", f"{one.words} {kind}")
    for match in _WEEKS.finditer(words):
        yield Claim("gestation", "gestation", match[1] or match[2], match.group(0).strip())
    if _CARRIED.search(words):
        for length in lengths_in(words):
            near = words[max(0, length.start - 22) : length.end + 14]
            if "week" in length.words and _CARRIED.search(near):
                yield Claim("gestation", "gestation", f"{length.days / 7:.0f}", length.words)
    for match in _ROOM.finditer(words) if any(kind in words for kind in _LODGINGS) else ():
        yield Claim(f"number of {match[1]}", "address", f"no. {match[2]}", match.group(0))
    yield from _places(words)
    yield from _spans(words)
    yield from _scores(words)


@cache
def _anchors(name: str) -> Mapping[str, re.Pattern[str]]:
    return {kind: pattern(phrases) for kind, phrases in words_of("asked")[name].items()}


def _spans(words: str) -> Iterator[Claim]:
    """How long something lasts or is to last, told of the same thing."""
    sentences = {one.start for _, one in terms_in(words)}
    for one in lengths_in(words):
        if one.start in sentences or _AGO.match(words[one.end :]):
            continue
        before = _CLAUSE.split(words[max(0, one.start - 40) : one.start])[-1]
        behind = _CLAUSE.split(words[one.end : one.end + 30])[0]
        for kind, anchor in _anchors("spans").items():
            if anchor.search(f"{before} {behind}"):
                yield Claim(
                    f"how long: {kind}", "outcome", f"{one.days:.1f}", f"{before}{one.words}{behind}".strip()
                )


def _scores(words: str) -> Iterator[Claim]:
    """A score under its name."""
    for kind, name in _anchors("scores").items():
        for match in name.finditer(words):
            told = _SCORE.match(words[match.end() :])
            if told:
                yield Claim(f"score of {kind}", "test result", told[1], match.group(0) + told.group(0))


def _places(words: str) -> Iterator[Claim]:
    small = set(words_of("claims")["places"]["small"])
    for match in _FOUND.finditer(words):
        told = re.split(r" (?:at|by|and|with|when|who|after|on|given|\d)", match[1])[0]
        for word in told.split():
            if word not in small and len(word) > 2:
                yield Claim("where found", "where found", stem(word), match.group(0).strip())
