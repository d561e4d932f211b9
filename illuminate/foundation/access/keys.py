"""Keys: a master key from outside, one data key a review wrapped by it, and keys derived for everything else.

Erasing a review's data key makes its identities and files unreadable for ever, in backups too.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection
from psycopg import sql

NONCE_BYTES = 12
KEY_BYTES = 32
_held: ContextVar[tuple[UUID, bytes] | None] = ContextVar("held", default=None)


class KeyErased(Exception):
    """The review's key is gone, or not for this reader: what it locked can't be read."""


def encrypt(plain: bytes, *, key: bytes, context: str) -> bytes:
    """AES-GCM; `context` is bound to the text, so that a value can't be moved to another row or field."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, context.encode())


def decrypt(sealed: bytes, *, key: bytes, context: str) -> bytes:
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())


def derived(purpose: str) -> bytes:
    """A key for one purpose, made from the master key."""
    return _derived(settings.MASTER_KEY, purpose)


@lru_cache(maxsize=64)
def _derived(master: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(master)


def platform_key() -> bytes:
    """Locks what belongs to no review: accounts, unsent drafts, the address book."""
    return derived("platform")


def blind_index(value: str, *, purpose: str) -> str:
    """A keyed digest for looking up an encrypted value exactly, without being able to read it."""
    folded = " ".join(value.casefold().split())
    return hmac.new(derived(f"blind index {purpose}"), folded.encode(), hashlib.sha256).hexdigest()


def new_review_key(review_id: UUID) -> None:
    """Make and keep a review's data key. Once only; the database refuses a second."""
    key = AESGCM.generate_key(bit_length=KEY_BYTES * 8)
    wrapped = encrypt(key, key=derived("wrapping"), context=f"review key:{review_id}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_keep_key(%s, %s)", [review_id, wrapped])
    _unwrapped.cache_clear()


def review_key(review_id: UUID, *, through: str = "access_review_key") -> bytes:
    """A review's data key, for whoever sits in one of its compartments.

    `through` names another database function that gives it to somebody else, for a reason of its own.
    """
    held = _held.get()
    if held and held[0] == review_id:
        return held[1]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT {}(%s)").format(sql.Identifier(through)), [review_id])
        wrapped = cursor.fetchone()[0]
    if wrapped is None:
        raise KeyErased("The key of this review has been erased, so this can no longer be read.")
    return _unwrapped(settings.MASTER_KEY, bytes(wrapped), review_id)


@contextmanager
def holding(review_id: UUID, *, through: str = "access_review_key") -> Iterator[None]:
    """Ask for a review's key once, for the many rows that are locked or opened in the block."""
    token = _held.set((review_id, review_key(review_id, through=through)))
    try:
        yield
    finally:
        _held.reset(token)


@lru_cache(maxsize=512)
def _unwrapped(master: bytes, wrapped: bytes, review_id: UUID) -> bytes:
    return decrypt(wrapped, key=_derived(master, "wrapping"), context=f"review key:{review_id}")


def read_master_key(text: str) -> bytes:
    """The master key from its base64 form; an error says how to make one."""
    key = base64.urlsafe_b64decode(text)
    if len(key) != KEY_BYTES:
        raise ValueError(
            "ILLUMINATE_MASTER_KEY must be 32 bytes in base64: make one with `illuminate keys new`."
        )
    return key
