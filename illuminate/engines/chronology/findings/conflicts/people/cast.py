"""Whom a text speaks of: each mention of a person replaced by a mark, so one grammar fits all words for people.

A mark is ⟨c7⟩, or ⟨C7⟩ where the text denies them ("no", "neither"): a letter for what they are to the record (s: whom
it is about, p: private, c: child, w: at work, n: known by name only) and the number of the mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of

_CLASSES = {"self": "s", "child": "c", "private": "p", "worker": "w"}
_MARK = re.compile(r"⟨[a-zA-Z](\d+)⟩")
_BESIDE = re.compile(r"⟨([a-z])(\d+)⟩(,? \(?|,? ?\()⟨([a-z])(\d+)⟩(\)|,)?")
_HE = re.compile(r"\bhe\b")
_NOT_OWNER = (  # "her sister's house" speaks of no sister; "in her sister's presence" does
    r"(?!'(?!s? (?:knowledge|consent|awareness|presence|absence|back|voice|being))|-(?!in)|/\w)"
    r"(?<!in person)(?! (?:liaison|support service|impact|statement|personal))"
)
_TITLED = r"mr\.? [a-z][a-z'-]*"
_SELVES = r"(?:mrs|ms|miss)\.? [a-z][a-z'-]*"
_UNSAID = re.compile(  # the writer's own deed in a note without a subject
    r"(?:^|(?<=[.;] ))(?=(?:(?:went|gone|sat|stayed|waited|stood|remained|travelled)(?: \w+){0,3}"
    r" (?:with|beside|by|next to|alongside)"
    r"|accompanied|supported|drove|took) (?:her|him|them|both|(?:⟨[sn]\d+⟩)(?: and ⟨\w+⟩)?|the (?:pair|two|couple))\b)"
)
_AGES = re.compile(
    r"(?<=⟩),? \(?(?:both |aged? |now )?\d{1,2}(?: ?(?:yrs?|years?|months?|mths?|weeks?|wks?|m|y))?(?: old)?"
    r"(?:(?:,| and|,? &|/) ?\d{1,2}(?: ?(?:yrs?|years?|months?|mths?|m|y))?(?: old)?)*(?:\)|,)(?= |$)"
)
_REMARK = re.compile(  # "her brother (yr 9)", "hv a.b."
    r"(?<=⟩) \([^)⟨]{1,14}\)|(?<=⟩) (?:[a-z]\.){2}(?= )"
)
_OWNER = re.compile(r"\b([a-z]+)'s $")
_THEY = re.compile(r"\bthey(?='d| (?:had|were|was|slept|stayed|went))\b")
_AT = re.compile(r"\b(?:at|in|into|inside|outside|near|attend(?:s|ed|ing)?|leaving|left|visited)(?: the)? $")


@dataclass(frozen=True, slots=True)
class Person:
    """One mention: what they are, as written, and whether the text says that it was not them or none of them."""

    kind: str
    words: str
    none: bool
    letter: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A text (plain, lower case) whose people are marks, and the people; ``later``: others told of the day first."""

    words: str
    people: tuple[Person, ...]
    later: bool = False

    def quote(self, start: int, end: int) -> str:
        """The words of a part as they were written."""
        return _MARK.sub(lambda mark: self.people[int(mark[1])].words, self.words[start:end]).strip(" ,;:.")


def kinds_of_people() -> Mapping[str, tuple[str, str]]:
    """Give every word for a person with the kind that it means and the letter of its mark."""
    return _kinds()[0]


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
    known = [re.escape(name) for name in [*names, *sorted(called - places)] if name in words]
    if known or children:
        either = "|".join([*known, *([children] if children else [])])
        words = re.sub(rf"\b(?:{either})\b(?!')", casting.named, words)
    if there := [re.escape(place) for place in sorted(places) if place in words]:
        words = re.sub(rf"\b(?<=in )(?:{'|'.join(there)})\b", "⟨l⟩", words)
    words = _joined(words, casting.people)
    words = _REMARK.sub("", _AGES.sub("", words))
    words = _HE.sub(lambda he: _he(words[: he.start()], casting.people, casting.mark) or "he", words)
    words = _THEY.sub(lambda they: _they(words[: they.start()], casting) or "they", words)
    words = words.replace("⟩'d ", "⟩ had ")
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
        if titled and titled.replace(".", "") in self._names:
            rows = _kinds()[0]
            meant = self._names[titled.replace(".", "")]
            kind, letter = rows.get(meant, (meant, "w"))
            return self.mark(kind, match[0], bool(match["none"]), letter)
        if titled:
            return self.mark(titled.replace(".", ""), match[0], bool(match["none"]), "n")
        rows = _kinds()[0]
        owned = [*_owned(match), *self._his(match)]
        kind, letter = rows[next((one for one in owned if one in rows), match["who"])]
        return self.mark(kind, match[0], bool(match["none"]), letter)

    def _his(self, match: re.Match[str]) -> list[str]:
        """The word for a parent of a man whom the case knows by name ("Craig's mother")."""
        owner = _OWNER.search(match.string[max(0, match.start() - 24) : match.start()])
        man = owner and self._names.get(owner[1]) in words_of("cast")["grammar"]["men"]
        return [f"his {match['who']}"] if man else []

    def named(self, match: re.Match[str]) -> str:
        """The mark of somebody known by name."""
        word = match[0]
        if word in self._names:
            meant = self._names[word]
            kind, letter = _kinds()[0].get(meant, (meant, "w"))
            return self.mark(kind, word, False, letter)
        if word in self._called:
            return self.mark(word, word, False, "n")
        return self.mark(f"name {word}", word, False, "c")


def _he(before: str, people: Sequence[Person], mark: Callable[[str, str, bool, str], str]) -> str:
    """The mark of the man whom "he" means, if one was named before."""
    men = words_of("cast")["grammar"]["men"]
    for number in reversed(re.findall(r"⟨[pPn](\d+)⟩", before)):
        one = people[int(number)]
        if one.kind in men or one.kind.startswith("mr "):
            return mark(one.kind, "he", False, one.letter.lower())
    return ""


def _they(before: str, casting: _Casting) -> str:
    """The mark of the children whom "they" means, if nobody else was named after them."""
    last = re.findall(r"⟨([a-z])(\d+)⟩", before)[-1:]
    if not last or last[0][0] != "c":
        return ""
    one = casting.people[int(last[0][1])]
    several = one.kind in words_of("cast")["grammar"]["several"]
    return casting.mark(one.kind, "they", False, "c") if several else ""


def _owned(match: re.Match[str]) -> list[str]:
    """The word with whose it is, if that is a kind of its own ("her mother")."""
    before = match["before"].split()
    return [f"{before[-1]} {match['who']}"] if before and before[-1] in ("her", "his", "own") else []


def _joined(words: str, people: list[Person]) -> str:
    """A relation and the name beside it as one person: "her sister, Joy," is one."""

    def one(match: re.Match[str]) -> str:
        first, second = people[int(match[2])], people[int(match[5])]
        if first.letter == "n" and second.letter != "n" and ("(" in match[3] or match[6] == ","):
            first = Person(second.kind, first.words, first.none, second.letter)
        elif (
            not (
                first.letter == "w" and second.words.isalpha() and match[3] == " "
            )  # "Dr Wes" is no partner Wes
            and first.kind != second.kind
            and not (second.letter == "n" and first.letter != "n" and "," not in match[3])
            and not (second.kind.startswith("name ") and first.letter == "c")
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

    words = _UNSAID.sub(lambda verb: own(verb) + " ", told.words)
    words = re.sub(
        r"\b(?:i|we|(?:(?<=by )|(?<=without )|(?<=left to )|(?<=down to ))(?:me|us))\b", own, words
    )
    return Cast(words, tuple(people), told.later)


_OF_HER = re.compile(r"\b(?:she|her|hers|mother|mum)\b|⟨c")


def with_him(told: Cast) -> Cast:
    """The same text with a "he" of whom nothing else is known marked as a man, if it is about a woman or a child."""
    if not _OF_HER.search(told.words):
        return told
    people = list(told.people)

    def man(match: re.Match[str]) -> str:
        people.append(Person("man", match[0], False, "p"))
        return f"⟨p{len(people) - 1}⟩"

    words = re.sub(r"\bhe\b", man, told.words).replace("⟩'d ", "⟩ had ")
    return Cast(words, tuple(people), told.later)


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
    if kind.startswith("name ") or other.startswith("name "):  # two children of other names are two
        bare = [one.partition(" ")[0] if one.startswith("name ") else one for one in (kind, other)]
        return bare[0] != bare[1] and may_be_one(*bare)
    if _initialled(kind, other) or _initialled(other, kind):
        return True
    men = [one.startswith("mr ") for one in (kind, other)]
    if any(men) and not all(men):
        return (other if men[0] else kind) in words_of("cast")["grammar"]["men"]
    return other in _alike().get(kind, frozenset())


def _initialled(kind: str, other: str) -> bool:
    """Whether "rh" may be "mr h" or "mr harper"."""
    title, _, name = kind.partition(" ")
    if title not in ("mr", "mrs", "ms", "miss"):
        return False
    return (len(other) == 2 and name[:1] == other[1]) or other == f"{title} {name[:1]}"
