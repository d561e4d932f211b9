"""The bytes on disk: one file a digest in one folder a review, locked with the review's key."""

import errno
import hashlib
import os
import tempfile
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.conf import settings

from illuminate.foundation.access import keys
from illuminate.foundation.documents.refusals import Unreadable

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
HALF_WRITTEN = ".part"


class NoRoom(Exception):
    """The disk can't take the file."""


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place(review_id: UUID, digest: str) -> Path:
    return Path(settings.DOCUMENTS) / str(review_id) / digest


def write(review_id: UUID, data: bytes) -> str:
    """Keep the bytes, whole or not at all, and return their digest. The same bytes twice are kept once."""
    digest = digest_of(data)
    if not _kept_well(review_id, digest):
        sealed = keys.encrypt(data, key=keys.review_key(review_id), context=_context(review_id, digest))
        try:
            write_whole(place(review_id, digest), sealed)
        except OSError as error:
            if error.errno in FULL:
                raise NoRoom("the disk is full") from error
            raise NoRoom("the folder can't be written to") from error
    return digest


def read(review_id: UUID, digest: str) -> bytes:
    """The bytes as they were uploaded, or `Unreadable`: never anything else."""
    key = keys.review_key(review_id)
    try:
        data = keys.decrypt(
            place(review_id, digest).read_bytes(), key=key, context=_context(review_id, digest)
        )
    except FileNotFoundError as error:
        raise Unreadable("The stored file is missing.") from error
    except (OSError, InvalidTag, ValueError) as error:
        raise Unreadable("The stored file is damaged.") from error
    if digest_of(data) != digest:
        raise Unreadable("The stored file is not the one that was uploaded.")
    return data


def _kept_well(review_id: UUID, digest: str) -> bool:
    """Whether the bytes are there already and sound; damaged ones are written anew."""
    try:
        read(review_id, digest)
    except Unreadable:
        return False
    return True


def _context(review_id: UUID, digest: str) -> str:
    return f"document:{review_id}:{digest}"


def write_whole(target: Path, sealed: bytes) -> None:
    """Beside it first, then into its place in one step, so that nobody ever meets half a file."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=HALF_WRITTEN)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    except BaseException:
        # Also when somebody stops the program: no half of a file stays.
        half.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the new name in the folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
