"""Where an answer stands, in words; what waits for whom."""

from datetime import date

import pytest

from illuminate.cli.demo.story.agencies import (
    as_agency,
    asked,
    nil,
    questioned,
    released,
    request_to,
    submitted,
)
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies import actions, queries, shown, states
from illuminate.journey.agencies.tasks import tasks, waiting_for
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

IN_TIME, LATE = date(2022, 3, 1), date(2022, 5, 3)


def states_of(cast: Cast, review: Review, today: date = IN_TIME) -> dict[str, tuple[str, str]]:
    with acting_as(cast.independent_chair.pk):
        return {
            one.organisation.short_name: (states.standing(one, today).text, states.standing(one, today).label)
            for one in queries.requests(review)
        }


def test_the_state_follows_the_story(cast: Cast) -> None:
    review = asked(cast)
    both = "The chronology and Individual Management Review"
    assert states_of(cast, review) == dict.fromkeys(("NVH", "TH", "NFRS"), (both, "Waiting"))
    nil(cast, review)
    assert states_of(cast, review)["NFRS"] == ("The agency found nothing", "No contact")
    housing = request_to(cast, review, cast.housing, by=cast.housing_author)
    do(actions.note_chronology, request=housing, happened_on=date(2022, 2, 21), by=cast.housing_author)
    assert states_of(cast, review)["TH"] == ("The Individual Management Review", "Waiting")
    imr = submitted(cast, review)
    assert states_of(cast, review)["TH"] == ("Review, version 1, to read and release", "To read")
    challenge = questioned(cast, imr)
    assert states_of(cast, review)["TH"] == ("1 question to answer", "Waiting")
    do(actions.answer_challenge, challenge=as_agency(challenge, cast.housing_author), text="So.",
       by=cast.housing_author)  # fmt: skip
    assert states_of(cast, review)["TH"] == ("1 answer to read", "To read")
    do(actions.accept_answer, challenge=challenge, by=cast.independent_chair)
    released(cast, imr)
    assert states_of(cast, review)["TH"] == ("Review released to the panel", "Done")


def test_the_overview_says_when_and_who(cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    do(actions.chase, request=request_to(cast, review, cast.housing), happened_on=date(2022, 4, 4),
       by=cast.coordinator)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        lines = {
            line.request.organisation.short_name: line for line in shown.lines(queries.requests(review), LATE)
        }
    assert lines["TH"].due == "35 days overdue, Tuesday 29 March 2022"
    assert lines["TH"].is_late
    assert lines["TH"].standing.label == "Overdue"
    assert lines["TH"].holder == "Tidewell Homes (Valerie Marlowe)"
    assert lines["TH"].reminded == "4 April 2022, by Marian Lofthouse"
    assert (lines["NFRS"].due, lines["NFRS"].holder) == ("", "Nobody")


def test_each_sees_on_the_desk_what_waits_for_them(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.housing_author.pk):
        found = waiting_for(cast.housing_author)
        assert [(item.text, item.title, item.due) for item in found] == [
            (
                "Tidewell Homes: the chronology and Individual Management Review",
                "Alder",
                date(2022, 3, 29),
            )
        ]
    submitted(cast, review)
    with acting_as(cast.independent_chair.pk):
        assert [item.text for item in waiting_for(cast.independent_chair)] == []
    housing = request_to(cast, review, cast.housing, by=cast.housing_author)
    do(actions.note_chronology, request=housing, by=cast.housing_author)
    with acting_as(cast.independent_chair.pk):
        assert [item.text for item in waiting_for(cast.independent_chair)] == [
            "Tidewell Homes: review, version 1, to read and release"
        ]
    with acting_as(cast.coordinator.pk):
        late = {item.text for item in waiting_for(cast.coordinator)}
        assert late == {
            "Northbridge and Vale Hospitals NHS Trust: remind them",
            "Northbridge Fire and Rescue Service: remind them",
        }
    nil(cast, review)
    with acting_as(cast.coordinator.pk):
        assert len(waiting_for(cast.coordinator)) == 1
    with acting_as(cast.panel_member.pk):
        assert waiting_for(cast.panel_member) == []


def test_nothing_waits_once_the_review_has_moved_past(cast: Cast) -> None:
    from illuminate.journey.reviews import actions as reviews

    review = asked(cast)
    do(reviews.withdraw, review=review, reason="Joined elsewhere", by=cast.partnership_chair)
    for person in (cast.housing_author, cast.coordinator, cast.independent_chair):
        with acting_as(person.pk):
            assert waiting_for(person) == []


def test_the_task_list_counts(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.independent_chair.pk):
        found = tasks(reloaded(cast, review), cast.independent_chair)
    with acting_as(cast.independent_chair.pk):
        found = tasks(review, cast.independent_chair)
        assert [(task.text, task.status) for task in found] == [
            ("Ask the agencies", "done"),
            ("Receive every agency’s answer", "to_do"),
            ("Read, question and release the agencies’ reviews", "done"),
        ]
        assert found[1].hint == "3 still to answer, 3 overdue"
    with acting_as(cast.panel_member.pk):
        assert tasks(review, cast.panel_member) == []


def test_queries_do_not_grow_with_the_agencies(cast: Cast, django_assert_num_queries: object) -> None:
    review = asked(cast)
    questioned(cast, submitted(cast, review))
    with acting_as(cast.coordinator.pk), django_assert_num_queries(5):
        assert len(shown.lines(queries.requests(review), LATE)) == 3
