"""The parts of Word and Excel files, by the names that a reader gives them."""

import re

from .markup import Kind, look_at_xml
from .sheets import Book
from .sight import Sight

_PARTS = (
    (r"word/document\.xml", "body"),
    (r"word/header\d*\.xml", "header"),
    (r"word/footer\d*\.xml", "footer"),
    (r"word/footnotes\.xml", "footnote"),
    (r"word/endnotes\.xml", "endnote"),
    (r"word/comments\w*\.xml", "comment"),
    (r".*people\.xml|.*/persons/.*", "people"),
    (r"xl/(?:threadedComments/|comments/)?(?:threadedComment|comment)s?\d*\.xml", "cell comment"),
    (r"docProps/custom\.xml", "custom properties"),
    (r"docProps/.*\.xml", "properties"),
    (r"customXml/.*", "custom XML"),
    (r".*/charts?/.*\.xml", "chart"),
    (r".*/diagrams/.*\.xml", "diagram"),
    (r".*/drawings/.*\.(?:xml|vml)", "text box"),
    (r".*/externalLinks/.*", "link"),
    (r".*\.rels", "link"),
    (r"xl/sharedStrings\.xml", "orphaned text"),
    (r"xl/workbook\.xml", "defined name"),
    (r"xl/pivotCache/.*", "pivot cache"),
)  # fmt: skip
_STYLES = re.compile(
    r"(?:word|xl)/(?:\w*styles\w*|theme/.*|fontTable|settings|numbering|webSettings|glossary/(?:styles|settings|fontTable|"
    r"webSettings|numbering))\.xml|\[Content_Types\]\.xml",
    re.IGNORECASE,
)
_MARKUP = (".xml", ".rels", ".vml", ".rdf", ".xsd", ".xsl")


def part_of(name: str, sight: Sight) -> str:
    """What a reader calls a member that is no XML."""
    low = name.lower()
    if "thumbnail" in low:
        return "thumbnail"
    if "printersettings" in low:
        return "printer settings"
    if "/media/" in low:
        return sight.number("picture")
    return (
        f"part {name}" if low.endswith((".odttf", ".ttf", ".otf", ".fntdata")) else sight.number("attachment")
    )


class Office:
    """The members of one zip, where some explain others: a sheet's words are kept apart from its cells."""

    def __init__(self, members: dict[str, bytes]) -> None:
        self._book = Book(members) if "xl/workbook.xml" in members else None

    def look_at(self, name: str, body: bytes, sight: Sight) -> bool:
        """See one member if it is XML."""
        if not name.lower().endswith(_MARKUP) and not body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(
            b"<?xml"
        ):
            return False
        sheet = self._book.part_of(name) if self._book else None
        root = look_at_xml(body, sheet or _label(name), sight, kind=_kind(name, is_sheet=sheet is not None))
        if root is not None and sheet and self._book:
            for row in self._book.rows(root):
                sight.prose(sheet, row)
        return True

    def finish(self, sight: Sight) -> None:
        """Words that no cell shows any more."""
        for text in self._book.orphans() if self._book else ():
            sight.prose("orphaned text", text)


def _kind(name: str, *, is_sheet: bool) -> Kind:
    if is_sheet or name == "xl/sharedStrings.xml":
        return "cells"
    return "style" if _STYLES.fullmatch(name) else "story"


def _label(name: str) -> str:
    for pattern, label in _PARTS:
        if re.fullmatch(pattern, name, re.IGNORECASE):
            return label
    return f"part {name}"
