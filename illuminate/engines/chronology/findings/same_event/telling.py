"""The sentence that says why entries are held to be one event, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp

from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.same_event.groups import ENOUGH
from illuminate.engines.chronology.findings.same_event.weighed import Weighed
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

_SAID = {
    "sent and received": "{a} records something sent or received that {b} records too",
    "each names the other": "each names the other agency",
    "one names the other": "one names the other agency",
    "the same kind of paper": "both speak of the same kind of paper",
    "the same meeting": "both record the same kind of meeting ({meeting})",
    "a meeting on the same day": "both record a meeting on that day",
    "minutes of the meeting": "one has the minutes, with the meeting's day",
    "the same decision": "both record the same decision",
    "names the day of the other": "one names the other's day",
    "names a day near to it": "one names a day near to the other's",
    "names the agency and the day": "it names that agency as well",
    "both name the same day": "both name the same day",
    "times of day": "their times of day are close",
    "one gives the time of the other": "one gives the other's time of day",
    "emergency services within the hours": "emergency services record the same person within hours",
    "one has it at first hand": "one has at first hand what the other tells of",
    "the only entry in the days before": "nothing else was recorded in the days before that it could be about",
    "the same move": "both tell of a move",
    "the death": "both record the death, or hearing of it",
    "both speak of": "both speak of {topics}",
    "rare words in both": "both use words that few entries have ({words})",
    "words in common": "both use words that few entries have ({words})",
    "the only entries near": "neither agency has another entry so near",
    "a third account ties both": "a third agency's account fits both",
    "on the same day": "both are of the same day",
    "fits both better": "no other entry near them fits better",
    "on the whole": "days, people and words fit on the whole",
}
_SURE = 0.5  # from which a third account is said to fit both
# named where nothing weightier is, in this order
_BARE = (
    "words in common", "the only entries near", "a third account ties both", "on the same day", "fits both better",
)  # fmt: skip
_NAMED = 3  # reasons given


def same_event(
    group: Sequence[int],
    entries: Sequence[Entry],
    features: Sequence[Features],
    weighed: Mapping[tuple[int, int], Weighed],
    agencies: Agencies,
    rare: Mapping[str, float],
) -> Finding:
    """Make the finding of one group, with the reasons of its strongest pair."""
    inside = [(pair, weighed[pair]) for pair in _pairs(group) if pair in weighed]
    (one, other), told = max(inside, key=lambda row: (row[1].total, -row[0][0], -row[0][1]))
    best: dict[int, float] = {}
    for pair, weight in inside:
        for place in pair:
            best[place] = max(best.get(place, 0.0), weight.total)
    weakest = min(best.get(place, ENOUGH) for place in group)
    ids = tuple(entries[features[place].index].id for place in group)
    return Finding(
        "same_event",
        ids,
        _why(one, other, told, len(group), entries, features, agencies, rare),
        confidence(weakest),
    )


def confidence(weight: float) -> float:
    """0.6 for what only just counts, near to 1 for a sending and a receipt that name each other and the day.

    An account that its group carries, and that would not count by itself, is never below 0.5: else it is not shown.
    """
    return max(0.5, round(1 / (1 + exp(-(weight - ENOUGH + 0.6) / 1.5)), 2))


def _pairs(group: Sequence[int]) -> list[tuple[int, int]]:
    return [(one, other) for number, one in enumerate(group) for other in group[number + 1 :]]


def _why(
    one: int,
    other: int,
    told: Weighed,
    size: int,
    entries: Sequence[Entry],
    features: Sequence[Features],
    agencies: Agencies,
    rare: Mapping[str, float],
) -> str:
    left, right = features[one], features[other]
    names = agencies.names[left.agency], agencies.names[right.agency]
    shared = sorted(left.rare & right.rare, key=lambda word: (-rare.get(word, 0.0), word))[:3]
    written = dict(zip(left.tokens.stems, left.tokens.words, strict=True))
    common = {
        "a": names[0],
        "b": names[1],
        "meeting": _listed(left.held.keys() & right.held.keys()) or "conference",
        "topics": _listed(left.topics.keys() & right.topics.keys()),
        "words": ", ".join(written[word] for word in shared),
    }
    reasons = "; ".join(_SAID[reason].format(**common) for reason in _named(told, bool(shared)))
    days = [in_words(entries[features[place].index].when) for place in (one, other)]
    more = "" if size == 2 else f" {size} entries in all belong to it."
    return f"{names[0]} ({days[0]}) and {names[1]} ({days[1]}): {reasons}.{more}"


def _named(told: Weighed, words: bool) -> list[str]:
    """The weightiest reasons; what lies round the pair only where it has few of its own, words if any are shared."""
    helped = [reason for reason, weight in told.reasons.items() if weight > 0 and reason in _SAID]
    own = sorted(
        (reason for reason in helped if reason not in _BARE), key=lambda reason: -told.reasons[reason]
    )
    said = "rare words in both" in own or not words
    third = told.reasons.get("a third account ties both", 0.0) >= _SURE
    unsaid = {"words in common": said, "a third account ties both": not third}
    bare = [reason for reason in _BARE if reason in helped and not unsaid.get(reason)]
    return own[:_NAMED] or bare[:2] or ["on the whole"]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(name.replace("_", " ") for name in sorted(names))
