"""What a file really is: by what is in it, for names lie. A web page named .xls is common, so is a csv."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.pages import read_page
from illuminate.engines.chronology.safe import check_ole, check_zip, is_ole
from illuminate.engines.chronology.separated import read_separated
from illuminate.engines.chronology.sheets import read_sheets
from illuminate.engines.chronology.tables import Contents
from illuminate.engines.chronology.word import read_word

_READERS: Mapping[str, Callable[[bytes, str], Contents]] = {
    ".docx": read_word,
    ".xlsx": read_sheets,
    ".xls": read_sheets,
    ".ods": read_sheets,
    ".csv": read_separated,
    ".tsv": read_separated,
    ".txt": read_separated,
}
ENDINGS = tuple(_READERS)
_TEXT = (".csv", ".tsv", ".txt")
_ALIKE = {".docm": ".docx", ".dotx": ".docx", ".xlsm": ".xlsx", ".htm": ".html"}
_SAVE_AS = {
    ".doc": "is in Word's old form: open it in Word and save it as .docx",
    ".rtf": "is rich text: open it in Word and save it as .docx",
    ".odt": "is an OpenDocument text: open it and save it as .docx",
    ".pages": "is a Pages document: export it as Word (.docx)",
    ".numbers": "is a Numbers sheet: export it as Excel (.xlsx)",
    ".pdf": "is a PDF: ask for the Word or Excel file that it was made from, or open it in Word and save it as .docx",
    ".xlsb": "is a binary workbook: open it in Excel and save it as .xlsx",
    ".msg": "is an e-mail: save what is attached to it and send that",
    ".eml": "is an e-mail: save what is attached to it and send that",
    ".zip": "is a zip archive: unpack it and send the files in it",
}
_STARTS = ((b"%PDF", ".pdf"), (b"{\\rtf", ".rtf"))
_OLD_WORD = "WordDocument".encode("utf-16-le")


def contents_of(data: bytes, name: str) -> Contents:
    """Read a file by what it is. One whose name says something else is read all the same, and said so."""
    ending = PurePath(name).suffix.casefold()
    ending = _ALIKE.get(ending, ending)
    for start, kind in _STARTS:
        if data.startswith(start):
            raise UnreadableFile(f"{name} {_SAVE_AS[kind]}.")
    if ending in _SAVE_AS:
        raise UnreadableFile(f"{name} {_SAVE_AS[ending]}.")
    if ending not in _READERS and ending != ".html":
        raise UnreadableFile(f"{name} is not a kind of file that is read: save it as {', '.join(ENDINGS)}.")
    real = _real_kind(data, ending, name)
    contents = read_page(data, name) if real == ".html" else _READERS[real](data, name)
    if real == ending or {real, ending} <= {".xls", ".xlsx", ".ods"} or {real, ending} <= set(_TEXT):
        return contents
    what = {".html": "a web page", ".csv": "plain text"}.get(real, f"a {real} file")
    return replace(contents, decided=[*contents.decided, f"its name ends in {ending}, but it is {what}"])


def _real_kind(data: bytes, ending: str, name: str) -> str:
    """The ending that a file should have."""
    if is_ole(data):
        check_ole(data, name)
        if _OLD_WORD in data:
            raise UnreadableFile(f"{name} {_SAVE_AS['.doc']}.")
        return ".xls"
    if data.startswith(b"PK"):
        check_zip(data, name)
        return _in_zip(data, ending, name)
    if ending in _TEXT:
        return ending
    start = data[:2000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if start.startswith(
        (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<div")
    ):
        return ".html"
    if start.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in data[:3000]:
        raise UnreadableFile(f"{name} is an old XML spreadsheet: open it in Excel and save it as .xlsx.")
    if start.startswith(b"<?xml") and b"<html" in data[:3000].lower():
        return ".html"
    if ending == ".html":
        raise UnreadableFile(f"{name} is not a web page: save it again as .docx or .xlsx.")
    if ending == ".xls" and _is_text(data):
        return ".csv"
    check_zip(data, name)
    return ending


def _in_zip(data: bytes, ending: str, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
    if any(one.startswith("word/") for one in names):
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    if b"opendocument.text" in kind:
        raise UnreadableFile(f"{name} {_SAVE_AS['.odt']}.")
    if "xl/workbook.bin" in names:
        raise UnreadableFile(f"{name} {_SAVE_AS['.xlsb']}.")
    if "content.xml" in names:
        return ".ods"
    return ending if ending not in _TEXT else ".xlsx"


def _is_text(data: bytes) -> bool:
    sample = data[:4000]
    strange = sum(byte < 9 or 13 < byte < 32 for byte in sample.replace(b"\0", b""))
    return strange == 0 and (b"\t" in sample or b"," in sample or b";" in sample)
