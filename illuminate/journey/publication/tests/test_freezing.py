"""What is to be published is fixed to the byte."""

import hashlib
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.publication import (
    DIED,
    SUMMARY,
    at_the_gate,
    checked,
    files,
    frozen,
    word_file,
)
from illuminate.engines.anonymise import Entry, Register, check
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.publication import actions, plan_file, queries
from illuminate.journey.publication.manifest import manifest
from illuminate.journey.publication.models import FrozenFile, FrozenReport
from illuminate.journey.publication.page import PageAction, PageRecommendation, PublicPage
from illuminate.journey.report.models import Recommendation
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def freeze(cast: Cast, review: Review, **other: object) -> FrozenReport:
    given = {
        "documents": files(cast, review),
        "died": DIED,
        "summary": SUMMARY,
        "by": cast.coordinator,
        **other,
    }
    return do(actions.freeze, review=review, **given)


def test_the_digest_is_over_every_file_and_the_words_of_the_page(cast: Cast) -> None:
    report = frozen(cast)
    with acting_as(cast.coordinator.pk):
        rows = FrozenFile.objects.filter(frozen=report)
        assert {row.kind for row in rows} == {"overview", "summary", "plan", "letter", "page"}
        lines = "".join(sorted(f"{row.digest}  {row.kind}\n" for row in rows))
        assert report.digest == hashlib.sha256(lines.encode()).hexdigest()
        for row in rows:
            assert hashlib.sha256(documents.contents(row.document)).hexdigest() == row.digest
        page = documents.contents(rows.get(kind="page").document).decode()
    assert "Louise" in page
    assert "Tidewell Homes should stop recharging" in page
    assert SUMMARY in page


def test_one_changed_byte_or_kind_changes_the_digest() -> None:
    one, other = "a" * 64, "b" * 64
    assert manifest([(one, "overview"), (other, "summary")]) == manifest(
        [(other, "summary"), (one, "overview")]
    )
    assert manifest([(one, "overview"), (other, "summary")]) != manifest(
        [(other, "overview"), (one, "summary")]
    )


def test_only_who_prepares_it_freezes(cast: Cast) -> None:
    review = at_the_gate(cast)
    for person in (cast.partnership_chair, cast.panel_member, cast.stranger, cast.quality_reader):
        with pytest.raises(PermissionDenied):
            freeze(cast, review, by=person)


def test_before_the_home_office_agrees_nothing_is_frozen(cast: Cast) -> None:
    review = at_the_gate(cast)
    with acting_as(cast.coordinator.pk):
        Review.objects.filter(pk=review.pk).update(stage="revising")
    with pytest.raises(Refused, match="The Home Office has not agreed to publication yet"):
        freeze(cast, review)


@pytest.mark.parametrize("died", ["9 October 2021", "09/10/2021", "", "last autumn", "October", "Oct 2021"])
def test_the_day_of_the_death_is_never_published(cast: Cast, died: str) -> None:
    review = at_the_gate(cast)
    with pytest.raises(Refused, match="never the day"):
        freeze(cast, review, died=died)


def test_what_is_missing_is_said_in_words(cast: Cast) -> None:
    review = at_the_gate(cast)
    with pytest.raises(Refused) as refused:
        freeze(cast, review, documents={"overview": files(cast, review)["overview"]}, summary=" ")
    assert [blocker.text for blocker in refused.value.blockers] == [
        "Add the executive summary: it is published with the rest.",
        "Add the action plan: it is published with the rest.",
        "Add the Home Office’s letter: it is published with the rest.",
        "Write the summary that readers see first.",
    ]


def test_a_name_on_the_public_page_is_refused_and_not_repeated(cast: Cast) -> None:
    review = at_the_gate(cast)
    with acting_as(cast.independent_chair.pk):
        Recommendation.objects.update(expected_change="No recharge like Maggie's.")
    with pytest.raises(Refused) as refused:
        freeze(cast, review, summary="Margaret Holloway was killed.")
    told = str(refused.value)
    assert "The summary holds something that identifies" in told
    assert "Recommendation 1 holds something" in told
    assert "Lesson 1" not in told
    assert "Maggie" not in told
    assert "Holloway" not in told


def test_a_file_that_is_not_what_it_says_is_refused(cast: Cast) -> None:
    review = at_the_gate(cast)
    given = {**files(cast, review), "plan": Upload("plan.docx", b"not a Word file")}
    with pytest.raises(Refused, match=r"^Action plan: "):
        freeze(cast, review, documents=given)
    with acting_as(cast.coordinator.pk):
        assert not FrozenReport.objects.exists()


def test_exactly_the_same_is_not_frozen_twice(cast: Cast) -> None:
    review = at_the_gate(cast)
    given = files(cast, review)
    freeze(cast, review, documents=given)
    with pytest.raises(Refused, match="frozen already"):
        freeze(cast, review, documents=given)
    with acting_as(cast.coordinator.pk):
        assert FrozenReport.objects.count() == 1


def test_a_new_freeze_replaces_the_one_before_and_what_was_agreed_counts_no_more(cast: Cast) -> None:
    report = checked(cast, frozen(cast))
    do(actions.approve, frozen=report, by=cast.partnership_chair)
    given = {**files(cast, report.review), "plan": Upload("plan.docx", word_file("Another plan"))}
    second = freeze(cast, report.review, documents=given)
    assert second.digest != report.digest
    assert second.number == 2
    with acting_as(cast.coordinator.pk):
        standing = queries.frozen_now(reloaded(cast, report.review))
        assert standing == second
        assert queries.approval_of(standing) is None
    with pytest.raises(Refused, match="frozen anew"):
        do(actions.release, frozen=report, by=cast.coordinator)
    with pytest.raises(Refused, match="frozen anew"):
        do(actions.ask_checkers, frozen=report, checkers=[cast.partnership_chair], by=cast.coordinator)


def test_freezing_is_on_record_with_its_digest(cast: Cast) -> None:
    report = frozen(cast)
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.get(kind="publication.frozen")
    assert event.detail["digest"] == report.digest
    assert event.happened_on == date(2023, 11, 6)


def test_the_plan_that_is_made_is_the_same_each_time_and_clean() -> None:
    action = PageAction(1, "Recharge policy withdrawn", "Head of Housing, Tidewell Homes", date(2023, 7, 31))
    one = PageRecommendation(
        1, "Stop recharging.", "Local", "Tidewell Homes", None, "No recharge.", (1,), (action,)
    )
    page = PublicPage(
        "Louise", "Domestic Homicide Review", "Safer Northbridge", "", DIED, SUMMARY, (), (one,)
    )
    made = plan_file.plan_file(page)
    assert made == plan_file.plan_file(page)
    report = check(made, "plan.docx", Register((Entry("person", "Margaret Holloway", "Louise"),)))
    assert not report.without_strangers and not report.unread, report
