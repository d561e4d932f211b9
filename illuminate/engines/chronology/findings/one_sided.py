"""What was recorded as sent to an agency that has no receipt of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from illuminate.engines.chronology.findings.direction import Act
from illuminate.engines.chronology.findings.features import Features
from illuminate.engines.chronology.findings.lexicon import act_phrases, act_words, grammar
from illuminate.engines.chronology.findings.mentions import Agencies
from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.text import Tokens
from illuminate.engines.chronology.model import Entry

WITHIN = 30  # days for a receipt to be recorded
_FORMAL = frozenset({"notice", "referral", "concern", "liaison", "request"})
_NAMES = {"notice": "notification", "concern": "concern", "liaison": "liaison form", "request": "request"}


def one_sided(
    entries: Sequence[Entry],
    features: Sequence[Features],
    groups: Sequence[Sequence[int]],
    agencies: Agencies,
) -> list[Finding]:
    """Find referrals, notifications and requests that were sent, and never recorded by whom they were sent to."""
    mates: dict[int, Sequence[int]] = {place: row for row in groups for place in row}
    homes: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        homes[one.agency].append(place)
    found: list[Finding] = []
    for place, one in enumerate(features):
        for target, act in sorted(_targets(one).items()):
            if _missing(place, target, act, features, homes, mates):
                found.append(_finding(entries[one.index], agencies.names[target], act))
    return found


def _targets(one: Features) -> dict[int, Act]:
    """The agencies to which this entry really sent something formal."""
    rows: dict[int, Act] = {}
    for act in one.acts:
        single = act.bits and act.bits & (act.bits - 1) == 0
        if act.way == "out" and act.sure and single and (act.kind in _FORMAL or _opens(one, act)):
            rows.setdefault(act.bits.bit_length() - 1, act)
    return rows


def _opens(one: Features, act: Act) -> bool:
    """A letter or report sent to an agency by its name; or one that is the event itself and was not answered."""
    if act.kind not in ("report", "letter"):
        return False
    tokens = one.tokens
    leave = {place for place in one.cues.leave if tokens.clause[place] == tokens.clause[act.place]}
    if act.named and (leave or _confirmed(tokens, act)):
        return True
    if 0 <= tokens.response <= act.place:
        return False
    if _to_tell(tokens, act):
        return True
    first = tokens.sentence.index(tokens.sentence[act.place])
    last = tokens.sentence[act.place] == tokens.sentence[tokens.response - 1]
    if act.place - first > 5 or (first and not last):
        return False
    return bool(act_phrases("lost").find(tokens.stems[act.place :]))


def _to_tell(tokens: Tokens, act: Act) -> bool:
    """Whether it was written in order to let the agency know or to ask it ("e-mailed the office to tell them")."""
    part = [at for at in range(len(tokens.words)) if tokens.clause[at] == tokens.clause[act.place]]
    written = any(at < act.place and tokens.words[at] in grammar("by_writing") for at in part)
    return written and any(
        act.place < at and tokens.words[at] == "to" and tokens.words[at + 1] in grammar("in_order_to")
        for at in part[:-1]
    )


def _confirmed(tokens: Tokens, act: Act) -> bool:
    """Whether the outcome says that it went ("Posted.")."""
    at = tokens.response
    return act.place < at < len(tokens.stems) and tokens.stems[at] in act_words("leave")


def _missing(
    place: int,
    target: int,
    act: Act,
    features: Sequence[Features],
    homes: Mapping[int, Sequence[int]],
    mates: Mapping[int, Sequence[int]],
) -> bool:
    one = features[place]
    home = homes.get(target, ())
    if not home or not features[home[0]].start <= one.start <= max(
        features[home[-1]].start, features[home[-1]].end
    ):
        return False
    if any(features[mate].agency == target for mate in mates.get(place, ())):
        return False
    first = bisect_left(home, one.start - 1, key=lambda row: features[row].start)
    window = home[first : bisect_right(home, one.end + WITHIN, key=lambda row: features[row].start)]
    return not any(_receives(row, one, features, mates) for row in window)


def _receives(
    row: int, one: Features, features: Sequence[Features], mates: Mapping[int, Sequence[int]]
) -> bool:
    """Whether an entry may be the receipt, and is not already that of another sending by the same agency."""
    other = features[row]
    for mate in mates.get(row, ()):
        known = features[mate]
        if known.agency == one.agency and known.sent >> other.agency & 1:
            return False
    kinds = {kind for _, _, kind in other.cues.kinds}
    if other.received >> one.agency & 1:
        return True
    if other.mentioned >> one.agency & 1 and kinds & _FORMAL:
        return True
    if other.sent:
        return False  # "reported to police" went out, whatever else came in
    return other.arrives and not other.received and bool(kinds & {"notice", "referral", "concern", "liaison"})


def _finding(entry: Entry, expected: str, act: Act) -> Finding:
    paper = _NAMES.get(act.kind, "referral" if act.kind == "referral" else "message")
    why = f"{entry.agency} records a {paper} sent to {expected}; {expected} records no receipt within {WITHIN} days."
    return Finding("one_sided", (entry.id,), why, expected_agency=expected)
