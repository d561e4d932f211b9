"""Identifiers that need no register: their shape, and their checksum where there is one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .fold import fold

# Royal Mail's PAF guide: no C I K M O V in the last two letters. Areas are not checked: a wrong one counts.
_POSTCODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])", re.I)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.%+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PHONE = re.compile(r"(?<![\w+.,/-])(?:\+44|0044|\(0(?=\d{2,5}\))|0)[\d ()\-.]{8,17}\d(?![\w/])")
_NHS = re.compile(r"(?<![\d.+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-]|\.\d)")
# HMRC manual NIM39110: letters D F I Q U V never, O never second, seven prefixes never given.
_NINO = re.compile(
    r"(?<![^\W_])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![^\W_])",
    re.I,
)
# DVLA INF104: two letters, two digits, three letters since 2001; a letter, digits and three letters before.
_VEHICLE = re.compile(
    r"(?<![^\W_])(?:[A-Z]{2}\d{2}\s?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{3}\s?[A-Z]{3})(?![^\W_])"
)
_ORDINAL = re.compile(r"(?:1st|2nd|3rd|[04-9]th)$")
_NHS_WORD = re.compile(r"\bnhs\b.{0,30}$", re.I | re.S)
# Ofcom's numbering plan: freephone and UK-wide numbers belong to bodies, not to people (helplines are 0808).
_PUBLIC_PHONES = ("0800", "0808", "03")
_PERSONAL_PHONES = ("01", "02", "05", "07", "08", "09")


@dataclass(frozen=True)
class Hit:
    """Something whose shape gives it away; offsets are in the original text."""

    start: int
    end: int
    kind: str
    confidence: float


def patterns(text: str) -> list[Hit]:
    """Every pattern found in a text; they may overlap one another."""
    folded = fold(text)
    found = []
    for kind, pattern, confidence in _KINDS:
        for match in pattern.finditer(folded.text):
            sure = confidence(match)
            if sure:
                found.append(Hit(*folded.span(*match.span()), kind, sure))
    return sorted(_spread(found), key=lambda hit: (hit.start, hit.end))


def _spread(found: list[Hit]) -> Iterator[Hit]:
    """One kind a span: ten digits may be a phone number and an NHS number; the surer name stays."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in found:
        other = best.get((hit.start, hit.end))
        if other is None or hit.confidence > other.confidence:
            best[hit.start, hit.end] = hit
    yield from best.values()


def is_nhs_number(text: str) -> bool:
    """The modulus 11 check of the NHS Data Dictionary."""
    digits = [int(char) for char in text if char in "0123456789"]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9]


def _nhs(match: re.Match[str]) -> float:
    if is_nhs_number(match[0]):
        return 0.97
    return 0.7 if _NHS_WORD.search(match.string[max(0, match.start() - 40) : match.start()]) else 0.0


def _phone(match: re.Match[str]) -> float:
    digits = "".join(char for char in match[0] if char.isdigit())
    for abroad in ("0044", "44"):
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
            break
    if len(digits) not in (10, 11) or digits.startswith(_PUBLIC_PHONES):
        return 0.0
    if re.match(r"\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b", match[0]):
        return 0.0  # a date with a number behind it
    return 0.95 if digits.startswith(_PERSONAL_PHONES) else 0.0


def _postcode(match: re.Match[str]) -> float:
    text = match[0]
    if text == text.upper():
        return 0.99
    return 0.0 if _ORDINAL.search(text.lower()) or text != text.lower() else 0.8


def _flat(confidence: float) -> Callable[[re.Match[str]], float]:
    return lambda match: confidence


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], float]], ...] = (
    ("postcode", _POSTCODE, _postcode),
    ("phone", _PHONE, _phone),
    ("email", _EMAIL, _flat(0.99)),
    ("nhs_number", _NHS, _nhs),
    ("ni_number", _NINO, _flat(0.95)),
    ("vehicle", _VEHICLE, _flat(0.85)),
)
