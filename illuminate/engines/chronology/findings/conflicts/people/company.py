"""Where accounts differ on who was there, who came along, who was seen alone, who translated and who was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.people.awareness import Told, telling_differs
from illuminate.engines.chronology.findings.conflicts.people.cast import cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.names import (
    called_in,
    held_by,
    names_in,
    places_in,
)
from illuminate.engines.chronology.findings.conflicts.people.parts import parts_differ
from illuminate.engines.chronology.findings.conflicts.people.privacy import privacy_differs
from illuminate.engines.chronology.findings.conflicts.people.tasks import tasks_differ
from illuminate.engines.chronology.findings.conflicts.people.together import (
    Account,
    of_a_place,
    presence_differs,
    sat_in,
)
from illuminate.engines.chronology.findings.conflicts.people.translation import translation_differs
from illuminate.engines.chronology.findings.conflicts.people.youngsters import children_differ
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.sieve import Sieve
from illuminate.engines.chronology.findings.text import plain
from illuminate.engines.chronology.model import Entry

Quoted = list[tuple[int, str]]
_OWN = re.compile(r"\b(?:i|me|we|us|pn|hca|gp|dr|practice nurse|by (?:the )?nurse|in surgery|here)\b")
_SEEN_ALONE = re.compile(r"\b(?:seen|spoken to|interviewed|met)(?: \w+)? (?:alone|on (?:her|his) own)\b")
_ON_THE_WAY = frozenset({"ambulance", "hospital"})


def company_differs(
    entries: Sequence[Entry],
    features: Sequence[Features],
    texts: Mapping[int, str],
    children: str,
    agencies: Agencies,
    names: Mapping[str, Mapping[str, str]],
) -> list[tuple[str, Quoted]]:
    """Give (field, [(position, quotation)]); ``texts`` are those of one group, plain and lower case.

    ``names``: those that the case ties to a kind of person, as ``by_opening`` files them.
    """
    told = _accounts(entries, features, texts, children, agencies, names)
    rows = [
        ("seen alone", _between(told, lambda a, b: _privately(a, b, features))),
        ("who was present", _between(told, presence_differs)),
        ("who opened the door", _between(told, _doors)),
        ("children present", _between(told, _children)),
        ("interpreter used", _between(told, lambda a, b: _translated(a, b, features))),
        ("who was told", _between(told, _telling)),
    ]  # fmt: skip
    return [(field, quoted) for field, quoted in (*_one_of(rows), *_parts(told)) if quoted]


def _accounts(
    entries: Sequence[Entry],
    features: Sequence[Features],
    texts: Mapping[int, str],
    children: str,
    agencies: Agencies,
    names: Mapping[str, Mapping[str, str]],
) -> list[Account]:
    written = [entries[features[place].index].event for place in texts]
    known = {
        **_agencies_named(features, texts, agencies),
        **dict(held_by(texts.values(), names)),
        **names_in(written),
    }
    places, called = places_in(written), called_in(written)
    first = min(features[place].start for place in texts)
    return [
        Account(
            place,
            one.agency,
            one.role,
            words,
            replace(cast(words, known, children, places, called), later=one.start > first),
        )
        for place, words in texts.items()
        for one in (features[place],)
    ]


def _one_of(rows: Sequence[tuple[str, Quoted]]) -> list[tuple[str, Quoted]]:
    """Who was at a home or a hearing is a question of its own; then nobody asks besides who was seen alone.

    But if an account says "seen alone" in so many words, that is what is asked.
    """
    found = dict(rows)
    there, alone = found["who was present"], found["seen alone"]
    here, both = ({place for place, _ in quoted} for quoted in (there, alone))
    if any(_SEEN_ALONE.search(quote) for _, quote in alone) and here <= both:
        found["who was present"] = []
    elif any(of_a_place(quote) for _, quote in there) and both <= here:
        found["seen alone"] = []
    return list(found.items())


def _privately(one: Account, other: Account, features: Sequence[Features]) -> tuple[str, str] | None:
    """Alone at the surgery on Friday, and not alone in the cubicle on Monday, are two encounters."""
    if {features[one.place].role, features[other.place].role} == _ON_THE_WAY:
        return None
    if not one.privacy or not other.privacy:
        return sat_in(one, other)
    early, late = sorted((one, other), key=lambda account: features[account.place].start)
    if (
        features[late.place].start > features[early.place].end
        and late.privacy
        and _OWN.search(late.privacy.quote)
    ):
        return None
    return privacy_differs(one.privacy, other.privacy) or sat_in(one, other)


def _translated(one: Account, other: Account, features: Sequence[Features]) -> tuple[str, str] | None:
    """Who translated for the crew need not be who translated at the hospital."""
    if {features[one.place].role, features[other.place].role} == _ON_THE_WAY:
        return None
    return translation_differs(one.translated, other.translated) if one.translated else None


def _children(one: Account, other: Account) -> tuple[str, str] | None:
    return children_differ(one.children, other.children) if one.children else None


def _telling(one: Account, other: Account) -> tuple[str, str] | None:
    """Who was told, or whose task it was to tell."""
    told = telling_differs(*_of_two(one, other)) if one.told else None
    return told or (tasks_differ(one.tasks, other.tasks) if one.tasks else None)


def _parts(told: Sequence[Account]) -> list[tuple[str, Quoted]]:
    """Who did what, a field for each kind of deed."""
    found: dict[str, dict[int, str]] = {}
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            if one.agency == other.agency or not one.parts:
                continue
            for field, mine, theirs in parts_differ(
                one.parts, other.parts, frozenset({one.role, other.role})
            ):
                quoted = found.setdefault(field, {})
                quoted.setdefault(one.place, mine)
                quoted.setdefault(other.place, theirs)
    return [(field, sorted(quoted.items())) for field, quoted in found.items()]


def _of_two(one: Account, other: Account) -> tuple[Sequence[Told], Sequence[Told]]:
    """What each says of who was told; of two schools, nothing that may be said of the one or of the other."""
    if one.role != other.role:
        return one.told, other.told
    own = words_of("awareness")["roles"].get(one.role)
    mine, theirs = ([told for told in row.told if told.who != own] for row in (one, other))
    return mine, theirs


def _agencies_named(
    features: Sequence[Features], texts: Mapping[int, str], agencies: Agencies
) -> dict[str, str]:
    """The first words of the agencies' names, each with a word for its kind, where no other agency shares them."""
    known, first = words_of("awareness")["roles"], _first_words(agencies)
    told = (features[place] for place in texts)
    return {first[one.agency]: known[one.role] for one in told if one.agency in first and one.role in known}


@lru_cache(maxsize=4)
def _first_words(agencies: Agencies) -> Mapping[int, str]:
    names = [plain(name).split() for name in agencies.names]
    count = Counter(" ".join(name[:2]) for name in names)
    return {
        number: word
        for number, name in enumerate(names)
        if len(name) > 2 and count[word := " ".join(name[:2])] == 1
    }


def _between(told: Sequence[Account], differ: Callable[[Account, Account], tuple[str, str] | None]) -> Quoted:
    found: dict[int, str] = {}
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            quotes = differ(one, other) if one.agency != other.agency else None
            if quotes:
                found.setdefault(one.place, quotes[0])
                found.setdefault(other.place, quotes[1])
    return sorted(found.items())


def _doors(one: Account, other: Account) -> tuple[str, str] | None:
    if not one.doors or not other.doors:
        return None
    if any(may_be_one(mine.kind, theirs.kind) for mine in one.doors for theirs in other.doors):
        return None
    return one.doors[0].quote, other.doors[0].quote


@cache
def _asked() -> list[tuple[str, Sieve]]:
    who = "|".join(sorted(map(re.escape, _agencies()), key=len, reverse=True))
    return [
        (state, Sieve([rf"\b{written.replace('WHO', who)}"]))
        for state, known in words_of("company")["actions"].items()
        for written in known
    ]


@cache
def _agencies() -> dict[str, str]:
    return {word: kind for kind, known in words_of("cast")["worker"].items() for word in known}


def actions_in(words: str) -> Iterator[Claim]:
    """Give of which agencies a meeting is said to have asked something, or nothing."""
    for state, pattern in _asked():
        for match in pattern.finditer(words):
            told = next(group for group in match.groups() if group)
            yield Claim(f"action for {_agencies()[told]}", "outcome", state, match.group(0).strip())
