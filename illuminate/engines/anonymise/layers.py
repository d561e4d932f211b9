"""All layers as one: what is on the register, what its shape gives away, and names that nobody listed.

What is on the register stays; of the rest the wider and surer of what overlaps.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from .detectors import Hit
from .match import Match
from .names import Stranger, tells_somebody
from .words import TITLES

Found = Match | Hit | Stranger
One = TypeVar("One", bound=Found)

_NAME_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*")
_TELLING = re.compile(r"\d|(?<![^\W\d_])[^\W\d_a-z][^\W\d_]+")
_SHORT = 4  # capitals
_DIGIT = re.compile(r"\d")
_INSIDE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
# A name in one of these is the key to somebody's account: the whole of it goes, and it is known whose it is.
_ACCOUNTS = frozenset({"email", "url", "username"})
_ADDRESSES = frozenset({"address", "postcode"})


class _Spans(Generic[One]):
    """Findings that don't overlap, in reading order."""

    def __init__(self, spans: Iterable[One] = ()) -> None:
        self.all = sorted(spans, key=lambda one: one.start)

    def over(self, start: int, end: int) -> list[One]:
        """Those that meet a stretch."""
        first = bisect_left(self.all, start, key=lambda one: one.start)
        first -= first > 0 and self.all[first - 1].end > start
        return self.all[first : bisect_left(self.all, end, lo=first, key=lambda one: one.start)]

    def put(self, one: One) -> None:
        """One more, in the place of those that it meets."""
        over = self.over(one.start, one.end)
        at = self.all.index(over[0]) if over else bisect_left(self.all, one.start, key=lambda o: o.start)
        self.all[at : at + len(over)] = [one]


def layered(
    text: str, matches: Iterable[Match], hits: Sequence[Hit], strangers: Sequence[Stranger] = ()
) -> list[Found]:
    """What is found in one text, none overlapping, in reading order."""
    known = _Spans(matches)
    for hit in hits:
        _widen(known, hit)
    sure: _Spans[Found] = _Spans(known.all)
    for hit in sorted(hits, key=lambda one: (one.start - one.end, -one.confidence)):
        over = known.over(hit.start, hit.end)
        for start, end in _telling(hit, over, text) if over else [(hit.start, hit.end)]:
            if not sure.over(start, end):
                sure.put(replace(hit, start=start, end=end))
    beside = [piece for one in strangers for piece in _beside(one, sure.over(one.start, one.end), text)]
    return sorted([*sure.all, *beside], key=lambda found: found.start)


def longest(found: Iterable[Match]) -> list[Match]:
    """Of matches that overlap the longest, then the surest; in reading order."""
    kept: _Spans[Match] = _Spans()
    for match in sorted(found, key=lambda one: (one.start - one.end, -one.confidence)):
        if not kept.over(match.start, match.end):
            kept.put(match)
    return kept.all


def _widen(known: _Spans[Match], hit: Hit) -> None:
    """An e-mail address with a name in it goes whole, and so does the address that a place is a part of."""
    over = known.over(hit.start, hit.end)
    if not over or hit.kind not in _ACCOUNTS | _ADDRESSES:
        return
    others = [one for one in over if hit.kind in _ADDRESSES and not _is_place(one)]
    for start, end in _gaps(hit, others):
        inside = [one for one in known.over(start, end) if one not in others]
        if inside:
            whose = max(inside, key=lambda one: one.end - one.start)
            start, end = min(start, inside[0].start), max(end, inside[-1].end)
            known.put(Match(start, end, whose.entry, hit.kind, hit.confidence, whose.asks))


def _is_place(match: Match) -> bool:
    return match.entry is not None and match.entry.kind == "place"


def _gaps(one: Hit | Stranger, over: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """What findings in reading order leave of another."""
    start = one.start
    for other in over:
        if start < other.start:
            yield start, other.start
        start = max(start, other.end)
    if start < one.end:
        yield start, one.end


def _telling(hit: Hit, over: Iterable[Found], text: str) -> Iterator[tuple[int, int]]:
    """What is left of a hit beside the register's words, as far as it says something: a number, a name."""
    for start, end in _gaps(hit, over):
        inside = _INSIDE.search(text, start, end)
        telling = _DIGIT if hit.kind == "reference" else _TELLING
        if inside and telling.search(inside[0]):
            yield inside.span()


def _is_label(word: str) -> bool:
    """A title, or letters that a post or a paper is called by: "DCI Bray SIO"."""
    return word.lower() in TITLES or (word.isupper() and len(word) <= _SHORT)


def _beside(one: Stranger, over: Sequence[Found], text: str) -> Iterator[Stranger]:
    """Strangers as far as nothing surer covers them: of "Carol Bray", with Bray on the register, Carol is left."""
    if not over:
        yield one
        return
    for start, end in _gaps(one, over):
        words = [m for m in _NAME_WORD.finditer(text, start, end) if not _is_label(m[0])]
        is_sure = one.kind != "person" or one.rule == "cue"
        if words and (is_sure or any(tells_somebody(text, *m.span()) for m in words)):
            yield replace(one, start=words[0].start(), end=words[-1].end())
