"""Checks on a file from outside before anything opens it: size, password, bombs, and XML with entities."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from illuminate.engines.chronology.model import UnreadableFile

MOST_BYTES = 200 * 1024 * 1024
_MOST_MEMBERS = 10_000
_MOST_CELLS = 5_000_000
_CHUNK = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T)|\x00<\x00!\x00(?:D\x00O|E\x00N)"
)
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,8})"')
# A cell past column ZZ or row 9999; without one a sheet is small enough, and need not be measured.
_FAR = re.compile(rb'\br="(?:[A-Z]{3,4}\d|[A-Z]{0,2}\d{5})')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,8})"')


def check_size(data: bytes, name: str) -> None:
    """Refuse an empty file, and one that is too big to be a chronology."""
    if not data:
        raise UnreadableFile(f"{name} is empty: ask the agency to send it again.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(
            f"{name} is larger than 200 MB: split it, or remove its pictures, and send it again."
        )


def is_ole(data: bytes) -> bool:
    """Whether the bytes are the older Office container, which .xls uses and encrypted files too."""
    return data.startswith(_OLE)


def check_ole(data: bytes, name: str) -> None:
    """Refuse what a password protects."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile(_password(name))


def check_zip(data: bytes, name: str) -> None:
    """Refuse a .docx, .xlsx or .ods that is broken, encrypted, a bomb, or declares a DTD or an entity.

    Every member is unpacked once, in small pieces, and its checksum verified: sizes in the list may lie.
    """
    if is_ole(data):
        check_ole(data, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive, name)
    except UnreadableFile:
        raise
    except Exception as error:
        # zipfile, zlib and lzma each have their own faults, with no parent in common.
        raise UnreadableFile(
            f"{name} is damaged, or is not what its name says: save it again and send it anew."
        ) from error


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > MOST_BYTES:
        raise UnreadableFile(_too_big(name))
    if any(one.flag_bits & 1 for one in members):
        raise UnreadableFile(_password(name))
    left = MOST_BYTES
    for member in members:
        left -= _check_member(archive, member, name, left)


def _password(name: str) -> str:
    return f"{name} is protected by a password: save it without one and send it again."


def _too_big(name: str) -> str:
    return f"{name} unpacks to more than 200 MB, so it was not opened: remove its pictures or split it."


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, left: int) -> int:
    """Unpack one member, looking for declarations and for cells far out; gives its size in bytes."""
    is_xml = member.filename.lower().endswith((".xml", ".rels", ".vml"))
    size, kept = 0, b""
    rows = columns = 0
    sheet = re.search(r"worksheets/[^/]+\.xml$", member.filename)
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise UnreadableFile(_too_big(name))
            window = kept + chunk
            if is_xml and (b"<!" in window or b"\x00!" in window) and _DECLARED.search(window):
                raise UnreadableFile(
                    f"{name} holds an XML declaration that could harm: save it again from Word or Excel."
                )
            if b"manifest:encryption-data" in window:
                raise UnreadableFile(
                    f"{name} is protected by a password: save it without one and send it again."
                )
            if sheet and (rows or _FAR.search(window)):
                rows, columns = _furthest(window, rows, columns)
                _check_cells(rows, columns, name)
            kept = window[-256:]
    return size


def _furthest(window: bytes, rows: int, columns: int) -> tuple[int, int]:
    """The furthest row and column among the cells of a piece of a sheet."""
    for letters, number in _CELL.findall(window):
        rows, columns = max(rows, int(number)), max(columns, _column(letters))
    for number in _ROW.findall(window):
        rows = max(rows, int(number))
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_cells(rows: int, columns: int, name: str) -> None:
    """A lone cell in the far corner makes readers allocate the whole sheet, gigabytes of nothing."""
    if rows * columns > _MOST_CELLS:
        raise UnreadableFile(
            f"{name} has a sheet that reaches to row {rows}, column {columns}: "
            "delete the cells far from the table."
        )
