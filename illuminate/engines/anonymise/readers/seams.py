"""Where two words of a PDF's page touch that were written apart: cells cut off at their edges leave no gap."""

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

_STEP = 0.05  # of the size: pieces of one word follow each other more closely
_INSIDE = re.compile("(?<=[^\\W_])(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")  # a capital behind a letter


def parted(words: Any, chars: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The characters of a page, each with PDFium's number of it, and a blank in front of every such word."""
    whole = "".join(char for _, char in chars)
    found = [at.start() for at in _INSIDE.finditer(whole)]
    seams = {at for at in found if _is_seam(words, chars[at - 1][0], chars[at][0])}
    if not seams:
        return chars
    blank = {at: [(chars[at][0], " ")] for at in seams}
    return [one for at, char in enumerate(chars) for one in (*blank.get(at, ()), char)]


def _is_seam(words: Any, before: int, index: int) -> bool:
    one, other = (pdfium.FPDFText_GetTextObject(words, at) for at in (before, index))
    if not one or not other or _address(one) == _address(other):
        return False
    size = pdfium.FPDFText_GetFontSize(words, index) * _scale(words, index) or 1.0
    left, base = _origin(words, index)
    gap, step = left - _end(words, before), base - _origin(words, before)[1]
    return abs(step) <= _STEP * size < abs(gap)


def _address(obj: Any) -> int:
    return ctypes.cast(obj, ctypes.c_void_p).value or 0


def _scale(words: Any, index: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(words, index, matrix)
    return float(abs(matrix.a))


def _origin(words: Any, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _end(words: Any, index: int) -> float:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box))
    return float(box.right)
