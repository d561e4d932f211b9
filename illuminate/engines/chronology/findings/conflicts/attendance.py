"""Which agencies were at a meeting, as each one's account says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.people.cast import kinds_of_people, may_be_one
from illuminate.engines.chronology.findings.lexicon import MEETING, topics, words_of
from illuminate.engines.chronology.findings.reading.direction import Act
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
    if not any(
        kinds[topic] == MEETING or "meeting" in topic for place in group for topic in features[place].held
    ):
        return []
    found: list[tuple[int, Claim]] = []
    here = {features[place].agency for place in group}
    for place in group:
        one = features[place]
        tokens = one.tokens
        marks = _phrases().find(tokens.stems)
        told = {
            (agency, act.place)
            for act in one.acts
            if (agency := _meant(act, one, here, agencies)) not in (None, one.agency)
            and not _a_place(tokens, act.place)
        }
        found += [(place, claim) for claim in _of_others(one, tokens, marks, told, agencies)]
        found += [(place, claim) for claim in _of_itself(one, tokens, marks, told, agencies)]
    return found


def _meant(act: Act, one: Features, here: set[int], agencies: Agencies) -> int | None:
    """The agency that a word means: the writer's own staff, or of several of a kind the one that tells of it too."""
    meant = {number for number in range(len(agencies.names)) if act.bits >> number & 1}
    if not act.named and any(agencies.role[number] == one.role for number in meant):
        return one.agency
    if len(meant) > 1:
        meant &= here - {one.agency}
    return next(iter(meant)) if len(meant) == 1 else None


def _a_place(tokens: Tokens, place: int) -> bool:
    """Whether it is where the meeting was ("at police headquarters")."""
    near = [at for at in range(max(0, place - 2), place) if tokens.sentence[at] == tokens.sentence[place]]
    return any(tokens.words[at] in ("at", "in") for at in near)


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
            if tokens.sentence[mark[0]] == tokens.sentence[at]
            and abs(mark[0] - at) <= 12
            and not _planned(tokens, mark[0])
        ]
        if near:
            absent = any(
                label == "absent" and not _of_the_last(tokens, at, start) for start, _, label in near
            )
            state = "absent" if absent else "present"
            found.append(_claim(agencies.names[agency], state))
        elif _listed(one, tokens, at):
            found.append(_claim(agencies.names[agency], "present"))
    return found


def _of_the_last(tokens: Tokens, at: int, mark: int) -> bool:
    """Whether words behind a list belong to its last agency only ("police, school, GP who sent apologies")."""
    kinds = kinds_of_people()
    behind = [place for place in range(at + 1, mark) if kinds.get(tokens.words[place], ("", ""))[1] == "w"]
    return bool(behind) and not {"and", "&", "or", "nor", "both", "all"} & set(tokens.words[at:mark])


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
    own = [
        label
        for start, end, label in marks
        if tokens.sentence[start] not in sentences and not _another(one, tokens, start, end)
    ]
    if not own:
        return []
    return [_claim(agencies.names[one.agency], "absent" if "absent" in own else "present")]


def _another(one: Features, tokens: Tokens, start: int, end: int) -> bool:
    """Whether it is somebody else who came or did not ("Father did not attend", "apologies from school"), or a plan."""
    rows = words_of("claims")["attendance"]
    before = start
    while before and tokens.clause[before - 1] == tokens.clause[start] and before not in tokens.pauses:
        before -= 1
    ahead, after = tokens.words[before:start], tokens.words[end : end + 3]
    if _planned(tokens, start):
        return True
    if set(ahead) & set(rows["own"]):
        return False
    if tokens.words[end - 1] in rows["given"] and after and after[0] in rows["by"]:
        return not set(after) & set(rows["ours"])
    kinds, own = kinds_of_people(), words_of("awareness")["roles"].get(one.role, "")
    people = [
        kinds[word]
        for place, word in enumerate(ahead)
        if word in kinds and not set(ahead[max(0, place - 2) : place]) & set(rows["beside"])
    ]
    if not people:
        return bool(ahead) and ahead[-1] in one.people
    kind, letter = people[-1]
    return kind not in rows["ours"] and (letter != "w" or (bool(own) and not may_be_one(kind, own)))


def _planned(tokens: Tokens, place: int) -> bool:
    return place > 0 and tokens.words[place - 1] in words_of("claims")["attendance"]["planned"]


def _claim(name: str, state: str) -> Claim:
    return Claim(f"presence of {name}", "who was present", state, f"{name} {state}")
