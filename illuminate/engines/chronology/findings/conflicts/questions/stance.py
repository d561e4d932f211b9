"""Whether a text says that a deed was done, denies it, means it, or leaves it open (wished, doubted, long past)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of

DONE, NOT_DONE, MEANT, OPEN = "done", "not done", "meant", "open"
_REACH = 7  # words before a deed that can still undo it
_CLAUSE = re.compile(r"[.;:!?()\n]|, | - | – | (?:and|but|then|however|although|though|so|after|because|as) ")
_HISTORY = re.compile(
    r"\b(?:previous(?:ly)?|historic\w*|history of|years? ago|last year|in the past|as a (?:child|teenager)|"
    r"earlier (?:this|that) year|past medical|pmh|in (?:19|20)\d\d)\b"
)


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = words_of("asked")["stance"]
    return {name: re.compile("|".join(known)) for name, known in rows.items()}


def before(words: str, start: int) -> str:
    """The words of the same clause before a place, as many as can govern it."""
    clause = _CLAUSE.split(words[max(0, start - 90) : start])[-1]
    return " ".join(clause.split()[-_REACH:]) + " "


def negated(text: str) -> bool:
    """Whether the words hold a negation."""
    return bool(_cues()["not"].search(text))


def stance(words: str, start: int, end: int, whole: bool) -> str:
    """Tell what a text makes of the words between two places; ``whole``: their own "not" is part of the answer."""
    cues, ahead, behind = _cues(), before(words, start), words[end : end + 40]
    sentence = re.split(r"[.;\n]", words[max(0, start - 120) : start])[-1]
    if _HISTORY.search(f"{sentence[-60:]} {words[start:end]} {re.split(r'[.;,]', behind)[0]}"):
        return OPEN
    if (
        words[max(0, start - 2) : start].lstrip().startswith("?")
        or cues["open"].search(ahead)
        or cues["open_after"].match(behind)
    ):
        return OPEN
    if whole:
        return DONE
    if cues["not"].search(ahead) or negated(words[start:end]) or cues["not_after"].match(behind):
        return NOT_DONE
    if cues["meant"].search(ahead) or cues["meant_inside"].search(words[start:end]):
        return MEANT
    return DONE


def whole_quote(words: str, start: int, end: int) -> str:
    """The words between two places, with the "not" that stands before or behind them."""
    cues, ahead = _cues(), before(words, start)
    found = list(cues["not"].finditer(ahead))
    behind = cues["not_after"].match(words[end : end + 40])
    return (
        (ahead[found[0].start() :] if found else "") + words[start:end] + (behind.group(0) if behind else "")
    )


@cache
def _subjects() -> re.Pattern[str]:
    rows: Mapping[str, list[str]] = words_of("asked")["subjects"]
    named = "|".join(rf"(?P<{key}>\b(?:{'|'.join(known)})\b)" for key, known in rows.items())
    return re.compile(
        rf"(?:{named})(?: [a-z]+)?(?: (?:was|is|has|had|been|were|also|then|not|did|would|has))* $"
    )


def subject(words: str, start: int) -> str:
    """Tell of whom it is said, if a word for a person stands right before: "mother", "father", or ''."""
    found = _subjects().search(before(words, start))
    return (found.lastgroup or "") if found else ""
