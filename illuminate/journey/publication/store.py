"""The released files on disk: plain, one a digest, apart from everything confidential.

A file lies here before its row is written; it is handed out only where a row names it. What no row names is swept
away at the next release.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from illuminate.foundation.documents.files import write_whole


class Damaged(Exception):
    """A released file is missing, or not the one that was released."""


def place(digest: str) -> Path:
    return Path(settings.RELEASED) / digest


def put(data: bytes) -> bool:
    """Keep the bytes, whole or not at all. False if they were there already. Raises `OSError`."""
    digest = hashlib.sha256(data).hexdigest()
    if _holds(digest):
        return False
    write_whole(place(digest), data)
    return True


def take(digest: str) -> bytes:
    """The bytes as they were released, or `Damaged`: never anything else."""
    try:
        data = place(digest).read_bytes()
    except OSError as error:
        raise Damaged("The file can't be read.") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise Damaged("The file is not the one that was released.")
    return data


def remove(digest: str) -> None:
    with suppress(OSError):
        place(digest).unlink()


def remove_all(digests: list[str]) -> None:
    for digest in digests:
        remove(digest)


def sweep(named: set[str]) -> None:
    """Take away every file that no row names: what a release left behind that was not carried out."""
    folder = Path(settings.RELEASED)
    if folder.is_dir():
        for path in folder.iterdir():
            if path.name not in named:
                remove(path.name)


def _holds(digest: str) -> bool:
    try:
        take(digest)
    except Damaged:
        return False
    return True
