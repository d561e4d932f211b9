"""The coordinator comes in in the morning."""

from illuminate.cli.demo.story.intake import deciding
from tests.cast import Cast
from tests.journeys.conftest import Door


def test_the_coordinator_finds_what_waits_and_opens_the_review(cast: Cast, sign_in: Door) -> None:
    review = deciding(cast)
    marian = sign_in(cast.coordinator)
    marian.open("/")
    marian.sees("What waits for me", review.title, "Deciding")
    marian.follow(review.title)
    marian.sees("Deciding: what there is to do", "The clock", "Who is on the team")
    marian.follow("History")
    marian.sees("A page was read", "The review moved to another stage")
    marian.does_not_see("Holloway", "Margaret")
