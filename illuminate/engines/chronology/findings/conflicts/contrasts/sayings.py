"""What one account says of each thing: at which end of a line it lies, its sort, its number, that it is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.contrasts.pieces import Piece, same
from illuminate.engines.chronology.findings.conflicts.questions.stance import DONE, NOT_DONE, negated, stance
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import stem

_NONE = frozenset({"no", "nil", "without", "zero"})
_NOT = frozenset(
    {
        "not",
        "never",
        "didn't",
        "wasn't",
        "hasn't",
        "hadn't",
        "isn't",
        "weren't",
        "haven't",
        "couldn't",
        "wouldn't",
        "refused",
        "refuses",
        "declined",
        "failed",
        "unable",
        "unwilling",
        "nobody",
    }
)
_BETWEEN = frozenset(
    {"been", "being", "be", "actually", "in", "fact", "yet", "even", "have", "had", "formally", "able", "to"}
)
_RUN = 3  # words behind "no" that name what is not there
_NEAR = 2  # things on each side of a deed to which it may be done
_LIMITS = frozenset({"of", "on", "to", "from", "about", "for", "re", "regarding", "that", "against"})


@dataclass(frozen=True, slots=True)
class Saying:
    """``key``: the line and the thing; ``value``: what is said of it there; ``quote``: with which words."""

    key: tuple[str, str]
    value: str
    quote: str


@cache
def _ends() -> tuple[Mapping[str, list[tuple[list[str], str]]], Mapping[str, tuple[str, ...]]]:
    """For each first word the phrases that begin with it, the longest first; and each line's values."""
    phrases: dict[str, list[tuple[list[str], str]]] = {}
    values: dict[str, tuple[str, ...]] = {}
    for mark, table in (("", "ends"), ("*", "sorts")):
        for line, row in words_of("contrasts")[table].items():
            values[mark + line] = tuple(row)
            for value, known in row.items():
                for phrase in known:
                    phrases.setdefault(phrase.split()[0], []).append(
                        (phrase.split(), f"{mark}{line}:{value}")
                    )
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in phrases.items()}, values


def _found(part: Piece) -> Iterator[tuple[int, int, str]]:
    """Give where the phrases of ends and sorts stand; on one line the longest counts."""
    phrases = _ends()[0]
    covered: dict[str, int] = {}
    for at, word in enumerate(part.words):
        for phrase, label in phrases.get(word, ()):
            line = label.partition(":")[0]
            if list(part.words[at : at + len(phrase)]) == phrase and covered.get(line, 0) <= at:
                covered[line] = at + len(phrase)
                yield at, at + len(phrase), label


@cache
def _sort_of(sort: str) -> Mapping[str, str]:
    """The things that have such a sort, each with the family that it stands for."""
    rows: list[list[str]] = words_of("contrasts")["sort_of"][sort]
    return {same("things").get(stem(word), stem(word)): row[0] for row in rows for word in row}


def lines_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give for each thing at which end of a line it lies, and of which sort it is."""
    values = _ends()[1]
    for part in parts:
        for start, end, label in _found(part):
            line, _, value = label.partition(":")
            quote = _quote(words, part, start, end)
            if line.startswith("*"):
                near = {same("things").get(root, root) for root in part.stems[max(0, start - 4) : end + 4]}
                for thing in {family for known, family in _sort_of(line[1:]).items() if known in near}:
                    yield Saying((line, thing), value, quote)
                continue
            told = _value(words, part, start, end, value, values[line])
            for thing in part.things(start, end) if told else ():
                yield Saying((line, thing), told, quote)


def _value(words: str, part: Piece, start: int, end: int, value: str, all_of_them: Sequence[str]) -> str:
    first, last = part.spans[start][0], part.spans[end - 1][1]
    how = stance(words, first, last, negated(words[first:last] + " "))
    if how == NOT_DONE and len(all_of_them) == 2:
        return next(one for one in all_of_them if one != value)
    return value if how == DONE else ""


def _quote(words: str, part: Piece, start: int, end: int) -> str:
    first, last = max(0, start - 5), min(len(part.words), end + 4) - 1
    return words[part.spans[first][0] : part.spans[last][1]]


@cache
def _narrow() -> frozenset[str]:
    return frozenset(map(stem, words_of("contrasts")["small"]["narrow"]))


def absent_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give what is said not to be there at all ("no interpreter"), by the words that name it."""
    for part in parts:
        for at, word in enumerate(part.words):
            if word not in _NONE:
                continue
            run: list[str] = []
            stop = at + 1
            while stop < len(part.words) and len(run) < _RUN and part.thing(stop):
                run.append(part.thing(stop))
                stop += 1
            if not run or any(part.stems[step] in _narrow() for step in range(at + 1, stop)):
                continue
            if stop < len(part.words) and (part.words[stop] in _LIMITS or part.stems[stop] in _narrow()):
                continue
            first, last = part.spans[at][0], part.spans[stop - 1][1]
            if stance(words, first, last, True) == DONE:
                yield Saying(("there", " ".join(run)), "no", words[first:last])


def present_in(words: str, parts: Sequence[Piece], named: str) -> Iterator[Saying]:
    """Give where a text tells of something that another says was not there."""
    wanted = named.split()
    for part in parts:
        places = [at for at in range(len(part.words)) if part.thing(at) == wanted[-1]]
        for at in places:
            near = {part.thing(step) for step in range(max(0, at - 4), min(len(part.words), at + 5))}
            first, last = part.spans[at]
            hardly = at > 0 and part.words[at - 1] in words_of("contrasts")["small"]["hardly"]
            if near >= set(wanted) and not hardly and stance(words, first, last, False) == DONE:
                yield Saying(("there", named), "yes", _quote(words, part, at, at + 1))


def undone_in(words: str, parts: Sequence[Piece]) -> Iterator[Saying]:
    """Give the deeds that a text says were not done, each with the thing it would have been done to."""
    for part in parts:
        for at, word in enumerate(part.words):
            if word not in _NOT:
                continue
            step = at + 1
            while step < len(part.words) and part.words[step] in _BETWEEN:
                step += 1
            if step >= len(part.words) or not part.thing(step):
                continue
            first, last = part.spans[at][0], part.spans[step][1]
            if stance(words, first, last, True) == DONE:
                for thing in _about(part, at, step):
                    yield Saying((_deed(part.stems[step]), thing), "no", _quote(words, part, at, step + 1))


def _about(part: Piece, at: int, step: int) -> list[str]:
    """What a deed was not done to; nothing, if the deed alone says enough."""
    return [""] if _deed(part.stems[step]) in _definite() else part.things(at, step + 1, _NEAR) or [""]


@cache
def _definite() -> frozenset[str]:
    return frozenset(_deed(stem(word)) for word in words_of("contrasts")["same"]["definite"])


def _deed(root: str) -> str:
    return same("deeds").get(root, root)


def _past(word: str) -> bool:
    return word.endswith("ed") or stem(word) in same("deeds")


def done_in(words: str, parts: Sequence[Piece], key: tuple[str, str]) -> Iterator[Saying]:
    """Give where a text says that a deed was done to a thing."""
    deed, thing = key
    for part in parts:
        for at, root in enumerate(part.stems):
            if _deed(root) != deed or not _past(part.words[at]):
                continue
            about = not thing or thing in part.things(at, at + 1, _NEAR)
            if about and stance(words, *part.spans[at], False) == DONE:
                yield Saying(key, "yes", _quote(words, part, at, at + 1))
