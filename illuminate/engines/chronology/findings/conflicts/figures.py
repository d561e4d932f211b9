"""Lengths of sentences, weeks of pregnancy, and where a thing was found, as one account tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.questions.phrasing import Index, phrase, read
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.lengths import lengths_in, terms_in
from illuminate.engines.chronology.findings.text import plain, stem

_WEEKS = re.compile(
    r"(?<![\d/])(\d{1,2}) ?(?:\+ ?\d )?/ ?40\b|(?<!\d)(\d{1,2})(?:\+\d)? weeks?"
    r"(?:' gestation| pregnant| gestation| by)|\bborn (?:\w+ )?at (\d\d)\b"
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
_WORKED = re.compile(
    r"\b(\d{2,3}) hours(?: of)? (?:unpaid|community|upw)|(?:unpaid work|upw|community service)[ :,(]*(\d{2,3}) hours"
)
_AGO = re.compile(r" (?:ago|old|pregnant|later|after|before|earlier|gestation|of age)\b")
_SCORE = re.compile(r"(?: score| scored| scale|-\d)?(?: was| is| of| ?[:=]|,)? ?(\d{1,2})(?!\d|/\d\d/)")


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
    for match in _WEEKS.finditer(words) if "week" in words or "40" in words else ():
        yield Claim("gestation", "gestation", match[1] or match[2] or match[3], match.group(0).strip())
    if _CARRIED.search(words):
        for length in lengths_in(words):
            near = words[max(0, length.start - 22) : length.end + 14]
            if "week" in length.words and _CARRIED.search(near):
                yield Claim("gestation", "gestation", f"{length.days / 7:.0f}", length.words)
    for match in _ROOM.finditer(words) if any(kind in words for kind in _LODGINGS) else ():
        yield Claim(f"number of {match[1]}", "address", f"no. {match[2]}", match.group(0))
    for match in _WORKED.finditer(words) if "hours" in words else ():
        yield Claim("hours of work", "outcome", match[1] or match[2], match.group(0))
    yield from _shares(words)
    yield from _places(words)
    yield from _spans(words)
    yield from _scores(words)


@cache
def _anchors(name: str) -> Index[str]:
    rows: Mapping[str, list[str]] = words_of("asked")[name]
    return Index((kind, phrase(one)) for kind, known in rows.items() for one in known)


def _spans(words: str) -> Iterator[Claim]:
    """How long something lasts or is to last, told of the same thing."""
    sentences = {one.start for _, one in terms_in(words)}
    for one in lengths_in(words):
        if one.start in sentences or _AGO.match(words[one.end :]):
            continue
        before = _CLAUSE.split(words[max(0, one.start - 40) : one.start])[-1]
        behind = _CLAUSE.split(words[one.end : one.end + 30])[0]
        for kind in _anchors("spans").spans(read(f"{before} {behind}")):
            yield Claim(
                f"how long: {kind}", "outcome", f"{one.days:.1f}", f"{before}{one.words}{behind}".strip()
            )


def _scores(words: str) -> Iterator[Claim]:
    """A score under its name."""
    for kind, spans in _anchors("scores").spans(read(words)).items():
        for start, end in spans:
            told = _SCORE.match(words[end:])
            if told:
                yield Claim(f"score of {kind}", "test result", told[1], words[start:end] + told.group(0))


@cache
def _share() -> re.Pattern[str]:
    number = rf"(\d{{1,2}}|{'|'.join(sorted(_numbers(), key=len, reverse=True))})"
    return re.compile(rf"\b{number}(?: sessions)?(?: of \w+)? (?:out )?of (?:the )?{number}\b(?: \w+){{0,2}}")


@cache
def _numbers() -> Mapping[str, int]:
    known: Mapping[str, int] = words_of("lengths")["numbers"]
    return {word: number for word, number in known.items() if number > 1}


def _shares(words: str) -> Iterator[Claim]:
    """A part of the sessions of a course ("nine of 26 sessions") is no whole one."""
    if "session" not in words and "module" not in words:
        return
    for match in _share().finditer(words):
        part, whole = (int(one) if one.isdigit() else _numbers()[one] for one in match.groups())
        if "session" in match.group(0) or "module" in match.group(0):
            told = "completed" if part >= whole else "not completed"
            yield Claim("services: course ended", "outcome", told, match.group(0))


def _places(words: str) -> Iterator[Claim]:
    small = set(words_of("claims")["places"]["small"])
    for match in _FOUND.finditer(words) if "found " in words else ():
        told = re.split(r" (?:at|by|and|with|when|who|after|on|given|\d)", match[1])[0]
        for word in told.split():
            if word not in small and len(word) > 2:
                yield Claim("where found", "where found", stem(word), match.group(0).strip())
