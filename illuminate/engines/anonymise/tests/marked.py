"""Sentences with what should be found between double brackets, and whether a detector covers each word of it."""

import re

from illuminate.engines.anonymise.detectors import detected

_MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(["the", "of", "and", "at", "a", "in", "on", "s", "to", "y", "yr"])


def plain(sentence: str) -> str:
    """A sentence without its brackets."""
    return _MARK.sub(r"\1", sentence)


def uncovered(sentence: str, *kinds: str) -> list[str]:
    """The marked words that no hit of these kinds covers; without a kind, any hit counts."""
    text = plain(sentence)
    hits = [hit for hit in detected(text) if not kinds or hit.kind in kinds]
    return [
        word[0]
        for start, end in _marked(sentence)
        for word in _WORD.finditer(text, start, end)
        if word[0].lower() not in _SMALL
        and not any(hit.start <= word.start() and word.end() <= hit.end for hit in hits)
    ]


def touched(text: str) -> list[tuple[str, str]]:
    """What the detectors take for something."""
    return [(text[hit.start : hit.end], hit.kind) for hit in detected(text)]


def _marked(sentence: str) -> list[tuple[int, int]]:
    spans, removed = [], 0
    for match in _MARK.finditer(sentence):
        start = match.start() - removed
        spans.append((start, start + len(match[1])))
        removed += 4
    if not spans:
        raise ValueError("The sentence marks nothing.")
    return spans
