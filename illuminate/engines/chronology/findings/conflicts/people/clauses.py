"""What is done in a sentence: the verb, who does it and to whom, and whether it is denied or only meant.

A reader of sentences in which people are marks (see cast.py). Whatever words stand between a verb and its people, it
finds them as grammar does: "was never, as far as I know, told" and "nobody there had told" need no pattern.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.lexicon import words_of

_TOKEN = re.compile(
    r"⟨[a-zA-Z]\d+⟩|no[- ]?one\b|[a-z]+(?=n't\b)|n't\b|'(?:d|s|ve|ll|re|m)\b"
    r"|[a-z0-9£](?:[a-z0-9/&-]*[a-z0-9])?|[.;:!?\n,()]"
)
_ENDS = frozenset(".;:!?\n()")
_MARK = re.compile(r"⟨([a-zA-Z])(\d+)⟩")
_FAR = 9  # words behind a verb within which "to" and "by" belong to it


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb. ``doers``, ``whom``, ``to``, ``by``: marks and pronouns; no doer: the note leaves the subject out.

    ``manner`` is done, denied, meant or secret (meant not to be). ``rest`` are the words behind the verb.
    """

    verb: str
    doers: tuple[str, ...]
    whom: tuple[str, ...]
    to: tuple[str, ...]
    by: tuple[str, ...]
    passive: bool
    manner: str
    start: int
    end: int
    before: tuple[str, ...]
    rest: tuple[str, ...]


@cache
def small(name: str) -> frozenset[str]:
    """One of the lists of small words that the reader steers by."""
    return frozenset(words_of("clauses")["small"][name])


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens of one sentence and where they stand in the text."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def _lines(text: str) -> Iterator[_Line]:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        if match[0] in _ENDS or match[0] in small("parting"):
            if words:
                yield _Line(words, starts, ends)
            words, starts, ends = [], [], []
            continue
        words.append("nobody" if match[0] in small("nobody") else match[0])
        starts.append(match.start())
        ends.append(match.end())
    if words:
        yield _Line(words, starts, ends)


def deeds_in(text: str, verbs: Mapping[str, str]) -> Iterator[Deed]:
    """Give each deed of a text; ``verbs`` gives a name to each form of the verbs that are looked for."""
    for line in _lines(text):
        last: tuple[str, ...] = ()
        for place, word in enumerate(line.words):
            if word in verbs:
                deed = _deed(line, place, verbs[word], last)
                last = deed.doers or last
                yield deed


def _deed(line: _Line, place: int, verb: str, last: tuple[str, ...]) -> Deed:
    first = place
    while first and (line.words[first - 1] in small("chain") or line.words[first - 1].endswith("ly")):
        first -= 1
    chain = line.words[first:place]
    doers, start = _doers(line, first, last)
    whom = _whom(line.words, place + 1)
    to, until = _behind(line, place, small("toward"))
    by, end = _behind(line, place, frozenset({"by"}))
    reached = max(place + 1 + _width(line.words, place + 1, whom), until if to else 0, end if by else 0)
    return Deed(
        verb, doers, whom, to, by,
        passive=_passive(line, chain, place, whom),
        manner=_manner(line, chain, first, doers),
        start=line.starts[start],
        end=line.ends[min(reached, len(line.words)) - 1],
        before=tuple(line.words[:place]),
        rest=tuple(line.words[place + 1 :]),
    )  # fmt: skip


def _doers(line: _Line, first: int, last: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Who stands before a verb, and the place of the first of them."""
    at = first
    while at and line.words[at - 1] in small("between"):
        at -= 1
    while at > 1 and line.words[at - 1] in small("saying") | small("between"):
        at -= 1
    if at == 0:
        return (last if first else ()), 0
    if (at < first or line.words[at - 1] in small("carrying")) and not _is_person(line.words[at - 1]):
        return last, first
    found: list[str] = []
    while at and (
        _is_person(line.words[at - 1]) or (found and line.words[at - 1] in ("and", "&", ",", "nor", "or"))
    ):
        at -= 1
        if _is_person(line.words[at]):
            found.append(line.words[at])
    if found and at > 1 and line.words[at - 1] in small("of") and line.words[at - 2] == "nobody":
        return (*found, "nobody"), at - 2
    return (tuple(found), at) if found else (("?",), first)


def _is_person(word: str) -> bool:
    return word[0] == "⟨" or word in small("pronouns")


def people_at(words: Sequence[str], place: int) -> tuple[str, ...]:
    """The people who are named right at a place, "the duty" and the like left out."""
    while place < len(words) and words[place] in small("skipped"):
        place += 1
    found: list[str] = []
    while place < len(words) and (_is_person(words[place]) or (found and words[place] in ("and", "&", ","))):
        if _is_person(words[place]):
            found.append(words[place])
        place += 1
    return tuple(found)


def _whom(words: Sequence[str], place: int) -> tuple[str, ...]:
    """Those to whom it is done; who does something themselves there ("told he was out") is not one of them."""
    found = people_at(words, place)
    after = place + _width(words, place, found[-1:])
    return () if found and after < len(words) and words[after] in small("finite") else found


def _width(words: Sequence[str], place: int, whom: tuple[str, ...]) -> int:
    """How many words there are to the end of the first of those who are named right at a place."""
    if not whom:
        return 0
    return next(step for step, word in enumerate(words[place:]) if word == whom[0]) + 1


def _behind(line: _Line, place: int, links: Container[str]) -> tuple[tuple[str, ...], int]:
    """The people behind small words that belong to a verb, and the place after the first of them."""
    people: tuple[str, ...] = ()
    end = 0
    for at in range(place + 1, min(place + _FAR, len(line.words) - 1)):
        if line.words[at] in small("closing"):
            break
        if line.words[at] in links and (found := people_at(line.words, at + 1)):
            people, end = (*people, *found), end or at + 1 + _width(line.words, at + 1, found)
    return people, end


def _passive(line: _Line, chain: Sequence[str], place: int, whom: tuple[str, ...]) -> bool:
    if any(word in small("be") for word in chain):
        return True
    if any(word in small("active") for word in chain) or whom or line.words[place] in small("never_passive"):
        return False
    behind = line.words[place + 1] if place + 1 < len(line.words) else ""
    return behind in small("after_passive") or not behind or "/" in behind


def _manner(line: _Line, chain: Sequence[str], first: int, doers: tuple[str, ...]) -> str:
    """Whether it was done, denied, meant, or meant not to be done."""
    denied = any(word in small("not") for word in chain) or _none(doers)
    if not any(word in small("meant") for word in chain):
        return "denied" if denied else "done"
    before = [word for word in line.words[max(0, first - 5) : first] if word not in small("skipped")]
    if "to" in chain:
        near = set(before[-3:]) | set(chain)
        if near & small("left_undone"):
            return "denied"
        if near & small("unwilling") or ("not" in before[-3:] and near & small("wanting")):
            return "secret"
        if near & small("in_order") and not denied:
            return "done"
    return "secret" if denied else "meant"


def _none(doers: tuple[str, ...]) -> bool:
    return any(one == "nobody" or ((match := _MARK.match(one)) and match[1].isupper()) for one in doers)


def number_of(person: str) -> int | None:
    """The number of a mention; None of a pronoun."""
    match = _MARK.match(person)
    return int(match[2]) if match else None


def speaker(pronoun: str, before: Sequence[str], told: Cast) -> int | None:
    """Whom "she" or "he" means behind "her sister says": the number of the mention."""
    at = max((place for place, word in enumerate(before) if word == pronoun), default=0)
    while at > 1 and before[at - 1] in small("saying"):
        at -= 1
    number = number_of(before[at - 1]) if at and before[at] in small("saying") else None
    if number is None:
        return None
    person, grammar = told.people[number], words_of("cast")["grammar"]
    fits = person.kind in grammar["men"] if pronoun == "he" else person.kind in (*grammar["women"], "self")
    return number if fits else None
