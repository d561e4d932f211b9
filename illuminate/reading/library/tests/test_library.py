"""The public site, once a report is on it."""

import hashlib
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings as project
from django.db import OperationalError, connections
from django.test import Client

from illuminate.foundation.database.acting import acting_as
from illuminate.journey.publication import store
from illuminate.journey.publication.models import FrozenFile, ReleasedFile
from illuminate.reading.library.tests.conftest import Shelf


def address(shelf: Shelf, *rest: str) -> str:
    return "/".join(["/library", shelf.release.slug, *rest, ""])


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_list_leads_to_the_report(opened: Shelf, client: Client) -> None:
    page = read(client, "/library/")
    assert f'href="{address(opened)}"' in page
    assert "1 report" in page
    assert "Safer Northbridge Partnership (1)" in page
    assert "2023 (1)" in page


def test_the_report_shows_everything_that_was_frozen(opened: Shelf, client: Client) -> None:
    page = read(client, address(opened))
    for words in (
        "Louise", "Safer Northbridge Partnership", "October 2021", "4 December 2023", "killed by her former partner",
        "Housing decisions can strengthen control", "Tidewell Homes should stop recharging",
        "Home Office’s letter", "What has been done since", "nothing has been published yet",
    ):  # fmt: skip
        assert words in page, words
    assert f'href="{address(opened, "recommendations", "1")}"' in page
    assert "noindex" not in page


def test_one_recommendation_is_followed_from_the_lesson_to_what_was_done(
    opened: Shelf, client: Client
) -> None:
    page = read(client, address(opened, "recommendations", "1"))
    order = ["Tidewell Homes should stop recharging", "The lesson behind it", "Recharges, joint tenancy rules",
             "What was planned", "Recharge policy withdrawn", "Head of Housing"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["overview", "summary", "plan", "letter"])
def test_a_file_is_handed_out_as_it_was_approved(opened: Shelf, client: Client, kind: str) -> None:
    answer = client.get(address(opened, "files", kind))
    with acting_as(opened.cast.coordinator.pk):
        digest = FrozenFile.objects.get(kind=kind).digest
    assert hashlib.sha256(answer.content).hexdigest() == digest
    assert answer["Content-Disposition"].startswith('attachment; filename="louise-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    row = ReleasedFile.objects.get(kind=kind)
    assert answer["Content-Type"] == row.content_type
    assert row.name.endswith(".txt" if kind == "letter" else ".docx")


@pytest.mark.parametrize(
    "rest", [["files", "page"], ["files", "nothing"], ["recommendations", "3"], ["more"]]
)
def test_what_is_not_there_is_not_found(opened: Shelf, client: Client, rest: list[str]) -> None:
    assert client.get(address(opened, *rest)).status_code == 404


def test_a_damaged_file_is_never_handed_out(opened: Shelf, client: Client) -> None:
    row = ReleasedFile.objects.get(kind="plan")
    place = store.place(row.digest)
    whole = place.read_bytes()
    place.write_bytes(whole[:-1])
    try:
        answer = client.get(address(opened, "files", "plan"))
        assert answer.status_code == 503
        assert whole[:50] not in answer.content
    finally:
        place.write_bytes(whole)
    assert client.get(address(opened, "files", "plan")).status_code == 200


@pytest.mark.parametrize(
    "words",
    ["Louise", "stalking", "recharges", '"former partner"', "strangulation", "louise -zebra", "tenancies"],
)
def test_the_search_reads_title_page_and_files(opened: Shelf, client: Client, words: str) -> None:
    assert "1 report found" in read(client, f"/library/?{urlencode({'words': words})}")


@pytest.mark.parametrize(
    "query",
    [
        "words=zebra", "year=1999", "year=abc", "year=%00", "region=Wales", "partnership=%27+OR+1%3D1--",
        "words=%27%22%28%29%3A%2A%26%7C%21", "words=" + "a" * 5000, "words=%00", "page=99", "page=abc",
        "words=a&words=b",        "words=%F0%9F%98%80", "words=<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_whatever_is_asked_is_answered_in_words(opened: Shelf, client: Client, query: str) -> None:
    page = read(client, f"/library/?{query}")
    assert "<script>alert" not in page


def test_filters_show_counts_beside_what_else_is_chosen(opened: Shelf, client: Client) -> None:
    page = read(client, "/library/?year=1999")
    assert "0 reports found" in page
    assert "Use fewer words" in page
    assert "2023 (1)" in page
    assert "1999 (0)" in page


def test_public_pages_set_no_cookie_and_may_be_kept(opened: Shelf, client: Client) -> None:
    client.force_login(opened.cast.coordinator)
    paths = (
        "/library/",
        address(opened),
        address(opened, "recommendations", "1"),
        address(opened, "files", "plan"),
    )
    for path in paths:
        answer = client.get(path)
        assert not answer.cookies, path
        assert "Cookie" not in answer.get("Vary", "")
        assert answer["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
        assert answer["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert b"csrf" not in answer.content
        again = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_nothing_can_be_sent_to_the_library(opened: Shelf, client: Client) -> None:
    for path in ("/library/", address(opened)):
        assert client.post(path, {"words": "x"}).status_code == 405
        assert client.delete(path).status_code == 405
    assert client.head(address(opened)).status_code == 200


def test_a_page_takes_as_many_queries_however_much_is_on_it(opened: Shelf, client: Client) -> None:
    from django.test.utils import CaptureQueriesContext

    for path, most in (("/library/", 5), ("/library/?words=Louise", 5), (address(opened), 6)):
        with CaptureQueriesContext(connections["library"]) as asked:
            read(client, path)
        assert len(asked) <= most, [one["sql"] for one in asked]
        assert all(one["sql"].lstrip().upper().startswith("SELECT") for one in asked)


def test_it_works_while_the_database_takes_no_writes(opened: Shelf, client: Client) -> None:
    with connections["library"].cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    for path in ("/library/", address(opened), address(opened, "files", "overview")):
        read_anything(client, path)


def read_anything(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_without_its_database_it_says_so(opened: Shelf, client: Client) -> None:
    def gone(*args: object) -> None:
        raise OperationalError("the database system is shutting down")

    with connections["library"].execute_wrapper(gone):
        answer = client.get(address(opened))
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "can’t be read just now" in answer.content.decode()


def test_on_its_own_host_there_is_the_library_and_nothing_else(
    opened: Shelf, client: Client, settings: object
) -> None:
    settings.LIBRARY_HOST = "library.example.org"
    settings.ALLOWED_HOSTS = ["testserver", "library.example.org"]
    own = {"headers": {"host": "library.example.org"}}
    assert client.get(address(opened), **own).status_code == 200
    assert client.get("/", **own)["Location"] == "/library/"
    for inside in (
        "/accounts/login/",
        "/reviews/",
        f"/reviews/{opened.frozen.review.slug}/",
        "/actions/",
        "/nothing",
    ):
        assert client.get(inside, **own).status_code == 404, inside
    assert client.get("/library/").status_code == 404
    assert client.get(address(opened)).status_code == 404
    assert "Allow: /" in client.get("/robots.txt", **own).content.decode()
    assert "library" not in client.get("/robots.txt").content.decode()


def test_search_engines_may_read_the_library_only(opened: Shelf, client: Client) -> None:
    told = client.get("/robots.txt").content.decode()
    assert told == "User-agent: *\nAllow: /library/\nDisallow: /\n"
    assert "X-Robots-Tag" not in client.get("/library/").headers
    assert client.get("/accounts/login/")["X-Robots-Tag"] == "noindex, nofollow"


def test_released_files_lie_apart_from_everything_confidential(opened: Shelf) -> None:
    assert Path(project.RELEASED).resolve() not in Path(project.DOCUMENTS).resolve().parents
    assert Path(project.DOCUMENTS).resolve() not in Path(project.RELEASED).resolve().parents
