"""A PDF's page as the eye sees it, and where on it some of its words stand.

Spans count as the reader counts them in that page's own text, so a finding's place is the place of its words.
"""

import ctypes
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from .errors import FileRefused
from .readers.pages import text_of
from .readers.upright import upright_words

_WIDE = 900  # pixels; enough to read on a large screen
_LARGEST = 4  # times as high as wide: a longer page is drawn smaller
_AROUND = 2  # pixels of air round a box
Span = tuple[int, int]


@dataclass(frozen=True)
class Box:
    """Where words stand on the picture, in pixels from its top left; words over a line end have several."""

    span: Span
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Shape:
    """How large the picture of a page is, in pixels, and the boxes of the spans that were asked for."""

    width: int
    height: int
    boxes: list[Box]


def picture_of(data: bytes, number: int) -> bytes:
    """The page, counted from 1, as a PNG. Raises FileRefused when there is none such, or it can't be drawn."""
    with _page(data, number) as page:
        width, height = _size(page)
        drawn = page.render(scale=width / page.get_width(), may_draw_forms=True).to_pil()
        made = io.BytesIO()
        drawn.resize((width, height)).convert("RGB").quantize(64).save(made, "PNG")
        return made.getvalue()


def shape_of(data: bytes, number: int, spans: Sequence[Span]) -> Shape:
    """How large the page's picture is, and where the words of each span stand on it. Raises as `picture_of` does."""
    with _page(data, number) as page:
        width, height = _size(page)
        words = page.get_textpage()
        indexes = text_of(page, words).indexes
        boxes = [box for span in spans for box in _boxes(page, words, indexes, span, (width, height))]
        words.close()
        return Shape(width, height, boxes)


class _page:  # noqa: N801 - read as a verb: with a page of these bytes
    """One page of a PDF, closed again with its file."""

    def __init__(self, data: bytes, number: int) -> None:
        self._data, self._number = data, number

    def __enter__(self) -> Any:
        try:
            self._document = pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError:
            raise FileRefused("This PDF can't be opened, so its pages can't be shown.") from None
        if not 1 <= self._number <= len(self._document):
            self._document.close()
            raise FileRefused("This PDF has no such page.")
        self._open = self._document[self._number - 1]
        upright_words(self._open).close()
        return self._open

    def __exit__(self, *_: object) -> None:
        self._open.close()
        self._document.close()


def _size(page: Any) -> tuple[int, int]:
    wide, high = page.get_width(), page.get_height()
    if not (wide > 0 and high > 0):
        raise FileRefused("This page has no size, so it can't be shown.")
    width = _WIDE if high <= _LARGEST * wide else max(1, round(_LARGEST * _WIDE * wide / high))
    return width, max(1, round(width * high / wide))


def _boxes(page: Any, words: Any, indexes: list[int], span: Span, size: tuple[int, int]) -> Iterator[Box]:
    start, end = max(0, span[0]), min(len(indexes), span[1])
    if start >= end:
        return
    first, last = indexes[start], indexes[end - 1]
    for number in range(words.count_rects(first, last - first + 1)):
        left, bottom, right, top = words.get_rect(number)
        (x1, y1), (x2, y2) = _on_picture(page, size, left, top), _on_picture(page, size, right, bottom)
        x1, x2, y1, y2 = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        yield Box(span, x1 - _AROUND, y1 - _AROUND, x2 - x1 + 2 * _AROUND, y2 - y1 + 2 * _AROUND)


def _on_picture(page: Any, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    """A point of the page in pixels: PDFium knows of pages that are turned or cropped."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value, down.value
