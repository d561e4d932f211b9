"""Which agencies were at a meeting, as each one's account says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.lexicon import MEETING, topics, words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.text import Phrases, Tokens
from illuminate.engines.chronology.model import Entry


@cache
def _phrases() -> Phrases:
    phrases = Phrases()
    phrases.add("absent", words_of("claims")["attendance"]["absent"])
    phrases.add("present", words_of("claims")["attendance"]["present"])
    return phrases


def attendance(
    entries: Sequence[Entry], features: Sequence[Features], group: Sequence[int], agencies: Agencies
) -> list[tuple[int, Claim]]:
    """Give who says that which agency was there or was not."""
    kinds = topics()[1]
    if not any(kinds[topic] == MEETING for place in group for topic in features[place].held):
        return []
    found: list[tuple[int, Claim]] = []
    for place in group:
        one = features[place]
        tokens = one.tokens
        marks = _phrases().find(tokens.stems)
        told = {
            (act.bits.bit_length() - 1, act.place)
            for act in one.acts
            if act.bits and act.bits & (act.bits - 1) == 0
        }
        found += [(place, claim) for claim in _of_others(one, tokens, marks, told, agencies)]
        found += [(place, claim) for claim in _of_itself(one, tokens, marks, told, agencies)]
    return found


def _of_others(
    one: Features,
    tokens: Tokens,
    marks: Sequence[tuple[int, int, str]],
    told: set[tuple[int, int]],
    agencies: Agencies,
) -> list[Claim]:
    found: list[Claim] = []
    for agency, at in sorted(told):
        near = [
            mark
            for mark in marks
            if tokens.sentence[mark[0]] == tokens.sentence[at] and abs(mark[0] - at) <= 9
        ]
        if near:
            state = "absent" if any(label == "absent" for _, _, label in near) else "present"
            found.append(_claim(agencies.names[agency], state))
        elif _listed(one, tokens, at):
            found.append(_claim(agencies.names[agency], "present"))
    return found


def _listed(one: Features, tokens: Tokens, at: int) -> bool:
    """Whether the agency stands in the sentence that names the meeting ("Strategy discussion: police, school")."""
    kinds, phrases = topics()[1], topics()[0]
    sentence = tokens.sentence[at]
    return any(
        kinds[topic] == MEETING and topic in one.held and tokens.sentence[start] == sentence and start < at
        for start, _, topic in phrases.find(tokens.stems)
    )


def _of_itself(
    one: Features,
    tokens: Tokens,
    marks: Sequence[tuple[int, int, str]],
    told: set[tuple[int, int]],
    agencies: Agencies,
) -> list[Claim]:
    sentences = {tokens.sentence[at] for _, at in told}
    own = [label for start, _, label in marks if tokens.sentence[start] not in sentences]
    if not own:
        return []
    return [_claim(agencies.names[one.agency], "absent" if "absent" in own else "present")]


def _claim(name: str, state: str) -> Claim:
    return Claim(f"presence of {name}", "who was present", state, f"{name} {state}")
