"""To whom the entries of a case tie a name: "her sister Joy Marsh" says it of Joy, of Mrs Marsh and of J M."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import kinds_of_people, may_be_one
from illuminate.engines.chronology.findings.lexicon import words_of

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx)"
_NAME = rf"(?:{_TITLE}\.? [A-Z][a-z'A-Z-]+|[A-Z][a-z]+ [A-Z][a-z'A-Z-]{{2,}}|[A-Z][a-z]{{2,}}|[A-Z]{{2}})"
_OWNER = r"(?:her |his |their |the |my |our |a )"
_BOUND = re.compile(
    rf"\b(?P<before>{_NAME})(?:,? \(|, (?={_OWNER}))(?:is )?{_OWNER}?(?P<after>[a-z][a-z-]+(?: [a-z-]+)?)\)?|"
    rf"\b(?P<kind>[A-Za-z][a-z-]+(?: [a-z-]+)?),? \(?(?P<name>{_NAME})\b"
)
_WORD = re.compile(r"\w+")
_STAFF = re.compile(r"\b(?:[A-Z]\.? ?)?([A-Z][a-z'-]{3,})\s*$")
_PLACE = re.compile(r"\b(?:in|to|from) ([A-Z][a-z]{3,})\b")
_CALLED = re.compile(
    r"\b(?:DCI|DI|DS|DC|PS|PC|PCSO|Sgt|Insp|Dr|Nurse|Sister|OM|SW|HV|PA|CPN|PO|AMHP|Constable) ([A-Z][a-z]{2,})\b|"
    r"(?<=[a-z,;:&)] )([A-Z][a-z]{2,})\b(?! (?:Road|Street|Lane|House|Close|Avenue|Court|Way|Drive|Centre))|"
    r"\b([A-Z]{2})\b(?!-|&|/)"
)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words_of("company")["grammar"]["capitals"])


def _bound(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name, and each way to say it, with the word for a person that stands beside it."""
    rows = kinds_of_people()
    for text in texts:
        for match in _BOUND.finditer(text):
            words = (match["kind"] or match["after"]).lower().split()
            near = words[-1] if match["kind"] else words[0]
            word = next((one for one in (" ".join(words), near) if one in rows), "")
            written = match["name"] or match["before"]
            if word:
                yield from ((said, word) for said in _said(written, *rows[word]))


def _said(written: str, kind: str, letter: str) -> Iterator[str]:
    """The ways in which a case goes on to say the name of somebody of a kind."""
    parts = written.replace(".", " ").lower().split()
    if parts[0] in _no_names() or parts[0] in kinds_of_people():
        return
    if parts[0] in ("mr", "mrs", "ms", "miss", "mx"):
        yield " ".join(parts)
        return
    if len(parts[0]) > 1 and not (letter == "c" and written.isupper()):  # a grown grandson is no child
        yield parts[0]
    if len(parts) > 1 and parts[-1] not in _no_names() and parts[-1] not in kinds_of_people():
        yield f"{parts[0][0]} {parts[-1]}"
        initials = f"{parts[0][0]}{parts[-1][0]}"
        if letter != "c" and initials not in words_of("cast")["grammar"]["initials"]:
            yield initials
        yield from (f"{title} {parts[-1]}" for title in _titles(kind))


def _titles(kind: str) -> Sequence[str]:
    grammar = words_of("cast")["grammar"]
    if kind in grammar["men"]:
        return ("mr",)
    return ("mrs", "ms", "miss") if kind in grammar["women"] else ("mr", "mrs", "ms", "miss")


def names_in(texts: Iterable[str]) -> Mapping[str, str]:
    """Give the names that the texts (as written) tie to a kind of person ("her sister Joy", "Dean (partner)").

    A name that they tie to two kinds is left out.
    """
    return _agreed(_bound(texts), 1)


def often_named(texts: Iterable[str]) -> Mapping[str, str]:
    """The same of all the texts of a case, for names that they tie to one person more than once."""
    return _agreed(_bound(texts), 2)


def staff_in(practitioners: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Give the titled surnames of those who write for one kind of agency only; ``practitioners``: (name, role)."""
    known = words_of("awareness")["roles"]
    found: dict[str, set[str]] = {}
    for written, role in practitioners:
        match = _STAFF.search(written)
        if match and role in known:
            found.setdefault(match[1].lower(), set()).add(known[role])
    return {
        f"{title} {name}": next(iter(words))
        for name, words in found.items()
        if len(words) == 1
        for title in ("mr", "mrs", "ms", "miss")
    }


def by_opening(names: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """File names under their first word, so that a text is asked only for those that it can hold."""
    found: dict[str, dict[str, str]] = {}
    for name, word in names.items():
        found.setdefault(_WORD.findall(name)[0], {})[name] = word
    return found


def held_by(texts: Iterable[str], names: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the names, as ``by_opening`` files them, that texts (plain, lower case) may hold, each with its word."""
    for opening in sorted(names.keys() & {word for text in texts for word in _WORD.findall(text)}):
        yield from names[opening].items()


def _agreed(rows: Iterable[tuple[str, str]], least: int) -> dict[str, str]:
    found: dict[str, Counter[str]] = {}
    for name, word in rows:
        found.setdefault(name, Counter())[word] += 1
    kinds = kinds_of_people()
    agreed: dict[str, str] = {}
    for name, words in found.items():
        first = min(words, key=lambda word: (-words[word], word))
        if words.total() >= least and all(may_be_one(kinds[first][0], kinds[word][0]) for word in words):
            agreed[name] = first
    return agreed


def called_in(texts: Sequence[str]) -> frozenset[str]:
    """Give the names and initials in the texts (as written) that they tie to no kind of person."""
    small = set(words_of("cast")["grammar"]["initials"])
    found = {(match[1] or match[2] or match[3]).lower() for text in texts for match in _CALLED.finditer(text)}
    return frozenset(found - _no_names() - kinds_of_people().keys() - small)


def places_in(texts: Sequence[str]) -> frozenset[str]:
    """Give the towns and countries that the texts (as written) say somebody is in."""
    found = {match[1].lower() for text in texts for match in _PLACE.finditer(text)}
    return frozenset(
        found - _no_names() - kinds_of_people().keys() - set(words_of("cast")["grammar"]["places"])
    )
