"""Reading a large file: as a job that can be left, begun again after a kill, and never done twice at once.

The worker reads as the person who sent the file: what they may no longer do is not done. Reading holds no
transaction; what was read is kept in one, so that a kill leaves either all of a file's entries or none.
"""

import logging
from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.engines.chronology.columns import Columns
from illuminate.foundation.audit.actions import Acting
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.database.alone import alone
from illuminate.journey.chronology import queries, queries_arrival, rows
from illuminate.journey.chronology.actions import arriving as actions
from illuminate.journey.chronology.actors import READER
from illuminate.journey.chronology.models import Arrival
from illuminate.journey.reviews.blockers import Refused

log = logging.getLogger(__name__)
LOCK = 1_111_008
FAULT = (
    "A fault in the program kept this file from being read. Try again; if it happens again, tell whoever runs the "
    "system."
)


def run(arrival_id: UUID, *, eyes: UUID = READER) -> bool:
    """Read a large file, unless another process is at it, or it is done. True if it was read.

    The worker looks as the reading; the demo and the tests, on the web's login, through somebody's own eyes.
    """
    with alone(LOCK, arrival_id) as held:
        return held and _once(arrival_id, eyes)


def run_all(*, eyes: UUID = READER) -> int:
    """Every large file that waits to be read; returns how many were."""
    with acting_as(eyes):
        waiting = queries_arrival.waiting_to_be_read()
    return sum(run(arrival_id, eyes=eyes) for arrival_id in waiting)


def _once(arrival_id: UUID, eyes: UUID) -> bool:
    with acting_as(eyes):
        arrival = Arrival.objects.get(pk=arrival_id)
        begun = actions.begin(arrival=arrival, by=Acting(eyes))
    try:
        if begun:
            return _read(arrival)
        why_not = FAULT
    except (Refused, PermissionDenied) as refused:
        why_not = str(refused)
    except Exception as fault:
        # Whatever it is, the file's page says that it failed and offers to try again.
        log.error("Arrival %s could not be read: %s", arrival_id, type(fault).__name__)
        why_not = FAULT
    _give_up(arrival, why_not, eyes)
    return False


def _read(arrival: Arrival) -> bool:
    with acting_as(arrival.sent_by_id):
        mine = queries_arrival.of_sender(arrival)
        upload = rows.upload_of(mine.document)
        known = queries.known_columns(mine.request)
    said = mine.columns
    reading = rows.read_with(upload, known) if said is None else rows.read_upload(upload, Columns(said))
    with acting_as(arrival.sent_by_id):
        actions.note_rows(arrival=mine, number=rows.counts(reading).read, by=mine.sent_by)
    with acting_as(arrival.sent_by_id):
        actions.take_in(arrival=mine, reading=reading, by=mine.sent_by)
    return True


def _give_up(arrival: Arrival, why_not: str, eyes: UUID) -> None:
    """The sentence is locked with the review's key, which the reading has not: so it is its sender's to write."""
    with acting_as(arrival.sent_by_id):
        mine = Arrival.objects.filter(pk=arrival.pk).select_related("sent_by").first()
        if mine:
            actions.give_up(arrival=mine, why_not=why_not, by=mine.sent_by)
            return
    with acting_as(eyes):
        actions.give_up(arrival=arrival, why_not=None, by=Acting(eyes))
