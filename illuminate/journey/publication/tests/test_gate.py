"""What still blocks publication, in words; and that any change of a byte closes the gate again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.involvement import UNCLE, relative
from illuminate.cli.demo.story.publication import (
    CHECKED_ON,
    PUBLISHED_ON,
    agreed,
    at_the_gate,
    checked,
    frozen,
)
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import files as stored
from illuminate.journey.assurance import actions as assurance
from illuminate.journey.involvement.models import QuietDay
from illuminate.journey.publication import actions, blockers, queries
from illuminate.journey.publication.models import FrozenFile, FrozenReport, PublicationDate
from illuminate.journey.report.models import Lesson
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

UNKNOWN = {**UNCLE, "pseudonym": "Rhys"}


def blocking(cast: Cast, review: Review) -> str:
    with acting_as(cast.coordinator.pk):
        return "\n".join(blocker.text for blocker in blockers.of_gate(reloaded(cast, review)))


def test_everything_that_blocks_is_listed_in_words_with_a_way_to_put_it_right(cast: Cast) -> None:
    review = at_the_gate(cast)
    assert blocking(cast, review) == "The report has not been frozen."
    frozen(cast, review)
    with acting_as(cast.coordinator.pk):
        found = blockers.of_gate(reloaded(cast, review))
    assert all(blocker.url for blocker in found)
    told = "\n".join(blocker.text for blocker in found)
    for what in (
        "overview report",
        "executive summary",
        "action plan",
        "public page",
        "Home Office’s letter",
    ):
        assert f"Ask two people who did not write the {what} to check it." in told
    assert "Choose the day of publication" in told
    assert "has not agreed to the publication of exactly these files" in told


def test_the_gate_opens_when_nothing_is_left(cast: Cast) -> None:
    report = agreed(cast)
    assert blocking(cast, report.review) == ""


def test_a_byte_changed_on_the_disk_closes_the_gate(cast: Cast) -> None:
    report = agreed(cast)
    with acting_as(cast.coordinator.pk):
        file = FrozenFile.objects.get(frozen=report, kind="plan")
    place = stored.place(report.review_id, file.digest)
    kept = place.read_bytes()
    place.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    assert "A frozen file can't be published" in blocking(cast, report.review)
    with pytest.raises(Refused, match="A frozen file can't be published"):
        do(actions.release, frozen=report, by=cast.coordinator)


def test_a_lesson_changed_after_the_freeze_closes_the_gate(cast: Cast) -> None:
    report = agreed(cast)
    with acting_as(cast.independent_chair.pk):
        Lesson.objects.update(text="Something else.")
    assert "changed after they were frozen" in blocking(cast, report.review)


def test_another_digest_in_the_database_closes_the_gate(cast: Cast) -> None:
    report = agreed(cast)
    with acting_as(cast.coordinator.pk):
        FrozenReport.objects.filter(pk=report.pk).update(digest="0" * 64)
    told = blocking(cast, report.review)
    assert "A frozen file was changed" in told
    assert "has not agreed to the publication of exactly these files" in told


def test_a_review_that_was_opened_again_is_frozen_again(cast: Cast) -> None:
    report = agreed(cast)
    do(assurance.reopen, review=report.review, reason="The family asks for a change.", by=cast.coordinator)
    assert "The Home Office has not agreed" in blocking(cast, report.review)
    with pytest.raises(Refused, match="The Home Office has not agreed"):
        do(actions.release, frozen=report, by=cast.coordinator)


def test_one_clean_verdict_is_not_enough_and_one_against_closes_the_gate(cast: Cast) -> None:
    from illuminate.journey.anonymity import actions as anonymity

    report = frozen(cast)
    asked = do(actions.ask_checkers, frozen=report, checkers=[cast.panel_member, cast.second_panel_member],
               by=cast.coordinator)  # fmt: skip
    first, second = (
        [check for check in asked if check.checker_id == person.pk]
        for person in (cast.panel_member, cast.second_panel_member)
    )
    for check in first:
        do(anonymity.give_verdict, check=check, verdict="clean", by=cast.panel_member)
    assert "Wait for two people to give each their verdict on the overview report." in blocking(
        cast, report.review
    )
    do(
        anonymity.give_verdict,
        check=second[0],
        verdict="not_clean",
        note="Page 3",
        by=cast.second_panel_member,
    )
    assert "found something. Put it right" in blocking(cast, report.review)


def test_checkers_are_asked_about_everything_once(cast: Cast) -> None:
    report = frozen(cast)
    with acting_as(cast.coordinator.pk):
        known = queries.checkers(queries.frozen_or_404(report.review, report.pk, cast.coordinator))
    assert set(known) == {cast.panel_member, cast.second_panel_member, cast.partnership_chair}
    asked = do(actions.ask_checkers, frozen=report, checkers=[cast.panel_member], by=cast.coordinator)
    assert len(asked) == 5
    with pytest.raises(Refused, match="asked to check these files already"):
        do(actions.ask_checkers, frozen=report, checkers=[cast.panel_member], by=cast.coordinator)
    with pytest.raises(Refused, match="uploaded the file"):
        do(actions.ask_checkers, frozen=report, checkers=[cast.coordinator], by=cast.coordinator)
    with pytest.raises(Refused, match="chairs the review"):
        do(actions.ask_checkers, frozen=report, checkers=[cast.independent_chair], by=cast.coordinator)


def test_only_the_chair_of_the_partnership_agrees_and_only_once(cast: Cast) -> None:
    report = frozen(cast)
    for person in (cast.coordinator, cast.independent_chair, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.approve, frozen=report, by=person)
    approval = do(actions.approve, frozen=report, by=cast.partnership_chair)
    assert approval.digest == report.digest
    with pytest.raises(Refused, match="agreed to the publication of this frozen report already"):
        do(actions.approve, frozen=report, by=cast.partnership_chair)


def test_the_day_is_not_in_the_past_and_can_be_chosen_anew(cast: Cast) -> None:
    review = at_the_gate(cast)
    with pytest.raises(Refused, match="still to come"):
        do(
            actions.choose_date,
            review=review,
            publish_on=localdate() - timedelta(days=1),
            by=cast.coordinator,
        )
    first, second = localdate() + timedelta(days=9), localdate() + timedelta(days=10)
    do(actions.choose_date, review=review, publish_on=first, by=cast.coordinator)
    with pytest.raises(Refused, match="chosen already"):
        do(actions.choose_date, review=review, publish_on=first, by=cast.coordinator)
    do(actions.choose_date, review=review, publish_on=second, by=cast.independent_chair)
    with acting_as(cast.coordinator.pk):
        assert PublicationDate.objects.count() == 2
        assert queries.date_of(review).publish_on == second


def test_before_its_day_the_report_is_not_published(cast: Cast) -> None:
    report = checked(cast, frozen(cast))
    do(actions.approve, frozen=report, by=cast.partnership_chair)
    day = localdate() + timedelta(days=3)
    do(actions.choose_date, review=report.review, publish_on=day, by=cast.coordinator)
    with pytest.raises(Refused, match="The day chosen for publication is"):
        do(actions.release, frozen=report, by=cast.coordinator)


def test_a_day_on_which_the_family_asked_for_peace_needs_a_reason(cast: Cast) -> None:
    review = at_the_gate(cast)
    one = relative(cast, review, UNKNOWN)
    with acting_as(cast.coordinator.pk):
        QuietDay.objects.create(review=review, compartment=one.compartment, relative=one, first=PUBLISHED_ON)
    given = {"review": review, "publish_on": PUBLISHED_ON, "happened_on": CHECKED_ON, "by": cast.coordinator}
    with pytest.raises(Refused, match="asked to be left in peace on this day"):
        do(actions.choose_date, **given)
    chosen = do(actions.choose_date, **given, despite="The family asked for it themselves.")
    assert chosen.despite


def test_a_family_that_was_not_told_blocks(cast: Cast) -> None:
    report = agreed(cast)
    relative(cast, report.review, UNKNOWN)
    assert "has not been told when and how the report is published" in blocking(cast, report.review)
