"""What the report's pages show: contexts for its templates, put together from queries and blockers."""

from typing import Any

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.foundation.design.days import long_day
from illuminate.journey.report import blockers, permissions, queries
from illuminate.journey.report.forms import TakeOut
from illuminate.journey.report.models import (
    Draft,
    DraftSection,
    Finding,
    Lesson,
    PlannedAction,
    Recommendation,
)  # fmt: skip
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

OUT = {
    Lesson: "report:lesson_out",
    Recommendation: "report:recommendation_out",
    PlannedAction: "report:action_out",
}


def trail(review: Review, title: str, *, inside: bool = True) -> dict[str, Any]:
    """The page's title, and where it lies."""
    crumbs: list[Any] = [(review.title, reverse("desk:review", args=[review.slug]))]
    crumbs += [("Report", reverse("report:report", args=[review.slug]))] if inside else []
    return {"review": review, "title": title, "caption": review.reference, "breadcrumbs": [*crumbs, title]}


def report(review: Review, user: User) -> dict[str, Any]:
    lessons, recommendations = list(queries.lessons(review)), queries.recommendations(review)
    drafts = queries.drafts(review)
    writes = permissions.may_write(review.pk, user) and not blockers.to_change_findings(review)
    return {
        **trail(review, "Report", inside=False),
        "files": [_file(review, kind, drafts) for kind in Draft.Kind],
        "may_upload": permissions.may_upload(review.pk, user) and not blockers.to_upload_draft(review),
        "lessons": lessons,
        "unanswered": [str(one) for one in blockers.unanswered_lessons(lessons, recommendations)],
        "recommendations": [(one, _facts(one)) for one in recommendations],
        "may_write": writes,
        "begin_url": reverse("report:begin", args=[review.slug])
        if review.stage == Stage.ANALYSING and writes
        else "",
        "blockers": blockers.to_be_complete(review) if review.stage in blockers.WRITING else [],
    }


def _file(review: Review, kind: Draft.Kind, drafts: list[Draft]) -> dict[str, Any]:
    return {
        "name": kind.label,
        "url": reverse("report:upload", args=[review.slug, kind.value]),
        "versions": [draft for draft in drafts if draft.kind == kind],
    }


def _facts(recommendation: Recommendation) -> list[tuple[str, str]]:
    lessons = ", ".join(str(lesson.number) for lesson in recommendation.lessons.all())
    return [
        ("Scope", recommendation.get_scope_display()),
        ("Lead", recommendation.lead or "Not named yet"),
        (
            "Target date",
            long_day(recommendation.target_date) if recommendation.target_date else "Not set yet",
        ),
        ("Expected change", recommendation.expected_change or "Not said yet"),
        ("Answers lessons", lessons or "None yet"),
    ]


def upload(review: Review, kind: str, form: Any) -> dict[str, Any]:
    name = Draft.Kind(kind).label
    return {
        **trail(review, f"Upload the {name.lower()}"),
        "form": form,
        "blockers": blockers.to_upload_draft(review),
        "submit_label": "Upload",
        "cancel_url": reverse("report:report", args=[review.slug]),
    }


def draft(review: Review, found: Draft) -> dict[str, Any]:
    return {
        **trail(review, str(found)),
        "draft": found,
        "sections": queries.sections(found),
        "chapters": chapters(queries.sections(found)),
    }


def chapters(sections: list[DraftSection]) -> list[DraftSection]:
    """The sections that a list of contents names."""
    return [one for one in sections if one.level == 1]


def finding(
    review: Review, form: Any, title: str, *, lead: str = "", out: Finding | None = None
) -> dict[str, Any]:
    return {
        **trail(review, title),
        "form": form,
        "lead": lead,
        "blockers": blockers.to_change_findings(review),
        "submit_label": "Save",
        "cancel_url": reverse("report:report", args=[review.slug]),
        "out_url": reverse(OUT[type(out)], args=[review.slug, out.pk]) if out else "",
        "out": out,
    }


def taking_out(review: Review, found: Finding) -> dict[str, Any]:
    more = ["Its actions go with it"] if isinstance(found, Recommendation) else []
    return {
        **trail(review, f"Take out {str(found)[:1].lower()}{str(found)[1:]}"),
        "form": TakeOut(initial={"seen": found.revision}),
        "consequences": [
            "It leaves the list, and the ones after it move up by one",
            *more,
            "It stays on record",
        ],
        "submit_label": "Take it out",
        "cancel_url": reverse("report:report", args=[review.slug]),
    }
