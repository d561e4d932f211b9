"""The words on a PDF's pages, and which of them the eye can't see."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ..places import Reading
from .seams import parted
from .upright import upright_words

_TINY = 2.0  # points
_PALE = 250  # of 255
_SHARE_LOST = 0.2
_INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_NOTHING = (0, 13)
_CHARS = {code: chr(code) for code in range(1, 256)}
_LOST = re.compile("[\ufffd\ue000-\uf8ff\x00\x01\x03-\x08\x0b-\x1f]+")
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
    letters = pdfium.FPDFText_GetUnicode
    codes = [(index, letters(words, index)) for index in range(pdfium.FPDFText_CountChars(words))]
    chars = [(index, _CHARS.get(code) or _char(code)) for index, code in codes if code not in _NOTHING]
    chars = parted(words, chars)
    indexes = [index for index, _ in chars]
    whole = "".join(char for _, char in chars)
    hidden = _hidden_in(page, words, chars)
    why = ""
    if not whole.strip() and pdfium.FPDFPage_CountObjects(page):
        why = "A page without text, perhaps a scan: its words can't be read."
    elif sum(map(len, _LOST.findall(whole))) > _SHARE_LOST * len(whole):
        why = "The font doesn't say which letters these are; the words can't be read."
    return PageText(whole, indexes, hidden, why)


def _hidden_in(page: Any, words: Any, chars: list[tuple[int, str]]) -> list[tuple[int, int]]:
    sight = _Sight(page)
    if sight.is_plain():
        return []
    hidden = [None if char.isspace() else sight.is_hidden(words, index) for index, char in chars]
    return _spans("".join(char for _, char in chars), hidden)


def _read_page(page: Any, part: str, reading: Reading) -> None:
    words = upright_words(page)
    found = text_of(page, words)
    words.close()
    reading.add(part, found.text, elsewhere=found.hidden)
    for start, end in found.hidden:
        reading.add(f"{part} hidden", found.text[start:end])
    if found.why_unread:
        reading.skip(part, found.why_unread)


def _char(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


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
        self._grounds: list[_Cover] = []
        self._page: _Box = page.get_bbox()
        self._known: dict[int, bool] = {}
        self._above: dict[int, list[_Box]] = {}
        self._texts: list[tuple[int, Any]] = []
        self._has_forms = False
        for order in range(pdfium.FPDFPage_CountObjects(page)):
            obj = pdfium.FPDFPage_GetObject(page, order)
            self._order[_address(obj)] = order
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._texts.append((order, obj))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                self._has_forms = True
            elif _is_filled(obj, kind):
                self._covers.append(_Cover(order, _bounds(obj)))
                if not _is_pale(obj):
                    self._grounds.append(self._covers[-1])

    def is_plain(self) -> bool:
        """Whether each piece of text as a whole is drawn where and as the eye sees it: then every letter is."""
        return not self._has_forms and all(self._is_seen(order, obj) for order, obj in self._texts)

    def _is_seen(self, order: int, obj: Any) -> bool:
        if _is_unseen(obj):
            return False
        left, bottom, right, top = box = _bounds(obj)
        page = self._page
        is_inside = page[0] <= left and page[1] <= bottom and right <= page[2] and top <= page[3]
        is_large = top - bottom >= _TINY / 4 or right == left
        return (
            is_inside
            and is_large
            and not any(cover.order > order and _meet(box, cover.box) for cover in self._covers)
        )

    def is_hidden(self, words: Any, index: int) -> bool:
        """Invisible, white, tiny, off the page, or under something drawn later."""
        obj = pdfium.FPDFText_GetTextObject(words, index)
        address = _address(obj)
        if address and address not in self._known:
            self._known[address] = _is_unseen(obj)
        box = _char_box(words, index)
        if not _inside(_middle(box), self._page):
            return True
        if self._known.get(address, False) and not self._is_on_dark(address, obj, box):
            return True
        if 0 < box[3] - box[1] < _TINY / 4 and pdfium.FPDFText_GetFontSize(words, index) < _TINY:
            return True
        return any(_inside(_middle(box), cover) for cover in self._over(address, obj))

    def _is_on_dark(self, address: int, obj: Any, box: _Box) -> bool:
        """Whether pale letters stand on a dark ground or a picture: white words in a table's head are seen."""
        order = self._order.get(address, len(self._order))
        return not _is_invisible(obj) and any(
            ground.order < order and _inside(_middle(box), ground.box) for ground in self._grounds
        )

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
    return _is_invisible(obj) or _is_pale(obj)


def _is_invisible(obj: Any) -> bool:
    colour = _fill(obj)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(obj)
    return mode in _INVISIBLE_MODES or (colour is not None and colour[3] <= 255 - _PALE)


def _is_pale(obj: Any) -> bool:
    """White or nearly so; a picture is not."""
    if pdfium.FPDFPageObj_GetType(obj) == pdfium.FPDF_PAGEOBJ_IMAGE:
        return False
    colour = _fill(obj)
    return colour is not None and min(colour[:3]) >= _PALE


def _is_filled(obj: Any, kind: int) -> bool:
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
