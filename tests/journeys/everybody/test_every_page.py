"""Every page that a role can reach by links, on the demo: no barrier, nothing refused, nothing too wide."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import pytest_django
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser

from illuminate.cli.demo.reviews import BUILDERS, everybody
from tests import database
from tests.journeys.conftest import WIDE, Visitor

ROLES = (
    "coordinator", "partnership_chair", "independent_chair", "panel_member", "officer", "hospital_author",
    "housing_author", "advocate", "home_office_reader", "quality_reader", "analyst", "stranger",
)  # fmt: skip
# What a link downloads, or leads out of the pages.
NOT_PAGES = {"documents:download", "account_logout", "library:file"}
MANY = 90
# A view that was looked at through one role's eyes is opened again for another only when it looks different to them.
LOOKED_AT: set[str] = set()
DIFFERENT_TO_EACH = {
    "desk:desk", "desk:review", "agencies:request", "involvement:start", "involvement:own_words",
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(
    server: str, django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[str]:
    """The whole demo in a database of its own; the next story finds it fresh."""
    database.copy_template(database.SERVER, database.NAME)
    with django_db_blocker.unblock():
        for build in BUILDERS:
            build()
        yield server
        for alias in ("default", "owner", "library", "worker"):
            database.close(alias)
    database.copy_template(database.SERVER, database.NAME)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_is_open_to_everybody(demo: str, browser: Browser, role: str) -> None:
    context = browser.new_context(viewport=WIDE)
    visitor = Visitor(context.new_page(), demo)
    person = getattr(everybody(), role)
    visitor.page.goto(f"{demo}/demo/sign-in/")
    visitor.page.locator(f"form[action='/demo/sign-in/{person.pk}/'] button").first.click()
    visitor.page.wait_for_load_state()
    visitor.does_not_see("Nothing waits for you.")
    seen = walk(visitor)
    context.close()
    assert "desk:desk" in seen


def test_every_page_of_a_relative_is_open_to_everybody(demo: str, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    visitor = Visitor(context.new_page(), demo)
    visitor.open("/demo/family/")
    visitor.page.locator("form", has_text="Pooja Sen").get_by_role("button").click()
    visitor.page.wait_for_load_state()
    seen = walk(visitor, start="/family/")
    context.close()
    assert {"involvement:start", "involvement:own_words"} <= seen


def test_every_public_page_is_open_to_everybody(demo: str, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    visitor = Visitor(context.new_page(), demo)
    walk(visitor, start="/library/")
    walk(visitor, start="/sign-in/")
    context.close()
    assert {"library:home", "account_login"} <= LOOKED_AT


def walk(visitor: Visitor, start: str = "/") -> set[str]:
    """Follow the links of each page, once a view, look at every page on the way, and tell all faults at the end."""
    waiting, seen, faults = [start], set(), []
    while waiting and len(seen) < MANY:
        address = waiting.pop(0)
        name = view_of(address)
        if not name or name in seen | NOT_PAGES | (LOOKED_AT - DIFFERENT_TO_EACH):
            continue
        seen.add(name)
        LOOKED_AT.add(name)
        try:
            visitor.open(address)
        except AssertionError as fault:
            faults.append(f"{name}: {fault}"[:700])
        waiting += links(visitor)
    assert not faults, "\n\n".join(faults)
    return seen


def links(visitor: Visitor) -> list[str]:
    found = visitor.page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    return [urlsplit(link).path for link in found if link.startswith(visitor.site)]


def view_of(address: str) -> str:
    try:
        return resolve(address).view_name
    except Resolver404:
        return ""
