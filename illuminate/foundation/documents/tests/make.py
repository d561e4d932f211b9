"""Files of every kind, good ones and bad ones, made on the spot."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf

XLS = (Path(__file__).parent / "files" / "rent_account.xls").read_bytes()
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def word(text: str = "A short account.") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document.save)


def excel() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Date", "Event"])
    return saved(book.save)


def ods(**members: str) -> bytes:
    parts = {"mimetype": ODS_TYPE, "content.xml": "<a/>", "META-INF/manifest.xml": "<m/>"}
    return zipped({**parts, **members})


def pdf(change: Callable[[pikepdf.Pdf], None] = lambda pdf: None, **how: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    change(made)
    return saved(lambda file: made.save(file, **how))


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    header = chunk(b"IHDR", bytes.fromhex("00000001000000010802000000"))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 4)) + chunk(b"IEND", b"")


def jpg() -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + b"\1" * 200 + b"\xff\xd9"


def zipped(members: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_members(data: bytes, members: dict[str, str | bytes]) -> bytes:
    """A zip with members added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**before, **members})


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()
