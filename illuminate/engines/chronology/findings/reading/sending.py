"""The words around a sending: whether it really went, or was only talked about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import grammar, words_of
from illuminate.engines.chronology.findings.reading.mentions import Mention
from illuminate.engines.chronology.findings.text import Found, Phrases, Tokens

_TURNED_DOWN = frozenset({"declin", "refus", "cancel", "unsent"})
_AGREED = frozenset({"agre", "agreed", "agree"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Positions of words that tell about sending; ``kinds`` are (start, end, kind of paper)."""

    hedge: tuple[int, ...]
    deny: tuple[int, ...]
    leave: tuple[int, ...]
    arrive: tuple[int, ...]
    cancel: tuple[int, ...]
    kinds: tuple[tuple[int, int, str], ...]


@cache
def cue_phrases() -> Phrases:
    """The words of sending, hedging and denying, each under the name of its list."""
    phrases = Phrases()
    for name in ("hedge", "deny", "leave", "arrive", "cancel"):
        phrases.add(name, words_of("acts")[name]["words"])
    return phrases


def cues_of(cues: Found, papers: Found) -> Cues:
    """Sort what was found by its kind."""
    found: dict[str, list[int]] = {"hedge": [], "deny": [], "leave": [], "arrive": [], "cancel": []}
    for start, _, label in cues:
        found[label].append(start)
    hedge, deny, leave, arrive, cancel = (tuple(places) for places in found.values())
    return Cues(hedge, deny, leave, arrive, cancel, tuple(papers))


def same_clause(tokens: Tokens, left: int, right: int) -> bool:
    """Whether two words stand in one clause."""
    return tokens.clause[left] == tokens.clause[right]


def done(tokens: Tokens, one: Mention, cues: Cues) -> bool:
    """Whether what is said to go out really went, by the words around it and by the outcome."""
    here, part = tokens.sentence[one.start], tokens.clause[one.start]
    went = [place for place in cues.leave if tokens.sentence[place] == here and place != one.start]
    if any(
        tokens.words[place] in grammar("bare") and tokens.clause[place] == part and not _noted(tokens, place)
        for place in range(max(0, one.start - 8), one.start)
    ):
        return False
    hedged = [
        place for place in cues.hedge if tokens.clause[place] == part and _hedges(tokens, one, place, cues)
    ]
    if any(tokens.clause[place] == part and place < one.end for place in cues.deny):
        return False
    if 0 <= tokens.response < len(tokens.stems) and tokens.stems[tokens.response] in _TURNED_DOWN:
        return False
    if cues.cancel and any(tokens.sentence[place] >= here for place in cues.cancel):
        return False
    if hedged and all(tokens.stems[place] in _AGREED for place in hedged):
        return any(place > one.end for place in cues.leave)
    return not hedged or any(place > max(hedged) and tokens.clause[place] != part for place in went)


def _hedges(tokens: Tokens, one: Mention, place: int, cues: Cues) -> bool:
    """Whether a hedging word is about the sending, not about what the letter asks."""
    if one.start <= place < one.end:
        return False  # "Housing Needs", "Housing Options": the name of the office
    if _asks_for(tokens, place, cues):
        return False
    if place < one.end:
        return True
    if tokens.words[place] == "to" and any(
        tokens.clause[at] == tokens.clause[one.start] and at < one.start for at in cues.leave
    ):
        return False  # "e-mailed housing to ask": the asking is what was e-mailed
    return place - one.end <= 4 and not any(
        tokens.words[at] in grammar("content") for at in range(one.end, place)
    )


def _asks_for(tokens: Tokens, place: int, cues: Cues) -> bool:
    """ "Request for information about her sent to housing": what is asked for, not talk about a sending."""
    return any(
        kind == "request" and (start <= place < end or (end == place - 1 and tokens.words[end] == "for"))
        for start, end, kind in cues.kinds
    )


def _noted(tokens: Tokens, place: int) -> bool:
    """ "Refer housing." at the head of a sentence is how a deed is noted, "GP to refer" how a plan is."""
    first = place == 0 or tokens.sentence[place - 1] != tokens.sentence[place]
    return tokens.words[place] == "refer" and first
