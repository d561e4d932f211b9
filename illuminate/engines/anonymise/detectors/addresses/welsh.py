"""Welsh names of houses and farms: by the noun they begin with, the adjective they end with, and how they are put
together. A town may be built the same way: only behind a word that says a place follows, or in an address's row.
"""

import re
from collections.abc import Iterator

from ..hits import before
from ..sheet import Sheet
from .around import has_postcode
from .shapes import LISTS

_NOUNS = LISTS.words("welsh.houses")
_NAMES_TOO = LISTS.words("welsh.names_too")
_ENDS = LISTS.words("welsh.ends")
_JOIN = r"(?:(?:y|yr|Y|Yr|yn|ar|dan|uwch|ger|tan|is)\b)"
_BY_NOUN = re.compile(
    rf"[A-Z][a-z]*(?:'[a-z])?(?:(?:[ -]{_JOIN})?[ -](?:'r )?[A-Z][\w']+){{1,2}}"
    r"|[A-Z][a-z]+(?:-[a-z]+){1,3}(?: [A-Z][a-z]+)?"
)
_BY_END = re.compile(r"(?<![\w'-])[A-Z][a-z']+(?: [A-Z][a-z']+)?[ -]$")
_HYPHENS = re.compile(
    r"(?<![\w-])[A-Z][\w']{0,20}-(?:y|yr|yn|ar|cwm|dan|uwch)-[A-Za-z]\w+|(?<![\w-])T[yŷ]'[nr]-y-\w+"
)
_TOGETHER = re.compile(
    rf"(?<![\w'-])(?:{LISTS.either('welsh.beginnings')}|\w{{2,5}}(?={LISTS.either('welsh.endings')}\b))[a-z]{{2,9}}(?![\w'-])",
    re.I,
)
_AT = re.compile(
    r"(?:^|[\s(])(?:at|in|by|of|from|to|near|outside|behind|called|named|opposite|bought|c/o|address:?|on|past|above|below|"
    r"cottage,|farm,|house,|bungalow,|home,|is|up to|down to)(?: the)? $",
    re.I,
)
_AT_ONLY = re.compile(
    r"(?:^|[\s(])(?:at|called|named|bought|sold|address:?|cottage,|farm,|house,|bungalow,|home,|"
    r"house is|farm is|c/o) $",
    re.I,
)
_IN_ROW = re.compile(r"(?:^|[,\n]) ?$")
_ROW_BEHIND = re.compile(r",\s?[A-Z][\w-]+")


def hearts(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """Where a Welsh name of a house stands, and how sure that is."""
    words = sheet.text
    for at in sheet.of(_NOUNS):
        match = _BY_NOUN.match(words, at)
        if match and _is_place(words, at, match.end(), _first(match[0]) in _NAMES_TOO):
            yield *match.span(), 0.7
    for at in sheet.of(_ENDS):
        yield from _ending(sheet, at)
    for hyphened in _HYPHENS.finditer(words) if "-" in words else ():
        yield *hyphened.span(), 0.7
    for together in _TOGETHER.finditer(words):
        if together[0][0].isupper() and _AT_ONLY.search(before(words, together.start(), 16)):
            yield *together.span(), 0.6


def _ending(sheet: Sheet, at: int) -> Iterator[tuple[int, int, float]]:
    words = sheet.text
    lead = _BY_END.search(before(words, at, 30))
    end = re.compile(r"\w+").match(words, at)
    if lead is None or end is None or (words[at].islower() and words[at - 1] != "-"):
        return
    start = at - len(lead[0])
    if _is_place(words, start, end.end(), _first(lead[0]) in _NAMES_TOO):
        yield start, end.end(), 0.65


def _is_place(words: str, start: int, end: int, is_name_too: bool) -> bool:
    """Whether the words before or an address's row show that a place is meant."""
    lead = before(words, start, 16)
    if (_AT_ONLY if is_name_too else _AT).search(lead) or has_postcode(words, end):
        return True
    return not is_name_too and _IN_ROW.search(lead) is not None and _ROW_BEHIND.match(words, end) is not None


def _first(name: str) -> str:
    return re.split(r"[ -]", name)[0].lower()
