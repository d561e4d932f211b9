"""A contact that an agency has of its own: a visit, a call, an appointment with somebody the case is about.

Two such contacts on a day are two, however alike they read, unless one of them speaks of the other's agency.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.deeds import small as people_of
from illuminate.engines.chronology.findings.reading.mentions import Mention
from illuminate.engines.chronology.findings.text import Phrases, Tokens

VISIT, CALL, CALLER, SEEN = "visit", "call", "caller", "seen"
_OPENING, _BEGINNING = 16, 9  # words in which an entry says what contact it is, and that somebody was seen
_FEW = 6  # words that are no more than a heading
_Near = Callable[[int, int], bool]


@cache
def _small(name: str) -> frozenset[str]:
    return frozenset(words_of("contacts")["small"][name])


@cache
def _cues() -> frozenset[str]:
    names = ("visit", "goes_to", "ring", "call", "speak", "appointment", "meet", "came")
    return frozenset().union(*map(_small, names))


@cache
def stranger_phrases() -> Phrases:
    """The words by which an entry says that it is about somebody else."""
    phrases = Phrases()
    phrases.add("stranger", words_of("contacts")["stranger"]["words"])
    return phrases


def contacts(tokens: Tokens, people: Collection[str], named: Sequence[Mention]) -> frozenset[str]:
    """Give the kinds of contact that the entry opens with, none where an agency is at the other end."""
    words = tokens.words[: _opening(tokens)]
    if _cues().isdisjoint(words):
        return frozenset()
    taken = {at for one in named for at in range(one.start, one.end)}

    def person(first: int, last: int) -> bool:
        """Whether somebody stands within these places, and no agency before or with them."""
        return taken.isdisjoint(range(max(0, first - 2), last)) and any(
            _somebody(word, people) for word in words[max(0, first) : last]
        )

    found = {_kind(words, at, person) for at, word in enumerate(words) if word in _cues()}
    return frozenset(found - {""})


def _opening(tokens: Tokens) -> int:
    """Where the opening ends: with the first sentence that says more than a few words, or before the outcome."""
    for at in range(min(_OPENING, len(tokens.words))):
        if at == tokens.response or (at > _FEW and tokens.sentence[at] > tokens.sentence[at - 1]):
            return at
    return min(_OPENING, len(tokens.words))


def _somebody(word: str, people: Collection[str]) -> bool:
    word = word.removesuffix("'s")
    return (
        word in people
        or word in people_of("people")
        or word in _small("pronouns")
        or word in _small("public")
    )


def _kind(words: Sequence[str], at: int, person: _Near) -> str:
    word, after = words[at], words[at + 1 : at + 2]
    if word in _small("visit"):
        return VISIT if at < _BEGINNING and not _small("another") & set(words[max(0, at - 1) : at]) else ""
    if word in _small("goes_to") and after == ["at"]:
        return VISIT
    if word in _small("call") and _small("followup") & set(after):
        return CALL
    if word in _small("call") and _small("onward") & set(after):
        return CALL if person(at + 2, at + 5) else ""
    if word in _small("call") and _small("back") & set(after):
        return CALLER if person(at + 2, at + 6) else ""
    if word in _small("ring"):
        return CALLER if person(at - 1, at) else CALL if person(at + 1, at + 3) else ""
    if word in _small("speak"):
        return CALL if person(at + 2, at + 4) else ""
    if word in _small("came") and _small("ours") & set(after) and at < _BEGINNING:
        return SEEN
    if word in _small("appointment") or (word in _small("meet") and at < _BEGINNING):
        return SEEN
    return ""
