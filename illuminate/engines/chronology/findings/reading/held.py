"""Which meetings an entry tells of as held that day, not as referred to, minuted or booked."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.findings.lexicon import JOINT, MEETING, grammar, topics
from illuminate.engines.chronology.findings.text import Found, Tokens

_ORDINALS = ("1st first one", "2nd second two", "3rd third three", "4th fourth", "5th fifth")
_NUMBER = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_TO_IT = frozenset({"to", "the", "at", "in"})


def held_in(tokens: Tokens, found: Found) -> dict[str, int]:
    """Meetings that took place here, not those that were referred to, minuted or booked; with their number."""
    kinds = topics()[1]
    held: dict[str, int] = {}
    for start, end, topic in found:
        if kinds[topic] not in (MEETING, JOINT):
            continue
        before = [
            tokens.words[at]
            for at in range(max(0, start - 2), start)
            if tokens.clause[at] == tokens.clause[start]
        ]
        if _still_ahead(tokens, start, end):
            continue
        there = _there(tokens, start)
        if not there and (
            any(word in grammar("toward_meeting") for word in before[-1:])
            or (len(before) == 2 and before[0] in grammar("toward_meeting") and before[1] == "the")
        ):
            continue
        beside = before + _behind(tokens, start, end)
        went = _went(before)
        if kinds[topic] == MEETING and (_in_house(before) or (not (there or went) and _on_paper(beside))):
            continue
        if kinds[topic] == JOINT and _asked_for(tokens, start):
            continue
        number = _number(tokens, start, end)
        held[topic] = max(number, held.get(topic, 0))
    return held


def _in_house(before: Sequence[str]) -> bool:
    """Whether it is an agency's own meeting ("practice safeguarding meeting")."""
    return bool(before) and before[-1] in grammar("own_meeting")


def _on_paper(beside: Sequence[str]) -> bool:
    """Whether the words beside a meeting tell of its papers, not of itself."""
    return any(word in grammar("paper_of_meeting") for word in beside)


def _behind(tokens: Tokens, start: int, end: int) -> list[str]:
    """The two words after a meeting, up to a comma: "conference, report read" is not the conference's report."""
    found: list[str] = []
    for at in range(end, min(end + 2, len(tokens.words))):
        if at in tokens.pauses or tokens.clause[at] != tokens.clause[start]:
            break
        found.append(tokens.words[at])
    return found


def _went(before: Sequence[str]) -> bool:
    """Whether the words before a meeting say that the writer was at it ("attended conference, report given")."""
    return any(word in grammar("went_to") for word in before)


def _asked_for(tokens: Tokens, start: int) -> bool:
    """Whether the sentence is a referral for it, which is not the visit itself."""
    return any(
        tokens.stems[at] in ("referral", "refer") and tokens.sentence[at] == tokens.sentence[start]
        for at in range(max(0, start - 9), start)
    )


def _there(tokens: Tokens, start: int) -> bool:
    """Whether the writer went to it ("went with her to conference", "invited to it, joined by phone")."""
    if start == 0 or tokens.words[start - 1] not in _TO_IT or "of" in tokens.words[max(0, start - 2) : start]:
        return False
    before = [at for at in range(max(0, start - 6), start) if tokens.clause[at] == tokens.clause[start]]
    if any(tokens.words[at] in grammar("went_to") for at in before):
        return True
    behind = range(start, min(start + 12, len(tokens.words)))
    asked = tokens.words[start - 2 : start] == ["invited", "to"]
    return asked and any(
        tokens.words[at] == "joined" and tokens.sentence[at] == tokens.sentence[start] for at in behind
    )


def _number(tokens: Tokens, start: int, end: int) -> int:
    """The number of a meeting ("MARAC 3", "second review conference"), or 0."""
    after = (
        tokens.words[end]
        if end < len(tokens.words) and tokens.sentence[end] == tokens.sentence[start]
        else ""
    )
    if after.isdigit() and len(after) == 1:
        return int(after)
    return _NUMBER.get(tokens.words[start - 1], 0) if start else 0


def _still_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a month or a weekday beside a meeting says when it is to be ("listed for November MARAC")."""
    if start and tokens.words[start - 1] in grammar("ahead"):
        return True
    behind = tokens.words[end : end + 2]
    return len(behind) == 2 and behind[0] in ("in", "on") and behind[1] in grammar("ahead")
