"""How far the checks of files are: what the machine and people have said of each file's bytes, asked once for all."""

# ruff: noqa: A002 - a round is what everybody calls it

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count

from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity.models import Check, MachineCheck, Round, Settlement, Verdict
from illuminate.journey.people import queries as people
from illuminate.journey.reviews.models import Review


@dataclass
class Standing:
    """What is known of one file in one round, as far as whoever is acting may know.

    `machine` is the machine's last look at these bytes, in whichever round: the same bytes give the same findings.
    `mark` is the register's, as it is now; `outcomes` is what was decided on the findings, one each.
    """

    machine: MachineCheck | None
    mark: str
    outcomes: list[str] = field(default_factory=list)
    not_clean: bool = False
    clean: set[UUID] = field(default_factory=set)
    asked: int = 0


def of_files(review: Review, documents: Iterable[Document], round: Round) -> dict[str, Standing]:
    """The standing of each file, by its digest. A handful of questions, however many the files."""
    digests = {document.digest for document in documents}
    looks = MachineCheck.objects.filter(review=review, digest__in=digests).order_by("recorded_at")
    last = {look.digest: look for look in looks}
    mark = register_mark(review) if last else ""
    found = {digest: Standing(last.get(digest), mark) for digest in digests}
    _decided(found, last)
    _judged(found, review, round)
    return found


def register_mark(review: Review) -> str:
    """Changes whenever the register does, so that a look at a file grows old with it."""
    return people.register_mark(review)


def _decided(found: dict[str, Standing], last: dict[str, MachineCheck]) -> None:
    digest_of = {look.pk: digest for digest, look in last.items()}
    rows = Settlement.objects.filter(machine_check__in=digest_of).values_list("machine_check_id", "outcome")
    for check_id, outcome in rows:
        found[digest_of[check_id]].outcomes.append(outcome)


def _judged(found: dict[str, Standing], review: Review, round: Round) -> None:
    in_round = {"review": review, "round": round, "digest__in": list(found)}
    counts = Check.objects.filter(**in_round).order_by().values_list("digest").annotate(Count("pk"))
    asked = defaultdict(int, counts)
    for digest, standing in found.items():
        standing.asked = asked[digest]
    rows = Verdict.objects.filter(**{f"check_asked__{name}": value for name, value in in_round.items()})
    for digest, verdict, person in rows.values_list("check_asked__digest", "verdict", "given_by_id"):
        if verdict == Verdict.Answer.NOT_CLEAN:
            found[digest].not_clean = True
        else:
            found[digest].clean.add(person)
