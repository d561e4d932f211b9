"""PDF: the words of the pages laid out afresh, so that what is gone is gone.

Nothing of the old file is carried over: no object, no font, no picture, no note. What is left out is said.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pypdfium2

from ..places import Reading, Where
from ..readers import pdf as reader
from ..readers.pages import PageText, text_of
from ..readers.pdf_fonts import Ciphers
from ..readers.upright import upright_words
from ..replacing import CannotReplace, Replacement, Written
from .blocks import SOFT, PageBlocks, blocks_of, name_headings
from .glyphs import Glyph, Looks, pictures_of, pieces_of, rules_of
from .lines import lines_of, tables_of
from .typeset import typeset
from .wanted import with_spans

_SEEN = re.compile(r"page (\d+)")
_BROKEN = "\x02\ufffe"
_GONE = "[removed]"
_NOTE = "[Page {} left out: its words can't be read]"
_OF_A_FILE = re.compile(r"^Microsoft Word - |[\\/]|\.(?:docx?|pdf|rtf|odt|txt|indd|pub)$", re.IGNORECASE)


def write(data: bytes, name: str, replacements: Sequence[Replacement]) -> Written:
    """A new PDF with the same words in the same order, replaced where it is asked for.

    Raises CannotReplace when a page does not say what it should, or can't be set.
    """
    by_page: dict[int, list[Replacement]] = defaultdict(list)
    for one in replacements:
        if match := _SEEN.fullmatch(one.where.part):
            by_page[int(match[1])].append(one)
    removed: list[str] = []
    document = pypdfium2.PdfDocument(data)
    try:
        many = len(document)
        late = next((found[0] for number, found in by_page.items() if not 0 < number <= many), None)
        if late is not None:
            raise CannotReplace(late.where)
        old = _Old(data)
        pages = [
            _left_out(document, number, removed) if number in old.ciphers
            else _page(document, number, by_page.get(number, []), removed)
            for number in range(1, many + 1)
        ]  # fmt: skip
    finally:
        document.close()
    name_headings(pages)
    try:
        written = typeset(pages, old.title(replacements))
    except ValueError as error:
        raise CannotReplace(Where("page 1", 1, 0, 0)) from error
    return Written(written, (*removed, *_behind(old.reading)))


class _Old:
    """What is asked of the old file beside its pages: its title, and which pages are written as if in cipher."""

    def __init__(self, data: bytes) -> None:
        self.reading = Reading()
        reader.read(data, self.reading)
        ciphers = Ciphers()
        with pikepdf.open(io.BytesIO(data)) as document:
            self.ciphers = {n for n, page in enumerate(document.pages, 1) if ciphers.on(page) == "cipher"}
            with document.open_metadata() as described:
                told = described.get("dc:title") or document.docinfo.get("/Title") or ""
            self._title = str(told)

    def title(self, replacements: Sequence[Replacement]) -> str:
        """With pseudonyms; empty when there is none, or a program made it of a file's name."""
        part = self.reading.parts.get("properties")
        if part is None or self._title not in part.paragraphs or _OF_A_FILE.search(self._title):
            return ""
        number = part.paragraphs.index(self._title) + 1
        spans = [
            (one.where.start, one.where.end, one.new)
            for one in replacements
            if (one.where.part, one.where.paragraph) == ("properties", number)
        ]
        return with_spans(self._title, sorted(spans, reverse=True)).strip()


def _left_out(document: Any, number: int, removed: list[str]) -> PageBlocks:
    page = document[number - 1]
    width, height = page.get_size()
    page.close()
    removed.append(f"Page {number} is left out: a font on it doesn't say which letters it draws.")
    return PageBlocks(width, height, note=_NOTE.format(number))


def _page(document: Any, number: int, wanted: list[Replacement], removed: list[str]) -> PageBlocks:
    page = document[number - 1]
    words = upright_words(page)
    try:
        width, height = page.get_size()
        found = text_of(page, words)
        pictures = pictures_of(page)
        glyphs = list(_glyphs(found, wanted, Looks(page, words)))
        level, upright = rules_of(page)
    finally:
        words.close()
        page.close()
    if found.why_unread:
        removed.append(f"Page {number} is left out: {found.why_unread}")
        return PageBlocks(width, height, note=_NOTE.format(number))
    if found.hidden:
        removed.append(f"Page {number}: words that can't be seen (white, covered, tiny or off the page).")
    if pictures:
        many = "a picture" if len(pictures) == 1 else f"{len(pictures)} pictures"
        removed.append(f"Page {number}: {many}, whose words can't be read.")
    lines = lines_of(pieces_of(glyphs, upright))
    return PageBlocks(width, height, blocks_of(lines, tables_of(level, upright), pictures))


def _glyphs(found: PageText, wanted: list[Replacement], looks: Looks) -> Iterator[Glyph]:
    """The characters that are seen, with the new words where the old ones began."""
    new = _placed(found, wanted)
    for at, char in enumerate(found.text):
        text = new.get(at, SOFT if char in _BROKEN else char)
        if text is None or (at in new and not text and char.isspace()):
            continue
        yield looks.glyph(found.indexes[at], text)


def _placed(found: PageText, wanted: list[Replacement]) -> dict[int, str | None]:
    """For each offset that changes what stands there now; None for nothing at all, not even its place."""
    new: dict[int, str | None] = {}
    for start, end in found.hidden:
        is_in_line = _is_in_line(found.text, start, end)
        new.update(dict.fromkeys(range(start, end), "" if is_in_line else None))
        if is_in_line:
            new[start] = _GONE
    for one in wanted:
        start, end = one.where.start, one.where.end
        if one.where.paragraph != 1 or not 0 <= start < end or found.text[start:end] != one.text:
            raise CannotReplace(one.where)
        is_hidden = any(first < end and start < last for first, last in found.hidden)
        if is_hidden and all(at in new for at in range(start, end)):
            continue
        new.update(dict.fromkeys(range(start, end), ""))
        new[start] = one.new
    return new


def _is_in_line(text: str, start: int, end: int) -> bool:
    """Whether words stand before and behind in the same line: a gap there must be seen."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
    return bool(before.strip() and after.strip())


_BEHIND = (
    ("properties", "The file's properties."),
    ("bookmark", "The old bookmarks; the headings make new ones."),
    ("link", "Links; their words stay."),
    ("attachment", "Attached files."),
    ("comment", "Notes and their authors."),
    ("form field", "Form fields and what was filled in."),
    ("annotations", "What notes and fields show on the pages."),
    ("alt text", "Descriptions of pictures."),
    ("other text", "Other words for programs inside the file."),
    ("earlier revision", "An earlier version of the file inside it."),
)


def _behind(reading: Reading) -> Iterator[str]:
    """In words what else the old file held."""
    parts = [*(name for name, part in reading.parts.items() if part.paragraphs)]
    parts.extend(one.part for one in reading.unread)
    for sign, said in _BEHIND:
        if any(part.startswith(sign) or part.endswith(sign) for part in parts):
            yield said
