"""A look into the zip files that Word, Excel and OpenDocument files are."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from illuminate.foundation.documents.refusals import DAMAGED, DECLARES, LOCKED, MACROS, TOO_MUCH, NotAccepted

MOST_BYTES = 300 * 1024 * 1024
MOST_MEMBERS = 10_000
CHUNK = 1024 * 1024
OVERLAP = 64
DECLARED = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T)|\x00<\x00!\x00(?:D\x00O|E\x00N)"
)
XML = (".xml", ".rels", ".vml", ".rdf")
ENCRYPTED = 0x1
SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
MAIN_PARTS = (
    (b"wordprocessingml.document.main+xml", ".docx"),
    (b"spreadsheetml.sheet.main+xml", ".xlsx"),
)


def look(data: bytes) -> str:
    """.docx, .xlsx, .ods, or nothing known; refuses what is broken, locked, a bomb, or carries code."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _look(archive)
    except NotAccepted:
        raise
    except Exception as error:
        # zipfile, zlib and struct each have their own faults, with no parent in common.
        raise NotAccepted(DAMAGED) from error


def _look(archive: zipfile.ZipFile) -> str:
    members = archive.infolist()
    _check_list(members)
    _check_contents(archive, members)
    names = {member.filename for member in members}
    if "[Content_Types].xml" in names:
        return _office(archive, names)
    if "mimetype" in names:
        return _open_document(archive, names)
    return ""


def _check_list(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise NotAccepted(TOO_MUCH)
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise NotAccepted(LOCKED)
    if len(names) != len({name.casefold() for name in names}) or any(map(_leads_away, names)):
        raise NotAccepted(DECLARES)


def _leads_away(name: str) -> bool:
    """A member that asks to be unpacked outside its folder."""
    return "\\" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts


def _check_contents(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """Unpack each member once, piece by piece, and forget it: the sizes in the list may lie."""
    unpacked = 0
    for member in members:
        is_xml = member.filename.lower().endswith(XML)
        before = b""
        for piece in _pieces(archive, member):
            unpacked += len(piece)
            if unpacked > MOST_BYTES:
                raise NotAccepted(TOO_MUCH)
            if is_xml and DECLARED.search(before + piece):
                raise NotAccepted(DECLARES)
            before = piece[-OVERLAP:]


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as opened:
        while piece := opened.read(CHUNK):
            yield piece


def _office(archive: zipfile.ZipFile, names: set[str]) -> str:
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or b"vbaProject" in types or any(map(_is_macro, names)):
        raise NotAccepted(MACROS)
    for mark, ending in MAIN_PARTS:
        if mark in types:
            main = "word/" if ending == ".docx" else "xl/"
            if not any(name.startswith(main) for name in names):
                raise NotAccepted(DAMAGED)
            return ending
    return ""


def _is_macro(name: str) -> bool:
    return name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower()


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str:
    if archive.read("mimetype").strip() != SHEET:
        return ""
    if "encrypted-package" in names or (
        "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml")
    ):
        raise NotAccepted(LOCKED)
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        raise NotAccepted(MACROS)
    if "content.xml" not in names:
        raise NotAccepted(DAMAGED)
    return ".ods"
