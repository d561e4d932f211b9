"""Text with the differences that don't matter taken away, and the way back to the original.

Folded: accents dropped, ligatures spelt out, smart quotes and dashes made plain, invisible characters
removed. Every folded character knows which character of the original it came from.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    # Letters that Unicode doesn't take apart.
    **dict(zip("øØđĐłŁıðÐ", "oOdDlLidD", strict=True)),
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
    # PDFium marks a word broken over two lines with these.
    "\ufffe": "",
    "\x02": "",
}


@dataclass(frozen=True)
class Folded:
    """`text` keeps its case; `lower` has the same length; `origin[i]` is where character i came from."""

    text: str
    lower: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original for a non-empty span of the folded text."""
        last = self.origin[end - 1]
        return self.origin[start], last + 1


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if unicodedata.category(char) == "Cf":
        return ""
    parts = unicodedata.normalize("NFKD", char)
    return "".join(_PLAIN.get(p, p) for p in parts if not unicodedata.combining(p))


def _lower_char(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def fold(text: str) -> Folded:
    """Fold a paragraph; works on any text and never raises."""
    chars: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for piece in char if char.isascii() and char not in "`\x02" else _fold_char(char):
            chars.append(piece)
            origin.append(index)
    folded = "".join(chars)
    lower = folded.lower()
    if len(lower) != len(folded):
        lower = "".join(map(_lower_char, folded))
    return Folded(folded, lower, tuple(origin))


def without_line_hyphens(text: str) -> tuple[str, list[int]] | None:
    """The text with words that were broken over a line end joined, and where each character came from.

    None when no word is broken. "Pryce-" over "Okafor" must be read both ways, so this is a second reading
    beside the first.
    """
    kept = [True] * len(text)
    for index, char in enumerate(text):
        if char not in "-\u00ad\u2010\u2011\ufffe\x02" or index == 0 or not text[index - 1].isalpha():
            continue
        after = index + 1
        while after < len(text) and text[after].isspace():
            after += 1
        if "\n" in text[index + 1 : after] and after < len(text) and text[after].isalpha():
            kept[index:after] = [False] * (after - index)
    if all(kept):
        return None
    places = [index for index, keep in enumerate(kept) if keep]
    return "".join(text[index] for index in places), places
