"""Why a chronology can't be taken in, released or worked on yet."""

from django.urls import reverse

from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import queries, queries_arrival
from illuminate.journey.chronology.models import Arrival, ChronologyFile, ColumnMapping
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import CARDS, Stage
from illuminate.journey.reviews.models import Review

OPEN = (Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING, Stage.REVISING)


def to_receive(request: InformationRequest, digest: str = "") -> list[Blocker]:
    """A chronology is taken in while evidence is gathered and worked on, and again when it is corrected."""
    if closed := _closed(request):
        return closed
    if arrival := queries_arrival.waiting(request):
        return [
            Blocker(
                f"A large file that {arrival.sent_by.name} sent is being read. See how far it is, and send the next "
                "one when it is done.",
                reverse("chronology:arrival", args=[arrival.pk]),
            )
        ]
    return _same(request, digest)


def to_take_in(arrival: Arrival) -> list[Blocker]:
    """A large file becomes a version once, and never again the same one."""
    if not arrival.is_waiting:
        return [Blocker("This file has been read already, or was given up.")]
    if arrival.is_correction:
        return _closed(arrival.request) or _corrected_since(arrival)
    return _closed(arrival.request) or _same(arrival.request, arrival.document.digest)


def to_read_once_more(arrival: Arrival) -> list[Blocker]:
    """Only what could not be read, and not while something else is."""
    if not arrival.failed:
        return [Blocker("This file is being read, or has been. Open its page again to see how far it is.")]
    if arrival.is_correction:
        return to_receive(arrival.request) or _corrected_since(arrival)
    return to_receive(arrival.request, arrival.document.digest)


def _closed(request: InformationRequest) -> list[Blocker]:
    stage = reviews.stage_of(request.review_id)
    if stage in OPEN:
        return []
    name = CARDS[Stage(stage)].name if stage else "closed to you"
    return [Blocker(f"The review is at “{name}”, so no chronology is taken in now. Ask the coordinator.")]


def _same(request: InformationRequest, digest: str) -> list[Blocker]:
    current = queries.current_of(request)
    if current and digest and current.document.digest == digest:
        return [
            Blocker(f"This file is the same as version {current.version}, to the letter. It is here already.")
        ]
    return []


def to_read_again(file: ChronologyFile, mapping: ColumnMapping | None, seen: int) -> list[Blocker]:
    """The current version, while chronologies are taken in, and nobody else's correction undone."""
    return [*to_receive(file.request), *_since(mapping, seen, is_current=file.is_current)]


def _corrected_since(arrival: Arrival) -> list[Blocker]:
    current = queries.current_of(arrival.request)
    is_current = current is not None and current.document_id == arrival.document_id
    return _since(queries.mapping_of(arrival.request), arrival.seen, is_current=is_current)


def _since(mapping: ColumnMapping | None, seen: int, *, is_current: bool) -> list[Blocker]:
    found: list[Blocker] = []
    if not is_current:
        found.append(Blocker("The agency has sent a newer version since. Put the columns of that one right."))
    if mapping and mapping.revision != seen:
        found.append(
            Blocker(
                f"{mapping.kept_by.name} has put these columns right while you had the page open, so yours was not "
                "kept. Open the newest version, look at both, and save again."
            )
        )
    return found


def to_release(file: ChronologyFile) -> list[Blocker]:
    """Once only, and never a version that the agency has replaced."""
    if file.is_released:
        return [Blocker("This chronology has been released to the panel already.")]
    if not file.is_current:
        return [Blocker("The agency has sent a newer version since. Read that one, and release it.")]
    return []


def to_begin_analysis(review: Review) -> list[Blocker]:
    """Evidence comes in agency by agency, and nobody waits for all (journey.md, "The stages", 6)."""
    senders = queries.senders(review)
    if any(not sender.is_outstanding for sender in senders):
        return []
    requests = reverse("agencies:requests", args=[review.slug])
    if not senders:
        return [Blocker("No agency has been asked for a chronology. Ask at least one.", requests)]
    return [
        Blocker(
            "No chronology has come in, and no agency has answered that it had no contact. One is enough to begin.",
            requests,
        )
    ]
