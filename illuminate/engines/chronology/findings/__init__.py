"""What does not fit between agencies' entries: the same event told twice, conflicts, missing receipts, silences.

``find`` takes entries that ``combine`` has put in order and numbered. A finding is a question for the chair,
never a fault. It looks for words, rules and named evidence that can be read. Only what each piece of evidence for a
same event is worth is fitted to cases, and kept for what it gives on cases left out: what one case teaches of its
writers' habits is wrong for the next.

``reading`` tells what one entry says; ``same_event``, ``conflicts``, ``one_sided``, ``silence`` and ``order`` are the
kinds of finding. What they look for is in ``words``, read by ``lexicon``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from illuminate.engines.chronology.findings.conflicts.conflicts import conflicts
from illuminate.engines.chronology.findings.model import Finding, FindingJson, Kind
from illuminate.engines.chronology.findings.one_sided import one_sided
from illuminate.engines.chronology.findings.order.order import order
from illuminate.engines.chronology.findings.reading.features import Features, lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.same_event.groups import group
from illuminate.engines.chronology.findings.same_event.pairs import weigh_all
from illuminate.engines.chronology.findings.same_event.telling import same_event
from illuminate.engines.chronology.findings.same_event.weights import Weights, rarity
from illuminate.engines.chronology.findings.silence import silences
from illuminate.engines.chronology.model import Entry
from illuminate.engines.chronology.resting import collector_at_rest

__all__ = ["Finding", "FindingJson", "Kind", "find"]


def find(entries: Sequence[Entry], *, aliases: Iterable[tuple[str, str]] = ()) -> list[Finding]:
    """Find what does not fit, in the order same_event, conflict, one_sided, silence, order, each by its first entry.

    ``entries`` come from ``combine``: each has its own id. ``aliases`` are (other name, agency's name as in the
    entries), for names that can't be guessed ("Jubilee House" for the housing office). The same entries give
    the same findings. No agency is given as more than one event's or meeting's two sides; an entry belongs to
    one same event at most.
    """
    with collector_at_rest():
        # so that the order in which they come changes nothing
        return _found(sorted(entries, key=lambda entry: entry.id), aliases)


def _found(entries: Sequence[Entry], aliases: Iterable[tuple[str, str]]) -> list[Finding]:
    agencies = Agencies(entries, aliases)
    lexer = lexer_for(agencies)
    read = (read_features(entry, index, agencies, lexer) for index, entry in enumerate(entries))
    features: list[Features] = sorted(
        (one for one in read if one), key=lambda one: (one.start, one.end, one.index)
    )
    rare = rarity(features)
    weighed = weigh_all(features, Weights.of(features, rare))
    groups = group(features, {pair: told.total for pair, told in weighed.items()})
    same = [same_event(places, entries, features, weighed, agencies, rare) for places in groups]
    return [
        *same,
        *conflicts(entries, features, groups, agencies),
        *one_sided(entries, features, groups, agencies, rare),
        *silences(entries),
        *order(entries),
    ]
