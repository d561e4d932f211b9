"""Excel files: every sheet with every cell, and what stands beside the cells.

Read from the XML itself: openpyxl leaves out persons, threaded comments, orphaned strings and pivot caches.
"""

import re
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from ..places import Reading
from .cells import DateStyles, cell_text, row_number
from .office import add_link, read_alt_text, read_links, read_names, read_people, read_properties, read_rest
from .package import Package, attribute, each, local, words_of

_BOOK = "xl/workbook.xml"
_FOOT_OR_HEAD = {"Header": "header", "Footer": "footer"}
_COMMENTS = re.compile(r"xl/(?:threadedComments/|comments/)?(?:threadedComment|comment)s?\d*\.xml", re.I)


def read(data: bytes, reading: Reading) -> None:
    """Read every part of an .xlsx."""
    package = Package(data, reading)
    read_names(package, reading)
    book = package.take_xml(_BOOK)
    if book is None:
        reading.skip("sheets", "The file has no workbook where Excel keeps it.")
    strings = _strings(package)
    used: set[int] = set()
    styles = package.take_xml("xl/styles.xml")
    dates = DateStyles(styles, book)
    for path, part in _sheets(book, package, reading):
        sheet = package.take_xml(path)
        if sheet is None:
            reading.skip(part, "The sheet is missing or damaged.")
            continue
        _read_cells(sheet, part, reading, strings, used, dates)
        _read_beside(sheet, reading)
    for number, text in enumerate(strings):
        if number not in used:
            reading.add_words("orphaned text", text)
    _read_comments(package, reading)
    if styles is not None:
        for element in styles.iter():
            for key in ("name", "formatCode"):
                reading.add_machine("style", attribute(element, key) or "")
    read_properties(package, reading)
    read_links(package, reading)
    read_people(package, reading)
    read_rest(package, reading)


def _strings(package: Package) -> list[str]:
    root = package.take_xml("xl/sharedStrings.xml")
    return [words_of(one) for one in each(root, "si")] if root is not None else []


def _sheets(book: Element | None, package: Package, reading: Reading) -> list[tuple[str, str]]:
    """Path and part name of every sheet; names, defined names and the rest of the workbook are read here."""
    if book is None:
        return []
    paths = _targets(package, "xl/_rels/workbook.xml.rels")
    found = []
    for sheet in each(book, "sheet"):
        name = attribute(sheet, "name") or ""
        reading.add("sheet name", name)
        is_hidden = (attribute(sheet, "state") or "visible") != "visible"
        part = f"hidden sheet {name}" if is_hidden else f"sheet {name}"
        found.append((paths.get(attribute(sheet, "id") or "", ""), part))
    for defined in each(book, "definedName"):
        for text in (attribute(defined, "name"), attribute(defined, "comment"), defined.text):
            reading.add_words("defined name", text)
    for element in book.iter():
        if local(element) not in ("sheet", "definedName"):
            for value in element.attrib.values():
                reading.add_machine("settings", value)
    return found


def _targets(package: Package, name: str) -> dict[str, str]:
    root = package.take_xml(name)
    found = {}
    for relation in each(root, "Relationship") if root is not None else ():
        target = attribute(relation, "Target") or ""
        path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        found[attribute(relation, "Id") or ""] = path
    return found


def _read_cells(
    sheet: Element, part: str, reading: Reading, strings: list[str], used: set[int], dates: DateStyles
) -> None:
    """A paragraph is a row, its cells parted by tabs: a name may lie in two columns. Hidden rows are rows."""
    rows: dict[int, list[str]] = {}
    last = 0
    for row in each(sheet, "row"):
        number = last = row_number(attribute(row, "r"), last)
        cells = rows.setdefault(number, [])
        for cell in each(row, "c"):
            if attribute(cell, "t") == "s":
                numbers = ((value.text or "").strip() for value in each(cell, "v"))
                used.update(int(number) for number in numbers if number.isdecimal())
            cells.append(cell_text(cell, strings, dates))
            for formula in each(cell, "f"):
                reading.add_words("formula", formula.text)
    for number in range(1, max(rows, default=0) + 1):
        reading.add(part, "\t".join(rows.get(number, [])))


def _read_beside(sheet: Element, reading: Reading) -> None:
    for element in sheet.iter():
        name = local(element)
        if name.endswith(("Header", "Footer")):
            # "&B", "&12", '&"Arial,Bold"' are orders to the printer; "&&" is a plain ampersand.
            plain = re.sub(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+ ?|[A-Za-z])', " ", element.text or "")
            reading.add_words(_FOOT_OR_HEAD[name[-6:]], plain)
        elif name == "hyperlink":
            for key in ("location", "tooltip", "display"):
                add_link(reading, attribute(element, key))
        elif name == "dataValidation":
            for key in ("promptTitle", "prompt", "errorTitle", "error"):
                reading.add_words("validation list", attribute(element, key))
        elif name in ("formula", "formula1", "formula2"):
            reading.add_words("validation list", words_of(element))
        elif name not in ("row", "c"):
            for value in element.attrib.values():
                reading.add_machine("settings", value)
    read_alt_text(sheet, reading)


def _read_comments(package: Package, reading: Reading) -> None:
    """Notes and threaded comments, with the people who wrote them."""
    for name in [name for name in package.names() if _COMMENTS.fullmatch(name)]:
        root = package.take_xml(name)
        for comment in each(root, "comment", "threadedComment") if root is not None else ():
            reading.add_words("cell comment", words_of(comment))
        for author in each(root, "author") if root is not None else ():
            reading.add_once("comment author", author.text)
