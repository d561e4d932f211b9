"""Which of competing matches stand: the longest, then the surest; and who is meant where two people share a form."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .fold import Folded
from .forms import tokens_of
from .register import Entry
from .variants import Variant
from .words import ROLES_HERS, ROLES_HIS, TITLES

_HERS = frozenset(
    ["mrs", "ms", "miss", "lady", "dame", "sister", "auntie", "aunt", "aunty", "nan", "gran", "mum"]
)
_HIS = frozenset(["mr", "sir", "lord", "father", "uncle", "grandad", "dad"])
_TITLE = re.compile(r"([A-Za-z]+)\.?\s+$")
_CHILDREN = frozenset(["child", "baby", "son", "daughter"])
_LOOK = 16


@dataclass(frozen=True)
class Match:
    """A form found in a text, with offsets in that text. `entry` is None for a pseudonym left standing.

    `asks`: why a person must look, as a sentence; empty when there is no doubt who is meant.
    """

    start: int
    end: int
    entry: Entry | None
    rule: str
    confidence: float
    asks: str = ""
    variant: Variant | None = field(default=None, compare=False, repr=False)


class Candidate(NamedTuple):
    """A span of the folded text that may be a form; whether it is, is only asked when no longer one stands there."""

    start: int
    end: int
    judge: Callable[[], list[Match]]


def chosen(found: Iterable[Candidate], folded: Folded) -> list[Match]:
    """The matches that stand, none overlapping, in reading order and with places in the original text.

    Candidates come by their start; those that overlap are settled as soon as no other can meet them.
    """
    kept: list[list[Match]] = []
    group: list[Candidate] = []
    end = 0
    for one in found:
        if group and one.start >= end:
            kept.extend(_of_group(group))
            group = []
        group.append(one)
        end = max(end, one.end)
    kept.extend(_of_group(group))
    return _in_original(kept, folded)


def longest(found: Iterable[Match]) -> list[Match]:
    """Of matches from several readings of one text the longest, then the surest, then the first; in reading order."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda one: (one.start - one.end, -one.confidence)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one.start)


def _of_group(group: list[Candidate]) -> Iterable[list[Match]]:
    """Of candidates that overlap the longest that is meant, then the longest of the rest."""
    if len(group) == 1:
        matches = group[0].judge()
        return [matches] if matches else []
    kept: list[list[Match]] = []
    spans: list[tuple[int, int]] = []
    waiting = sorted(group, key=_length)
    for at, one in enumerate(waiting):
        if any(one.start < end and start < one.end for start, end in spans):
            continue
        matches = one.judge()
        for other in waiting[at + 1 :]:  # other readings of the same span come next
            if other[:2] != one[:2]:
                break
            matches.extend(other.judge())
        if matches:
            kept.append(matches)
            spans.extend((match.start, match.end) for match in matches)
    return sorted(kept, key=_start)


def _length(one: Candidate) -> tuple[int, int]:
    return one.start - one.end, one.start


def _start(matches: list[Match]) -> int:
    return matches[0].start


def _in_original(kept: list[list[Match]], folded: Folded) -> list[Match]:
    latest: dict[str, int] = {}
    settled = []
    for matches in kept:
        match = max(matches, key=_confidence) if len(matches) > 1 else matches[0]
        entry = match.entry
        if entry is None:
            continue
        if len(matches) > 1:
            match = _settled([one for one in matches if one.entry is not None], folded, latest)
            entry = _entry(match)
        if match.variant is not None and len(match.variant.tokens) > 1:
            latest[entry.real] = match.start
        start, end = folded.span(match.start, match.end)
        settled.append(Match(start, end, entry, match.rule, match.confidence, match.asks, match.variant))
    return settled


def _confidence(match: Match) -> float:
    return match.confidence


def _settled(others: list[Match], folded: Folded, latest: dict[str, int]) -> Match:
    """Who is meant by a form of several entries: by the title, by who was named last, else the likelier, and said."""
    by_entry: dict[str, Match] = {}
    for one in others:
        held = by_entry.setdefault(_entry(one).real, one)
        if held.confidence < one.confidence:
            by_entry[_entry(one).real] = one
    if len(by_entry) == 1:
        return next(iter(by_entry.values()))
    title = _title_before(folded, others[0])
    fitting = [one for one in by_entry.values() if fits(title, _entry(one))] or list(by_entry.values())
    if title in _HIS | _HERS and len(fitting) == 1:
        return replace(fitting[0], confidence=max(fitting[0].confidence, 0.85))
    listed = [one for one in fitting if one.variant is not None and one.variant.listed]
    if len(listed) == 1:
        return listed[0]
    among = sorted(listed or fitting, key=lambda one: _unlikely(_entry(one), one))
    if len(among) == 1:
        return among[0]
    named = [one for one in among if _entry(one).real in latest]
    best = max(named, key=lambda one: latest[_entry(one).real]) if named else among[0]
    names = " or ".join(_entry(one).real for one in among)
    doubt = min(best.confidence, 0.75 if named else 0.5)
    return replace(best, confidence=doubt, asks=f"This could be {names}.")


def _unlikely(entry: Entry, match: Match) -> int:
    """Children are not called by their surname, and a surname is rather today's than one that somebody had."""
    is_own = match.variant is None or match.variant.tokens[-1] == tokens_of(entry.real)[-1]
    return 2 * (entry.role.lower() in _CHILDREN) + (not is_own)


def _entry(match: Match) -> Entry:
    if match.entry is None:
        raise ValueError("A pseudonym left standing is nobody's form.")
    return match.entry


def _title_before(folded: Folded, match: Match) -> str:
    found = _TITLE.search(folded.lower[max(0, match.start - _LOOK) : match.start])
    own = folded.lower[match.start : match.end].split()
    if own and own[0].strip(".") in _HIS | _HERS:
        return own[0].strip(".")
    return found[1] if found and found[1] in _HIS | _HERS | TITLES else ""


def fits(title: str, entry: Entry) -> bool:
    """Whether a title can be a person's, as far as role and aliases tell."""
    if title not in _HERS and title not in _HIS:
        return True
    if entry.role.lower() in _CHILDREN and title != "miss":
        return False
    words = {word.strip(".,").lower() for text in (entry.real, *entry.aliases) for word in text.split()}
    role = set(re.findall(r"[a-z]+", entry.role.lower()))
    hers = not _HERS.isdisjoint(words) or not ROLES_HERS.isdisjoint(role)
    his = not _HIS.isdisjoint(words) or not ROLES_HIS.isdisjoint(role)
    return hers or not his if title in _HERS else his or not hers
