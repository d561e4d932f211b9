"""What a detector hands over, and how a detector looks round a place in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .sheet import Sheet

_NUMBERS = re.compile(r"\d(?:[^\d]{0,80}\d+)*")
_SENTENCE_END = re.compile(r"[.!?;](?=\s+[A-Z\"'(])|\n\s*\n")


@dataclass(frozen=True)
class Hit:
    """Something whose shape or words round it give it away; offsets are in the original text."""

    start: int
    end: int
    kind: str
    confidence: float


def hit_at(text: Sheet, start: int, end: int, kind: str, confidence: float) -> Hit:
    """A hit for a span of the folded text."""
    return Hit(*text.folded.span(start, end), kind, confidence)


def near_numbers(text: str, margin: int = 40) -> Iterator[tuple[int, int]]:
    """The stretches of a text that have digits, with a margin: a pattern of numbers needs to be sought only there."""
    done = 0
    for match in _NUMBERS.finditer(text):
        start, end = max(done, match.start() - margin), min(len(text), match.end() + margin)
        if start < end:
            yield start, end
        done = end


def before(text: str, start: int, length: int) -> str:
    """What stands before a place, at most so many characters."""
    return text[max(0, start - length) : start]


def clause_before(text: str, start: int, length: int) -> str:
    """What stands before a place in its own sentence, at most so many characters."""
    piece = before(text, start, length)
    ends = [match.end() for match in _SENTENCE_END.finditer(piece)]
    return piece[ends[-1] :] if ends else piece


def clause_after(text: str, end: int, length: int) -> str:
    """What stands behind a place in its own sentence, at most so many characters."""
    piece = text[end : end + length]
    stop = _SENTENCE_END.search(piece)
    return piece[: stop.start()] if stop else piece


def surest(found: Iterable[Hit]) -> list[Hit]:
    """One kind a span: ten digits may be a phone number and an NHS number; the surer name stays."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in found:
        other = best.get((hit.start, hit.end))
        if other is None or hit.confidence > other.confidence:
            best[hit.start, hit.end] = hit
    return sorted(best.values(), key=lambda hit: (hit.start, hit.end))
