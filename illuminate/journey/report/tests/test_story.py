"""From the analysis to a report that is complete: drafts, lessons, recommendations and the plan."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story import report as story
from illuminate.cli.demo.story.publication import word_file
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.checks import NotAccepted
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.report import actions, blockers, queries, tasks
from illuminate.journey.report.models import Draft, DraftSection, Lesson, LessonAnswered
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def words(found: list[blockers.Blocker]) -> str:
    return " ".join(one.text for one in found)


def test_drafting_begins_with_a_lesson_and_the_coordinator_is_told(cast: Cast) -> None:
    review = story.named(cast)
    with pytest.raises(Refused, match="at least one lesson"):
        do(actions.begin_drafting, review=review, by=cast.independent_chair)
    assert reloaded(cast, review).stage == "analysing"
    review = story.learned(cast)
    with pytest.raises(PermissionDenied):
        do(actions.begin_drafting, review=review, by=cast.coordinator)
    do(actions.begin_drafting, review=review, by=cast.independent_chair)
    assert reloaded(cast, review).stage == "drafting"
    with acting_as(cast.coordinator.pk):
        told = [one for one in mailroom.waiting() if one.to_user_id == cast.coordinator.pk]
        assert any("Drafting has begun" in one.subject for one in told)
        assert all("Louise" not in one.subject + one.body and "Margaret" not in one.body for one in told)
    with pytest.raises(Refused, match="can't go to"):
        do(actions.begin_drafting, review=reloaded(cast, review), by=cast.independent_chair)


def test_each_version_is_kept_with_its_sections_and_its_digest(cast: Cast) -> None:
    review = story.drafting(cast)
    first = story.upload(cast, review, Draft.Kind.OVERVIEW, story.file())
    assert (first.version, len(first.digest)) == (1, 64)
    with pytest.raises(Refused, match="same as version 1"):
        story.upload(cast, review, Draft.Kind.OVERVIEW, story.file())
    second = story.upload(cast, review, Draft.Kind.OVERVIEW, Upload("b.docx", word_file("A new beginning.")))
    assert second.version == 2
    with acting_as(cast.panel_member.pk):
        sections = DraftSection.objects.filter(draft=first)
        assert sections.count() > 20 and sections.filter(heading="2. A tribute from the family").exists()
        assert queries.latest_draft(review, "overview").pk == second.pk
        assert [one.subject for one in mailroom.waiting() if one.to_user_id == cast.panel_member.pk]


def test_a_draft_is_a_word_file_that_can_be_read(cast: Cast) -> None:
    review = story.drafting(cast)
    for name, data, why in (
        ("overview.pdf", b"%PDF-1.7 hello", "Word file"),
        ("overview.docx", word_file(), "no words"),
        ("overview.docx", b"PK\x03\x04", "save it again|damaged|opened|Word"),
    ):
        with pytest.raises(NotAccepted, match=why):
            story.upload(cast, review, Draft.Kind.OVERVIEW, Upload(name, data))
    with acting_as(cast.independent_chair.pk):
        assert not Draft.objects.exists()


def test_nothing_is_uploaded_before_drafting_begins(cast: Cast) -> None:
    review = story.learned(cast)
    with pytest.raises(Refused, match="once drafting has begun"):
        story.upload(cast, review, Draft.Kind.OVERVIEW, story.file())


def test_the_report_says_what_it_still_lacks_until_it_is_complete(cast: Cast) -> None:
    review = story.drafting(cast)
    with acting_as(cast.partnership_chair.pk):
        missing = words(blockers.to_be_complete(review))
    for part in ("overview report has not been", "executive summary has not been", "No recommendation"):
        assert part in missing
    bare = do(
        actions.record_recommendation,
        review=review,
        text="Do better.",
        scope="local",
        by=cast.independent_chair,
    )
    with acting_as(cast.independent_chair.pk):
        missing = words(blockers.to_be_complete(review))
        for part in ("has no lead", "no target date", "expected to change", "no action in the plan"):
            assert f"Recommendation 1 {part}" in missing or part in missing
    action = do(
        actions.plan_action, recommendation=bare, text="Meet", owner="Manager", by=cast.independent_chair
    )
    with acting_as(cast.independent_chair.pk):
        assert "Action 1.1 has no target date" in words(blockers.to_be_complete(review))
    do(actions.take_out_recommendation, recommendation=bare, seen=1, by=cast.independent_chair)
    story.upload(cast, review, Draft.Kind.OVERVIEW, story.file())
    story.upload(cast, review, Draft.Kind.SUMMARY, story.file(story.SUMMARY))
    story.recommended(cast, review)
    with acting_as(cast.partnership_chair.pk):
        assert blockers.to_be_complete(review) == []
        assert queries.PlannedAction.objects.get(pk=action.pk).taken_out_at


def test_a_lesson_without_a_recommendation_is_a_hint_and_no_blocker(cast: Cast) -> None:
    review = story.drafted(cast)
    do(actions.record_lesson, review=review, title="Separation is not safety", text="Three agencies stepped down.",
       by=cast.independent_chair)  # fmt: skip
    with acting_as(cast.independent_chair.pk):
        lessons, recommendations = queries.lessons(review), queries.recommendations(review)
        assert [one.number for one in blockers.unanswered_lessons(lessons, recommendations)] == [3]
        assert blockers.to_be_complete(review) == []


def test_a_recommendation_answers_the_lessons_that_were_chosen_last(cast: Cast) -> None:
    review = story.drafted(cast)
    first, second = story.lessons(cast, review)
    one = story.recommendations(cast, review)[0]
    changed = do(
        actions.change_recommendation, recommendation=one, seen=1, lead_name="Tidewell Homes", lessons=[first],
        **story.RECHARGES, by=cast.independent_chair,
    )  # fmt: skip
    assert changed.lead == "Tidewell Homes" and changed.revision == 2
    with acting_as(cast.independent_chair.pk):
        assert [link.lesson_id for link in LessonAnswered.objects.filter(recommendation=one)] == [first.pk]
    do(actions.take_out_lesson, lesson=first, seen=1, by=cast.independent_chair)
    with acting_as(cast.independent_chair.pk):
        assert not LessonAnswered.objects.filter(recommendation=one).exists()
        assert Lesson.objects.get(pk=second.pk).number == 1, "the numbers close up"
        assert Lesson.objects.get(pk=first.pk).text, "what was taken out is kept"


def test_a_stale_page_does_not_write_over_somebody_else(cast: Cast) -> None:
    review = story.learned(cast)
    lesson = story.lessons(cast, review)[0]
    do(actions.change_lesson, lesson=lesson, seen=1, title="One", text="First.", by=cast.independent_chair)
    with pytest.raises(Refused, match="Somebody else has changed this"):
        do(
            actions.change_lesson,
            lesson=lesson,
            seen=1,
            title="Two",
            text="Second.",
            by=cast.independent_chair,
        )
    do(actions.take_out_lesson, lesson=lesson, seen=2, by=cast.independent_chair)
    for late in (actions.take_out_lesson, actions.change_lesson):
        extra = {} if late is actions.take_out_lesson else {"title": "x", "text": "y"}
        with pytest.raises(Refused, match="taken this out"):
            do(late, lesson=lesson, seen=2, **extra, by=cast.independent_chair)
    with acting_as(cast.independent_chair.pk):
        assert Lesson.objects.get(pk=lesson.pk).title == "One"


def test_the_panel_reads_and_does_not_write(cast: Cast) -> None:
    review = story.drafted(cast)
    for reader in (cast.panel_member, cast.partnership_chair, cast.coordinator):
        with pytest.raises(PermissionDenied):
            do(actions.record_lesson, review=review, title="x", text="y", by=reader)
    with pytest.raises(PermissionDenied):
        do(actions.upload_draft, review=review, kind="overview", upload=story.file(), by=cast.panel_member)
    newer = Upload("c.docx", word_file("From the coordinator."))
    assert (
        do(actions.upload_draft, review=review, kind="overview", upload=newer, by=cast.coordinator).version
        == 2
    )


def test_agencies_the_home_office_and_strangers_see_nothing_whatever_python_forgets(cast: Cast) -> None:
    story.drafted(cast)
    models = (Draft, DraftSection, Lesson, queries.Recommendation, LessonAnswered, queries.PlannedAction)
    for outsider in (cast.housing_author, cast.home_office_reader, cast.officer, cast.stranger):
        with acting_as(outsider.pk):
            assert not [model for model in models if model.objects.exists()]
    assert not [model for model in models if model.objects.exists()], "nobody acting"
    with acting_as(cast.panel_member.pk):
        assert all(model.objects.exists() for model in models)


def test_what_was_done_is_on_record_without_the_words(cast: Cast) -> None:
    review = story.drafted(cast)
    with acting_as(cast.independent_chair.pk):
        events = list(AuditEvent.objects.filter(review_id=review.pk, kind__startswith="report."))
    kinds = {one.kind for one in events}
    assert {"report.drafting_begun", "report.draft_uploaded", "report.lesson_recorded",
            "report.recommendation_recorded", "report.action_planned"} <= kinds  # fmt: skip
    assert not any("Tidewell" in str(one.detail) for one in events)
    begun = next(one for one in events if one.kind == "report.drafting_begun")
    assert begun.happened_on == story.DRAFTING_SINCE and begun.recorded_at.date() != story.DRAFTING_SINCE


def test_the_task_list_says_what_is_left(cast: Cast) -> None:
    review = story.named(cast)
    with acting_as(cast.independent_chair.pk):
        lessons, begin = tasks.tasks(review, cast.independent_chair)
        assert (lessons.status, begin.status) == ("to_do", "waiting")
        assert [one.text for one in tasks.waiting_for(cast.independent_chair)] == ["Record the lessons"]
    review = story.drafting(cast)
    with acting_as(cast.independent_chair.pk):
        assert [one.status for one in tasks.tasks(review, cast.independent_chair)] == [
            "to_do", "to_do", "done", "to_do", "to_do",
        ]  # fmt: skip
        assert "Upload the overview report" in {one.text for one in tasks.waiting_for(cast.independent_chair)}
        assert tasks.waiting_for(cast.panel_member) == []


def test_a_target_date_and_a_lead_may_follow_later(cast: Cast) -> None:
    review = story.drafting(cast)
    one = do(
        actions.record_recommendation, review=review, text="Do.", scope="national", by=cast.independent_chair
    )
    assert (one.lead, one.target_date) == ("", None)
    one = do(actions.change_recommendation, recommendation=one, seen=1, text="Do.", scope="national",
             lead_name="Home Office", target_date=date(2024, 3, 31), by=cast.independent_chair)  # fmt: skip
    assert one.lead == "Home Office"
