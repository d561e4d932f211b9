"""Telephone numbers in every way they are written here, and numbers abroad."""

import re
from collections.abc import Iterator

from .hits import Hit, before, clause_after, hit_at, near_numbers
from .lists import beside
from .sheet import Sheet

_LISTS = beside(__file__, "phones")

_HOME = re.compile(
    r"(?<![\w+.,-])(?<![\d.]/)(?:\(?\+\s?44\)?|\(?0044\)?|\(0(?=\d{2,5}\))|0)[\d ()\-./]{8,30}\d(?!\w|/(?!0))"
)
_PIECE = re.compile(r"0[\d ()\-.]{8,16}?\d(?=$| ?/| {1,2}[0(+])")
_SPACED = re.compile(r"(?<![\w+.,/-])(?<!\d )0(?:[ .-]\d){9,10}(?![\w/]| \d)")
_BARE = re.compile(
    r"(?<![\w+.,/-])(?<!44 )(?<!\d )(?<!\) )(?<!\d\))(?<!\)-)(?:44 ?)?7\d{3} ?\d{3} ?\d{3}(?![\w/-])"
)
# ITU-T E.164: at most fifteen digits, none begins with 0.
_ABROAD = re.compile(
    r"(?<![\w+.,/-])(?:\+ ?|00 ?)(?!44|0)[1-9]\d{0,2}[ ()\-.]{0,2}\d[\d ()\-.]{5,15}\d(?![\w/])"
)
_LOCAL = re.compile(
    r"(?:tel(?:ephone)?|phone|mobile|mob|fax|land ?line|calls? (?:to|on)|ring|rang)\b\.?"
    r"(?:[ :]|\bno\b\.?|\bnumber\b|\bis\b|\bwas\b|\bme\b|\bon\b)*(?P<end>\b(?:ending|ended|ends)(?: in)? )?"
    r"(?P<digits>\d{3}[ -]?\d{3,4}|\d{5})(?![\w/-]|[.,]\d| \d)",
    re.I,
)
_ENDING = re.compile(
    r"(?:phone|mobile|number|telephone|handset|sim|card|account|plate)\b(?:[^.\n]|(?<=no)\.){0,20}?\b(?:ending|ended|ends|finishing)"
    r"(?: in| with)? (?P<digits>\d{3,4})(?![\w/-]|[.,]\d| \d)",
    re.I,
)
_STARTS = _LISTS.words("starts")
_SPOKEN = re.compile(
    rf"(?:oh|zero|nought|double|treble)\b(?:[ ,-]+{_LISTS.either('spoken')}\b){{5,16}}", re.I
)
_PHONE_WORD = re.compile(rf"\b{_LISTS.either_phrase('cues')}\b[^.\n]{{0,30}}$", re.I)
_DATE_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_HELPLINES = _LISTS.words("helplines")
_HELPLINE = re.compile(r"\b(?:help ?line|national|advice line|samaritans|childline|crimestoppers)\b", re.I)
_PUBLIC = tuple(_LISTS.words("public"))
_PERSONAL = tuple(_LISTS.words("personal"))


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Every telephone number but the helplines'."""
    stretches = list(near_numbers(sheet.text))
    for words, where in ((sheet.text, stretches), (sheet.digits_meant, sheet.scanned())):
        for start, end in where:
            for first, last, sure in _in_stretch(words, start, end):
                yield hit_at(sheet, first, last, "phone", sure)
    for at in sheet.of(_STARTS):
        for pattern in (_LOCAL, _ENDING):
            match = pattern.match(sheet.text, at)
            if match and not (pattern is _LOCAL and match["digits"].startswith(("0", "116"))):
                yield hit_at(sheet, *match.span("digits"), "phone", 0.7)
    for at in sheet.of(frozenset(["oh", "zero", "nought", "double", "treble"])):
        match = _SPOKEN.match(sheet.text, at)
        if match:
            yield hit_at(sheet, *match.span(), "phone", 0.8)


def _in_stretch(words: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Whole numbers between two places of a text."""
    for pattern in (_HOME, _SPACED):
        for match in pattern.finditer(words, start, end):
            pieces = [match, *_PIECE.finditer(words, *match.span())] if len(match[0]) > 18 else [match]
            for piece in pieces:
                sure = _home(piece)
                if sure:
                    yield *piece.span(), sure
    for match in _BARE.finditer(words, start, end):
        if _PHONE_WORD.search(before(words, match.start(), 50)):
            yield *match.span(), 0.85
    for match in _ABROAD.finditer(words, start, end):
        is_plain = not match[0].startswith("+")
        is_told = not is_plain or _PHONE_WORD.search(before(words, match.start(), 50))
        if 8 <= len(_digits(match[0])) <= 15 and is_told:
            yield *match.span(), 0.9


def _home(match: re.Match[str]) -> float:
    digits = _digits(match[0])
    for abroad in ("0044", "44"):
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
            break
    if len(digits) not in (10, 11) or _DATE_FIRST.match(match[0]):
        return 0.0  # too short, too long, or a date with a number behind it
    if digits.startswith(_PUBLIC):
        return 0.0 if _is_helpline(match, digits) else 0.8
    if "/" in match[0] and not re.fullmatch(r"[\d ()+]{3,9}/[\d ]{5,9}", match[0]):
        return 0.0
    return 0.95 if digits.startswith(_PERSONAL) else 0.0


def _is_helpline(match: re.Match[str], digits: str) -> bool:
    around = before(match.string, match.start(), 70) + clause_after(match.string, match.end(), 30)
    return digits in _HELPLINES or _HELPLINE.search(around) is not None


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
