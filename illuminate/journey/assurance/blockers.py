"""Why the report can't be signed off, sent, answered or opened again yet."""

from django.urls import reverse

from illuminate.journey.anonymity import blockers as anonymity
from illuminate.journey.assurance import queries
from illuminate.journey.assurance.models import Outcome, Submission
from illuminate.journey.involvement import blockers as involvement
from illuminate.journey.report import blockers as report
from illuminate.journey.report import queries as drafts
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.models import Review


def to_sign_off(review: Review) -> list[Blocker]:
    """The report is whole, the family has read it and been answered, and its anonymity was checked once."""
    missing = report.to_be_complete(review) + involvement.family_has_read(review)
    return missing + _to_be_checked(review)


def _to_be_checked(review: Review) -> list[Blocker]:
    files = [draft.document for draft in drafts.latest_drafts(review).values()]
    return anonymity.to_pass_submission_check(review, files)


def to_return_to_drafting(reason: str) -> list[Blocker]:
    return [] if reason.strip() else [Blocker("Say why the report goes back to drafting.")]


def to_submit(review: Review) -> list[Blocker]:
    """What is sent is what was signed off, to the byte."""
    signed = queries.standing_sign_off(review.pk)
    page = reverse("assurance:assurance", args=[review.slug])
    if signed is None:
        return [Blocker("The chair of the partnership signs off the report first.", page)]
    latest = drafts.latest_drafts(review)
    now = {kind: draft.digest for kind, draft in latest.items()}
    if now != {Draft.Kind.OVERVIEW: signed.overview_digest, Draft.Kind.SUMMARY: signed.summary_digest}:
        return [
            Blocker(
                "The report was changed after it was signed off. The chair signs off the new version first.",
                page,
            )
        ]
    return []


def to_record_outcome(submission: Submission, result: str, points: list[str]) -> list[Blocker]:
    """One letter a submission; a letter that wants changes has points, one that agrees has none."""
    if queries.outcome_of(submission):
        return [Blocker("The letter on this submission is on record already. Open the page again to see it.")]
    if result != Outcome.Result.PUBLISH and not points:
        return [Blocker("Write down the points of the letter, so that each can be answered.")]
    if result == Outcome.Result.PUBLISH and points:
        return [
            Blocker(
                "A letter that agrees to publication has no points. Choose “Publish after changes”, or remove them."
            )
        ]
    return []


def to_answer(outcome: Outcome, latest: Submission | None) -> list[Blocker]:
    """Points are answered while they are open: until the report is sent again."""
    if latest and latest.pk == outcome.submission_id:
        return []
    return [Blocker("This letter was answered when the report was sent again.")]


def to_resubmit(review: Review) -> list[Blocker]:
    """Every point has its answer, and the files were checked for anonymity as they are now."""
    latest = queries.latest_submission(review.pk)
    outcome = queries.outcome_of(latest) if latest else None
    if outcome is None:
        return []
    missing = [
        Blocker(
            f"Point {point.number} has no answer yet.",
            reverse("assurance:answer", args=[review.slug, point.pk]),
        )
        for point in queries.unanswered(outcome)
    ]
    return missing + _to_be_checked(review)


def to_reopen(reason: str) -> list[Blocker]:
    return [] if reason.strip() else [Blocker("Say why the approved report is opened again.")]
