"""From the police's call to the decision, and the Home Office's answer to a "no"."""

import pytest

from illuminate.cli.demo.story.intake import (
    commissioned,
    deciding,
    directed,
    not_held,
    notice_of,
    notification,
)
from illuminate.foundation.access.models import Compartment
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.intake import actions, queries
from illuminate.journey.intake.models import Notification
from illuminate.journey.people import queries as people
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def test_the_officer_sees_the_notification_and_nothing_else(cast: Cast) -> None:
    told = notification(cast)
    with acting_as(cast.officer.pk):
        assert Notification.objects.get().people.count() == 5
        assert {one.kind for one in Compartment.objects.all()} == {"notifier"}
        assert not Review.objects.exists()
    with acting_as(cast.coordinator.pk):
        seen = Notification.objects.get(pk=told.pk)
        assert seen.died_from == seen.died_until
        assert seen.people.first().name == "Margaret Anne Holloway"


def test_scoping_makes_the_subjects_and_the_register(cast: Cast) -> None:
    review = deciding(cast)
    with acting_as(cast.coordinator.pk):
        assert [one.kind for one in people.subjects(review)] == [
            "victim",
            "alleged_perpetrator",
            "child",
            "child",
        ]
        assert [label for _, label in people.labels(review)] == [
            "the person who died", "the alleged perpetrator", "child 1", "child 2",
        ]  # fmt: skip
        real = {entry.real for entry in people.register(review)}
        assert {"Siân Pryce-Okafor", "DC Aaron Whitlock", "999 001 4213", "09/10/2021"} <= real
        answers = queries.asked(review)
        assert [str(one.request.due_on) for one in answers] == ["2021-10-28"] * 3
        assert [one.answer and one.answer.known for one in answers] == ["yes", None, "no"]


def test_a_review_is_decided_and_the_home_office_told(cast: Cast) -> None:
    review = commissioned(cast)
    assert review.stage == "commissioned"
    notice = notice_of(cast, review)
    with acting_as(cast.home_office_reader.pk):
        assert "a woman aged 39" in notice.facts and "Holloway" not in notice.facts
        assert not Review.objects.exists()
        assert {one.kind for one in Compartment.objects.all()} == {"home_office"}


def test_a_no_is_reversed_and_commissioned(cast: Cast) -> None:
    review = directed(cast)
    assert review.stage == "directed"
    do(actions.commission, review=review, by=cast.coordinator)
    assert review.stage == "commissioned"


def test_a_no_is_accepted(cast: Cast) -> None:
    review = not_held(cast)
    do(
        actions.accept_decision,
        notice=notice_of(cast, review),
        reasons="We agree.",
        by=cast.home_office_reader,
    )
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).stage == "no_review"
