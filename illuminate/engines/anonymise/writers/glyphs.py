"""A PDF page as what stands on it: lines of words with their look, ruled lines, pictures."""

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points
_ITALIC, _FORCED_BOLD = 1 << 6, 1 << 18
_BOLD = 600
_APART = 0.9  # of the size of the letters: a gap as wide parts two pieces of a line
_BEHIND_NUMBER = 0.45  # behind a paragraph's number less is enough
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.? ?")
_RAISED = 0.8
_MOST_SEGMENTS = 5_000


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look; `colour` is six hexadecimal digits."""

    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    raised: bool = False


@dataclass(slots=True)
class Glyph:
    """One character, or the words that stand in its place now."""

    text: str
    left: float
    right: float
    base: float
    size: float
    style: Style


@dataclass(slots=True)
class Piece:
    """Words of one line without a wide gap in them."""

    left: float
    right: float
    base: float
    size: float
    runs: list[tuple[str, Style]] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(text for text, _ in self.runs)

    def add(self, glyph: Glyph) -> None:
        """One more character."""
        self.right = max(self.right, glyph.right)
        if glyph.size:
            self.sizes[round(glyph.size, 1)] += 1
            self.size = self.sizes.most_common(1)[0][0]
        style = glyph.style
        if glyph.size < _RAISED * self.size and glyph.base > self.base + 0.1 * self.size:
            style = Style(style.bold, style.italic, style.colour, raised=True)
        if self.runs and (self.runs[-1][1] == style or glyph.text.isspace()):
            style = self.runs[-1][1]
            self.runs[-1] = (self.runs[-1][0] + glyph.text, style)
        elif glyph.text:
            self.runs.append((glyph.text, style))


class Looks:
    """The look of each character; pieces of text that are drawn together are asked once."""

    def __init__(self, page: Any, words: Any) -> None:
        self._words = words
        self._known: dict[int, Style] = {}
        self._turn = page.get_rotation()
        self._page: Box = page.get_bbox()

    def glyph(self, index: int, char: str) -> Glyph:
        """A character with its place, as the page is held."""
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._words, index, *map(ctypes.byref, sides))
        left, right, bottom, top = (side.value for side in sides)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._words, index, ctypes.byref(x), ctypes.byref(y))
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._words, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._words, index) * (math.hypot(matrix.c, matrix.d) or 1)
        left, bottom, right, top = turned((left, bottom, right, top), self._turn, self._page)
        base = turned((x.value, y.value, x.value, y.value), self._turn, self._page)[1]
        return Glyph(char, left, right, base, max(size, 1.0), self._style(index))

    def _style(self, index: int) -> Style:
        obj = pdfium.FPDFText_GetTextObject(self._words, index)
        address = ctypes.cast(obj, ctypes.c_void_p).value or 0 if obj else 0
        if not address:
            return Style()
        if address not in self._known:
            self._known[address] = self._asked(index)
        return self._known[address]

    def _asked(self, index: int) -> Style:
        flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self._words, index, name, 128, ctypes.byref(flags))
        font = name.value.decode("utf-8", errors="replace").lower()
        bold = (
            "bold" in font
            or "black" in font
            or bool(flags.value & _FORCED_BOLD)
            or pdfium.FPDFText_GetFontWeight(self._words, index) >= _BOLD
        )
        italic = "italic" in font or "oblique" in font or bool(flags.value & _ITALIC)
        parts = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFText_GetFillColor(self._words, index, *map(ctypes.byref, parts))
        red, green, blue = (part.value for part in parts[:3])
        # What is too pale for white paper (white on a dark ground, say) is set in black.
        colour = f"{red:02x}{green:02x}{blue:02x}" if red + green + blue < 380 else "000000"
        return Style(bold, italic, colour)


def turned(box: Box, turn: int, page: Box) -> Box:
    """A box as the page is held, counted from its lower left corner; `turn` in degrees clockwise."""
    left, bottom, right, top = (
        box[0] - page[0], box[1] - page[1], box[2] - page[0], box[3] - page[1],
    )  # fmt: skip
    width, height = page[2] - page[0], page[3] - page[1]
    if turn == 90:
        return bottom, width - right, top, width - left
    if turn == 180:
        return width - right, height - top, width - left, height - bottom
    if turn == 270:
        return height - top, left, height - bottom, right
    return left, bottom, right, top


def pieces_of(glyphs: list[Glyph], upright: list[Box]) -> list[Piece]:
    """Characters as pieces of lines. A ruled upright line between two characters parts them."""
    pieces: list[Piece] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            if pieces and last is not None and not pieces[-1].text.endswith(" "):
                pieces[-1].add(Glyph(" ", last.right, last.right, last.base, 0, last.style))
            continue
        is_number = bool(pieces) and bool(_NUMBER.fullmatch(pieces[-1].text))
        if last is None or _parts(last, glyph, is_number, upright):
            pieces.append(Piece(glyph.left, glyph.right, glyph.base, glyph.size))
        pieces[-1].add(glyph)
        last = glyph
    return [piece for piece in pieces if piece.text.strip()]


def _parts(last: Glyph, glyph: Glyph, is_number: bool, upright: list[Box]) -> bool:
    size = max(last.size, glyph.size)
    if abs(last.base - glyph.base) > 0.6 * size or glyph.left < last.left - size:
        return True
    if glyph.left - last.right > (_BEHIND_NUMBER if is_number else _APART) * size:
        return True
    return any(
        last.right - 1 <= rule[0] <= glyph.left + 1 and rule[1] <= glyph.base + 2 <= rule[3]
        for rule in upright
    )


def rules_of(page: Any) -> tuple[list[Box], list[Box]]:
    """The level and the upright lines that are drawn on a page, as boxes."""
    level: list[Box] = []
    upright: list[Box] = []
    turn, whole = page.get_rotation(), page.get_bbox()
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        obj = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(obj) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        for box in _segments(obj):
            left, bottom, right, top = turned(box, turn, whole)
            if top - bottom <= 1 and right - left > 8:
                level.append((left, bottom, right, top))
            elif right - left <= 1 and top - bottom > 4:
                upright.append((left, bottom, right, top))
    return level, upright


def _segments(obj: Any) -> list[Box]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, matrix)
    found: list[Box] = []
    start = last = (0.0, 0.0)
    for number in range(min(pdfium.FPDFPath_CountSegments(obj), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found.append(_box(last, here))
        if pdfium.FPDFPathSegment_GetClose(segment):
            found.append(_box(here, start))
        last = here
    return found


def _box(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def pictures_of(page: Any) -> list[Box]:
    """Where pictures are drawn on a page, those in forms too; dots of a point or two are none."""
    turn, whole = page.get_rotation(), page.get_bbox()
    boxes = [
        turned(obj.get_bounds(), turn, whole)
        for obj in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    ]
    return [box for box in boxes if box[2] - box[0] > 4 and box[3] - box[1] > 4]
