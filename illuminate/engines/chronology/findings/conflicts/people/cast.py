"""Whom a text speaks of: each mention of a person replaced by a mark, so one grammar fits all words for people.

A mark is ⟨c7⟩, or ⟨C7⟩ where the text denies them ("no", "neither"): a letter for what they are to the record (s: whom
it is about, p: private, c: child, w: at work, n: known by name only) and the number of the mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of

_CLASSES = {"self": "s", "child": "c", "private": "p", "worker": "w"}
_MARK = re.compile(r"⟨[a-zA-Z](\d+)⟩")
_BESIDE = re.compile(r"⟨([a-z])(\d+)⟩(,? \(?|,? ?\()⟨([a-z])(\d+)⟩(\)|,)?")
_PLACE = re.compile(r"\b(?:in|to|from) ([A-Z][a-z]{3,})\b")
_CALLED = re.compile(
    r"(?<=[a-z,;:&)] )([A-Z][a-z]{2,})\b(?! (?:Road|Street|Lane|House|Close|Avenue|Court|Way|Drive|Centre))|"
    r"\b([A-Z]{2})\b(?!-|&|/)"
)
_HE = re.compile(r"\bhe\b")
_NOT_OWNER = (  # "her sister's house" speaks of no sister; "in her sister's presence" does
    r"(?!'(?!s? (?:knowledge|consent|awareness|presence|absence|back|voice|being))|-(?!in)|/\w)"
)
_TITLED = r"mr\.? [a-z][a-z'-]*"
_SELVES = r"(?:mrs|ms|miss)\.? [a-z][a-z'-]*"
_BOUND = re.compile(
    r"\b(?P<kind>[A-Za-z][a-z-]+),? \(?(?P<name>[A-Z][a-z]{2,})\b|"
    r"\b(?P<before>[A-Z][a-z]{2,})(?:,? \(|, (?=her |his |the ))(?:her |his |the )?(?P<after>[a-z][a-z-]+)\)?"
)
_AT = re.compile(r"\b(?:at|in|into|inside|outside|near|attend(?:s|ed|ing)?|leaving|left|visited)(?: the)? $")
_NO_NAMES = frozenset(words_of("company")["grammar"]["capitals"])


@dataclass(frozen=True, slots=True)
class Person:
    """One mention: what they are, as written, and whether the text says that it was not them or none of them."""

    kind: str
    words: str
    none: bool
    letter: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A text (plain, lower case) whose people are marks, and the people."""

    words: str
    people: tuple[Person, ...]

    def quote(self, start: int, end: int) -> str:
        """The words of a part as they were written."""
        return _MARK.sub(lambda mark: self.people[int(mark[1])].words, self.words[start:end]).strip(" ,;:.")


@cache
def _kinds() -> tuple[Mapping[str, tuple[str, str]], re.Pattern[str]]:
    data = words_of("cast")
    rows = {
        word: (kind, letter)
        for name, letter in _CLASSES.items()
        for kind, known in data[name].items()
        for word in known
    }
    either = "|".join(sorted(map(re.escape, rows), key=len, reverse=True))
    before, none = (
        "|".join(sorted(map(re.escape, data["grammar"][name]), key=len, reverse=True))
        for name in ("before", "negative")
    )
    return rows, re.compile(
        rf"\b(?P<none>(?:{none}) )?(?P<before>(?:(?:{before}) )*?)"
        rf"(?:(?P<who>{either})|(?P<titled>{_TITLED})|(?P<self>{_SELVES}))\b{_NOT_OWNER}"
    )


def _bound(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with the word for a person that stands beside it."""
    rows = _kinds()[0]
    for text in texts:
        for match in _BOUND.finditer(text):
            word = (match["kind"] or match["after"]).lower()
            name = (match["name"] or match["before"]).lower()
            if word in rows and name not in _NO_NAMES and name not in rows:
                yield name, word


def names_in(texts: Iterable[str]) -> Mapping[str, str]:
    """Give the names that the texts (as written) tie to a kind of person ("her sister Joy", "Dean (partner)").

    A name that they tie to two kinds is left out.
    """
    return _agreed(_bound(texts), 1)


def often_named(texts: Iterable[str]) -> Mapping[str, str]:
    """The same of all the texts of a case, for names that they tie to one person more than once."""
    return _agreed(_bound(texts), 2)


def _agreed(rows: Iterable[tuple[str, str]], least: int) -> dict[str, str]:
    found: dict[str, Counter[str]] = {}
    for name, word in rows:
        found.setdefault(name, Counter())[word] += 1
    kinds = _kinds()[0]
    agreed: dict[str, str] = {}
    for name, words in found.items():
        first = min(words, key=lambda word: (-words[word], word))
        if words.total() >= least and all(may_be_one(kinds[first][0], kinds[word][0]) for word in words):
            agreed[name] = first
    return agreed


def called_in(texts: Sequence[str]) -> frozenset[str]:
    """Give the names and initials in the texts (as written) that they tie to no kind of person."""
    small = set(words_of("cast")["grammar"]["initials"])
    found = {(match[1] or match[2]).lower() for text in texts for match in _CALLED.finditer(text)}
    return frozenset(found - _NO_NAMES - _kinds()[0].keys() - small)


def places_in(texts: Sequence[str]) -> frozenset[str]:
    """Give the towns and countries that the texts (as written) say somebody is in."""
    found = {match[1].lower() for text in texts for match in _PLACE.finditer(text)}
    return frozenset(found - _NO_NAMES - _kinds()[0].keys() - set(words_of("cast")["grammar"]["places"]))


def cast(
    words: str,
    names: Mapping[str, str],
    children: str,
    places: frozenset[str] = frozenset(),
    called: frozenset[str] = frozenset(),
) -> Cast:
    """Mark the people of a text (plain, lower case); ``names`` as from names_in, ``children`` as a pattern.

    ``names`` may tie a name to the word for a kind of agency as well. A place of ``places`` becomes ⟨l⟩.
    """
    if children:
        called = frozenset(name for name in called if not re.fullmatch(children, name))
    casting = _Casting(names, called)
    words = _kinds()[1].sub(casting.person, words)
    known = "|".join([*map(re.escape, [*names, *sorted(called - places)]), *([children] if children else [])])
    if known:
        words = re.sub(rf"\b(?:{known})\b(?!')", casting.named, words)
    if places:
        words = re.sub(rf"\b(?<=in )(?:{'|'.join(map(re.escape, sorted(places)))})\b", "⟨l⟩", words)
    words = _joined(words, casting.people)
    words = _HE.sub(lambda he: _he(words[: he.start()], casting.people, casting.mark) or "he", words)
    return Cast(words, tuple(casting.people))


class _Casting:
    """The people of one text, collected as their mentions are replaced."""

    def __init__(self, names: Mapping[str, str], called: frozenset[str]) -> None:
        self.people: list[Person] = []
        self._names, self._called = names, called
        self._rooms = frozenset(words_of("cast")["grammar"]["places"])

    def mark(self, kind: str, written: str, none: bool, letter: str) -> str:
        self.people.append(Person(kind, written, none, letter))
        return f"⟨{letter.upper() if none else letter}{len(self.people) - 1}⟩"

    def person(self, match: re.Match[str]) -> str:
        """The mark of a kind of person; a place where somebody is ("at school") stays as it is."""
        if match["who"] in self._rooms and _AT.search(match.string[: match.start()][-24:]):
            return match[0]
        titled = match["titled"] or match["self"]
        if titled:
            return self.mark(titled.replace(".", ""), match[0], bool(match["none"]), "n")
        rows = _kinds()[0]
        kind, letter = rows[next((one for one in _owned(match) if one in rows), match["who"])]
        return self.mark(kind, match[0], bool(match["none"]), letter)

    def named(self, match: re.Match[str]) -> str:
        """The mark of somebody known by name."""
        word = match[0]
        if word in self._names:
            meant = self._names[word]
            kind, letter = _kinds()[0].get(meant, (meant, "w"))
            return self.mark(kind, word, False, letter)
        if word in self._called:
            return self.mark(word, word, False, "n")
        return self.mark("name", word, False, "c")


def _he(before: str, people: Sequence[Person], mark: Callable[[str, str, bool, str], str]) -> str:
    """The mark of the man whom "he" means, if one was named before."""
    men = words_of("cast")["grammar"]["men"]
    for number in reversed(re.findall(r"⟨[pPn](\d+)⟩", before)):
        one = people[int(number)]
        if one.kind in men or one.kind.startswith("mr "):
            return mark(one.kind, "he", False, one.letter.lower())
    return ""


def _owned(match: re.Match[str]) -> list[str]:
    """The word with whose it is, if that is a kind of its own ("her mother")."""
    before = match["before"].split()
    return [f"{before[-1]} {match['who']}"] if before and before[-1] in ("her", "his", "own") else []


def _joined(words: str, people: list[Person]) -> str:
    """A relation and the name beside it as one person: "her sister, Joy," is one."""

    def one(match: re.Match[str]) -> str:
        first, second = people[int(match[2])], people[int(match[5])]
        if first.letter == "n" and second.letter != "n" and "(" in match[3]:
            first = Person(second.kind, first.words, first.none, second.letter)
        elif (
            first.kind != second.kind
            and not (second.letter == "n" and first.letter != "n" and "," not in match[3])
            and not (second.kind == "name" and first.letter == "c")
        ):
            return match[0]
        people[int(match[2])] = Person(
            first.kind, f"{first.words}{match[3]}{second.words}{match[6] or ''}", first.none, first.letter
        )
        return f"⟨{first.letter}{match[2]}⟩"

    return _BESIDE.sub(one, words)


def with_own(told: Cast, kind: str) -> Cast:
    """The same text with "I" and "we" marked as people of the writer's own kind of agency."""
    if not kind:
        return told
    people = list(told.people)

    def own(match: re.Match[str]) -> str:
        people.append(Person(kind, match[0], False, "w"))
        return f"⟨w{len(people) - 1}⟩"

    return Cast(re.sub(r"\b(?:i|we)\b", own, told.words), tuple(people))


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, others in words_of("cast")["kin"].items():
        for other in others:
            found.setdefault(kind, {kind}).add(other)
            found.setdefault(other, {other}).add(kind)
    return {kind: frozenset(others) for kind, others in found.items()}


def may_be_one(kind: str, other: str) -> bool:
    """Whether the words for two kinds of people can stand for the same person."""
    if kind == other:
        return True
    men = [one.startswith("mr ") for one in (kind, other)]
    if any(men) and not all(men):
        return (other if men[0] else kind) in words_of("cast")["grammar"]["men"]
    return other in _alike().get(kind, frozenset())
