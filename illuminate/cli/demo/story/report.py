"""The example case from the analysis to a complete report, through real actions."""

from datetime import date
from pathlib import Path
from typing import Any

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.chronology import analysing
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.people import actions as people
from illuminate.journey.people import queries as people_queries
from illuminate.journey.report import actions, queries
from illuminate.journey.report.models import Draft, Lesson, PlannedAction, Recommendation
from illuminate.journey.reviews.models import Review

CASE = Path(__file__).parent.parent / "case" / "report"
OVERVIEW, SUMMARY = "overview_draft.docx", "executive_summary_draft.docx"
DRAFTING_SINCE = date(2022, 12, 5)
UPLOADED_ON = date(2023, 1, 6)
LESSONS = (
    ("A referral sent is not a referral received",
     "Eleven referrals did not arrive and no sender noticed, because no agency had a way to notice."),
    ("Housing decisions can strengthen control",
     "Recharges, joint tenancy rules and the issue of keys can each make a person less safe unless abuse is asked "
     "about first."),
)  # fmt: skip
RECHARGES: dict[str, Any] = {
    "text": "Tidewell Homes should stop recharging for damage caused by abuse, check for abuse before issuing keys, "
    "and give safety repairs a two-day target.",
    "scope": "local",
    "target_date": date(2023, 7, 31),
    "expected_change": "No recharge for abuse-related damage; safety repairs completed in two working days.",
}
NATIONAL: dict[str, Any] = {
    "text": "The Home Office should ask police forces to record the expiry date of every non-molestation order from "
    "the sealed copy and to have it checked by a second person.",
    "scope": "national",
    "lead_name": "Home Office",
    "target_date": date(2024, 3, 31),
    "expected_change": "Expiry dates on the national computer match sealed orders.",
}


def file(name: str = OVERVIEW) -> Upload:
    """One of the example case's own files."""
    return Upload(name, (CASE / name).read_bytes())


def named(cast: Cast) -> Review:
    """The person who died is called Louise, as the family chose."""
    review = analysing(cast)
    with acting_as(cast.coordinator.pk):
        victim = next((one for one in people_queries.subjects(review) if one.kind == "victim"), None)
    if victim is None:
        do(people.record_subject, review=review, kind="victim", name="Margaret Anne Holloway", pseudonym="Louise",
           by=cast.coordinator)  # fmt: skip
    elif not victim.entry.pseudonym:
        do(people.agree_pseudonym, entry=victim.entry, pseudonym="Louise", by=cast.coordinator)
    return reloaded(cast, review)


def learned(cast: Cast) -> Review:
    """The analysis has its lessons."""
    review = named(cast)
    for title, text in LESSONS:
        do(actions.record_lesson, review=review, title=title, text=text, by=cast.independent_chair)
    return review


def drafting(cast: Cast) -> Review:
    """The chair has begun to write."""
    review = learned(cast)
    do(actions.begin_drafting, review=review, happened_on=DRAFTING_SINCE, by=cast.independent_chair)
    return reloaded(cast, review)


def upload(cast: Cast, review: Review, kind: str, content: Upload) -> Draft:
    draft: Draft = do(
        actions.upload_draft, review=review, kind=kind, upload=content, happened_on=UPLOADED_ON,
        by=cast.independent_chair,
    )  # fmt: skip
    return draft


def drafted(cast: Cast) -> Review:
    """Both files are here, and the recommendations can be carried out."""
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, file())
    upload(cast, review, Draft.Kind.SUMMARY, file(SUMMARY))
    recommended(cast, review)
    return reloaded(cast, review)


def recommended(cast: Cast, review: Review) -> None:
    """One recommendation for housing, one for the Home Office, each with its action."""
    first, second = lessons(cast, review)
    chair = cast.independent_chair
    housing: Recommendation = do(
        actions.record_recommendation, review=review, lead_organisation=cast.housing, lessons=[second], **RECHARGES,
        by=chair,
    )  # fmt: skip
    national: Recommendation = do(
        actions.record_recommendation, review=review, lessons=[first], **NATIONAL, by=chair
    )
    do(actions.plan_action, recommendation=housing, text="Recharge policy withdrawn; past recharges reviewed",
       owner="Head of Housing", organisation=cast.housing, milestones="Policy agreed by the board, May 2023",
       target_date=date(2023, 7, 31), by=chair)  # fmt: skip
    do(actions.plan_action, recommendation=national, text="Letter to the Home Office with the panel's evidence",
       owner="Community Safety Manager", organisation=cast.partnership, target_date=date(2023, 12, 31),
       by=chair)  # fmt: skip


def lessons(cast: Cast, review: Review) -> list[Lesson]:
    with acting_as(cast.independent_chair.pk):
        return list(queries.lessons(review).select_related("review"))


def recommendations(cast: Cast, review: Review) -> list[Recommendation]:
    with acting_as(cast.independent_chair.pk):
        return queries.recommendations(review)


def actions_of(cast: Cast, review: Review) -> list[PlannedAction]:
    with acting_as(cast.independent_chair.pk):
        rows = PlannedAction.objects.filter(review=review, taken_out_at=None)
        return list(rows.select_related("recommendation", "review", "organisation"))


def latest(cast: Cast, review: Review, kind: str = Draft.Kind.OVERVIEW) -> Draft:
    with acting_as(cast.independent_chair.pk):
        found = queries.latest_draft(review, kind)
    assert found
    return found
