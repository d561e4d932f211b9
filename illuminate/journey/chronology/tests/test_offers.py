"""What a page or a task list offers, and to whom: nobody is shown a button that would refuse them."""

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.chronology import file_of, received
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions, permissions, tasks
from illuminate.journey.chronology.tests.hands import entry, finding, found
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
OFFERS = {
    "file": ("Release to the panel", "Send a newer version"),
    "finding": ("Save this decision", "about it</a>"),
    "entry": ("Mark this entry", "Ask the agency about it"),
    "marks": ("Open an entry of the combined chronology to mark it",),
    "combined": ("has not sent its chronology yet",),
    "findings": ("Compare again",),
}
CHAIRED = {
    "Release to the panel", "Save this decision", "about it</a>", "Mark this entry", "Ask the agency about it",
    "Open an entry of the combined chronology to mark it", "has not sent its chronology yet", "Compare again",
}  # fmt: skip
ASKING = {"about it</a>", "Ask the agency about it"}


def written_by(cast: Cast, review: Review) -> User:
    """Somebody writes the report for the chair."""
    person = cast.stranger
    do(reviews.join_team, review=review, person=person, role=Role.REPORT_AUTHOR, by=cast.coordinator)
    return person


def offered(client: Client, review: Review, cast: Cast, person: User) -> set[str]:
    """What the pages that somebody may open offer them."""
    urls = {
        "file": reverse("chronology:file", args=[file_of(cast, review, cast.hospital).pk]),
        "finding": reverse("chronology:finding", args=[finding(cast).pk]),
        "entry": reverse("chronology:entry", args=[entry(cast).pk]),
        **{
            name: reverse(f"chronology:{name}", args=[review.slug])
            for name in ("marks", "combined", "findings")
        },
    }
    client.force_login(person)
    pages = {name: client.get(url).content.decode() for name, url in urls.items()}
    return {words for name, offers in OFFERS.items() for words in offers if words in pages[name]}


def test_each_is_offered_what_they_may_do(cast: Cast, client: Client) -> None:
    review = found(cast)
    author = written_by(cast, review)
    assert offered(client, review, cast, cast.independent_chair) == CHAIRED
    assert offered(client, review, cast, author) == CHAIRED - ASKING - {"Release to the panel"}
    overseen = {"Send a newer version", "has not sent its chronology yet", "Compare again"}
    assert offered(client, review, cast, cast.coordinator) == overseen
    assert offered(client, review, cast, cast.hospital_author) == {"Send a newer version"}
    assert offered(client, review, cast, cast.panel_member) == set()


def test_whoever_writes_the_report_settles_but_neither_asks_nor_releases(cast: Cast) -> None:
    review = found(cast)
    author = written_by(cast, review)
    do(actions.settle, finding=finding(cast), decision="noted", seen=0, by=author)
    do(actions.compare_again, review_id=review.pk, by=author)
    assert may(review, author) == {"oversees", "may_settle"}
    assert may(review, cast.coordinator) == {"oversees"}
    assert may(review, cast.panel_member) == may(review, cast.hospital_author) == set()


def may(review: Review, person: User) -> set[str]:
    """Which of these somebody may do in a review, as they are signed in."""
    asked = (permissions.oversees, permissions.may_settle, permissions.may_release, permissions.may_ask)
    with acting_as(person.pk):
        return {one.__name__ for one in asked if one(review.pk, person)}


def told(review: Review, person: User) -> list[str]:
    with acting_as(person.pk):
        return [one.text for one in tasks.tasks(review, person)]


def test_each_has_the_tasks_that_are_theirs(cast: Cast) -> None:
    review = found(cast, received(cast))
    author = written_by(cast, review)
    read, release = "Read the combined chronology", "Release chronologies to the panel"
    settle, begin = "Settle what the entries raise", "Begin the analysis"
    assert told(review, cast.independent_chair) == [read, release, settle, begin]
    assert told(review, author) == [read, settle]
    assert told(review, cast.coordinator) == [read]
    assert told(review, cast.panel_member) == [read]
