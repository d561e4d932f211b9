"""Every mention of another agency: something went to it, came from it, or it is only spoken of.

What went is read by ``passing``; here is read what came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from illuminate.engines.chronology.findings.lexicon import act_words, documents, grammar
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.reading.papers import REFERS
from illuminate.engines.chronology.findings.reading.passing import Sent
from illuminate.engines.chronology.findings.reading.sending import Cues, same_clause
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
    """One thing that passed, or an agency that is only spoken of. ``place``: the token where its agency stands."""

    way: Way
    kind: str
    bits: int
    place: int
    named: bool


def acts_of(
    tokens: Tokens,
    mentions: Sequence[Mention],
    gave: Sequence[Sent],
    cues: Cues,
    papers: Found,
    agencies: Agencies,
    own: int,
) -> list[Act]:
    """Read every mention of another agency as something sent, received, or merely near."""
    inside = {place for one in mentions for place in range(one.start, one.end)}
    went = {place for one in gave for place in range(one.place, one.place + max(1, len(one.called)))}
    acts = [_act(tokens, one, inside, went, cues) for one in mentions]
    return acts + _named_papers(tokens, cues, papers, agencies, own, acts)


def _act(tokens: Tokens, one: Mention, inside: set[int], went: set[int], cues: Cues) -> Act:
    way: Way = "out"
    if went.isdisjoint(range(one.start, one.end)):
        way = "in" if _comes(tokens, one, _before(tokens, one, inside), cues) else "near"
    return Act(way, _kind(tokens, one, cues, way), one.bits, one.start, one.named)


def _comes(tokens: Tokens, one: Mention, before: str, cues: Cues) -> bool:
    """Read the words before the agency's name, then those after it."""
    after = _at(tokens, one, 0)
    if _in_brackets(tokens, one, cues):
        return True
    if before in ("to", "tell") or (after in ("were", "was") and _at(tokens, one, 1) in grammar("told")):
        return False
    if before in ("from", "by") or (before in ("at", "with") and _to_us(tokens, one.end)):
        return True
    if after in grammar("told"):
        return before == "" and stem(_at(tokens, one, 1)) in _our_words()
    if before == "paper":
        return _arrives(tokens, one, cues)
    papers, says = act_words("paper"), act_words("say")
    if before == "" and stem(after) in says and _at(tokens, one, 1) == "that":
        return True  # "the hostel report that she has left"
    if stem(after) in papers or (stem(_at(tokens, one, 1)) in papers and stem(after) not in says):
        return not _leaves(tokens, one, cues)
    return before == "" and (stem(after) in says or _to_us(tokens, one.end) or _on_the_line(tokens, one))


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
            found.append(Act("in", "notice" if role == "police" else "letter", bits, start, False))
    return found
