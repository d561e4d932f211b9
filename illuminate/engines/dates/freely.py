"""Dates in free words: the first and last day of a stay, a night in August, a digit that was not legible."""

from __future__ import annotations

import re

from illuminate.engines.dates.spelling import with_right_names
from illuminate.engines.dates.words import DATA, MONTH, MONTH_NAMES, any_of

_OPENING = any_of(word for words in DATA["open"].values() for word in words)
_FIRST, _LAST = any_of(DATA["ends"]["first"]), any_of(DATA["ends"]["last"])
_WORDS = r"(?:[a-z][a-z'/&]*\s+){0,3}"
_STAY = re.compile(
    rf"^(?:{_WORDS}{_FIRST}\s*:?\s*(?:on\s+|the\s+)?)?(?P<one>\S.*?\d.*?|\d.*?)[\s,;.\-/(&]*(?:\band\b\s*)?"
    rf"(?<![a-z]){_LAST}\s*:?\s*(?:on\s+|the\s+|again\s+)?(?P<two>\d.*|.*\d.*)$"
)
_TOLD_AFTER = re.compile(
    rf"^(?P<one>.*?\d.*?)\s*[(\[]?{_FIRST}[)\]]?[\s,;\-]+(?P<two>.*\d.*?)\s*[(\[]?(?<![a-z]){_LAST}[)\]]?$"
)
_LED = re.compile(rf"^(?!{_OPENING}\b)(?:[a-z][a-z'/&\-]*\s+){{1,4}}(?P<rest>\d.*\d)$")
_RANGE = re.compile(r"\d\s*(?:-|to|until|till)\s*\d")
_SOME_LEAD = (
    r"(?:one|a|an|some)\s+(?:[a-z]+\s+){0,3}(?:night|day|morning|evening|afternoon|time|point|stage|weekend|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s+"
)
_SOME_DAY = re.compile(
    rf"^{_SOME_LEAD}(?:(?:in|of|during|over|at|through)\s+|(?=(?:around|about|before|after|between|towards)\s))"
    r"(?P<rest>[a-z]{3}.*|\d{4})$"
)
SOME_DAY_OF = re.compile(
    rf"{_SOME_LEAD}(?=(?:in|of|during|over|at|through|around|about|before|after|between|towards)\s)", re.I
)
_IN_BRACKETS = re.compile(r"^[a-z][a-z ,'\-]{2,60}[(\[](?P<inner>[^()\[\]]*\d[^()\[\]]*)[)\]]$")
_EITHER = re.compile(r"(?<!\d)(?P<tens>[0-3])[\[(](?P<one>\d)\s*(?:/|or|,|-)\s*(?P<two>\d)[\])]")
_HAS_DAY = re.compile(rf"\d\s*[./\-]\s*\d|\d.*{MONTH}|{MONTH}.*\d".replace("(?P<month>", "(?:"))
_HAS_MONTH = re.compile(rf"(?<![a-z]){MONTH}")

_LONG_NAMES = [name.casefold() for name in MONTH_NAMES if len(name) > 4]


def freer(text: str) -> list[str]:
    """The same date in plainer words, where free ones stand around it; each is still to be read."""
    ways = []
    if stay := _STAY.match(text) or _TOLD_AFTER.match(text):
        ways.append(f"{_bare(stay['one'])} to {_bare(stay['two'])}")
    led = _LED.match(text)
    if led and _RANGE.search(led["rest"]) and not _names_a_month(text[: led.start("rest")]):
        ways.append(led["rest"])
    if some := _SOME_DAY.match(text):
        ways.append(some["rest"])
    inside = _IN_BRACKETS.match(text)
    if inside and _HAS_DAY.search(inside["inner"]) and not _HAS_MONTH.search(text[: inside.start("inner")]):
        ways.append(inside["inner"])
    either = _EITHER.search(text)
    if either:
        both = f"{either['tens']}{either['one']} or {either['tens']}{either['two']}"
        ways.append(f"{text[: either.start()]}{both}{text[either.end() :]} ?")
    return ways


def _names_a_month(words: str) -> bool:
    """Whether a month stands in words, misspelt ("jnauary") or with a space that strayed into it ("j anuary")."""
    joined = "".join(words.split())
    return bool(_HAS_MONTH.search(words) or _HAS_MONTH.search(with_right_names(words))) or any(
        name in joined for name in _LONG_NAMES
    )


def _bare(words: str) -> str:
    return words.strip(" ,;.-(&")
