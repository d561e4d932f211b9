"""The desk and the review's page: what waits, in a constant number of queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from illuminate.cli.demo.story.intake import commissioned, deciding, not_held, notified
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.reading.desk import words
from illuminate.reading.desk.views import WAITING_A_PAGE
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def queries_of(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_signed_out_people_are_asked_to_sign_in(client: Client) -> None:
    assert client.get(reverse("desk:desk")).status_code == 302


def test_each_person_finds_what_waits_for_them(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.partnership_chair)
    page = client.get("/").content.decode()
    assert review.title in page
    assert "Deciding" in page
    client.force_login(cast.stranger)
    assert review.title not in client.get("/").content.decode()


def test_the_desk_shows_stage_next_date_in_words_and_holder(cast: Cast, client: Client) -> None:
    deciding(cast)
    client.force_login(cast.coordinator)
    page = client.get("/").content.decode()
    assert "overdue" in page
    assert "Chair of the partnership" in page


def test_each_value_has_its_own_headings_words_before_it(cast: Cast, client: Client) -> None:
    """On a narrow screen the row of headings is away, and the words in the cells stand for it."""
    review = deciding(cast)
    client.force_login(cast.coordinator)
    pages = [client.get(url).content for url in ("/", reverse("desk:review", args=[review.slug]))]
    tables = [table for page in pages for table in html.fromstring(page).iterfind(".//table[@role='table']")]
    assert len(tables) == 3
    for table in tables:
        headings = [one.text_content() for one in table.iterfind("thead/tr/th")]
        rows = list(table.iterfind("tbody/tr"))
        assert rows
        for row in rows:
            assert [one[0].text for one in row] == headings
            assert all(one[0].get("aria-hidden") == "true" for one in row)


def test_the_desks_queries_do_not_grow_with_the_reviews(cast: Cast, client: Client) -> None:
    commissioned(cast)
    client.force_login(cast.coordinator)
    few = queries_of(client, "/")
    for _ in range(3):
        deciding(cast)
        commissioned(cast)
        not_held(cast)
    assert queries_of(client, "/") == few


def test_the_review_pages_queries_do_not_grow_with_its_history(cast: Cast, client: Client) -> None:
    review = commissioned(cast)
    client.force_login(cast.coordinator)
    url = reverse("desk:review", args=[review.slug])
    few = queries_of(client, url)
    for _ in range(3):
        client.get(url)
        notified(cast)
    assert queries_of(client, url) == few


def test_no_real_name_stands_on_the_desk_or_the_reviews_page(cast: Cast, client: Client) -> None:
    review = commissioned(cast)
    client.force_login(cast.coordinator)
    for url in ("/", reverse("desk:review", args=[review.slug]), reverse("desk:history", args=[review.slug])):
        page = client.get(url).content.decode()
        assert not [name for name in ("Holloway", "Margaret", "Craig", "Quarry") if name in page], url


def test_every_event_has_its_sentence(cast: Cast) -> None:
    known = words.sentences()
    assert len(known) > 20
    assert all(label and not label.endswith(".") for label in known.values())


def test_a_review_that_ended_shows_how(cast: Cast, client: Client) -> None:
    review = not_held(cast)
    client.force_login(cast.coordinator)
    page = client.get(reverse("desk:review", args=[review.slug])).content.decode()
    assert "Not held" in page
    assert review.stage == Stage.NOT_HELD


def test_what_waits_comes_in_pages_with_the_most_urgent_first(cast: Cast, client: Client) -> None:
    for _ in range(WAITING_A_PAGE + 1):
        notified(cast)
    client.force_login(cast.coordinator)
    first = client.get("/").context["waiting"]
    assert (len(first), first.paginator.count, first.paginator.num_pages) == (25, 26, 2)
    page = client.get("/?waiting=2")
    assert len(page.context["waiting"]) == 1
    assert "?waiting=1" in page.content.decode()
