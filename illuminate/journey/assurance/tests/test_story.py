"""Sign-off, submission, the letter with its points, the answers, approval."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.assurance import (
    POINTS,
    answered,
    approved,
    revising,
    signed_off,
    submission_of,
    submitted,
)
from illuminate.cli.demo.story.report import drafting
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.assurance import actions, queries
from illuminate.journey.assurance.models import Outcome, Point, PointAnswer, SignOff, Submission
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def test_a_report_that_is_not_whole_cannot_be_signed_off(cast: Cast) -> None:
    review = drafting(cast)
    with pytest.raises(Refused) as refused:
        do(actions.sign_off, review=review, by=cast.partnership_chair)
    assert len(refused.value.blockers) > 1
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).stage == "drafting"
        assert not SignOff.objects.exists()


def test_only_the_chair_of_the_partnership_signs_off(cast: Cast) -> None:
    review = drafting(cast)
    for person in (cast.coordinator, cast.independent_chair, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.sign_off, review=review, by=person)


def test_signing_off_twice_is_refused(cast: Cast) -> None:
    review = signed_off(cast)
    assert review.stage == "signed_off"
    with pytest.raises(Refused):
        do(actions.sign_off, review=review, by=cast.partnership_chair)


def test_what_goes_back_to_drafting_needs_a_new_sign_off(cast: Cast) -> None:
    review = signed_off(cast)
    with pytest.raises(Refused, match="Say why"):
        do(actions.return_to_drafting, review=review, reason=" ", by=cast.coordinator)
    do(actions.return_to_drafting, review=review, reason="The family found an error.", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert queries.standing_sign_off(review.pk) is None
    do(actions.sign_off, review=review, by=cast.partnership_chair)
    with acting_as(cast.coordinator.pk):
        assert SignOff.objects.count() == 2


def test_the_home_office_sees_what_was_sent_and_nothing_else(cast: Cast) -> None:
    review = submitted(cast)
    with acting_as(cast.quality_reader.pk):
        submission = Submission.objects.get()
        assert {file.kind for file in submission.documents.all()} == {"overview", "summary"}
        assert not Review.objects.exists()
        assert not SignOff.objects.exists()
    with acting_as(cast.housing_author.pk):
        assert not Submission.objects.exists()
    assert review.stage == "with_home_office"


def test_a_letter_that_wants_changes_has_points_and_each_is_answered(cast: Cast) -> None:
    review = submitted(cast)
    submission = submission_of(cast, review)
    with pytest.raises(Refused, match="points of the letter"):
        do(actions.record_outcome, submission=submission, result=Outcome.Result.CHANGES, letter_on=review.stage_since,
           points=[], by=cast.quality_reader)  # fmt: skip
    with pytest.raises(PermissionDenied):
        do(actions.record_outcome, submission=submission, result=Outcome.Result.PUBLISH,
           letter_on=review.stage_since, points=[], by=cast.coordinator)  # fmt: skip


def test_until_every_point_has_its_answer_the_report_is_not_sent_again(cast: Cast) -> None:
    review = revising(cast)
    with pytest.raises(Refused) as refused:
        do(actions.resubmit, review=review, by=cast.coordinator)
    assert [blocker.text for blocker in refused.value.blockers][: len(POINTS)] == [
        f"Point {number} has no answer yet." for number in range(1, len(POINTS) + 1)
    ]


def test_answers_are_the_partnerships_own_until_they_are_sent(cast: Cast) -> None:
    review = answered(cast)
    with acting_as(cast.quality_reader.pk):
        assert Point.objects.count() == len(POINTS)
        assert not PointAnswer.objects.exists()
    do(actions.resubmit, review=review, by=cast.coordinator)
    with acting_as(cast.quality_reader.pk):
        assert PointAnswer.objects.count() == len(POINTS)


def test_the_letter_can_be_recorded_once(cast: Cast) -> None:
    review = approved(cast)
    assert review.stage == "approved"
    with pytest.raises(Refused, match="on record already"):
        do(actions.record_outcome, submission=submission_of(cast, review), result=Outcome.Result.PUBLISH,
           letter_on=review.stage_since, points=[], by=cast.quality_reader)  # fmt: skip


def test_an_approved_report_can_be_opened_again_with_reasons(cast: Cast) -> None:
    review = approved(cast)
    do(actions.reopen, review=review, reason="A name was found.", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).stage == "revising"


def test_everybody_who_waits_is_told_without_a_name(cast: Cast) -> None:
    submitted(cast)
    with acting_as(cast.coordinator.pk):
        told = {
            message.to_user_id for message in mailroom.waiting() if "Quality Assurance" in message.subject
        }
    assert told == {cast.quality_reader.pk}


@pytest.mark.parametrize("address", ["assurance", "sign_off", "submit", "return", "reopen"])
def test_the_partnerships_pages_are_closed_to_others(cast: Cast, client: Client, address: str) -> None:
    review = signed_off(cast)
    url = reverse(f"assurance:{address}", args=[review.slug])
    assert client.get(url).status_code == 302
    for person in (cast.stranger, cast.quality_reader, cast.housing_author):
        client.force_login(person)
        assert client.get(url).status_code == 404
    client.force_login(cast.panel_member)
    assert client.get(url).status_code in (403, 404)


def test_the_partnerships_page_shows_the_way_on(cast: Cast, client: Client) -> None:
    review = revising(cast)
    client.force_login(cast.independent_chair)
    page = client.get(reverse("assurance:assurance", args=[review.slug])).content.decode()
    assert all(f"Point {number}" in page for number in range(1, len(POINTS) + 1))
    with acting_as(cast.independent_chair.pk):
        point = Point.objects.first()
    url = reverse("assurance:answer", args=[review.slug, point.pk])
    assert "Say where in the report" in client.post(url, {"where": "", "text": ""}).content.decode()
    assert client.post(url, {"where": "Page 3", "text": "Done."}).status_code == 302


def test_the_home_offices_reader_records_the_letter_on_the_page(cast: Cast, client: Client) -> None:
    review = submitted(cast)
    url = reverse("assurance:submission", args=[submission_of(cast, review).pk])
    assert client.get(url).status_code == 302
    client.force_login(cast.stranger)
    assert client.get(url).status_code == 404
    client.force_login(cast.quality_reader)
    assert client.get(reverse("assurance:queue")).status_code == 200
    wrong = client.post(
        url, {"result": "changes", "points": "", "letter_on_day": "29", "letter_on_month": "8"}
    )
    assert "There is a problem" in wrong.content.decode()
    from illuminate.foundation.design.forms import posted_date

    sent = client.post(
        url,
        {"result": "changes", "points": "1. First point.\n\n2. Second point\nover two lines.",
         **posted_date("letter_on", review.stage_since)},
    )  # fmt: skip
    assert sent.status_code == 302
    with acting_as(cast.quality_reader.pk):
        assert [point.text for point in Point.objects.all()] == [
            "First point.",
            "Second point over two lines.",
        ]
