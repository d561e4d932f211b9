"""Why the report can't be begun, changed or signed off yet."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from illuminate.journey.report import queries
from illuminate.journey.report.models import Draft, Finding, Lesson, Recommendation
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

THINKING = (Stage.ANALYSING, Stage.DRAFTING, Stage.REVISING)
WRITING = (Stage.DRAFTING, Stage.REVISING)


def to_begin_drafting(review: Review) -> list[Blocker]:
    """The analysis leaves with lessons (journey.md, "The stages", 6)."""
    if queries.lessons(review).exists():
        return []
    return [Blocker("Record at least one lesson from the analysis.", _url("lesson_new", review))]


def to_upload_draft(review: Review, digest: str = "", kind: str = "") -> list[Blocker]:
    """Drafts belong to the writing, and to the changes that the Home Office asks for."""
    if review.stage not in WRITING:
        return [Blocker("A draft can be uploaded once drafting has begun, until the report is signed off.")]
    latest = queries.latest_draft(review, kind) if kind else None
    if latest and latest.digest == digest:
        return [
            Blocker(f"This file is the same as version {latest.version}, to the letter. Choose the new one.")
        ]
    return []


def to_change_findings(review: Review) -> list[Blocker]:
    """Lessons, recommendations and the plan stand still once the report is signed off."""
    if review.stage in THINKING:
        return []
    return [
        Blocker(
            "Lessons, recommendations and actions can be changed from the analysis until the report is signed off, "
            "and while the Home Office’s points are answered."
        )
    ]


def to_change(finding: Finding, seen: int) -> list[Blocker]:
    """Nobody writes over what somebody else has changed since the page was opened."""
    if finding.taken_out_at:
        return [Blocker("Somebody has taken this out since you opened the page.")]
    if finding.revision != seen:
        return [
            Blocker(
                "Somebody else has changed this since you opened the page, so nothing was saved. Keep your words, "
                "open the page again, and add them to theirs."
            )
        ]
    return []


def to_be_complete(review: Review) -> list[Blocker]:
    """What the report still lacks before the partnership can sign it off (journey.md, "The papers")."""
    kinds = set(Draft.objects.filter(review=review).values_list("kind", flat=True))
    missing = [
        Blocker(f"The {Draft.Kind(kind).label.lower()} has not been uploaded.", _url("upload", review, kind))
        for kind in Draft.Kind.values
        if kind not in kinds
    ]
    lessons = list(queries.lessons(review))
    recommendations = queries.recommendations(review)
    if not lessons:
        missing.append(Blocker("No lesson has been recorded.", _url("lesson_new", review)))
    if not recommendations:
        missing.append(Blocker("No recommendation has been recorded.", _url("recommendation_new", review)))
    return missing + [blocker for one in recommendations for blocker in of_recommendation(review, one)]


def of_recommendation(review: Review, recommendation: Recommendation) -> list[Blocker]:
    """What one recommendation lacks so that somebody can carry it out and others can see that it was done."""
    name, url = str(recommendation), _url("recommendation", review, recommendation.pk)
    lacks = [
        (not recommendation.lead, "has no lead: say which organisation is asked"),
        (not recommendation.target_date, "has no target date"),
        (not recommendation.expected_change.strip(), "does not say what is expected to change"),
    ]
    found = [Blocker(f"{name} {what}.", url) for lacking, what in lacks if lacking]
    actions = list(recommendation.actions.all())
    if not actions:
        found.append(
            Blocker(f"{name} has no action in the plan.", _url("action_new", review, recommendation.pk))
        )
    return found + [
        Blocker(f"Action {name.split()[-1]}.{one.number} has no target date.", _url("action", review, one.pk))
        for one in actions
        if not one.target_date
    ]


def unanswered_lessons(lessons: Iterable[Lesson], recommendations: Iterable[Recommendation]) -> list[Lesson]:
    """Lessons that no recommendation answers. A hint, never a blocker: some lessons need no new one."""
    answered = {lesson.pk for one in recommendations for lesson in one.lessons.all()}
    return [lesson for lesson in lessons if lesson.pk not in answered]


def _url(name: str, review: Review, *rest: UUID | str) -> str:
    return reverse(f"report:{name}", args=[review.slug, *rest])
