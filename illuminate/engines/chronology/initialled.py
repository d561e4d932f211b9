"""The full name of an agency that is called by its initials only: "NDAS", from where its words are written out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from illuminate.engines.chronology.model import Entry

_INITIALS = re.compile(r"[A-Z]{3,8}")
_SMALL = frozenset({"and", "of", "for", "the", "in", "&"})
_RUN = re.compile(r"[A-Z][\w'’&-]*(?:[ ](?:and|of|for|the|in|&|[A-Z][\w'’-]*)){1,9}")


def is_initials(name: str) -> bool:
    """Whether an agency's name is nothing but initials."""
    return _INITIALS.fullmatch(name) is not None


def spelt_out(letters: str, text: str) -> str:
    """The words with capitals in a text that these initials stand for, in their order; empty where there are none.

    Small words ("and", "of") stand between without a letter of their own.
    """
    if not is_initials(letters):
        return ""
    for run in _RUN.findall(text):
        words = run.split()
        for start in range(len(words)):
            if end := _end(words, start, letters):
                return " ".join(words[start:end])
    return ""


def full_names(names: Sequence[str], entries: Iterable[Entry]) -> dict[str, str]:
    """Give for agencies named by initials the words that the entries spell them with, where only one fits."""
    wanted = [name for name in names if is_initials(name)]
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries if wanted else ():
        for text in (entry.event, entry.response, entry.comment):
            for letters in wanted:
                if words := spelt_out(letters, text):
                    seen[letters][words] += 1
    return {letters: best for letters, counts in seen.items() if (best := _only(counts))}


def _end(words: Sequence[str], start: int, letters: str) -> int:
    """Where the words end that begin at ``start`` and have these initials; 0 if they have not."""
    at = 0
    for place in range(start, len(words)):
        word = words[place]
        if at and word.casefold() in _SMALL:
            continue
        if len(word) == 1 or word[0].upper() != letters[at]:
            return 0
        at += 1
        if at == len(letters):
            return place + 1
    return 0


def _only(counts: Counter[str]) -> str:
    """The one spelling; empty where two differ in more than small letters."""
    known = {words.casefold() for words in counts}
    return counts.most_common(1)[0][0] if len(known) == 1 else ""
