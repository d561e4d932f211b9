"""A report that was taken down: as if it had never been, unless the partnership wants its address to say so."""

from django.test import Client

from illuminate.journey.publication import actions, store
from illuminate.journey.publication.models import ReleasedFile
from illuminate.reading.library.tests.conftest import Shelf
from tests.cast import do, reloaded


def test_a_takedown_is_complete(opened: Shelf, client: Client) -> None:
    address = f"/library/{opened.release.slug}/"
    digests = list(ReleasedFile.objects.values_list("digest", flat=True))
    assert client.get(address).status_code == 200
    do(
        actions.take_down,
        release=opened.release,
        reason="A place can be recognised.",
        by=opened.cast.coordinator,
    )
    never = client.get("/library/never-was-such-a-report/")
    for path in (address, f"{address}files/overview/", f"{address}recommendations/1/"):
        assert client.get(path).content == never.content
        assert client.get(path).status_code == 404
    assert "0 reports" in client.get("/library/", {"words": "Louise"}).content.decode()
    assert not any(store.place(digest).exists() for digest in digests)
    assert reloaded(opened.cast, opened.frozen.review).stage == "approved"


def test_the_address_can_say_that_a_report_was_withdrawn(opened: Shelf, client: Client) -> None:
    from illuminate.journey.publication.models import ReleasedWithdrawal

    ReleasedWithdrawal.objects.create(slug="louise-0000", withdrawn_on="2024-01-08")
    answer = client.get("/library/louise-0000/")
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "8 January 2024" in page
    assert "Louise" not in page
    assert "Northbridge" not in page
    assert client.get("/library/louise-0000/files/overview/").status_code == 404
