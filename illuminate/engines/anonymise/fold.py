"""Text with the differences that don't matter taken away, and the way back to the original.

Folded: accents dropped, ligatures spelt out, smart quotes and dashes made plain, invisible characters removed, letters
of other alphabets that look like ours read as ours. Every folded character knows which character it came from.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

_LOOK_ALIKES = (
    # Cyrillic, then Greek, then letters of phonetic alphabets.
    ("аеорсухіјѕһԁԛԝґАВЕКМНОРСТХУІЈЅҺԌԚԜ", "aeopcyxijshdqwrABEKMHOPCTXYIJSHGQW"),
    ("αονρυιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aovpuiABEZHIKMNOPTYX"),
    ("ɑɡɩʏʀɴʜɪ", "agiYRNHI"),
)
_PLAIN = {
    **{char: plain for chars, plains in _LOOK_ALIKES for char, plain in zip(chars, plains, strict=True)},
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u0060\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ac\u30fb\ufe63\uff0d", "-"),
    # Letters that Unicode doesn't take apart.
    **dict(zip("øØđĐłŁıðÐħĦŧŦ", "oOdDlLidDhHtT", strict=True)),
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
    # PDFium marks a word broken over two lines with these; the last two are letters that show nothing.
    "\ufffe": "",
    "\x02": "",
    "\u115f": "",
    "\u3164": "",
}
_SPECIAL = re.compile("[^\x00-\x7f]|[`\x02]")


@dataclass(frozen=True)
class Folded:
    """`text` keeps its case; `lower` has the same length. `_marks` and `_origins`: where counting starts anew."""

    text: str
    lower: str
    _marks: tuple[int, ...] = (0,)
    _origins: tuple[int, ...] = (0,)

    def came_from(self, index: int) -> int:
        """The place in the original of a character of the folded text."""
        at = bisect_right(self._marks, index) - 1
        return self._origins[at] + index - self._marks[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original for a non-empty span of the folded text."""
        return self.came_from(start), self.came_from(end - 1) + 1

    @cached_property
    def origin(self) -> tuple[int, ...]:
        """Where every character came from."""
        return tuple(map(self.came_from, range(len(self.text))))


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if unicodedata.category(char) == "Cf":
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    parts = unicodedata.normalize("NFKD", char)
    return "".join(_PLAIN.get(p, p) for p in parts if not unicodedata.combining(p))


def _lower_char(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def fold(text: str) -> Folded:
    """Fold a text; works on any text and never raises."""
    if text.isascii() and "`" not in text and "\x02" not in text:
        return Folded(text, text.lower())
    marks, origins = [0], [0]
    ahead = 0  # folded characters more than original ones, so far

    def plain(found: re.Match[str]) -> str:
        nonlocal ahead
        new = _fold_char(found[0])
        if len(new) != 1:
            at = found.start() + ahead
            for extra in range(len(new)):
                marks.append(at + extra)
                origins.append(found.start())
            ahead += len(new) - 1
            marks.append(at + len(new))
            origins.append(found.end())
        return new

    folded = _SPECIAL.sub(plain, text)
    lower = folded.lower()
    if len(lower) != len(folded):
        lower = "".join(map(_lower_char, folded))
    return Folded(folded, lower, tuple(marks), tuple(origins))


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
