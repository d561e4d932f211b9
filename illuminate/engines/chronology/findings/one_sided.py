"""What was recorded as sent to an agency that has no receipt of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.reading.deeds import small
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.reading.passing import Sent
from illuminate.engines.chronology.model import Entry

WITHIN = 30  # days for a receipt to be recorded
_LIKELY = 1.5  # times as many, where nothing else tells
_BEFORE = 1  # days by which a receipt may be dated before what was sent
_AT_ONCE = 2  # days in which a meeting may be held because of what came
_LATE = 14  # days after which a receipt must speak of the same matter
_SOON = 7  # days in which any word of the sender may be its receipt
_AROUND = 180  # days in which an agency has to do with the people of an entry
_CLEARLY = 3  # times as many entries as the next agency of its kind
_DOCTOR = re.compile(r"\b(?:Dr|Doctor)\b")
_SOME = 0.4  # of a rare word's weight: both tell something of one matter
_MUCH = 0.8
Rarity = Mapping[str, float]
_FORMAL = frozenset({"notice", "referral", "concern", "liaison", "request"})
_PAPERS = _FORMAL | {"letter"}
_BESIDE = 4  # words between a paper and what was done with it


def one_sided(
    entries: Sequence[Entry],
    features: Sequence[Features],
    groups: Sequence[Sequence[int]],
    agencies: Agencies,
    rare: Rarity,
) -> list[Finding]:
    """Find referrals, notifications and requests that were sent, and never recorded by whom they were sent to."""
    mates: dict[int, Sequence[int]] = {place: row for row in groups for place in row}
    homes: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        homes[one.agency].append(place)
    found: list[Finding] = []
    for place, one in enumerate(features):
        for target, sent in sorted(_targets(one, features, homes, agencies).items()):
            if _missing(place, target, sent, features, homes, mates, rare):
                found.append(_finding(entries[one.index], agencies.names[target], sent))
    return found


def _targets(
    one: Features, features: Sequence[Features], homes: Mapping[int, Sequence[int]], agencies: Agencies
) -> dict[int, Sent]:
    """The agencies to which this entry really sent something."""
    rows: dict[int, Sent] = {}
    for sent in one.gave:
        if sent.settled:
            continue
        target = _meant(one, sent, features, homes, agencies)
        if target >= 0:
            rows.setdefault(target, sent)
    return rows


def _meant(
    one: Features,
    sent: Sent,
    features: Sequence[Features],
    homes: Mapping[int, Sequence[int]],
    agencies: Agencies,
) -> int:
    """Which agency is meant; of several of a kind, the neighbour, or the one that has these people, or -1."""
    known = [place for place in range(sent.bits.bit_length()) if sent.bits >> place & 1]
    if len(known) > 1:
        known = [place for place in known if _keeps(homes.get(place, ()), one, features)] or known
    if len(known) < 2:
        return known[0] if known else -1
    beside = _of_one_place(known, agencies, [one.agency])
    if beside >= 0:
        return beside
    counts = sorted(
        ((_in_touch(one, features, homes.get(place, ())), place) for place in known), reverse=True
    )
    (most, best), (next_most, _) = counts[:2]
    if most >= _CLEARLY * max(next_most, 1):
        return best
    here = _of_one_place(known, agencies, [at for at in range(len(agencies.names)) if at not in known])
    if here >= 0 or most >= _LIKELY * max(next_most, 1):
        return here if here >= 0 else best
    named = _of_word(known, agencies, sent.called)
    return named if named >= 0 else best if most > next_most else -1


def _of_one_place(known: Sequence[int], agencies: Agencies, others: Sequence[int]) -> int:
    """The only one with a word of its name that these others have too ("Selwick"), or -1."""
    words = {word for other in others for word in agencies.own_words[other]} - small("roads")
    found = [place for place in known if not agencies.own_words[place].isdisjoint(words)]
    return found[0] if len(found) == 1 else -1


def _of_word(known: Sequence[int], agencies: Agencies, called: Sequence[str]) -> int:
    """The only one whose name has a word by which it is called here ("the practice", "the surgery"), or -1."""
    words = {word.removesuffix("'s") for word in called}
    found = [place for place in known if not agencies.parts[place].isdisjoint(words)]
    return found[0] if len(found) == 1 else -1


def _keeps(home: Sequence[int], one: Features, features: Sequence[Features]) -> bool:
    """Whether the agency's records reach over that day."""
    if not home:
        return False
    last = features[home[-1]]
    return features[home[0]].start <= one.start <= max(last.start, last.end)


def _in_touch(one: Features, features: Sequence[Features], home: Sequence[int]) -> int:
    first = bisect_left(home, one.start - _AROUND, key=lambda row: features[row].start)
    last = bisect_right(home, one.end + _AROUND, key=lambda row: features[row].start)
    return sum(not features[row].people.isdisjoint(one.people) for row in home[first:last])


def _missing(
    place: int,
    target: int,
    sent: Sent,
    features: Sequence[Features],
    homes: Mapping[int, Sequence[int]],
    mates: Mapping[int, Sequence[int]],
    rare: Rarity,
) -> bool:
    one = features[place]
    if not _keeps(homes.get(target, ()), one, features):
        return False
    if any(_knows(features[mate], one, sent, target) for mate in mates.get(place, ())):
        return False
    for index in range(sent.bits.bit_length()):
        if not sent.bits >> index & 1:
            continue
        home = homes.get(index, ())
        first = bisect_left(home, one.start - 1, key=lambda row: features[row].start)
        window = home[first : bisect_right(home, one.end + WITHIN, key=lambda row: features[row].start)]
        if any(_receives(row, one, features, mates, rare) for row in window):
            return False
    return True


def _knows(mate: Features, one: Features, sent: Sent, target: int) -> bool:
    """Whether an account of the same event shows that the agency has it; of a paper, only if something came."""
    if not (mate.agency == target or sent.bits >> mate.agency & 1) or _denies(mate):
        return False
    paper = sent.kind in _FORMAL or not small("written").isdisjoint(sent.words.split())
    if mate.end < one.start - _BEFORE:
        return False
    theirs = bool(mate.received >> one.agency & 1) or not (paper and _asked_back(mate, one))
    if theirs and (mate.mentioned | mate.speaks) >> one.agency & 1:
        return True
    if mate.received:
        return not paper
    if not small("nobodys").isdisjoint(mate.rare):
        return False
    if not paper:
        return mate.arrives or not _gives(mate)
    return mate.arrives or (_came_in(mate) and not _gives(mate))


def _asked_back(other: Features, one: Features) -> bool:
    """Whether an entry names an agency as one to which it sent something itself."""
    return any(sent.bits >> one.agency & 1 for sent in other.gave if not sent.settled)


def _gives(other: Features) -> bool:
    """Whether an entry tells of something that its own agency handed on."""
    return not all(sent.settled for sent in other.gave)


def _denies(other: Features) -> bool:
    """Whether an entry says itself that nothing came ("nothing had from the hospital")."""
    told = other.event.lower()
    return any(words in told for words in small("missed"))


def _by_doctor(other: Features, one: Features) -> bool:
    """Whether what came from a surgery is told by its doctor's name."""
    return one.role == "gp" and other.role != "gp" and bool(_DOCTOR.search(other.event))


def _receives(
    row: int, one: Features, features: Sequence[Features], mates: Mapping[int, Sequence[int]], rare: Rarity
) -> bool:
    """Whether an entry may be the receipt, and is not already that of another sending by the same agency."""
    other = features[row]
    for mate in mates.get(row, ()):
        known = features[mate]
        if known.agency == one.agency and known is not one and known.sent >> other.agency & 1:
            return False
    if _denies(other):
        return False
    came, days = bool(other.received >> one.agency & 1), other.start - one.start
    if other.role == "ambulance" and days <= _BEFORE and not other.gave:
        return True  # it was called, and it came
    if not ((other.received | other.speaks) >> one.agency & 1 or _by_doctor(other, one)):
        return _unnamed(other, one, days, rare)
    if not came and _asked_back(other, one):
        return False
    if not came and other.received and _shared(other, one, rare) < _SOME:
        return False  # another agency's message, in which this one is only spoken of
    if other.held and days > (_SOON if came else _AT_ONCE) and _shared(other, one, rare) < _SOME:
        return False  # sat at one table
    if days <= _SOON:
        return True
    if not (came or _came_in(other)):
        return False
    if days > _LATE and _shared(other, one, rare) < _SOME:
        return False
    return other.arrives or (came and bool(other.papers)) or _shared(other, one, rare) >= _SOME


def _unnamed(other: Features, one: Features, days: int, rare: Rarity) -> bool:
    """Whether something came in that is not said to be from somebody else."""
    if other.sent or _gives(other):
        return False  # "reported to police" went out, whatever else came in
    if other.received or other.speaks:
        return False
    if other.cues.opens or _taken_in(other):
        return True
    return other.arrives and days <= _SOON and _shared(other, one, rare) >= _MUCH


def _shared(other: Features, one: Features, rare: Rarity) -> float:
    """How much the two share of words that few entries have."""
    return sum(rare.get(word, 0.0) for word in other.rare & one.rare)


def _came_in(other: Features) -> bool:
    """Whether an entry speaks of a paper of the kind that passes between agencies."""
    return any(kind in _FORMAL for _, _, kind in other.cues.kinds)


def _taken_in(other: Features) -> bool:
    """Whether something was done with a paper as with one that came ("referral screened", "letter coded")."""
    if other.arrives and not other.cues.leave and _came_in(other):
        return True
    return any(
        -_BESIDE <= at - end < _BESIDE
        for at in other.cues.intake
        for _, end, kind in other.cues.kinds
        if kind in _PAPERS
    )


def _finding(entry: Entry, expected: str, sent: Sent) -> Finding:
    why = (
        f"{entry.agency} records a {sent.kind} sent to {expected} (“{sent.words}”); "
        f"{expected} records no receipt within {WITHIN} days."
    )
    return Finding("one_sided", (entry.id,), why, expected_agency=expected)
