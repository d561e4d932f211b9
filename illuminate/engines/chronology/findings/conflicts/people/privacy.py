"""Whether somebody was seen, spoken to or asked alone, and who sat in, stood in the door or listened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.conflicts.people.presence import filled, uncertain
from illuminate.engines.chronology.findings.lexicon import words_of

_END = re.compile(r"[.;!?\n]")
_PRIVATE = re.compile(  # without one of these nothing is told of it
    r"alone|own|self|selves|priva|separat|\bone\b|1[:-]1|\b121\b|confiden|individual|away|apart|without|out\b|outside|"
    r"wait|absen|aside|side|door|curtain|present|there|stay|remain|sat\b|sit|stood|stand|hover|listen|answer|spoke|speak|"
    r"talk|interrupt|translat|interpret|together|joint|with|front|through|earshot|hear|voice|leave|left|kept|split|cubicle"
)


@dataclass(frozen=True, slots=True)
class Privacy:
    """How somebody was seen: alone, part (of the time), with (somebody), never (alone); ``child``: it is a child."""

    value: str
    quote: str
    child: bool


@cache
def _frames() -> Mapping[str, re.Pattern[str]]:
    data = words_of("privacy")
    return {
        name: re.compile("|".join(filled(one, data["slots"]) for one in data[name]["frames"]))
        for name in ("never", "alone", "with")
    }


@cache
def _told(name: str) -> re.Pattern[str]:
    return re.compile(words_of("privacy")["alone"][name])


def privacy_in(told: Cast) -> Privacy | None:
    """Give how a text says that somebody was seen; None if it does not say, or says two things."""
    if not _PRIVATE.search(told.words):
        return None
    found: dict[str, Privacy] = {}
    for sentence, start in _sentences(told.words):
        for value, quote, child in _in_sentence(sentence, start, told):
            found.setdefault(value, Privacy(value, quote, child))
    return _verdict(found)


def _sentences(words: str) -> Iterator[tuple[str, int]]:
    start = 0
    for end in [*(match.end() for match in _END.finditer(words)), len(words)]:
        yield words[start:end], start
        start = end


def _in_sentence(sentence: str, start: int, told: Cast) -> Iterator[tuple[str, str, bool]]:
    for value, pattern in _frames().items():
        for match in pattern.finditer(sentence):
            said = sentence[max(0, match.start() - 40) : match.end()]
            if (value == "alone" and _told("unless").search(match[0])) or uncertain(said):
                continue
            child = bool(_told("child").search(sentence[: match.end()]))
            part = value == "alone" and _told("part").search(sentence[match.start() : match.end() + 24])
            yield (
                "part" if part else value,
                told.quote(start + match.start(), start + match.end()),
                child,
            )
        sentence = pattern.sub(lambda match: " " * len(match[0]), sentence)


def _verdict(found: Mapping[str, Privacy]) -> Privacy | None:
    alone = found.get("alone") or found.get("part")
    beside = found.get("never") or found.get("with")
    if alone and "never" in found:
        return None
    if alone and beside:
        return Privacy("part", alone.quote, alone.child)
    return alone or beside


_CLASH = {frozenset(pair) for pair in (("alone", "with"), ("alone", "never"), ("part", "never"))}


def privacy_differs(one: Privacy, other: Privacy) -> tuple[str, str] | None:
    """Give the words of both if they exclude each other."""
    return (one.quote, other.quote) if frozenset((one.value, other.value)) in _CLASH else None
