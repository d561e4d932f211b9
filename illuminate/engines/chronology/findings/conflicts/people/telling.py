"""Who was told or knew, read from the grammar of a sentence: the object of telling, or the subject of knowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.conflicts.people.clauses import Deed, deeds_in, number_of, speaker
from illuminate.engines.chronology.findings.lexicon import words_of

_TELLS = {"done": "yes", "denied": "not", "meant": "plan", "secret": "secret"}


@dataclass(frozen=True, slots=True)
class Hearing:
    """That somebody was told or knows: yes, not, plan, secret or found, and where the words stand."""

    who: str
    letter: str
    value: str
    start: int
    end: int


@cache
def _verbs() -> Mapping[str, str]:
    return {word: name for name, known in words_of("clauses")["telling"].items() for word in known}


@cache
def _small(name: str) -> frozenset[str]:
    return frozenset(words_of("clauses")["told"][name])


def hearings_in(told: Cast, own: str) -> Iterator[Hearing]:
    """Give who is said to have been told; ``told`` has "we" marked as the writer's own kind of agency, ``own``."""
    for deed in deeds_in(told.words, _verbs()):
        if deed.verb == "consents":
            heard, value = deed.doers, "yes" if deed.manner == "done" and deed.rest[:1] == ("to",) else ""
        elif deed.verb in ("knows", "finds out", "gets"):
            heard, value = deed.doers, _known(deed)
        else:
            heard, value = _recipients(deed), _TELLS[deed.manner]
        if not value or _elsewhere(deed):
            continue
        for one in heard:
            said_by = speaker(one, deed.before, told)
            person = _person(one if said_by is None else f"⟨s{said_by}⟩", told, own)
            if person and (person[1:2] != ("w",) or value != "yes" or _by_agency(deed, told)):
                yield Hearing(*person[:2], _denied(value) if person[2] else value, deed.start, deed.end)


def _by_agency(deed: Deed, told: Cast) -> bool:
    """Whether nobody else than an agency told it: a mother who rang us is not an agency that did."""
    numbers = (number_of(one) for one in (deed.by if deed.passive else deed.doers))
    return all(told.people[number].letter == "w" for number in numbers if number is not None) and not (
        {"she", "he", "?"} & set(deed.doers)
    )


def _recipients(deed: Deed) -> tuple[str, ...]:
    """Those to whom something is told: "told her", "passed it to her", "she was told"."""
    if deed.verb == "gives" and _small("news").isdisjoint((*deed.before[-6:], *deed.rest[:8])):
        return ()
    if deed.verb == "tells to" or (deed.verb == "gives" and deed.to):
        return deed.to
    if deed.passive and not deed.whom:
        named = tuple(one for one in deed.doers if one != "nobody")
        return named or deed.doers or ("we",)
    return deed.whom if deed.doers != ("?",) or deed.manner != "denied" else ()


def _known(deed: Deed) -> str:
    """What a sentence says of somebody's knowing: yes, not, or found out by themselves."""
    rest = deed.rest[:6]
    if deed.verb == "gets":
        of_news = not deed.passive and not _small("news").isdisjoint(rest[:4])
        return {"done": "yes", "denied": "not"}.get(deed.manner, "") if of_news else ""
    if deed.verb == "finds out":
        return "found" if deed.manner == "done" and rest[:1] == ("out",) else ""
    if deed.manner in ("meant", "secret"):
        return "secret" if deed.manner == "secret" else ""
    if deed.manner == "denied" or (rest[:1] and rest[0] in _small("nothing")) or "first" in deed.before[-6:]:
        closing = bool(rest) and rest[0] in _small("the") and _small("knowable").isdisjoint(rest[:4])
        return "" if closing else "not"  # a password that she did not know is nothing that she was not told
    if any(word in _small("by_chance") for word in rest):
        return "found"
    return "yes" if rest[:1] and rest[0] in _small("of") else ""


def _elsewhere(deed: Deed) -> bool:
    """Whether it is a question, a condition, or somebody's manner of speaking."""
    if deed.verb == "consents":
        return False
    return not _small("unsure").isdisjoint(deed.before[-6:]) or (
        deed.verb == "tells" and deed.rest[:1] != () and deed.rest[0] in _small("no_telling")
    )


def _person(one: str, told: Cast, own: str) -> tuple[str, str, bool] | None:
    """The kind and letter of one who is told, and whether the words say that it was none of them."""
    number = number_of(one)
    if number is not None:
        person = told.people[number]
        return person.kind, person.letter, person.none
    if one in ("us", "me", "we", "i"):
        return (own, "w", False) if own else None
    if one in ("nobody", "anyone", "anybody", "everyone"):
        return "anyone", "a", one == "nobody"
    return ("somebody", "s", False) if one in ("she", "he", "they", "her", "him", "them") else None


def _denied(value: str) -> str:
    return "not" if value in ("yes", "not") else value
