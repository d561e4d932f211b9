"""What there is to do for the report, and what waits for somebody."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.report import blockers, permissions, queries
from illuminate.journey.report.models import Draft, Lesson
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task


def tasks(review: Review, user: User) -> list[Task]:
    """The report's lines in the task list of the stages it is written in."""
    if review.stage == Stage.ANALYSING:
        return _analysing(review)
    return _writing(review) if review.stage in blockers.WRITING else []


def _analysing(review: Review) -> list[Task]:
    lessons = queries.lessons(review).exists()
    return [
        task("Record the lessons", _url("report", review), done=lessons),
        task(
            "Begin drafting", _url("begin", review), done=False, blockers=blockers.to_begin_drafting(review)
        ),
    ]


def _writing(review: Review) -> list[Task]:
    drafts = queries.latest_drafts(review)
    recommendations = queries.recommendations(review)
    missing = [blocker for one in recommendations for blocker in blockers.of_recommendation(review, one)]
    page = _url("report", review)
    return [
        *(
            task(f"Upload the {kind.label.lower()}", _url("upload", review, kind.value), done=kind.value in drafts,
                 hint=f"Version {drafts[kind.value].version} is here" if kind.value in drafts else "")
            for kind in Draft.Kind
        ),
        task("Record the lessons", page, done=queries.lessons(review).exists()),
        task("Record the recommendations", page, done=bool(recommendations)),
        task("Complete the recommendations and the plan of actions", page, done=bool(recommendations) and not missing,
             hint=_count(len(missing))),
    ]  # fmt: skip


def _count(missing: int) -> str:
    if not missing:
        return ""
    return "1 thing is missing" if missing == 1 else f"{missing} things are missing"


def waiting_for(user: User) -> list[Waiting]:
    """Reviews whose report this person writes, as long as a file is missing or nothing has been learned yet."""
    writing = access.reviews_of(user, *permissions.WRITERS)
    reviews = Review.objects.filter(pk__in=writing, stage__in=(Stage.ANALYSING, Stage.DRAFTING))
    found = {one.pk: one for one in queries.visible_to(user, reviews)}
    files = set(Draft.objects.filter(review__in=found).values_list("review_id", "kind"))
    learned = set(
        Lesson.objects.filter(review__in=found, taken_out_at=None).values_list("review_id", flat=True)
    )
    waiting = []
    for review in found.values():
        if review.stage == Stage.ANALYSING and review.pk not in learned:
            waiting.append(Waiting("Record the lessons", _url("report", review), review.title))
        if review.stage == Stage.DRAFTING:
            waiting += [
                Waiting(f"Upload the {kind.label.lower()}", _url("upload", review, kind.value), review.title)
                for kind in Draft.Kind
                if (review.pk, kind.value) not in files
            ]
    return waiting


def _url(name: str, review: Review, *rest: str) -> str:
    return reverse(f"report:{name}", args=[review.slug, *rest])
