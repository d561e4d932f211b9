"""Anybody: from the search to what has been done since, without an account, on any screen."""

from illuminate.cli.demo.cast import Cast
from illuminate.cli.demo.story.improvement import STATEMENT, stated


def test_a_reader_follows_one_recommendation_to_what_was_done(visitor) -> None:
    stated(Cast())
    reader = visitor()
    reader.open("/library/")
    reader.sees("Published reviews", "1 report")
    reader.fill(words="stalking")
    reader.click("Search")
    reader.sees("1 report found")
    reader.follow("Louise")
    reader.sees("Lessons", "Overview report", "Home Office’s letter", STATEMENT)
    with reader.page.expect_download() as downloading:
        reader.page.get_by_role("link", name="Overview report").click()
    assert downloading.value.suggested_filename == "louise-overview-report.docx"
    reader.follow("Recommendation 1")
    reader.sees("The lesson behind it", "Head of Housing, Tidewell Homes", STATEMENT)
    assert reader.page.context.cookies() == []
    reader.open("/library/never-was-such-a-report/")
    reader.sees("There is no such page in the library")
