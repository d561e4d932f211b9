"""Finding an account by its encrypted address."""

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from illuminate.foundation.access.models import User


class EmailBackend(BaseBackend):
    """E-mail address and password; the address is found by its keyed digest."""

    def authenticate(
        self, request: HttpRequest | None, email: str = "", password: str = "", **_: Any
    ) -> User | None:
        user = User.objects.by_email(email) if email else None
        if user is None or user.kind != User.Kinds.PERSON:
            User().set_password(
                password
            )  # takes as long as a real check, so that nobody learns who has an account
            return None
        return user if user.is_active and user.check_password(password) else None

    def get_user(self, user_id: UUID) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()
