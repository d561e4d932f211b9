"""What there is to do, and for whom it waits."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from illuminate.cli.demo.story.intake import commissioned, deciding, directed, not_held, notified
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.intake import actions, tasks
from illuminate.journey.people import tasks as people
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def lines(review: Review, user: User) -> dict[str, str]:
    with acting_as(user.pk):
        return {line.text: line.status for line in tasks.tasks(review, user)}


def waits(user: User) -> list[str]:
    with acting_as(user.pk):
        return [one.text for one in tasks.waiting_for(user)]


def test_before_the_decision(cast: Cast) -> None:
    assert lines(notified(cast), cast.coordinator) == {
        "Read the notification and open scoping": "to_do",
        "Ask agencies to secure their records and to answer": "waiting",
        "Record what they answer": "waiting",
        "Decide whether to hold a review": "waiting",
    }
    assert lines(deciding(cast), cast.partnership_chair) == {
        "Read the notification and open scoping": "done",
        "Ask agencies to secure their records and to answer": "done",
        "Record what they answer": "to_do",
        "Decide whether to hold a review": "to_do",
    }


def test_after_the_decision(cast: Cast) -> None:
    review = commissioned(cast)
    assert lines(review, cast.coordinator)["Tell the family of the decision in writing"] == "to_do"
    do(actions.record_family_told, review=review, about="decision", how="post", to_whom="Her sister",
       by=cast.coordinator)  # fmt: skip
    assert set(lines(review, cast.coordinator).values()) == {"done"}
    with acting_as(cast.coordinator.pk):
        assert [line.status for line in people.tasks(review, cast.coordinator)] == ["to_do"]
    turned = lines(directed(cast), cast.coordinator)
    assert turned["Commission the review"] == "to_do"
    assert turned["Tell the family in writing that there will be a review"] == "to_do"


def test_who_is_not_in_the_core_has_no_lines(cast: Cast) -> None:
    review = deciding(cast)
    assert lines(review, cast.stranger) == {}


def test_what_waits_for_whom(cast: Cast) -> None:
    notified(cast)
    deciding(cast)
    not_held(cast)
    assert waits(cast.coordinator) == [
        "Read the notification and open scoping",
        "An agency has not answered",
        "Tell the family of the decision in writing",
    ]
    assert waits(cast.partnership_chair) == ["Decide whether to hold a review"]
    assert waits(cast.home_office_reader) == [
        "Answer the decision not to review of Safer Northbridge Partnership"
    ]
    for nobody in (cast.stranger, cast.officer, cast.quality_reader):
        assert waits(nobody) == []
    directed(cast)
    assert "Commission the review the Home Office asked for" in waits(cast.coordinator)


def test_what_waits_is_asked_in_a_constant_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    notified(cast)
    deciding(cast)
    not_held(cast)
    with acting_as(cast.coordinator.pk), CaptureQueriesContext(connection) as once:
        tasks.waiting_for(cast.coordinator)
    notified(cast)
    deciding(cast)
    with acting_as(cast.coordinator.pk), django_assert_max_num_queries(len(once)):
        tasks.waiting_for(cast.coordinator)
