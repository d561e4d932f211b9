"""Which pairs of entries are worth weighing: never every pair, never a day's whole crowd."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from illuminate.engines.chronology.findings.lexicon import JOINT, MEETING, topics
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.firsthand import hosts
from illuminate.engines.chronology.findings.same_event.meetings import ANY_MEETING, CONFERENCES
from illuminate.engines.chronology.findings.same_event.weigh import LONGEST_WAY
from illuminate.engines.chronology.findings.same_event.weights import Weights

NEAR = 3  # days within which any two entries are looked at
_WIDEST = 400  # neighbours in time that are looked at, for days with very many entries
_HOURS = 150  # minutes apart that may still be one emergency
KEPT = 12  # candidates an entry keeps, the most promising
_ALL = 6_000  # pairs that are weighed without asking what they promise
_WITHIN = (14, 7, 3, 1, 0)  # days
_MANY = 20_000  # entries from which it keeps a quarter
Ints = NDArray[np.int64]
Rows = tuple[Ints, Ints, NDArray[np.float64]]  # earlier positions, later positions, promise


class Columns:
    """The features as columns, in the order of their first day."""

    def __init__(self, features: Sequence[Features], weights: Weights) -> None:
        kinds, bit = topics()[1], topics()[2]
        specific = {name for name, weight in weights.topics.items() if weight >= 0.3}
        specific |= {name for name, kind in kinds.items() if kind in (MEETING, JOINT)}
        places = {name: number for number, name in enumerate(sorted(specific, key=lambda name: bit[name]))}
        self.start = np.array([one.start for one in features], dtype=np.int64)
        self.agency = np.array([one.agency for one in features], dtype=np.int64)
        self.minute = np.array([-1 if one.minute is None else one.minute for one in features], dtype=np.int64)
        self.clocked = np.array([bool(one.clocks) for one in features])
        self.public = np.array([bool(one.public) for one in features])
        self.sent = _mask([one.sent for one in features])
        self.received = _mask([one.received for one in features])
        self.mentioned = _mask([one.mentioned for one in features])
        self.low, self.high = (
            _mask([sum(1 << (places[t] % 120 - base) for t in set(one.topics) & specific
                       if base <= places[t] % 120 < base + 60) for one in features])
            for base in (0, 60)
        )  # fmt: skip


def _mask(bits: Sequence[int]) -> Ints:
    return np.array([(one | one >> 60 | one >> 120) & (1 << 60) - 1 for one in bits], dtype=np.int64)


def candidates(features: Sequence[Features], weights: Weights) -> list[tuple[int, int]]:
    """Give pairs (earlier position, later position) to weigh, in order, each once."""
    if len(features) < 2:
        return []
    columns = Columns(features, weights)
    rows = [_near(columns), *_by_paper(features, columns)]
    rows += [_by_first_hand(columns, features)]
    rows += _by_meeting(features) + _by_word(features, weights) + _by_width(features, columns)
    left = np.concatenate([row[0] for row in rows])
    right = np.concatenate([row[1] for row in rows])
    hint = np.concatenate([row[2] for row in rows])
    return sorted({*_best(left, right, hint, len(features)), *_all_near(columns)})


def _all_near(columns: Columns) -> list[tuple[int, int]]:
    """Every pair of two agencies within the most days in which they are not too many."""
    places = np.arange(len(columns.start))
    for days in _WITHIN:
        ends = np.searchsorted(columns.start, columns.start + days, "right")
        if (ends - places - 1).sum() <= _ALL:
            left = np.repeat(places, ends - places - 1)
            first = np.cumsum(ends - places - 1) - (ends - places - 1)
            right = np.arange(len(left)) - np.repeat(first, ends - places - 1) + left + 1
            apart = columns.agency[left] != columns.agency[right]
            return list(zip(left[apart].tolist(), right[apart].tolist(), strict=True))
    return []


def _near(columns: Columns) -> Rows:
    """Neighbours in time of other agencies that share a topic or name each other."""
    kept: list[Rows] = []
    total = len(columns.start)
    for step in range(1, min(total, _WIDEST)):
        left = np.arange(total - step)
        close = columns.start[step:] - columns.start[:-step] <= NEAR
        if not close.any():
            break
        left = left[close & (columns.agency[step:] != columns.agency[:-step])]
        left = left[_tied(columns, left, left + step)]
        hint = _hint(columns, left, left + step)
        good = hint > 0.9
        kept.append((left[good], left[good] + step, hint[good]))
    return _joined(kept)


def _tied(columns: Columns, left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Whether anything but like words could tie two entries: a name, the hour, a matter of record."""
    named = (
        columns.mentioned[left] >> columns.agency[right] % 60
        | columns.mentioned[right] >> columns.agency[left] % 60
    )
    apart = (columns.start[right] - columns.start[left]) * 1440 + columns.minute[right] - columns.minute[left]
    timed = (columns.minute[left] >= 0) & (columns.minute[right] >= 0) & (np.abs(apart) <= _HOURS)
    recorded = columns.public[left] & columns.public[right] & (columns.start[left] == columns.start[right])
    told = (columns.clocked[left] & (columns.minute[right] >= 0)) | (
        columns.clocked[right] & (columns.minute[left] >= 0)
    )
    tied: NDArray[np.bool_] = (named & 1).astype(bool) | timed | recorded | told
    return tied


def _joined(rows: list[Rows]) -> Rows:
    if not rows:
        none = np.zeros(0, dtype=np.int64)
        return none, none, none.astype(np.float64)
    left, right, hint = (np.concatenate(column) for column in zip(*rows, strict=True))
    return left, right, hint


def _hint(columns: Columns, left: Ints, right: Ints) -> NDArray[np.float64]:
    """A rough promise of each pair, from masks alone."""

    def names(column: Ints, teller: Ints, other: Ints) -> Ints:
        return column[teller] >> columns.agency[other] % 60 & 1

    topic = np.bitwise_count(columns.low[left] & columns.low[right]) + np.bitwise_count(
        columns.high[left] & columns.high[right]
    )
    one, two = names(columns.mentioned, left, right), names(columns.mentioned, right, left)
    passed = names(columns.sent, left, right) & names(columns.received, right, left)
    lag = columns.start[right] - columns.start[left]
    promise: NDArray[np.float64] = (
        topic * 1.4 + one + two + one * two + passed * 2.0 - 0.2 * np.abs(lag) + 0.1
    )
    return promise


def _by_paper(features: Sequence[Features], columns: Columns) -> list[Rows]:
    """What was received against what its sender wrote in the month before; a day named against that day."""
    homes = {
        agency: np.flatnonzero(columns.agency == agency) for agency in np.unique(columns.agency).tolist()
    }
    starts = {agency: columns.start[home].tolist() for agency, home in homes.items()}
    days = columns.start.tolist()
    pairs: list[tuple[Ints, int, float]] = []
    for place, one in enumerate(features):
        for agency in (known for known in _bits(one.received) if known in homes):
            first, last = one.start - LONGEST_WAY, one.start + 1
            span = slice(bisect_left(starts[agency], first), bisect_right(starts[agency], last))
            if span.start < span.stop:
                pairs.append((homes[agency][span], place, 1.0))
        for day in {day.day for day in one.spoken if not day.until and day.day != one.start}:
            first, last = bisect_left(days, day - 1), bisect_right(days, day + 1)
            if first < last:
                pairs.append((np.arange(first, last), place, 2.0))
    if not pairs:
        return []
    left = np.concatenate([row[0] for row in pairs])
    right = np.repeat([row[1] for row in pairs], [len(row[0]) for row in pairs])
    bonus = np.repeat([row[2] for row in pairs], [len(row[0]) for row in pairs])
    hint = _hint(columns, left, right) + bonus
    good = (columns.agency[left] != columns.agency[right]) & (hint > np.where(bonus > 1, 0.2, -3.0))
    return [(left[good], right[good], hint[good])]


def _bits(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def _by_first_hand(columns: Columns, features: Sequence[Features]) -> Rows:
    """What one agency has at first hand, against what others tell of it in the days after."""
    shared: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        for topic in one.topics.keys() & hosts().keys():
            shared[topic].append(place)
    pairs: set[tuple[int, int]] = set()
    for topic in sorted(shared):
        roles, days = hosts()[topic]
        places = shared[topic]
        if len(places) > len(features) / 8:
            continue
        for number, left in enumerate(places):
            for right in places[number + 1 : number + 12]:
                if features[right].start - features[left].end > days:
                    break
                first = features[left].role in roles or features[right].role in roles
                if first and features[left].agency != features[right].agency:
                    pairs.add((left, right))
    return _as_rows(sorted(pairs), 1.2)


def _by_meeting(features: Sequence[Features]) -> list[Rows]:
    """The same type of meeting within a fortnight."""
    held: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        for topic in one.held:
            held["conference" if topic in CONFERENCES else topic].append(place)
        for topic in {mark[11:] for mark in one.marks if mark.startswith("minutes of ")} - one.held.keys():
            held["conference" if topic in CONFERENCES else topic].append(place)
    pairs = _by_any_meeting(features)
    for topic in sorted(held):
        places = held[topic]
        for number, left in enumerate(places):
            for right in places[number + 1 : number + 40]:
                if features[right].start - features[left].start > 14:
                    break
                if features[left].agency != features[right].agency:
                    pairs.append((left, right))
    return [_as_rows(pairs, 3.0)]


def _by_any_meeting(features: Sequence[Features]) -> list[tuple[int, int]]:
    """Meetings of one day, of which one goes by a name that any may have."""
    days: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        if one.meetings and one.start == one.end:
            days[one.start].append(place)
    return [
        (left, right)
        for places in days.values()
        if any(features[place].meetings & ANY_MEETING for place in places)
        for number, left in enumerate(places)
        for right in places[number + 1 : number + 12]
        if features[left].agency != features[right].agency
    ]


def _by_word(features: Sequence[Features], weights: Weights) -> list[Rows]:
    """A word that few entries have (a crime number, "tracker") within ten days."""
    seen: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        for word in one.rare:
            if weights.words.get(word, 0.0) > 0.5:
                seen[word].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in seen.values():
        for number, left in enumerate(places):
            for right in places[number + 1 : number + 6]:
                if features[right].start - features[left].start > 10:
                    break
                if features[left].agency != features[right].agency:
                    pairs.add((left, right))
    return [_as_rows(sorted(pairs), 1.0)]


def _by_width(features: Sequence[Features], columns: Columns) -> list[Rows]:
    """Entries that only know a month or a range, against those within it that they name or that name them."""
    rows: list[Rows] = []
    for place, one in enumerate(features):
        if not 3 < one.end - one.start <= 366:
            continue
        first, last = (
            np.searchsorted(columns.start, one.start),
            np.searchsorted(columns.start, one.end, "right"),
        )
        found = np.arange(first, last)
        found = found[columns.agency[found] != one.agency][:5000]
        own = np.full(len(found), place, dtype=np.int64)
        hint = _hint(columns, found, own) + 0.2 * np.abs(columns.start[found] - one.start)
        good = hint > 2.4
        rows.append((found[good], own[good], hint[good]))
    return rows


def _as_rows(pairs: Sequence[tuple[int, int]], hint: float) -> Rows:
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1], np.full(len(both), hint)


def _best(left: Ints, right: Ints, hint: NDArray[np.float64], total: int) -> list[tuple[int, int]]:
    """Keep each pair once, and of each entry the most promising ones."""
    low, high = np.minimum(left, right), np.maximum(left, right)
    key = low * total + high
    order = np.lexsort((-hint, key))
    key, hint = key[order], hint[order]
    first = np.ones(len(key), dtype=bool)
    first[1:] = key[1:] != key[:-1]
    key, hint = key[first], hint[first]
    keep = np.zeros(len(key), dtype=bool)
    for ends in (key // total, key % total):
        order = np.lexsort((key, -hint, ends))
        ranked = ends[order]
        begins = np.searchsorted(ranked, ranked)
        keep[order[np.arange(len(ranked)) - begins < (KEPT if total < _MANY else KEPT // 4)]] = True
    return [(int(one) // total, int(one) % total) for one in key[keep]]
