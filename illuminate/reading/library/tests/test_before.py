"""Until the moment of release no address of the public site gives the slightest sign of a review."""

import re

import pytest
from django.db import connections
from django.test import Client

from illuminate.foundation.database.acting import acting_as
from illuminate.journey.publication.models import FrozenFile, ReleasedReport
from illuminate.reading.library.tests.conftest import Shelf

NEVER = "/library/never-was-such-a-report/"


def guesses(shelf: Shelf) -> list[str]:
    """Addresses that somebody might try who knows something of the case."""
    review = shelf.frozen.review
    names = (
        "louise",
        "Louise",
        review.slug,
        review.reference,
        review.code_word,
        shelf.frozen.pk,
        shelf.frozen.digest,
    )
    with acting_as(shelf.cast.coordinator.pk):
        digests = list(FrozenFile.objects.values_list("digest", flat=True))
    return [
        *(f"/library/{name}/" for name in names),
        *(f"/library/{name}/files/overview/" for name in names),
        *(f"/library/{name}/recommendations/1/" for name in names),
        *(f"/library/{digest}/" for digest in digests),
        *(f"/library/files/{digest}" for digest in digests),
        "/library/feed/", "/library/sitemap.xml", "/library/feed.xml", "/sitemap.xml",
    ]  # fmt: skip


def test_no_address_tells_a_review_that_is_not_public_from_one_that_never_was(
    shelf: Shelf, client: Client
) -> None:
    assert not ReleasedReport.objects.exists()
    never = client.get(NEVER)
    assert never.status_code == 404
    for address in guesses(shelf):
        answer = client.get(address)
        if address.startswith("/library/"):
            assert answer.status_code == 404, address
            assert answer.content == never.content, address
            assert dict(answer.headers) == dict(never.headers), address
        else:
            assert answer.status_code in (302, 404), address


@pytest.mark.parametrize(
    "words", ["", "Louise", "strangulation", "Tidewell Homes", "Safer Northbridge", "recharging"]
)
def test_the_search_finds_nothing(shelf: Shelf, client: Client, words: str) -> None:
    page = client.get("/library/", {"words": words})
    text = re.sub(r'value="[^"]*"', "", page.content.decode())
    for sign in (
        "Louise",
        "Northbridge",
        "Tidewell",
        shelf.frozen.review.slug,
        shelf.frozen.review.code_word,
    ):
        assert sign not in text
    assert "0 reports" in text
    empty = client.get("/library/", {"words": "zzzz"}).content.decode()
    if words:
        assert text == re.sub(r'value="[^"]*"', "", empty)


def test_a_signed_in_coordinator_sees_the_same_library_as_everybody(shelf: Shelf, client: Client) -> None:
    before = client.get("/library/").content
    client.force_login(shelf.cast.coordinator)
    assert client.get("/library/").content == before


def test_the_library_reads_through_its_own_login_only(shelf: Shelf, client: Client) -> None:
    asked: list[str] = []

    def never(execute: object, sql: str, *rest: object) -> object:
        asked.append(sql)
        raise AssertionError(f"asked of another login: {sql}")

    with connections["default"].execute_wrapper(never):
        for address in ("/library/", "/library/?words=Louise", NEVER, "/library/louise/files/overview/"):
            client.get(address)
    assert asked == []
