"""Reading what is frozen, agreed and released."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.files import digest_of
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import Unreadable
from illuminate.journey.anonymity import queries as anonymity
from illuminate.journey.anonymity.models import NEEDED, Check, Round
from illuminate.journey.assurance import queries as assurance
from illuminate.journey.involvement.models import QuietDay
from illuminate.journey.publication.kinds import PUBLISHED, FileKind
from illuminate.journey.publication.models import (
    Approval,
    FrozenFile,
    FrozenReport,
    PublicationDate,
    Release,
    ReleasedAction,
    ReleasedStatement,
)
from illuminate.journey.report import queries as report
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review, StageMove
from illuminate.journey.reviews.queries import review_or_404 as any_review_or_404

Row = TypeVar("Row", bound=Model)
ORDER = (*PUBLISHED, FileKind.PAGE)


@dataclass(frozen=True)
class Kept:
    """A frozen file whose bytes were read again and are the ones that were frozen."""

    kind: FileKind
    file: FrozenFile
    data: bytes


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def review_or_404(slug: str, user: User) -> Review:
    return any_review_or_404(slug, user)


def frozen_now(review: Review) -> FrozenReport | None:
    """The frozen report that stands, with its files; None before the first."""
    return _frozen().filter(review=review, replaced_at=None).first()


def frozen_or_404(review: Review, pk: UUID, user: User) -> FrozenReport:
    return get_object_or_404(visible_to(user, _frozen()), review=review, pk=pk)


def files_of(frozen: FrozenReport) -> list[FrozenFile]:
    """Its files in the order in which readers see them."""
    return sorted(frozen.files.all(), key=lambda file: ORDER.index(FileKind(file.kind)))


def approval_of(frozen: FrozenReport) -> Approval | None:
    return getattr(frozen, "approval", None)


def date_of(review: Review) -> PublicationDate | None:
    """The day of publication that stands."""
    return PublicationDate.objects.filter(review=review, replaced_at=None).select_related("chosen_by").first()


def release_of(review: Review) -> Release | None:
    """The release that is public now."""
    rows = Release.objects.filter(review=review, taken_down_on=None)
    return rows.select_related("frozen", "released_by").first()


def releases(review: Review) -> list[Release]:
    return list(Release.objects.filter(review=review).select_related("released_by", "taken_down_by"))


def allowed_by(review: Review) -> StageMove | None:
    """The step by which publication was last allowed: the Home Office's agreement, or a takedown after it."""
    moves = StageMove.objects.filter(review=review, to_stage=Stage.APPROVED)
    return moves.order_by("recorded_at").last()


def allowing_move(review: Review) -> StageMove:
    """The same, for a review that is at the gate."""
    found = allowed_by(review)
    if found is None:
        raise LookupError("This review was never allowed to be published.")
    return found


def sources(review: Review) -> dict[str, Document]:
    """The files that the review has already, for the kinds that can be taken over from there."""
    found = {str(kind): draft.document for kind, draft in report.latest_drafts(review).items()}
    latest = assurance.latest_submission(review.pk)
    outcome = assurance.outcome_of(latest) if latest else None
    if outcome and outcome.letter:
        found[FileKind.LETTER] = outcome.letter
    return found


def unwelcome(review: Review, day: date) -> list[QuietDay]:
    """Days on which somebody close to the person asked to be left in peace, and which hold this day."""
    return [quiet for quiet in QuietDay.objects.filter(review=review) if quiet.holds(day)]


def not_asked(frozen: FrozenReport, person: User) -> list[FrozenFile]:
    """The frozen files that a person has not been asked to check."""
    asked = set(
        Check.objects.filter(review=frozen.review_id, round=Round.FINAL, checker=person).values_list(
            "digest", flat=True
        )
    )
    return [file for file in files_of(frozen) if file.digest not in asked]


def is_asked(frozen: FrozenReport) -> bool:
    """Whether two people were asked about every frozen file."""
    digests = {file.digest for file in files_of(frozen)}
    rows = Check.objects.filter(review=frozen.review_id, round=Round.FINAL, digest__in=digests)
    asked = list(rows.values_list("digest", flat=True))
    return all(asked.count(digest) >= NEEDED[Round.FINAL] for digest in digests)


def checkers(frozen: FrozenReport) -> list[User]:
    """Who can be asked to check everything that is frozen: nobody who wrote or uploaded any of it."""
    documents = [file.document for file in files_of(frozen)]
    lists = [anonymity.candidates(frozen.review, document, Round.FINAL) for document in documents]
    return [person for person in lists[0] if all(person in others for others in lists[1:])] if lists else []


def kept(frozen: FrozenReport) -> list[Kept]:
    """Every file, read again from the disk. Raises `Unreadable` when one is not what was frozen."""
    found = []
    for file in files_of(frozen):
        data = documents.contents(file.document)
        if digest_of(data) != file.digest:
            raise Unreadable("A frozen file is not the one that was frozen.")
        found.append(Kept(FileKind(file.kind), file, data))
    return found


def public_action(release: Release, recommendation_number: int, action_number: int) -> ReleasedAction | None:
    """The public copy of an action of the plan, found by the numbers that readers see."""
    return ReleasedAction.objects.filter(
        recommendation__report__slug=release.slug,
        recommendation__number=recommendation_number,
        number=action_number,
    ).first()


def public_statements(release: Release | None) -> set[tuple[int, int, str]]:
    """What is public now of progress: recommendation, action, and the digest of the words."""
    if release is None:
        return set()
    rows = ReleasedStatement.objects.filter(action__recommendation__report__slug=release.slug)
    return set(rows.values_list("action__recommendation__number", "action__number", "digest"))


def _frozen() -> QuerySet[FrozenReport]:
    files = Prefetch("files", FrozenFile.objects.select_related("document"))
    return FrozenReport.objects.select_related("frozen_by", "approval__approved_by").prefetch_related(files)
