"""Private links and their codes: how long they last, and how they are kept. Only digests are ever stored."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from illuminate.foundation.access import keys

LINK_DAYS = 90
CODE_MINUTES = timedelta(minutes=10)
TRIES = 5
PAUSE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
CODES_AN_HOUR = 5
WRONG_CODES_CLOSE = 20
"""After so many wrong codes over its whole life a link closes by itself: somebody else may have it."""
SESSION_MINUTES = 60


@dataclass(frozen=True)
class Door:
    """A link that is good, and the account behind it."""

    link_id: UUID
    user_id: UUID


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    return f"{secrets.randbelow(1_000_000):06d}"


def code_digest(code: str, link_id: UUID) -> str:
    """A code is short, so its digest is keyed, and bound to its link."""
    return keys.blind_index(f"{link_id} {code}", purpose="private link code")


def same(one: str, other: str) -> bool:
    return hmac.compare_digest(one, other)


def door(digest: str) -> Door | None:
    """Who is behind a link; None for one that is unknown, over or withdrawn: nobody learns which."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT link_id, user_id FROM involvement_door(%s, %s)", [digest, timezone.now()])
        found = cursor.fetchone()
    return Door(*found) if found else None
