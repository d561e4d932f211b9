"""Whether somebody was seen, spoken to or asked alone, and who sat in, stood in the door or listened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.conflicts.people.presence import filled, uncertain
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve, blanked

_END = re.compile(r"[.;!?\n]")
_LEFT_OUT = re.compile(r"⟨[PNW](\d+)⟩")
# without them she is not more alone
_HELPERS = frozenset({"interpreter", "appropriate adult", "chaperone", "solicitor"})
_SEEN = re.compile(r"⟨([sc])\d+⟩")
_PRIVATE = re.compile(  # without one of these nothing is told of it
    r"alone|own|self|selves|priva|separat|\bone\b|1[:-]1|\b121\b|confiden|individual|away|apart|"
    r"without|out\b|outside|wait|absen|aside|side|door|curtain|present|there|stay|remain|sat\b|sit|"
    r"stood|stand|hover|listen|answer|spoke|speak|talk|interrupt|translat|interpret|together|joint|"
    r"with|front|through|earshot|hear|voice|leave|left|kept|split|cubicle|only|knee|\blap\b|two of"
)


@dataclass(frozen=True, slots=True)
class Privacy:
    """How somebody was seen: alone, part (of the time), with (somebody), never (alone); ``who``: s or c, if told."""

    value: str
    quote: str
    who: str


@cache
def _frames() -> Mapping[str, Sieve]:
    data = words_of("privacy")
    return {
        name: Sieve(filled(one, data["slots"]) for one in data[name]["frames"])
        for name in ("never", "alone", "with")
    }


@cache
def _told(name: str) -> re.Pattern[str]:
    return re.compile(words_of("privacy")["alone"][name])


def privacy_in(told: Cast) -> Privacy | None:
    """Give how a text says that somebody was seen; None if it does not say, or says two things."""
    if not _PRIVATE.search(told.words):
        return None
    rows = [(_mother_beside(sentence, start, told), start) for sentence, start in _sentences(told.words)]
    read = "".join(sentence for sentence, _ in rows)
    frames = {name: part for name, one in _frames().items() if (part := one.within(read))}
    found: dict[str, Privacy] = {}
    for sentence, start in rows if frames else ():
        for value, quote, who in _in_sentence(sentence, start, told, frames):
            found.setdefault(value, Privacy(value, quote, who))
    return _verdict(found)


def _sentences(words: str) -> Iterator[tuple[str, int]]:
    start = 0
    for end in [*(match.end() for match in _END.finditer(words)), len(words)]:
        yield words[start:end], start
        start = end


def _mother_beside(sentence: str, start: int, told: Cast) -> str:
    """A sentence in which a mother beside a child who is seen is one of those who may be beside somebody."""
    child = re.search("⟨c", sentence)
    before = "⟨c" in told.words[:start]
    if not child and not before:
        return sentence
    first = child.end() if child and not before else 0
    after = re.sub(
        r"⟨s(\d+)⟩",
        lambda mark: f"⟨p{mark[1]}⟩" if told.people[int(mark[1])].kind == "mother" else mark[0],
        sentence[first:],
    )
    return sentence[:first] + after


def _in_sentence(
    sentence: str, start: int, told: Cast, frames: Mapping[str, Sieve]
) -> Iterator[tuple[str, str, str]]:
    for value, pattern in frames.items():
        matches = list(pattern.finditer(sentence))
        for match in matches:
            if _unfit(value, match, told):
                continue
            marked = _SEEN.findall(sentence[: match.end() if value == "alone" else match.start()])
            part = value == "alone" and _told("part").search(sentence[match.start() : match.end() + 24])
            yield (
                "part" if part else value,
                told.quote(start + match.start(), start + match.end()),
                marked[-1] if marked else "",
            )
        sentence = blanked(sentence, matches, " ")


def _unfit(value: str, match: re.Match[str], told: Cast) -> bool:
    """Whether words only look as if they told of it: living alone, a plan, or no interpreter in the room."""
    sentence = match.string
    if uncertain(sentence[max(0, match.start() - 40) : match.end()], sentence[match.end() :], told.later):
        return True
    if value != "alone":
        return False
    left_out = (told.people[int(number)].kind for number in _LEFT_OUT.findall(match[0]))
    return _told("unless").search(match[0]) is not None or any(kind in _HELPERS for kind in left_out)


def _verdict(found: Mapping[str, Privacy]) -> Privacy | None:
    alone = found.get("alone") or found.get("part")
    beside = found.get("never") or found.get("with")
    if alone and "never" in found:
        return None
    if alone and beside:
        return Privacy("part", alone.quote, alone.who)
    return alone or beside


_CLASH = {frozenset(pair) for pair in (("alone", "with"), ("alone", "never"), ("part", "never"))}


def privacy_differs(one: Privacy, other: Privacy) -> tuple[str, str] | None:
    """Give the words of both if they exclude each other; a child seen alone is not her mother."""
    if {one.who, other.who} == {"s", "c"}:
        return None
    return (one.quote, other.quote) if frozenset((one.value, other.value)) in _CLASH else None
