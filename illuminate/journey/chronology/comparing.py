"""Comparing a review's entries: as a job that can be left, begun again after a kill, and never done twice at once.

What is read and what is kept are a transaction each; the thinking between them holds none. If a file has come
meanwhile, nothing of the older comparison is kept, and it begins anew.
"""

import logging
from collections.abc import Callable, Sequence
from uuid import UUID

from illuminate.engines.chronology import Entry as Read
from illuminate.engines.chronology.findings import Finding as Found
from illuminate.engines.chronology.findings import find as find_by_engine
from illuminate.foundation.access import keys
from illuminate.foundation.audit.actions import Acting
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.database.alone import alone
from illuminate.journey.chronology import queries_findings
from illuminate.journey.chronology.actions import comparing as actions
from illuminate.journey.chronology.actors import COMPARER

log = logging.getLogger(__name__)
LOCK = 1_111_007
Find = Callable[[Sequence[Read]], list[Found]]


def run(review_id: UUID, *, eyes: UUID = COMPARER, find: Find | None = None) -> bool:
    """Compare until nothing waits. True if anything was compared; False if another process is at it, or nothing waits.

    The worker acts as the comparison; the demo and the tests, on the web's login, through somebody's own eyes.
    """
    done = False
    with alone(LOCK, review_id) as held:
        while held and _once(review_id, eyes, find):
            done = True
    return done


def run_all(*, eyes: UUID = COMPARER) -> int:
    """Every review whose entries wait to be compared; returns how many were."""
    with acting_as(eyes):
        waiting = queries_findings.waiting_to_be_compared()
    return sum(run(review_id, eyes=eyes) for review_id in waiting)


def _once(review_id: UUID, eyes: UUID, find: Find | None) -> bool:
    by = Acting(eyes)
    with acting_as(eyes):
        asked = actions.begin(review_id=review_id, by=by)
        if asked is None:
            return False
        with keys.holding(review_id, through="chronology_key"):
            entries = queries_findings.to_compare(review_id)
        aliases = queries_findings.aliases(review_id)
    try:
        found = find(entries) if find else find_by_engine(entries, aliases=aliases)
    except Exception as fault:
        # Whatever it is, the page says that it failed and offers to try again.
        log.error("The entries of review %s could not be compared: %s", review_id, type(fault).__name__)
        with acting_as(eyes):
            actions.give_up(review_id=review_id, asked=asked, by=by)
        return False
    with acting_as(eyes):
        actions.keep(review_id=review_id, asked=asked, found=found, by=by)
    return True
