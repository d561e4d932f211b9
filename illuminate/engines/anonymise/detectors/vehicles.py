"""Registration marks of every era: since 2001, with a year letter at either end, undated, Northern Irish, private."""

import re
from collections.abc import Iterator

from .hits import Hit, before, hit_at, near_numbers
from .lists import beside
from .sheet import Sheet

_LISTS = beside(__file__, "vehicles")

# DVLA INF104: two letters, two digits, three letters since 2001; a letter, digits and three letters from 1983;
# three letters, digits and a letter from 1963; before, and in Northern Ireland, letters and digits.
_CURRENT = r"[A-Z]{2} ?\d{2}[ -]?[A-Z]{3}"
_PREFIX = r"[A-HJ-NPR-TV-Y]\d{1,3}[ -]?[A-Z]{3}"
_SUFFIX = r"[A-Z]{3}[ -]?\d{1,3}[A-HJ-NPR-TV-Y]"
# A scanner reads 1 as I or l and 0 as O.
_SCANNED = r"(?-i:[A-Z]{2}(?:[IlO]\d|\d[IlO]) ?[A-Z]{3})"
_IRISH = r"(?-i:[A-Z]{0,2}[IZ][A-Z]{0,2} ?\d{1,4})"
_MARK = re.compile(
    rf"(?<![^\W_])(?:{_CURRENT}|{_PREFIX}|{_SUFFIX}|{_IRISH}|{_SCANNED}"
    r"|[A-Z]{3}[ -]?\d{1,4}|\d{1,4} ?[A-Z]{1,3}|[A-Z]{2}\d{2})"
    r"(?![^\W_]|[/-]\d)",
    re.I,
)
_SURE = re.compile(r"[A-Z]{2}\d{2}\s?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{3}\s?[A-Z]{3}")
_LONG = re.compile(rf"{_CURRENT}|{_PREFIX}|{_SUFFIX}|{_IRISH}|{_SCANNED}", re.I)
_SPACED = re.compile(r"(?<![^\W_])[A-Z] [A-Z] \d \d [A-Z] [A-Z] [A-Z](?![^\W_])")
_ANY = re.compile(r"(?=[A-Z ]*\d|[A-Z]{2,3}\b)[A-Z\d]{1,4}(?:[ -]?[A-Z\d]{1,4})?(?![\w/-])")
_WORD = re.compile(
    rf"\b{_LISTS.either('vehicles')}\b[^.\n]{{0,40}}$|\bmotor (?:bike|cycle)\b[^.\n]{{0,30}}$", re.I
)
_PLATES = _LISTS.words("plates")
_TO_MARK = re.compile(rf"\w+\b\.?(?:[ ,:(]|\b{_LISTS.either('between')}\b\.?)*(?<=[ (])", re.I)
_ENDING = re.compile(r"\b(?:ending|ended|ends|part|partial|beginning|starting|with)\b")


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Marks by their shape, or by the words before them where the shape says little."""
    for start, end in near_numbers(sheet.text):
        for match in _MARK.finditer(sheet.text, start, end):
            sure = _certainty(match)
            if sure:
                yield hit_at(sheet, *match.span(), "vehicle", sure)
        for match in _SPACED.finditer(sheet.text, start, end):
            yield hit_at(sheet, *match.span(), "vehicle", 0.85)
    for at in sheet.of(_PLATES):
        yield from _behind_plate(sheet, at)


def _behind_plate(sheet: Sheet, at: int) -> Iterator[Hit]:
    """Private marks, parts of marks and misread ones, behind a word after which nothing else stands in capitals."""
    between = _TO_MARK.match(sheet.text, at)
    mark = _ANY.match(sheet.text, between.end()) if between else None
    if between is None or mark is None:
        return
    has_digit = any(map(str.isdigit, mark[0]))
    has_letter = any(map(str.isalpha, mark[0]))
    if has_letter and (has_digit or _ENDING.search(between[0])) and len(mark[0]) > 2:
        yield hit_at(sheet, *mark.span(), "vehicle", 0.8)


def _certainty(match: re.Match[str]) -> float:
    words = match[0]
    if _SURE.fullmatch(words):
        return 0.85
    if not any(map(str.isdigit, words)) or not any(map(str.isalpha, words)):
        return 0.0
    is_long = _LONG.fullmatch(words) is not None
    return 0.8 if is_long and _WORD.search(before(match.string, match.start(), 60)) else 0.0
