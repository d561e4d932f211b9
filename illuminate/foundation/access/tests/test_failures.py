"""When something is not as it should be: one plain sentence, and nothing of the case in it."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory

from illuminate.foundation.access import failures
from illuminate.foundation.access.tests.conftest import signed_in
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast: Cast) -> Client:
    client = signed_in(cast.coordinator)
    client.raise_request_exception = False
    return client


def test_the_database_gone_for_a_minute(page: Client) -> None:
    answer = page.get("/away/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Try again in a few minutes; what was saved is safe." in answer.content.decode()


def test_a_cancelled_statement_is_our_fault_and_not_the_databases(page: Client) -> None:
    assert page.get("/cancelled/").status_code == 500


def test_a_fault_of_ours_says_nothing_of_the_case(page: Client) -> None:
    answer = page.get("/broken/")
    assert answer.status_code == 500
    assert "Ainscough" not in answer.content.decode()
    assert "Try again in a few minutes" in answer.content.decode()


def test_wrong_role(page: Client) -> None:
    answer = page.get("/forbidden/")
    assert answer.status_code == 403
    assert "Your role" in answer.content.decode()


def test_no_such_page(page: Client) -> None:
    answer = page.get("/nowhere/")
    assert answer.status_code == 404
    assert "People" in answer.content.decode(), "the navigation still leads on"


def test_no_such_page_signed_out(client: Client) -> None:
    assert client.get("/nowhere/").status_code == 404


def test_an_address_of_another_host(page: Client) -> None:
    answer = page.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "could not read" in answer.content.decode()


def test_a_page_that_was_open_too_long(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.coordinator)
    answer = client.post("/add/", {"name": "Once"})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()
    assert "Go back" in answer.content.decode()


def test_what_is_too_large_is_turned_away_unread(page: Client, settings) -> None:
    settings.UPLOAD_LIMIT_MB = 0
    answer = page.post("/add/", {"name": "Once"})
    assert answer.status_code == 413
    assert "too large" in answer.content.decode()


def test_too_many_fields_of_a_form_are_too_large(settings, page: Client) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    answer = page.post("/add/", "name=a-long-name-indeed", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert failures.bad_request(RequestFactory().get("/"), RequestDataTooBig()).status_code == 413


def test_too_many_tries_have_a_page() -> None:
    answer = failures.too_many(RequestFactory().get("/"))
    assert answer.status_code == 429


def test_the_health_check_says_ok_and_nothing_more(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.content == b"ok\n"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/accessibility/", "/signed-out/", "/sign-in/", "/account/closed/"])
def test_pages_open_to_all(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer["Content-Security-Policy"]
