"""Reading checks. A verdict is hidden from its fellow checker here too, not only by the database."""

# ruff: noqa: A002 - a round is what everybody calls it

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.engines.anonymise import Finding, check
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import permissions
from illuminate.journey.anonymity.models import (
    NEEDED,
    Check,
    KeptWords,
    MachineCheck,
    ReadWords,
    Round,
    Settlement,
    Verdict,
)
from illuminate.journey.panel import queries as panel
from illuminate.journey.people import queries as people
from illuminate.journey.report import queries as report
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import permissions as reviews
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)
CALLED = {
    "overview": "overview report", "summary": "executive summary", "plan": "action plan", "page": "public page",
    "letter": "Home Office’s letter",
}  # fmt: skip


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def document_or_404(review: Review, pk: UUID, user: User) -> Document:
    rows = Document.objects.filter(review_id=review.pk).select_related("uploaded_by", "compartment")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def check_or_404(pk: UUID, user: User) -> Check:
    """A check, for the person who was asked."""
    rows = Check.objects.filter(checker=user).select_related("review", "document", "compartment")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def machine_check_or_404(pk: UUID, user: User) -> MachineCheck:
    rows = MachineCheck.objects.select_related("review", "document", "compartment")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def called(document: Document) -> str:
    """What a file is to the review, without its name: "overview report"."""
    return CALLED.get(_kind(document), "file")


def _kind(document: Document) -> str:
    """The last word of what the file is for: "report.overview" and "publication.overview" are both overviews."""
    return document.purpose.rpartition(".")[2]


def published(review: Review) -> tuple[str, ...]:
    """Who is named openly in what the review publishes: its chair and its panel, now and before (journey.md)."""
    chairs = [*filter(None, [panel.chair(review)]), *panel.former_chairs(review)]
    members = [*panel.members(review), *panel.former_members(review)]
    return (*(str(one.person.name) for one in chairs), *(one.name for one in members))


def documents_in(review: Review, round: str, user: User) -> list[Document]:
    """The files of a round, the newest of each kind: drafts before submission, frozen files before publication."""
    if round == Round.SUBMISSION:
        return [draft.document for draft in report.latest_drafts(review).values()]
    asked = visible_to(user, Check.objects.filter(review=review, round=round).select_related("document"))
    looked = visible_to(
        user, MachineCheck.objects.filter(review=review, round=round).select_related("document")
    )
    rows: list[Check | MachineCheck] = [*asked, *looked]
    newest = {_kind(row.document): row.document for row in sorted(rows, key=lambda row: row.recorded_at)}
    return list(newest.values())


def latest_machine_check(review: Review, digest: str) -> MachineCheck | None:
    """The machine's last look at these bytes, in whichever round: the same bytes give the same findings."""
    looks = MachineCheck.objects.filter(review=review, digest=digest).order_by("-recorded_at")
    return looks.select_related("review", "document").first()


def latest_machine_checks(review: Review, digests: Iterable[str], user: User) -> dict[str, MachineCheck]:
    rows = visible_to(user, MachineCheck.objects.filter(review=review, digest__in=list(digests)))
    return {row.digest: row for row in rows.order_by("recorded_at")}


def settlements(check: MachineCheck) -> dict[int, Settlement]:
    rows = Settlement.objects.filter(machine_check=check).select_related("settled_by")
    return {row.number: row for row in rows}


def kept_words(review: Review) -> list[KeptWords]:
    """Words that were said to identify nobody in any file of the review."""
    return list(KeptWords.objects.filter(review=review).select_related("kept_by"))


def folded(text: str) -> str:
    """Words as they are compared: case and blanks tell nothing."""
    return " ".join(text.casefold().split())


def is_on_register(review: Review, kind: str, text: str) -> bool:
    """Whether the register has an entry of this kind by these very words."""
    entries = people.engine_register(review).entries
    return any(entry.kind == kind and tokens_of(entry.real) == tokens_of(text) for entry in entries)


def same_words(items: Iterable[Mapping[str, Any]], text: str) -> list[int]:
    """The numbers of the findings that are the same words."""
    wanted = folded(text)
    return [item["number"] for item in items if not item["unread"] and folded(item["text"]) == wanted]


def place_of(item: Mapping[str, Any]) -> tuple[Any, ...]:
    """The same words in the same place: whether they are on the register may have changed since."""
    return tuple(item.get(name) for name in ("unread", "part", "paragraph", "start", "text", "why"))


def newest(check: MachineCheck, number: int = 0) -> tuple[MachineCheck, int]:
    """The machine's last look at the same bytes, and the number that a finding has there; 0 when it is not there."""
    latest = latest_machine_check(check.review, check.digest)
    if latest is None or latest == check:
        return check, number
    with keys.holding(check.review_id):
        place = next((place_of(one) for one in check.items() if one["number"] == number), None)
        return latest, next((one["number"] for one in latest.items() if place_of(one) == place), 0)


def read_words(check: MachineCheck) -> list[dict[str, Any]]:
    """The file's words as the machine read them; none of a look that kept none."""
    read = ReadWords.objects.filter(machine_check=check).first()
    return read.parts() if read else []


def last_reason(check: MachineCheck, user: User) -> str:
    """What somebody gave as their reason last: the next is often the same."""
    rows = Settlement.objects.filter(machine_check=check, settled_by=user, outcome=Settlement.Outcome.KEEP)
    last = rows.order_by("-recorded_at").first()
    return last.reason if last else ""


def checks_of(review: Review, round: str, digests: Iterable[str], user: User) -> list[Check]:
    rows = Check.objects.filter(review=review, round=round, digest__in=list(digests)).select_related(
        "checker"
    )
    return list(visible_to(user, rows))


def verdicts(review: Review, digest: str, round: str, *, user: User) -> list[Verdict]:
    """The verdicts on these bytes that somebody may know of now."""
    rows = Verdict.objects.filter(
        check_asked__review=review, check_asked__digest=digest, check_asked__round=round
    ).select_related("check_asked", "given_by")
    own = Check.objects.filter(review=review, digest=digest, checker=user)
    answered = Verdict.objects.filter(given_by=user).values("check_asked_id")
    return unblinded(
        list(visible_to(user, rows)), round=round, user_id=user.pk, owes=own.exclude(pk__in=answered).exists(),
        answered=own.filter(round=round).exists(),
    )  # fmt: skip


def unblinded(rows: list[Verdict], *, round: str, user_id: UUID, owes: bool, answered: bool) -> list[Verdict]:
    """Whoever owes a verdict on these bytes knows their own only; everybody not asked, when enough are given."""
    if owes:
        return [row for row in rows if row.given_by_id == user_id]
    return rows if answered or len(rows) >= NEEDED[Round(round)] else []


def own_verdict(check: Check) -> Verdict | None:
    """What the person who was asked has answered, read by themselves."""
    return Verdict.objects.filter(check_asked=check, given_by_id=check.checker_id).first()


def too_close(review: Review, document: Document) -> set[UUID]:
    """Whoever uploaded these bytes or any version of the report. Its chair and author are told by their roles."""
    uploaded = Document.objects.filter(review_id=review.pk, digest=document.digest)
    drafted = Draft.objects.filter(review=review)
    return {
        *uploaded.values_list("uploaded_by_id", flat=True),
        *drafted.values_list("uploaded_by_id", flat=True),
    }


def is_writer(review: Review, person: User) -> bool:
    return reviews.holds(person, review.pk, *permissions.WRITERS)


def candidates(review: Review, document: Document, round: str) -> list[User]:
    """Who can be asked: those who may open the file, had no hand in it, and have not been asked yet."""
    asked = Check.objects.filter(review=review, digest=document.digest, round=round)
    out = too_close(review, document) | set(asked.values_list("checker_id", flat=True))
    out |= {person.pk for person in access.holders(document.compartment, *permissions.WRITERS)}
    readers = access.holders(document.compartment, *permissions.READERS)
    return [person for person in readers if person.pk not in out]


def waiting_checks(user: User) -> list[Check]:
    """The checks that wait for a person. Whether others have answered plays no part."""
    rows = Check.objects.filter(checker=user).exclude(
        pk__in=Verdict.objects.filter(given_by=user).values("check_asked_id")
    )
    return list(visible_to(user, rows.select_related("compartment", "review", "document")))


def replaced(checks: list[Check]) -> set[str]:
    """Which of the bytes to be checked a newer version has replaced, as far as a checker may know."""
    reviews_of = {check.review_id for check in checks}
    newest: dict[tuple[UUID, str], str] = {}
    for draft in Draft.objects.filter(review__in=reviews_of).order_by("version"):
        newest[draft.review_id, draft.kind] = draft.digest
    final = Check.objects.filter(review__in=reviews_of, round=Round.FINAL).select_related("document")
    frozen = {(one.review_id, _kind(one.document)): one.digest for one in final.order_by("recorded_at")}
    current = {Round.SUBMISSION: set(newest.values()), Round.FINAL: set(frozen.values())}
    return {check.digest for check in checks if check.digest not in current[Round(check.round)]}


def slips_in(review: Review, text: str) -> tuple[Finding, ...]:
    """What in a short text identifies somebody: for words that are published without a file."""
    with keys.holding(review.pk):
        return check(text.encode(), "text.txt", people.engine_register(review)).without_strangers
