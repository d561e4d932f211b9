"""Pages that lie on their side: read as somebody would hold them, for their lines are in order only then."""

import math
from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium

_ASKED = 200  # characters that say which way a page is held


def upright_words(page: Any) -> Any:
    """The page's text page, to be closed; a page whose words stand otherwise than it says is turned first."""
    words = page.get_textpage()
    turn = _turn_of(words)
    if turn is None or turn == page.get_rotation():
        return words
    words.close()
    page.set_rotation(turn)
    return page.get_textpage()


def _turn_of(words: Any) -> int | None:
    """Degrees clockwise in which most words stand upright; None without words."""
    counted: Counter[int] = Counter()
    many = pdfium.FPDFText_CountChars(words)
    for index in range(0, many, max(1, many // _ASKED)):
        if not chr(pdfium.FPDFText_GetUnicode(words, index)).isspace():
            # PDFium counts a letter's angle clockwise as well: it is turned back.
            angle = math.degrees(pdfium.FPDFText_GetCharAngle(words, index))
            counted[-round(angle / 90) * 90 % 360] += 1
    return counted.most_common(1)[0][0] if counted else None
