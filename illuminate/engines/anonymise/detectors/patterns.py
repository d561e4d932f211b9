"""Numbers with a pattern: postcodes, NHS and National Insurance numbers, passports, licences, accounts.

A checksum is asked for where there is one; a shape that says little counts only behind a cue word.
"""

import re
from collections.abc import Callable, Iterator

from .hits import Hit, before, hit_at, near_numbers
from .sheet import Sheet

# Royal Mail's PAF guide: no C I K M O V in the last two letters. Areas are not checked: a wrong one counts.
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]?(?:\s{0,3}|-)\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])", re.I
)
_SPACED_POSTCODE = re.compile(
    r"(?<![^\W_])(?:[A-Z] ){1,2}\d (?:[A-Z\d] )? {0,2}\d (?:[ABD-HJLNP-UW-Z]) [ABD-HJLNP-UW-Z](?! ?[^\W_]\b)"
)
_OUTWARD = re.compile(r"(?<![A-Za-z0-9])(?!MG|DS|CT|TV)[A-Z]{1,2}\d{1,2}[A-Z]?(?![A-Za-z0-9]|[./-]\d)")
_OUTWARD_BEFORE = re.compile(
    r"\bpost ?codes?(?: (?:district|area|sector|prefix)s?)?(?: (?:of|is|was|in|starting|beginning|begins|starts|with|"
    r"as|and|or)|[:,(]|\b[A-Z]{1,2}\d{1,2}[A-Z]?\b| )*$",
    re.I,
)
_OUTWARD_AFTER = re.compile(r" (?:post ?code|(?:area|district|part) of\b|area\b|estate\b)", re.I)
_ROAD = re.compile(r"[ABM]\d")
_NHS = re.compile(r"(?<![\d.+/-])\d{3}(?: ?[-.] ?| {0,2})\d{3}(?: ?[-.] ?| {0,2})\d{4}(?![\d/-]|\.\d)")
# Ten digits grouped anyhow, and ten that a scanner read: only behind the word.
_LOOSE_NHS = re.compile(r"(?<![\d.+/-])(?<!\d )\d{2,5}(?:[ .-]\d{2,5}){1,3}(?![\d/-]|[ .]\d)")
_SPACED_NHS = re.compile(r"(?<![\d.+-])(?<!\d )(?:\d ){9}\d(?! ?\d)")
# HMRC manual NIM39110: letters D F I Q U V never, O never second, seven prefixes never given.
_NINO = re.compile(r"(?<![^\W_])[A-Z] ?[A-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-D])?(?![^\W_])", re.I)
_NINO_LETTERS = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]")
_NINO_WORD = re.compile(r"(?:\bni(?:no)?\b|national insurance)(?:[^.\n]|(?<=no)\.){0,30}$", re.I)
_SPACED_NINO = re.compile(r"(?<![^\W_])[A-Z] [A-Z] (?:\d ){6}[A-D](?![^\W_])", re.I)
# DVLA: five characters of the surname padded with 9, date of birth in six digits, initials, three check characters.
_LICENCE = re.compile(
    r"(?<![^\W_])[A-Z9]{5}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z][A-Z9][ -]?[A-Z0-9]{3}(?: \d\d)?(?![^\W_])", re.I
)
_IBAN = re.compile(r"(?<![^\W_])GB\d{2} ?[A-Z]{4}(?: ?\d){14}(?!\d)", re.I)
_CARD = re.compile(r"(?<![\d.-])(?<!\d )\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d-]| \d)")
_ACCOUNT = re.compile(r"(?<![\d/-])\d\d-\d\d-\d\d[ ,/]{1,2}\d{8}(?![\d/-])")
_FILL = r"(?:[ :,.#(]|\bno\b|\bnumber|\bis\b|\bwas\b|\bthe\b|\bof\b|\bwith\b|\bref(?:erence)?\b|\bcode\b)*"
_BY_CUE = re.compile(
    rf"\b(?:(?P<passport>passport){_FILL}"
    rf"(?P<a>[A-Z]{{0,3}} ?\d{{6,9}}|\d\d \d{{3}} \d{{4}}|\d{{3}} \d{{3}} \d{{3}}"
    r"|[A-Z]{2} ?\d{3} ?\d{4}|\d{3} \d{3} \d{2}[\dX])"
    rf"|(?P<licence>driv(?:ing|er'?s?) licen[cs]e){_FILL}(?P<b>(?=[A-Z]*\d)[A-Z0-9]{{6,18}}(?: [A-Z0-9]{{2,6}})*)"
    rf"|(?P<account>sort code|s/c|account|a/c|acc(?:t|ount)?\.? no|bank details){_FILL}"
    r"(?P<c>\d\d[- ]?\d\d[- ]?\d\d(?!\d)|\d{4} ?\d{4}(?!\d))"
    r"(?:(?:[ :,.;/&]|\band\b|\baccount\b|\ba/c\b|\bno\b|\bnumber\b|\bsort code\b){1,12}"
    r"(?P<d>\d{4} ?\d{4}|\d\d[- ]\d\d[- ]\d\d)(?!\d))?)",
    re.I,
)
_ORDINAL = re.compile(r"(?:1st|2nd|3rd|[04-9]th)$")
_NHS_SURE = re.compile(r"\b(?:nhs|chi)\b.{0,30}$", re.I | re.S)
_NHS_WORD = re.compile(r"\b(?:nhs|patient|chi)\b.{0,30}$", re.I | re.S)


def found_in(text: Sheet) -> Iterator[Hit]:
    """Every number with a pattern; a number may come back under two kinds."""
    stretches = list(near_numbers(text.text))
    for words, where, kinds in (
        (text.text, stretches, _KINDS),
        (text.digits_meant, text.scanned(), [one for one in _KINDS if one[0] in _SCANNED]),
    ):
        for kind, pattern, confidence in kinds:
            for start, end in where:
                for match in pattern.finditer(words, start, end):
                    sure = confidence(match)
                    if sure:
                        yield hit_at(text, *match.span(), kind, sure)
    for match in _BY_CUE.finditer(text.text):
        for group, kind in (
            ("a", "passport"),
            ("b", "driving_licence"),
            ("c", "bank_account"),
            ("d", "bank_account"),
        ):
            if match[group]:
                yield hit_at(text, *match.span(group), kind, 0.95)


def is_nhs_number(text: str) -> bool:
    """The modulus 11 check of the NHS Data Dictionary."""
    digits = [int(char) for char in text if char in "0123456789"]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9]


def is_card_number(text: str) -> bool:
    """The check digit of ISO/IEC 7812, as payment cards carry it."""
    digits = [int(char) for char in text if char in "0123456789"]
    if len(set(digits)) == 1:
        return False
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _nhs(match: re.Match[str]) -> float:
    if is_nhs_number(match[0]):
        return 0.97
    return 0.7 if _NHS_WORD.search(before(match.string, match.start(), 40)) else 0.0


def _loose_nhs(match: re.Match[str]) -> float:
    is_ten = sum(map(str.isdigit, match[0])) == 10
    return 0.8 if is_ten and _NHS_SURE.search(before(match.string, match.start(), 40)) else 0.0


def _postcode(match: re.Match[str]) -> float:
    text = match[0]
    if text == text.upper():
        return 0.99 if "-" not in text else 0.6
    return 0.0 if _ORDINAL.search(text.lower()) or "-" in text else 0.8


def _outward(match: re.Match[str]) -> float:
    if _OUTWARD_BEFORE.search(before(match.string, match.start(), 60)):
        return 0.9
    is_area = _OUTWARD_AFTER.match(match.string, match.end())
    return 0.8 if is_area and not _ROAD.match(match[0]) else 0.0


def _nino(match: re.Match[str]) -> float:
    letters = match[0].replace(" ", "").upper()
    is_whole = len(letters.replace("-", "")) == 9
    if is_whole and match[0][1] != " " and _NINO_LETTERS.match(letters):
        return 0.95
    if is_whole and letters[-1] in "ABCD":
        return 0.85  # of whatever prefix: forms are full of invented ones
    return 0.9 if _NINO_WORD.search(before(match.string, match.start(), 60)) else 0.0


def _card(match: re.Match[str]) -> float:
    return 0.95 if is_card_number(match[0]) else 0.0


def _flat(confidence: float) -> Callable[[re.Match[str]], float]:
    return lambda match: confidence


_SCANNED = ("nhs_number", "ni_number", "bank_account")
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], float]], ...] = (
    ("postcode", _POSTCODE, _postcode),
    ("postcode", _SPACED_POSTCODE, _flat(0.9)),
    ("postcode", _OUTWARD, _outward),
    ("nhs_number", _NHS, _nhs),
    ("nhs_number", _LOOSE_NHS, _loose_nhs),
    ("nhs_number", _SPACED_NHS, _nhs),
    ("ni_number", _NINO, _nino),
    ("ni_number", _SPACED_NINO, _flat(0.9)),
    ("driving_licence", _LICENCE, _flat(0.95)),
    ("bank_account", _IBAN, _flat(0.99)),
    ("bank_account", _ACCOUNT, _flat(0.95)),
    ("bank_account", _CARD, _card),
)
