"""Places: an address and its parts, each where it still says which place is meant."""

import re
from collections.abc import Iterator
from itertools import product

from .form import Form, data, tokens_of

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_FLAT = re.compile(
    r"^(?:flat|apartment|apt|unit|plot|room|caravan)\s+\w+\b[,\s]*(?:at\s+)?(?=.*\w)", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:(?:no|number)[.\s]+)?\d+\s*[A-Za-z]?\b[,\s]+(?=\S)", re.IGNORECASE)
_HOUSES = (" house", " court", " lodge", " tower", " towers", " mansions", " heights", " point")
_MOST = 12  # spellings of one place


def places(real: str, aliases: tuple[str, ...]) -> Iterator[Form]:
    """Postcode, number with street, street alone, with and without abbreviations."""
    for text in (real, *aliases):
        for postcode in _POSTCODE.finditer(text):
            yield Form(f"{postcode[1]} {postcode[2]}", "postcode", 0.95)
            yield Form(f"{postcode[1]}{postcode[2]}", "postcode", 0.95)
        bare = _POSTCODE.sub("", text).strip(" ,")
        yield from _spelt(bare, "address" if any(map(str.isdigit, bare)) else "place", 0.95)
        without_flat = _FLAT.sub("", bare)
        if without_flat != bare:
            yield from _spelt(without_flat, "address", 0.9)
        yield from _streets(without_flat)


def _streets(address: str) -> Iterator[Form]:
    first = address.split(",")[0].strip()
    if _NUMBER.match(first):
        yield from _spelt(first, "address", 0.95)
        street = _NUMBER.sub("", first)
        if street.lower().endswith(_HOUSES):
            yield Form(f"Flat {first}", "address", 0.9)
            yield Form(first.rsplit(" ", 1)[0], "address", 0.85)
            yield Form(f"Flat {first.rsplit(' ', 1)[0]}", "address", 0.85)
        if len(tokens_of(street)) > 1:
            yield from _spelt(street, "street", 0.8)


def _spelt(text: str, rule: str, confidence: float) -> Iterator[Form]:
    if len(text.split()) > 1 or len(text) > 3:
        for form in spellings(text):
            yield Form(form, rule, confidence)


def spellings(text: str) -> Iterator[str]:
    """A name with its usual abbreviations written out or in: Road and Rd, Saint and St, & and "and"."""
    words = re.findall(r"[^\s,]+", text)
    if words and words[0].lower() == "the":
        words = words[1:]
    choices = [_ways(word, is_last=at == len(words) - 1) for at, word in enumerate(words)]
    for number, pick in enumerate(product(*choices)):
        if number >= _MOST:
            return
        yield " ".join(word for word in pick if word)


def _ways(word: str, *, is_last: bool) -> list[str]:
    table: dict[str, str] = data("terms")["abbreviated"]
    lower = word.lower().strip(".")
    if word in ("&", "+"):
        return ["", "and"]
    if lower == "st":
        return ["Street", word] if is_last else ["Saint", word]
    ways = [word, *(short for short in table.get(lower, "").split() if short != "&")]
    if lower == "and":
        ways.append("")
    ways += [full for full, shorts in table.items() if lower in shorts.split() and full != "and"]
    return list(
        dict.fromkeys(way.capitalize() if word[:1].isupper() and way.islower() else way for way in ways)
    )
