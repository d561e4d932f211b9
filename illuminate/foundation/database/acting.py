"""Who is acting, as the database sees it.

Row-level security asks `illuminate_actor()`; this is the one place that answers. The answer lasts for the
transaction only, so a pooled connection never carries one person's sight to the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connections, transaction

SETTING = "app.user_id"


@contextmanager
def acting_as(user_id: UUID | None, *, using: str = "default") -> Iterator[None]:
    """Run the block in one transaction, seeing and writing what this person may; `None` sees nothing."""
    with transaction.atomic(using=using):
        before = remember(SETTING, str(user_id or ""), using=using)
        yield
        if not connections[using].needs_rollback:
            remember(SETTING, before, using=using)


def actor(*, using: str = "default") -> UUID | None:
    """Who is acting now; nobody outside a transaction."""
    value = _read(SETTING, using=using)
    return UUID(value) if value else None


def remember(setting: str, value: str, *, using: str = "default") -> str:
    """Set a setting until the end of the transaction, and say what it was."""
    before = _read(setting, using=using)
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
    return before


def _read(setting: str, *, using: str) -> str:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [setting])
        return str(cursor.fetchone()[0])
