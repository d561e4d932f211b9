"""Whether a file can be worked on at all: whole, not locked, what its name says, and not built to do harm."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pikepdf

from .errors import FileRefused, UnsafeFile, UnsupportedFile

ENDINGS = (".docx", ".md", ".pdf", ".txt", ".xlsx")
MOST_BYTES = 200_000_000
MOST_MEMBERS = 10_000
MOST_UNPACKED = 400_000_000
_TEXTS = (".txt", ".md")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "{} is locked with a password: save it without one and try again."
_CUT = "{} is cut off or damaged: ask for another copy."
_ENDS = b"%%EOF"
_LATE = 2048  # bytes at the end in which a whole PDF says that it ends


def require_sound(data: bytes, name: str) -> None:
    """Refuse what can't be worked on, by its bytes and not by its name alone.

    Raises UnsupportedFile for a kind that is not read and for a name whose ending is not what the bytes are,
    UnsafeFile for a file built to do harm, FileRefused for an empty, locked or damaged one.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise UnsupportedFile(f"“{name}” can't be read. Save it as {', '.join(ENDINGS)}.")
    if not data:
        raise FileRefused(f"{name} is empty: ask for another copy.")
    if len(data) > MOST_BYTES:
        raise FileRefused(f"{name} is larger than 200 MB: split it, or remove its pictures.")
    kind = _kind(data, name)
    if kind is None and ending not in _TEXTS:
        raise UnsupportedFile(f"{name} is no {ending} file by its content: save it again from its program.")
    if kind and kind != ending:
        right = PurePath(name).with_suffix(kind).name
        raise UnsupportedFile(f"{name} is a {kind} file by its content: rename it to {right} and try again.")
    _CLOSER[ending](data, name)


def _kind(data: bytes, name: str) -> str | None:
    """The ending that the bytes ask for; None for text and for what nobody knows."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise FileRefused(_LOCKED.format(name))
        raise UnsupportedFile(
            f"{name} is in an older form of Office: save it as .docx or .xlsx and try again."
        )
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if not data.startswith(b"PK"):
        return None
    names = _names(data, name)
    for inside, kind in (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx")):
        if inside in names:
            return kind
    raise UnsupportedFile(f"{name} is a zip that is neither a Word nor an Excel file: unpack it first.")


def _names(data: bytes, name: str) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return set(zipped.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise FileRefused(_CUT.format(name)) from error


def _require_sound_zip(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        infos = zipped.infolist()
        if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise UnsafeFile(f"{name} unpacks to an enormous size: ask for another copy.")
        if any(_leads_out(info.filename) for info in infos):
            raise UnsafeFile(f"{name} holds a part whose path leads out of the file: ask for another copy.")
        if any(info.flag_bits & 1 for info in infos):
            raise FileRefused(_LOCKED.format(name))


def _leads_out(path: str) -> bool:
    """Whether unpacking it would write somewhere else."""
    windows = PureWindowsPath(path)
    parts = {*PurePosixPath(path).parts, *windows.parts}
    return ".." in parts or path.startswith(("/", "\\")) or bool(windows.drive)


def _require_sound_pdf(data: bytes, name: str) -> None:
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            pages = len(document.pages)
    except pikepdf.PasswordError as error:
        raise FileRefused(_LOCKED.format(name)) from error
    except (pikepdf.PdfError, zlib.error, ValueError) as error:
        raise FileRefused(_CUT.format(name)) from error
    if not pages or _ENDS not in data[-_LATE:]:
        raise FileRefused(_CUT.format(name))


def _require_text(data: bytes, name: str) -> None:
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if "\0" in (data.decode("utf-16", errors="replace") if is_wide else data.decode("latin-1")):
        raise UnsupportedFile(f"{name} is no text by its content: save it as a text file and try again.")


_CLOSER: dict[str, Callable[[bytes, str], None]] = {
    ".docx": _require_sound_zip,
    ".xlsx": _require_sound_zip,
    ".pdf": _require_sound_pdf,
    ".txt": _require_text,
    ".md": _require_text,
}
