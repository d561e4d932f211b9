"""A reader finds a published report, and what has been done since; before its release there is no sign of it."""

from illuminate.cli.demo.story.improvement import STATEMENT, stated
from illuminate.cli.demo.story.publication import agreed
from tests.cast import Cast
from tests.journeys.conftest import Arrive, Door


def test_the_coordinator_publishes_and_only_then_the_public_sees_it(
    cast: Cast, sign_in: Door, visitor: Arrive
) -> None:
    report = agreed(cast)
    reader = visitor()
    reader.open("/library/")
    reader.does_not_see("Louise", "Northbridge")
    reader.open("/library/?q=Louise")
    reader.does_not_see("Louise was killed")
    marian = sign_in(cast.coordinator)
    marian.open(f"/reviews/{report.review.slug}/publication/")
    marian.click("Publish the report")
    marian.click("Publish now")
    marian.sees("The report is public")
    reader.open("/library/")
    reader.follow("Louise")
    reader.sees("Louise was killed by her former partner", "Recommendation")
    reader.does_not_see("Holloway", "SN-2021")
    assert not reader.page.context.cookies()


def test_a_reader_follows_a_recommendation_to_what_was_done(cast: Cast, visitor: Arrive) -> None:
    stated(cast)
    reader = visitor()
    reader.open("/library/")
    reader.follow("Louise")
    reader.sees("What has been done since", STATEMENT)
