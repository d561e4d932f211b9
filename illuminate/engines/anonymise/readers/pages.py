"""The words on a PDF's pages, and which of them the eye can't see."""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ..places import Reading

_TINY = 2.0  # points
_PALE = 250  # of 255
_SHARE_LOST = 0.2
_INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Cover:
    """A filled shape or picture: it hides the text drawn before it."""

    order: int
    box: _Box


def read_pages(data: bytes, reading: Reading) -> None:
    """A page is one paragraph, so that a name over a line end stays whole. All its text is read, seen or not;
    what can't be seen is said again as "page N hidden".
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            _read_page(page, f"page {number + 1}", reading)
            page.close()
    finally:
        document.close()


@dataclass(frozen=True)
class PageText:
    """A page's words as offsets count them; `indexes` says which of PDFium's characters each one is.

    `hidden`: spans that the eye can't see. `why_unread`: why the words can't be had, empty when they can.
    """

    text: str
    indexes: list[int]
    hidden: list[tuple[int, int]]
    why_unread: str


def text_of(page: Any, words: Any) -> PageText:
    """The words of one page; `words` is its text page. The writer replaces by what is said here."""
    sight = _Sight(page)
    text, indexes, hidden = [], [], []
    for index in range(pdfium.FPDFText_CountChars(words)):
        char = _char(pdfium.FPDFText_GetUnicode(words, index))
        if char:
            text.append(char)
            indexes.append(index)
            hidden.append(sight.is_hidden(words, index) if not char.isspace() else None)
    whole = "".join(text)
    why = ""
    if not whole.strip() and pdfium.FPDFPage_CountObjects(page):
        why = "A page without text, perhaps a scan: its words can't be read."
    elif sum(_is_lost(char) for char in whole) > _SHARE_LOST * len(whole):
        why = "The font doesn't say which letters these are; the words can't be read."
    return PageText(whole, indexes, _spans(whole, hidden), why)


def _read_page(page: Any, part: str, reading: Reading) -> None:
    words = page.get_textpage()
    found = text_of(page, words)
    words.close()
    reading.add(part, found.text, elsewhere=found.hidden)
    for start, end in found.hidden:
        reading.add(f"{part} hidden", found.text[start:end])
    if found.why_unread:
        reading.skip(part, found.why_unread)


def _char(code: int) -> str:
    if code in (0, 13):
        return ""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _is_lost(char: str) -> bool:
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\n\t\x02")


def _spans(text: str, hidden: list[bool | None]) -> list[tuple[int, int]]:
    """Runs of hidden letters, over the blanks between them (None) but not at their ends."""
    spans: list[tuple[int, int]] = []
    is_open = False
    for index, is_hidden in enumerate(hidden):
        if is_hidden and is_open and "\n" not in text[spans[-1][1] : index]:
            spans[-1] = (spans[-1][0], index + 1)
        elif is_hidden:
            spans.append((index, index + 1))
        is_open = is_open if is_hidden is None else is_hidden
    return spans


class _Sight:
    """Knows what on a page covers what, from the order in which things are drawn."""

    def __init__(self, page: Any) -> None:
        self._order: dict[int, int] = {}
        self._covers: list[_Cover] = []
        self._page: _Box = page.get_bbox()
        self._known: dict[int, bool] = {}
        self._above: dict[int, list[_Box]] = {}
        for order in range(pdfium.FPDFPage_CountObjects(page)):
            obj = pdfium.FPDFPage_GetObject(page, order)
            self._order[_address(obj)] = order
            if _is_filled(obj):
                self._covers.append(_Cover(order, _bounds(obj)))

    def is_hidden(self, words: Any, index: int) -> bool:
        """Invisible, white, tiny, off the page, or under something drawn later."""
        obj = pdfium.FPDFText_GetTextObject(words, index)
        address = _address(obj)
        if address and address not in self._known:
            self._known[address] = _is_unseen(obj)
        box = _char_box(words, index)
        if self._known.get(address, False) or not _inside(_middle(box), self._page):
            return True
        if 0 < box[3] - box[1] < _TINY / 4 and pdfium.FPDFText_GetFontSize(words, index) < _TINY:
            return True
        return any(_inside(_middle(box), cover) for cover in self._over(address, obj))

    def _over(self, address: int, obj: Any) -> list[_Box]:
        """What is drawn later over a piece of text. Text inside a form object has no order of its own here:
        it is read, and not called hidden."""
        order = self._order.get(address)
        if order is None:
            return []
        if address not in self._above:
            box = _bounds(obj)
            later = (cover.box for cover in self._covers if cover.order > order)
            self._above[address] = [cover for cover in later if _meet(box, cover)]
        return self._above[address]


def _address(obj: Any) -> int:
    return ctypes.cast(obj, ctypes.c_void_p).value or 0 if obj else 0


def _fill(obj: Any) -> tuple[int, int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(obj, *map(ctypes.byref, parts)):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def _is_unseen(obj: Any) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(obj) in _INVISIBLE_MODES:
        return True
    colour = _fill(obj)
    return colour is not None and (min(colour[:3]) >= _PALE or colour[3] <= 255 - _PALE)


def _is_filled(obj: Any) -> bool:
    kind = pdfium.FPDFPageObj_GetType(obj)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(obj, ctypes.byref(mode), ctypes.byref(stroke))
    colour = _fill(obj)
    return mode.value != pdfium.FPDF_FILLMODE_NONE and colour is not None and colour[3] >= _PALE


def _bounds(obj: Any) -> _Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(obj, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _char_box(words: Any, index: int) -> _Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(words, index, *map(ctypes.byref, (left, right, bottom, top)))
    return left.value, bottom.value, right.value, top.value


def _middle(box: _Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _inside(point: tuple[float, float], box: _Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
