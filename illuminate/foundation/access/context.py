"""What every page knows about where it is shown, and to whom."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from illuminate.foundation.access import navigation
from illuminate.foundation.access.models import Post, User
from illuminate.foundation.access.queries import posts_of


def site(request: HttpRequest) -> dict[str, Any]:
    return {"demo": settings.DEMO, "frame": Frame(request)}


class Frame:
    """The frame around a page (`design/base.html`). Nothing is asked of the database until a page asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def person(self) -> User | None:
        """Whoever is signed in with an account; relatives see a frame without navigation."""
        user = getattr(self.request, "user", None)
        return user if isinstance(user, User) and user.is_authenticated else None

    @cached_property
    def posts(self) -> list[Post]:
        return list(posts_of(self.person)) if self.person and self.is_person else []

    @property
    def is_person(self) -> bool:
        return self.person is not None and self.person.kind == User.Kinds.PERSON

    @cached_property
    def owner(self) -> str:
        """For whom the system speaks: the organisation of whoever is signed in."""
        return self.posts[0].organisation.name if self.posts else ""

    @cached_property
    def navigation(self) -> list[dict[str, Any]]:
        """Nothing leads on before there is a second factor."""
        if not self.is_person or not getattr(self.request, "is_proven", True):
            return []
        return navigation.links_for(self.posts, self.request.path)

    @cached_property
    def account(self) -> dict[str, str]:
        if self.person is None:
            return {}
        out = {"sign_out_url": reverse("account_logout")}
        if self.is_person:
            out |= {"name": self.person.name, "url": reverse("access:account")}
        return out

    @cached_property
    def footer(self) -> list[dict[str, str]]:
        return [{"text": "Accessibility", "href": reverse("access:accessibility")}]
