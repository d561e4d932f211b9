"""A number, words with capitals and a postcode: an address in whatever language its street is."""

import re
from collections.abc import Iterator

from ..hits import before
from ..sheet import Sheet
from .shapes import NUMBER, POSTCODE

_CODE = re.compile(POSTCODE)
_NAME = r"[A-Z][\w'&-]*(?: (?:[A-Z][\w'&-]*|y|yr|the|of|on|upon|under|le|and)){0,4}"
_AHEAD = re.compile(
    rf"(?<![\w/.-])(?<!\d )(?:P\.?O\.? ?[Bb]ox )?{NUMBER},? {_NAME}(?:(?:, ?|,? ?\n){_NAME}){{0,3}},?[ \n]*$"
)


def hearts(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """The whole of each such address, from its number to its postcode."""
    for code in _CODE.finditer(sheet.text):
        ahead = _AHEAD.search(before(sheet.text, code.start(), 110))
        if ahead is not None:
            yield code.start() - len(ahead[0]), code.end(), 0.85
