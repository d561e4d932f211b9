"""A Word file as people read it: its sections with their headings, paragraphs, lists, tables and notes.

What a reader of the printed page sees is taken: tracked insertions in, tracked deletions and hidden text out.
The text of a section is plain: blocks parted by a blank line; in a block each line is a list item ("• ", "1. "),
a table's row (cells parted by tabs), a quotation ("> "), a smaller heading ("# ") or else a paragraph.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

SPLIT_AT = 2
"""Headings of these levels begin a section; smaller ones stay inside it."""
LONGEST_BOLD_HEADING = 120
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSEEN = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr"), FALLBACK}
SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
OFF = {"0", "false", "off"}


class Unreadable(ValueError):
    """The file can't be read as a Word document; the message says what to do."""


@dataclass(frozen=True)
class Section:
    """One part of a report: its heading, how deep it lies, and its text."""

    number: int
    level: int
    heading: str
    text: str


@dataclass
class _Open:
    """A section while it is being read."""

    level: int
    heading: str
    blocks: list[list[str]] = field(default_factory=list)
    kind: str = ""

    def add(self, kind: str, line: str) -> None:
        """Lines of one list or table stay together; every paragraph stands by itself."""
        if kind != "paragraph" and kind == self.kind:
            self.blocks[-1].append(line)
        else:
            self.blocks.append([line])
        self.kind = kind


def read_sections(data: bytes) -> list[Section]:
    """The sections of a Word file, in its order. Raises `Unreadable`."""
    try:
        return _Reader(data).sections()
    except Unreadable:
        raise
    except Exception as error:  # python-docx raises a dozen kinds for a broken file
        raise Unreadable(
            "The words in this file can’t be read. Open it in Word, save it again as a .docx file, and upload that."
        ) from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        self.notes = _footnotes(self.document)
        self.styles: dict[str | None, str] = {}
        self.wanted: list[str] = []
        self.open = _Open(1, "")
        self.done: list[_Open] = []
        self.item = 0

    def sections(self) -> list[Section]:
        paragraphs = list(self._paragraphs(self.document.element.body))
        styled = any(self._level(one) for one in paragraphs if one.tag == qn("w:p"))
        for one in paragraphs:
            if one.tag == qn("w:tbl"):
                self._table(one)
            else:
                self._paragraph(one, styled)
        self._close()
        kept = [one for one in self.done if one.heading or one.blocks]
        if not any(one.blocks for one in kept):
            raise Unreadable("There are no words in this file. Choose the file that holds the report.")
        return [
            Section(number, one.level, one.heading or "The first page",
                    "\n\n".join("\n".join(block) for block in one.blocks))
            for number, one in enumerate(kept, start=1)
        ]  # fmt: skip

    def _paragraphs(self, parent: Any) -> Iterator[Any]:
        for child in parent:
            if child.tag in (qn("w:p"), qn("w:tbl")):
                yield child
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
                yield from self._paragraphs(child)

    def _paragraph(self, element: Any, styled: bool) -> None:
        text = self._words(element)
        level = self._level(element) if styled else _bold_level(element, text)
        if text and level and level <= SPLIT_AT:
            self._close()
            self.open = _Open(level, text)
        elif text:
            kind, line = self._line(element, text, level)
            self.open.add(kind, line)
        for box in element.iter(qn("w:txbxContent")):
            if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
                self.open.add("paragraph", " ".join(filter(None, map(self._words, box.iter(qn("w:p"))))))

    def _line(self, element: Any, text: str, level: int) -> tuple[str, str]:
        name = self._style(element).lower()
        self.item = self.item + 1 if "list number" in name else 0
        if level:
            return "heading", f"# {text}"
        if self.item:
            return "numbers", f"{self.item}. {text}"
        if "list" in name or element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return "list", f"• {text}"
        return ("quote", f"> {text}") if "quote" in name else ("paragraph", text)

    def _table(self, table: Any) -> None:
        self.item = 0
        for row in table.iterchildren(qn("w:tr")):
            cells = [
                " ".join(filter(None, map(self._words, cell.iter(qn("w:p")))))
                for cell in row.iterchildren(qn("w:tc"))
            ]
            if any(cells):
                self.open.add("table", "\t".join(cells))
        self.open.kind = ""

    def _close(self) -> None:
        for number in self.wanted:
            self.open.add("notes", f"[{number}] {self.notes[number]}")
        self.wanted = []
        self.done.append(self.open)

    def _words(self, element: Any) -> str:
        return re.sub(r"\s+", " ", "".join(self._pieces(element))).strip()

    def _pieces(self, element: Any) -> Iterator[str]:
        for child in element:
            if child.tag in UNSEEN or (child.tag == qn("w:r") and _hidden(child)):
                continue
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in SIGNS:
                yield SIGNS[child.tag]
            elif child.tag == qn("w:footnoteReference"):
                yield self._note(child.get(qn("w:id")))
            elif child.tag == qn("w:drawing"):
                yield _picture(child)
            elif child.tag != qn("w:txbxContent"):
                yield from self._pieces(child)

    def _note(self, number: str) -> str:
        if not self.notes.get(number):
            return ""
        self.wanted.append(number)
        return f" [{number}]"

    def _style(self, element: Any) -> str:
        mark = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = mark.get(qn("w:val")) if mark is not None else None
        if style not in self.styles:
            self.styles[style] = self._style_names(style)
        return self.styles[style]

    def _style_names(self, style: str | None) -> str:
        """The name of a style and of those that it builds on; looked up once a style, because it is slow."""
        known = self.document.styles.get_by_id(style, WD_STYLE_TYPE.PARAGRAPH)
        names = []
        while known is not None:
            names.append(str(known.name))
            known = known.base_style
        return " ".join(names)

    def _level(self, element: Any) -> int:
        found = re.search(r"heading (\d)", self._style(element), re.IGNORECASE)
        return int(found[1]) if found else 0


def _footnotes(document: Any) -> dict[str, str]:
    for relation in document.part.rels.values():
        if relation.reltype == FOOTNOTES:
            root = parse_xml(relation.target_part.blob)
            return {
                note.get(qn("w:id")): "".join(text.text or "" for text in note.iter(qn("w:t"))).strip()
                for note in root.iter(qn("w:footnote"))
            }
    return {}


def _hidden(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val")) not in OFF


def _picture(drawing: Any) -> str:
    if any(True for _ in drawing.iter(qn("w:txbxContent"))):
        return ""
    told = next((p.get("descr") for p in drawing.iter(qn("wp:docPr")) if p.get("descr")), "")
    return f" [Picture: {told}] " if told else " [Picture] "


def _bold_level(element: Any, text: str) -> int:
    """In a file without heading styles a short line all in bold is a heading."""
    runs = [
        run for run in element.iter(qn("w:r")) if "".join(t.text or "" for t in run.iter(qn("w:t"))).strip()
    ]
    bold = [
        mark is not None and mark.get(qn("w:val")) not in OFF
        for run in runs
        for mark in [run.find(f"{qn('w:rPr')}/{qn('w:b')}")]
    ]
    return 1 if bold and all(bold) and len(text) <= LONGEST_BOLD_HEADING else 0
