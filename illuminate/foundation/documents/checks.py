"""What may be stored, decided by what a file holds and not by what it calls itself."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

from django.conf import settings

from illuminate.foundation.documents.refusal import NotAccepted

__all__ = ["NotAccepted", "check", "tidy_name"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    ".docx": DOCX,
    ".xlsx": XLSX,
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


def check(data: bytes, name: str, *, accept: Sequence[str] = ()) -> str:
    """The content type of a file that may be stored; anything else raises `NotAccepted`."""
    if not data:
        raise NotAccepted("The file is empty. Choose another file.")
    if len(data) > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
        raise NotAccepted(too_large())
    ending = PurePath(name).suffix.lower()
    if ending not in TYPES:
        raise NotAccepted("This kind of file can't be stored here.")
    return TYPES[ending]


def too_large() -> str:
    return f"The file is larger than {settings.UPLOAD_LIMIT_MB} MB. Make its pictures smaller, or split it."


def tidy_name(name: str) -> str:
    """A name that is safe to hand back: no folders, nothing unseen, not too long."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    stem, ending = PurePath(seen).stem.strip(" .") or "file", PurePath(seen).suffix
    return f"{stem[:120]}{ending[:10]}"
