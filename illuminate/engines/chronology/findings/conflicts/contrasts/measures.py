"""How many of a thing, how long, and in which room, as one account tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.contrasts.pieces import Piece
from illuminate.engines.chronology.findings.conflicts.contrasts.sayings import Saying
from illuminate.engines.chronology.findings.conflicts.questions.stance import DONE, MEANT, stance
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.lengths import lengths_in, terms_in
from illuminate.engines.chronology.findings.text import stem

_AGO = frozenset(
    {"ago", "old", "pregnant", "later", "earlier", "after", "before", "gestation", "previously", "since"}
)
_AT = frozenset({"in", "on", "at", "outside", "into", "down", "inside"})
_NOT_BEFORE = frozenset(
    {"of", "age", "aged", "number", "no", "least", "over", "to", "band", "year", "flat", "room"}
)  # a number behind one of these counts nothing, or not all
_SHARE = frozenset({"for", "so", "planned", "left", "remaining", "booked", "offered", "outstanding"})
_WITHIN = frozenset({"in", "within", "every", "last", "past", "next"})


@cache
def _numbers() -> Mapping[str, int]:
    known: Mapping[str, int] = words_of("lengths")["numbers"]
    return {word: number for word, number in known.items() if word not in ("a", "an")} | {"both": 2}


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, words_of("contrasts")["counted"][name]))


def counts_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give how many there are of each thing that can be counted ("three officers")."""
    for part in parts:
        for at, word in enumerate(part.words[:-1]):
            number = int(word) if word.isdigit() and len(word) < 4 else _numbers().get(word, 0)
            if not number or (at and part.words[at - 1] in _NOT_BEFORE):
                continue
            if number == 1 and part.words[at] == "one" and part.stems[at + 1] in _stems("people"):
                continue  # "one officer" may be one of two
            step = _counted(part, at, number == 1)
            if step and stance(words, *part.spans[at], True) == DONE:
                quote = words[part.spans[at][0] : part.spans[step][1]]
                yield Saying(("how many", part.stems[step]), str(number), quote)


def _counted(part: Piece, at: int, single: bool) -> int:
    """The place of the thing of which a number tells how many there are, 0 if there is none."""
    for step in range(at + 1, min(at + 4, len(part.words))):
        if part.stems[step] in _stems("never") or part.words[step][0].isdigit():
            return step - 1 if _days_of(part, at, step) else 0
        many = single or part.words[step].endswith("s") or part.stems[step] in _stems("plural")
        if many and (part.thing(step) or part.stems[step] in _stems("also")):
            return 0 if _SHARE & set(part.words[step + 1 : step + 2]) else step
    return 0


def _days_of(part: Piece, at: int, step: int) -> bool:
    """Whether a length of time is counted by what stands before it: "thirty activity days"."""
    return step > at + 1 and part.words[step] in ("days", "hours", "weeks") and bool(part.thing(step - 1))


def spans_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give how long a thing lasts, or until it comes."""
    sentences = {one.start for _, one in terms_in(words)}
    for one in lengths_in(words):
        if one.start in sentences or stance(words, one.start, one.end, True) not in (DONE, MEANT):
            continue
        for part in parts:
            inside = [
                at for at, (first, last) in enumerate(part.spans) if first >= one.start and last <= one.end
            ]
            if inside and not set(part.words[inside[-1] + 1 : inside[-1] + 2]) & _AGO:
                yield from _span(words, part, inside[0], inside[-1] + 1, f"{one.days:.1f}")


def _span(words: str, part: Piece, start: int, end: int, days: str) -> Iterator[Saying]:
    how = "until" if start and part.words[start - 1] in _WITHIN else "for"
    first, last = part.spans[max(0, start - 4)][0], part.spans[min(len(part.words), end + 3) - 1][1]
    for thing in part.things(start, end):
        yield Saying((f"how long {how}", thing), days, words[first:last])


def rooms_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give where in or about a home a deed is said to have been done, and where else it may have gone on."""
    told = [(part, at) for part in parts for at, word in enumerate(part.words) if word in _rooms()]
    told = [(part, at) for part, at in told if _AT & set(part.words[max(0, at - 3) : at])]
    if not any(_stems("deeds") & set(part.stems) for part, _ in told):
        return
    for part, at in told:
        if stance(words, *part.spans[at], False) == DONE:
            quote = words[part.spans[max(0, at - 5)][0] : part.spans[at][1]]
            yield Saying(("room", ""), _rooms()[part.words[at]], quote)


@cache
def _rooms() -> Mapping[str, str]:
    return {word: room for room, known in words_of("contrasts")["rooms"].items() for word in known}
