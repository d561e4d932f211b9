"""Removes files that no row names: what an upload left behind that was undone after its bytes were written."""

import time
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction

from illuminate.foundation.documents.actions import LOCK
from illuminate.foundation.documents.queries import unnamed

GRACE_SECONDS = 24 * 60 * 60


def sweep(*, older_than: float = GRACE_SECONDS, using: str = "default") -> int:
    """Remove what nobody names and nobody is just storing; returns how many files went. The worker's work."""
    root = Path(settings.DOCUMENTS)
    if not root.is_dir():
        return 0
    folders = [folder for folder in sorted(root.iterdir()) if folder.is_dir() and _is_uuid(folder.name)]
    return sum(_sweep_review(folder, older_than, using) for folder in folders)


def _sweep_review(folder: Path, older_than: float, using: str) -> int:
    latest = time.time() - older_than
    old = {path.name: path for path in folder.iterdir() if path.is_file() and path.stat().st_mtime <= latest}
    halves = [path for name, path in old.items() if name.endswith(".part")]
    for half in halves:
        half.unlink(missing_ok=True)
    review_id = UUID(folder.name)
    candidates = unnamed(review_id, sorted(set(old) - {half.name for half in halves}), using=using)
    return len(halves) + sum(_remove(review_id, old[digest], using) for digest in candidates)


def _remove(review_id: UUID, path: Path, using: str) -> bool:
    """Ask once more under the lock that storing holds: a row may have come meanwhile."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", [LOCK, f"{review_id}/{path.name}"]
        )
        if not cursor.fetchone()[0] or not unnamed(review_id, [path.name], using=using):
            return False
        path.unlink(missing_ok=True)
        return True


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
