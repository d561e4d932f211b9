"""What one entry sends and another receives, and entries that name each other's agency."""

from __future__ import annotations

from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.papers import group_of
from illuminate.engines.chronology.findings.same_event.firsthand import shared_first_hand
from illuminate.engines.chronology.findings.same_event.weighed import Weighed

SENT_ONLY = 1.6  # one says it was sent, the other says nothing of what came in


def handoff(one: Features, other: Features, lag: int, told: Weighed) -> float:
    """Something sent by one agency and received by the other, or a contact in which each names the other."""
    base, giver, taker = passed(one, other), one, other
    if lag <= 1:
        back = passed(other, one)
        if back > base:
            base, giver, taker = back, other, one
    names, named = one.mentioned >> other.agency & 1, other.mentioned >> one.agency & 1
    if base < 3 and names and named and lag <= 3:
        base = 3.0 if lag < 2 else 2.0
        told.add("each names the other", base)
    elif base:
        told.add("sent and received", base)
        told.add("the same kind of paper", _same_paper(giver, taker))
    elif (names or named) and lag <= 2:
        base = 1.2 if lag == 0 else 0.7
        told.add("one names the other", base)
    _elsewhere(one, other, bool(names or named), told)
    return base


def passed(giver: Features, taker: Features) -> float:
    """How surely what the one sent is what the other received: 5 when both say so."""
    sends = giver.sent >> taker.agency & 1
    takes = taker.received >> giver.agency & 1
    if sends and takes:
        return 5.0
    if sends:
        if taker.received:
            return 0.3  # what came in came from somebody else
        return 3.5 if taker.arrives else SENT_ONLY
    if takes:
        if giver.papers & _takes(taker, giver.agency) or _writes_of(giver, taker):
            return 2.6
        return 1.8
    return 0.0


def _writes_of(giver: Features, taker: Features) -> bool:
    """A letter from the agency that has at first hand what it tells: it comes days after."""
    letter = any(
        act.way == "in" and act.bits >> giver.agency & 1 and act.kind in ("letter", "report")
        for act in taker.acts
    )
    return letter and bool(shared_first_hand(giver, taker, 1))


def _elsewhere(one: Features, other: Features, named: bool, told: Weighed) -> None:
    """What was sent to, or came from, a third agency is another matter."""
    if (one.leads and not one.leads >> other.agency & 1) or (
        other.leads and not other.leads >> one.agency & 1
    ):
        told.add("sent to another agency", -2.5)
    if (one.formal_in and not one.received >> other.agency & 1) or (
        other.formal_in and not other.received >> one.agency & 1
    ):
        told.add("received from another agency", -1.0)
    if one.sent & other.sent and not named:
        told.add("each sent something to a third agency", -2.5)


def _takes(taker: Features, agency: int) -> set[str]:
    return {group_of(act.kind) for act in taker.acts if act.way == "in" and act.bits >> agency & 1} - {
        "call",
        "",
    }


def _same_paper(giver: Features, taker: Features) -> float:
    out = {group_of(act.kind) for act in giver.acts if act.way == "out" and act.bits >> taker.agency & 1} - {
        ""
    }
    into = _takes(taker, giver.agency) or {group_of(kind) for _, _, kind in taker.cues.kinds} - {""}
    if not out or not into:
        return 0.0
    return 0.8 if out & into else -0.6
