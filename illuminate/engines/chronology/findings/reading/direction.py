"""What passes between agencies: sent or received, to whom or from whom, really or only talked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from illuminate.engines.chronology.findings.lexicon import act_words, documents, grammar
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.reading.papers import REFERS
from illuminate.engines.chronology.findings.reading.sending import Cues, done, same_clause
from illuminate.engines.chronology.findings.text import Found, Tokens, stem

Way = Literal["out", "in", "near"]

_GIVEN_OVER = frozenset(
    {
        ("with", "shar"),
        ("via", "referral"),
        ("via", "refer"),
        ("via", "submit"),
        ("with", "lodg"),
        ("with", "rais"),
        ("with", "messag"),
        ("with", "left"),
    }
)
_TOLD_US = frozenset(
    {
        "sent",
        "told",
        "tell",
        "asked",
        "rang",
        "referred",
        "passed",
        "phoned",
        "emailed",
        "let",
        "copied",
        "notified",
    }
)
_RECEIVED = frozenset({"received", "recd", "rec'd", "rcvd"})
_HANDED = frozenset({"referral", "rereferral", "ppn", "marf"})


@cache
def _our_words() -> frozenset[str]:
    return frozenset(stem(word) for word in grammar("ours"))


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that passed, or would. ``sure``: it was done. ``place``: the token where its agency stands."""

    way: Way
    kind: str
    bits: int
    sure: bool
    place: int
    named: bool


def acts_of(
    tokens: Tokens, mentions: Sequence[Mention], cues: Cues, papers: Found, agencies: Agencies, own: int
) -> list[Act]:
    """Read every mention of another agency as something sent, received, or merely near."""
    inside = {place for one in mentions for place in range(one.start, one.end)}
    acts = [_act(tokens, one, inside, cues) for one in mentions]
    return acts + _named_papers(tokens, cues, papers, agencies, own, acts)


def _act(tokens: Tokens, one: Mention, inside: set[int], cues: Cues) -> Act:
    way = _way(tokens, one, _before(tokens, one, inside), cues)
    kind = _kind(tokens, one, cues, way)
    sure = way != "out" or done(tokens, one, cues)
    return Act(way, kind, one.bits, sure, one.start, one.named)


def _way(tokens: Tokens, one: Mention, before: str, cues: Cues) -> Way:
    """Read the words before the agency's name, then those after it."""
    after = _at(tokens, one, 0)
    if _in_brackets(tokens, one, cues):
        return "in"
    if (
        before == "to"
        and after == "by"
        and not any(_at(tokens, one, step) in grammar("means") for step in (1, 2, 3))
    ):
        return "near"  # somebody else's deed ("reported to police by the victim")
    if before == "to":
        return "near" if _moved(tokens, one, cues) else "out"
    if before in ("from", "by") or (before in ("at", "with") and _to_us(tokens, one.end)):
        return "in"
    if after in grammar("told"):
        return "in" if before == "" and stem(_at(tokens, one, 1)) in _our_words() else "out"
    if before == "tell" or (after in ("were", "was") and _at(tokens, one, 1) in grammar("told")):
        return "out"
    if before == "paper":
        return "in" if _arrives(tokens, one, cues) else "out"
    papers, says = act_words("paper"), act_words("say")
    if before == "" and stem(after) in says and _at(tokens, one, 1) == "that":
        return "in"  # "the hostel report that she has left"
    if stem(after) in papers or (stem(_at(tokens, one, 1)) in papers and stem(after) not in says):
        return "out" if _leaves(tokens, one, cues) else "in"
    if before == "" and (stem(after) in says or _to_us(tokens, one.end) or _on_the_line(tokens, one)):
        return "in"
    return "near"


def _in_brackets(tokens: Tokens, one: Mention, cues: Cues) -> bool:
    """Whether the agency alone stands in brackets behind a paper that came in ("New referral (housing)")."""
    first = one.start - 1
    while first >= 0 and tokens.words[first] in grammar("bridge"):
        first -= 1
    if first < 0 or tokens.clause[first] == tokens.clause[one.start] or _at(tokens, one, 0):
        return False
    inside = {tokens.words[place] for place in range(max(0, first - 4), first + 1)}
    return tokens.sentence[first] == tokens.sentence[one.start] and (
        any(end == first + 1 and kind in REFERS for _, end, kind in cues.kinds)
        and bool(inside & {"new", "received", "recd", "incoming", "accepted"})
    )


def _on_the_line(tokens: Tokens, one: Mention) -> bool:
    return _at(tokens, one, 0) == "on" and "phone" in (_at(tokens, one, 1), _at(tokens, one, 2))


def _at(tokens: Tokens, one: Mention, step: int) -> str:
    """The word so many places after the agency's name, empty at the end of the clause."""
    place = one.end + step
    return tokens.words[place] if place < len(tokens.words) and same_clause(tokens, one.start, place) else ""


def _to_us(tokens: Tokens, place: int) -> bool:
    """ "The nurse at the surgery has sent us", "the police came to tell us"."""
    words = [
        tokens.words[at]
        for at in range(place, min(place + 6, len(tokens.words)))
        if same_clause(tokens, place - 1, at)
    ]
    return "us" in words and bool(_TOLD_US & set(words))


def _arrives(tokens: Tokens, one: Mention, cues: Cues) -> bool:
    return any(tokens.sentence[place] == tokens.sentence[one.start] for place in cues.arrive)


def _before(tokens: Tokens, one: Mention, inside: set[int]) -> str:
    """The preposition or the telling verb that governs a mention, over a list ("to housing, school and police")."""
    strange = 0
    for place in range(one.start - 1, max(-1, one.start - 9), -1):
        if not same_clause(tokens, place, one.start):
            return ""
        word = tokens.words[place]
        if word in grammar("prepositions"):
            return "to" if place and (word, tokens.stems[place - 1]) in _GIVEN_OVER else word
        if place in inside or word in grammar("bridge"):
            continue
        if word in _RECEIVED and strange == 0:
            return "from"
        if tokens.stems[place] in act_words("tell"):
            return "tell"
        if strange == 0 and tokens.stems[place] in _HANDED:
            return "paper"
        strange += 1
        if strange > 1:
            return ""
    return "" if strange == 0 else "other"


def _moved(tokens: Tokens, one: Mention, cues: Cues) -> bool:
    """Whether a person went there ("taken to hospital"), not a paper."""
    lowest = max(0, one.start - 7)
    words = [place for place in range(lowest, one.start) if same_clause(tokens, place, one.start)]
    moved = [place for place in words if tokens.words[place] in act_words("toward")]
    papers = [start for start, _, kind in cues.kinds if start in words]
    return bool(moved) and (not papers or max(papers) < max(moved))


def _leaves(tokens: Tokens, one: Mention, cues: Cues) -> bool:
    """Whether "CSC referral" is said to have been made or sent by the writer."""
    if _arrives(tokens, one, cues):
        return False
    return any(tokens.clause[place] == tokens.clause[one.start] and place > one.start for place in cues.leave)


def _kind(tokens: Tokens, one: Mention, cues: Cues, way: Way) -> str:
    """The kind of paper named nearest to the mention in its sentence; a call if there is none."""
    here = tokens.sentence[one.start]
    rows = [
        (start, kind)
        for start, end, kind in cues.kinds
        if tokens.sentence[start] == here and not _anothers(tokens, start)
    ]
    strong = (
        [row for row in rows if row[1] not in ("call", "report", "letter")]
        or [row for row in rows if row[1] != "call"]
        or rows
    )
    if not strong:
        return "call" if way != "near" else ""
    return min(strong, key=lambda row: (abs(row[0] - one.start), row[0]))[1]


def _anothers(tokens: Tokens, start: int) -> bool:
    """Whether the paper is somebody else's ("police would send their own notice")."""
    return start > 1 and tokens.words[start - 1] == "own" and tokens.words[start - 2] in ("their", "its")


def _named_papers(
    tokens: Tokens, cues: Cues, papers: Found, agencies: Agencies, own: int, acts: Sequence[Act]
) -> list[Act]:
    """Papers that tell their writer by their name: a PPN is the police's, a discharge summary a hospital's."""
    found: list[Act] = []
    rows = list(papers)
    authors = documents()[1]
    rows += [(start, end, authors[kind]) for start, end, kind in cues.kinds if kind in authors]
    for start, _end, role in rows:
        if agencies.role[own] == role:
            continue
        here = tokens.sentence[start]
        sent = any(act.way == "out" and tokens.sentence[act.place] == here for act in acts)
        bits = agencies.with_role(role) & ~(1 << own)
        if not sent and bits:
            found.append(Act("in", "notice" if role == "police" else "letter", bits, True, start, False))
    return found
