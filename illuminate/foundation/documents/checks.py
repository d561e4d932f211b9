"""What may be stored, decided by what a file holds and not by what it calls itself."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePath

import puremagic
from django.conf import settings

from illuminate.foundation.documents import (
    checks_archive,
    checks_ole,
    checks_page,
    checks_pdf,
    checks_picture,
)
from illuminate.foundation.documents.refusals import NotAccepted

__all__ = ["TYPES", "NotAccepted", "check", "tidy_name", "too_large"]

OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
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
TEXT = (".csv", ".txt", ".md")
NAMES = {
    ".doc": "an older Word document",
    ".docx": "a Word document", ".xlsx": "an Excel workbook", ".xls": "an older Excel workbook",
    ".ods": "an OpenDocument spreadsheet", ".pdf": "a PDF", ".png": "a picture", ".jpg": "a picture",
    ".txt": "plain text", ".html": "a web page",
}  # fmt: skip
INSTEAD = {
    ".doc": ".docx", ".docm": ".docx", ".dot": ".docx", ".dotx": ".docx", ".odt": ".docx", ".rtf": ".docx",
    ".pages": ".docx", ".xlsm": ".xlsx", ".xlsb": ".xlsx", ".numbers": ".xlsx", ".ppt": ".pdf", ".pptx": ".pdf",
    ".heic": ".jpg", ".tif": ".pdf", ".tiff": ".pdf", ".gif": ".png", ".msg": ".pdf", ".eml": ".pdf",
}  # fmt: skip
LONGEST_NAME = 200
Also = Mapping[str, Sequence[str]]
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
UNSURE = 0.5


def check(data: bytes, name: str, *, accept: Sequence[str] = (), also: Also | None = None) -> str:
    """The content type of a file that may be stored; anything else raises `NotAccepted`.

    `accept` narrows the endings that are taken here. `also` widens what a name may stand for: many systems export a
    web page and call it .xls, because Excel opens that.
    """
    _check_name(name)
    _check_size(data)
    ending = _ending(name, accept)
    found = _kind(data, ending)
    if found != ending and found not in (also or {}).get(ending, ()):
        really = NAMES.get(found, "something else")
        raise NotAccepted(
            f"The file is called {ending} but is really {really}. Save it again as what it should be, then choose "
            "the new file."
        )
    return TYPES[ending]


def too_large() -> str:
    return (
        f"The file is larger than {settings.UPLOAD_LIMIT_MB} MB. Make its pictures smaller or split it, then choose "
        "the new file."
    )


def tidy_name(name: str) -> str:
    """A name that is safe to hand back: no folders, nothing unseen, not too long."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    stem, ending = PurePath(seen).stem.strip(" ."), PurePath(seen).suffix
    return f"{stem[:120] or 'file'}{ending[:10]}"


def _check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise NotAccepted("The file’s name is too long. Give it a shorter one, then choose it again.")
    unseen = any(unicodedata.category(character)[0] == "C" for character in name)
    if not name.strip(" .") or unseen or "/" in name or "\\" in name:
        raise NotAccepted(
            "The file’s name holds characters that can’t be kept. Rename it with letters, numbers and spaces, then "
            "choose it again."
        )


def _check_size(data: bytes) -> None:
    if not data:
        raise NotAccepted("The file is empty. Choose another file.")
    if len(data) > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
        raise NotAccepted(too_large())


def _ending(name: str, accept: Sequence[str]) -> str:
    """The file's ending, if it is one that is taken."""
    ending = PurePath(name).suffix.lower()
    taken = [one for one in accept or TYPES if one in TYPES]
    if ending in taken:
        return ".jpg" if ending == ".jpeg" else ending
    better = INSTEAD.get(ending, "")
    if better in taken:
        raise NotAccepted(
            f"A {ending} file can’t be stored. Open it, save it as {better}, then choose the new file."
        )
    raise NotAccepted(f"Choose a file of another kind: {_or(taken)}.")


def _or(endings: Sequence[str]) -> str:
    *most, last = [ending for ending in endings if ending != ".jpeg"]
    return f"{', '.join(most)} or {last}" if most else last


def _kind(data: bytes, ending: str) -> str:
    """The ending that the content deserves. What is broken, locked or dangerous is refused on the way."""
    if data.startswith(b"PK"):
        return checks_archive.look(data)
    if data.startswith(OLE):
        return checks_ole.look(data)
    if b"%PDF-" in data[:1024]:
        return checks_pdf.look(data)
    if picture := checks_picture.look(data):
        return picture
    if _is_text(data):
        return ending if ending in TEXT else checks_page.look(data) or ".txt"
    return ""


def _is_text(data: bytes) -> bool:
    """Text as offices save it: UTF-8, UTF-16 with its mark, or Windows' own."""
    if _is_known_binary(data):
        return False
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return not CONTROL.search(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return False


def _is_known_binary(data: bytes) -> bool:
    """Whether it bears the mark of a program, a picture, a sound or an archive."""
    try:
        best = max(puremagic.magic_string(data), key=lambda match: match.confidence, default=None)
    except puremagic.PureError:
        return False
    return best is not None and best.confidence > UNSURE and not str(best.mime_type).startswith("text/")
