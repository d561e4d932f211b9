"""Findings made by hand, for stories about what people do with them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from illuminate.cli.demo.story.chronology import compared, received, request_to, sheet, word
from illuminate.engines.chronology import Entry as Read
from illuminate.engines.chronology.findings import Finding as Found
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.chronology import actions, comparing
from illuminate.journey.chronology.models import Entry, Finding
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

BRUISE, LOCKS, SHOUTING = "bruise to the arm", "locks to be changed", "Neighbour reported shouting"
Find = Callable[[Sequence[Read]], list[Found]]


def of(entries: Sequence[Read], *words: str) -> tuple[str, ...]:
    """The ids of the entries that say these words."""
    return tuple(one.id for word in words for one in entries if word in one.event)


def by_hand(entries: Sequence[Read]) -> list[Found]:
    """One finding of each kind, as far as the entries that it is about are there."""
    both = of(entries, BRUISE, SHOUTING)
    locks, tired = of(entries, LOCKS), of(entries, "said she was tired")
    made = [
        Found("same_event", both, "Both tell of 11 June 2014.", confidence=0.91),
        Found("conflict", both, "One says 09:15, the other 10:30.", field="time"),
        Found("one_sided", locks, "Housing told the police; no receipt.", expected_agency="Northshire Police"),
        Found("silence", (*both[:1], *tired), "Nothing from 2014 to 2018.", agency="Northbridge and Vale Hospitals",
              start=date(2014, 6, 12), end=date(2017, 12, 31)),
        Found("order", tired, "The end is before the start."),
    ]  # fmt: skip
    return [
        one for one in made if one.entries and (one.kind not in ("same_event", "conflict") or len(both) == 2)
    ]


def found(cast: Cast, review: Review | None = None, *, find: Find = by_hand) -> Review:
    """The hospital's and housing's entries have been compared."""
    review = review or received(cast)
    comparing.run(review.pk, eyes=cast.independent_chair.pk, find=find)
    return review


def finding(cast: Cast, kind: str = "conflict") -> Finding:
    with acting_as(cast.independent_chair.pk):
        return Finding.objects.select_related("compartment", "review").get(kind=kind)


def entry(cast: Cast, words: str = BRUISE) -> Entry:
    with acting_as(cast.independent_chair.pk):
        rows = Entry.objects.select_related("file__organisation", "file__request__compartment", "compartment")
        return rows.get(event__contains=words, file__replaced_at=None)


def settled(cast: Cast, settling: Finding, decision: str, *, seen: int = 0) -> None:
    """The chair settles a finding that they saw as it was after ``seen`` changes."""
    do(actions.settle, finding=settling, decision=decision, seen=seen, by=cast.independent_chair)


def sent(cast: Cast, review: Review, upload: Upload, *, by_housing: bool = False) -> None:
    """The hospital's author, or housing's, sends a file."""
    agency, author = (
        (cast.housing, cast.housing_author) if by_housing else (cast.hospital, cast.hospital_author)
    )
    do(actions.receive, request=request_to(cast, review, agency), upload=upload, by=author)


def sent_again(cast: Cast, review: Review, rows: list[Any], *, by_housing: bool = False) -> None:
    """An agency sends its file again, with these rows."""
    sent(cast, review, sheet(rows) if by_housing else word(rows), by_housing=by_housing)


__all__ = ["by_hand", "compared", "entry", "finding", "found", "of", "sent", "sent_again", "settled"]
