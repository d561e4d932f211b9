"""The main navigation, by the posts that somebody holds.

Rooms above the foundation are named by their addresses' names, not imported; a name that leads nowhere is left out
of the page and fails a test.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from illuminate.foundation.access.models import Post
from illuminate.foundation.access.roles import Role


@dataclass(frozen=True)
class Link:
    """A page that stands in the navigation for holders of some posts; for everybody when none are named."""

    text: str
    name: str
    posts: frozenset[Role] = frozenset()


def _link(text: str, name: str, *posts: Role) -> Link:
    return Link(text, name, frozenset(posts))


HOME_OFFICE = (Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER)
LINKS = (
    _link("Desk", "desk:desk"),
    _link("Notify a death", "intake:notify", Role.NOTIFIER),
    _link("Your notifications", "intake:notifications", Role.NOTIFIER),
    _link("Decisions", "intake:home_office_queue", *HOME_OFFICE),
    _link("Reports", "assurance:queue", *HOME_OFFICE),
    _link("People", "access:people", Role.COORDINATOR),
    _link("Address book", "access:address_book", Role.COORDINATOR),
    _link("Mail", "mailroom:outbox", Role.COORDINATOR),
)

DEMO_LINKS = (
    _link("Come in as a relative", "involvement:demo_family"),
    _link("Read the demonstration’s mail", "mailroom:demo_mail"),
)


def demo_links() -> list[dict[str, str]]:
    """Where else the demo's sign-in page leads."""
    found = [{"text": link.text, "href": _address(settings.ROOT_URLCONF, link.name)} for link in DEMO_LINKS]
    return [link for link in found if link["href"]]


def links_for(posts: Iterable[Post], path: str) -> list[dict[str, Any]]:
    """The navigation's items, with the one that is open marked."""
    roles = {Role(post.role) for post in posts}
    held = [link for link in LINKS if not link.posts or link.posts & roles]
    addresses = {link: _address(settings.ROOT_URLCONF, link.name) for link in held}
    above = [
        address for address in addresses.values() if address not in ("", "/") and path.startswith(address)
    ]
    nearest = max(above, key=len, default="")
    return [
        {"text": link.text, "href": address, "current": path == address, "active": address == nearest}
        for link, address in addresses.items() if address
    ]  # fmt: skip


@lru_cache(maxsize=64)
def _address(urls: str, name: str) -> str:
    try:
        return reverse(name, urlconf=urls)
    except NoReverseMatch:
        return ""
