"""A cell as its reader sees it: the words, and a date as a date though the file keeps a day count."""

import re
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from .package import attribute, each, local, words_of

_MOST_ROWS = 1_048_576  # Excel's own limit
# ECMA-376 part 1, 18.8.30: built-in formats that show a date.
_BUILT_IN = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})


class DateStyles:
    """Which cell styles show a number as a date, and from which day the file counts."""

    def __init__(self, styles: Element | None, book: Element | None) -> None:
        self._dated: set[int] = set()
        self._start = datetime(1899, 12, 30)
        if book is not None and any(
            attribute(p, "date1904") in ("1", "true") for p in each(book, "workbookPr")
        ):
            self._start = datetime(1904, 1, 1)
        if styles is not None:
            self._learn(styles)

    def _learn(self, styles: Element) -> None:
        codes = {attribute(f, "numFmtId"): attribute(f, "formatCode") or "" for f in each(styles, "numFmt")}
        formats = next(each(styles, "cellXfs"), None)
        for number, one in enumerate(each(formats, "xf") if formats is not None else ()):
            code = attribute(one, "numFmtId") or "0"
            plain = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", codes.get(code, "")).lower()
            if (code.isdecimal() and int(code) in _BUILT_IN) or re.search(r"[dy]", plain):
                self._dated.add(number)

    def shown(self, number: float, style: str | None) -> str:
        """The number as it is shown: a date, or a whole number without ".0"."""
        if style and style.isdecimal() and int(style) in self._dated and 0 < number < 2_958_466:
            return (self._start + timedelta(days=number)).strftime("%d/%m/%Y")
        return str(int(number)) if number == int(number) else repr(number)


def cell_text(cell: Element, strings: list[str], dates: DateStyles) -> str:
    """A cell's words; what can't be understood is given as it stands."""
    kind = attribute(cell, "t") or "n"
    if kind == "inlineStr":
        return "".join(words_of(one) for one in cell if local(one) == "is")
    value = "".join(words_of(one) for one in cell if local(one) == "v").strip()
    if kind == "s" and value.isdecimal() and int(value) < len(strings):
        return strings[int(value)]
    if kind == "n" and value:
        try:
            return dates.shown(float(value), attribute(cell, "s"))
        except (ValueError, OverflowError):
            return value
    return value


def row_number(written: str | None, last: int) -> int:
    """The sheet's row; an impossible one is taken as the next."""
    if written and written.isdecimal() and len(written) <= 7 and 0 < int(written) <= _MOST_ROWS:
        return int(written)
    return last + 1
