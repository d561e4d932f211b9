"""What the pages of a PDF say: seen or not, also what notes and fields show."""

from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from .letters import readings
from .sight import Sight

_SHARE_LOST = 0.2
_SHOWN = "annotations"


def look_at_pages(data: bytes, sight: Sight, part: str | None = None) -> None:
    """Each page as a paragraph, and all pages as one text, for a name may run on to the next page.

    Raises RuntimeError (PdfiumError) when the file can't be opened.
    """
    document = pypdfium2.PdfDocument(data)
    whole: list[str] = []
    try:
        for number in range(len(document)):
            whole.append(_look_at_page(document, number, part or f"page {number + 1}", sight))
    finally:
        document.close()
    for seam in _seams(whole):
        sight.add(part or "page ends", seam, "seam")


def _look_at_page(document: Any, number: int, part: str, sight: Sight) -> str:
    page = document[number]
    text = _text(page)
    sight.prose(part, text)
    for other in readings(text):
        sight.add(part, other, "joined")
    is_drawn = pdfium.FPDFPage_CountObjects(page) > 0
    has_notes = pdfium.FPDFPage_GetAnnotCount(page) > 0
    if not text.strip() and is_drawn:
        sight.skip(part, "A page without text, perhaps a scan: its words can't be read.")
    elif sum(map(_is_lost, text)) > _SHARE_LOST * len(text):
        sight.skip(part, "The font doesn't say which letters these are; the words can't be read.")
    if has_notes:
        flat = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        if flat == pdfium.FLATTEN_FAIL:
            sight.skip(f"{part} {_SHOWN}", "Its notes and fields can't be read.")
        else:
            page = document[number]
            sight.add(f"{part} {_SHOWN}", "\n".join(_more(_text(page), text)), "prose")
    page.close()
    return text


def _text(page: Any) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range()).replace("\r\n", "\n").replace("\r", "\n")
    finally:
        words.close()


def _more(flat: str, text: str) -> list[str]:
    """The lines that notes and fields add."""
    known = set(text.splitlines())
    return [line for line in flat.splitlines() if line not in known]


def _seams(pages: list[str]) -> list[str]:
    """The last line of each page with the first of the next."""
    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    return [f"{one[-1]}\n{other[0]}" for one, other in pairwise(lines) if one and other]


def _is_lost(char: str) -> bool:
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\n\t\x02")
