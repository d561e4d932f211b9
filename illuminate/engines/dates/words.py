"""The words of ``words.toml``, made ready for the readers of this folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space in them stands for any spaces."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


MONTH_NAMES = tuple(name.capitalize() for name in DATA["months"])
MONTHS = {
    word: number
    for number, (name, short) in enumerate(DATA["months"].items(), start=1)
    for word in (name, *short)
}
MONTH = rf"(?P<month>{any_of(MONTHS)})\.?(?![a-z])"
WEEKDAYS = {
    word: number for number, (name, short) in enumerate(DATA["weekdays"].items()) for word in (name, *short)
}
WEEKDAY = any_of(WEEKDAYS)
SEASONS: dict[str, int] = DATA["seasons"]
PARTS = {word: part for part, words in DATA["parts"].items() for word in words}
NO_DATE = frozenset(DATA["no_date"]["words"])
PART_OF_DAY = any_of(DATA["day"]["parts"]) + r"\.?"
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
ORDINALS = {word: str(number) for number, word in enumerate(DATA["ordinals"]["words"], start=1)}


def all_words() -> set[str]:
    """Every single word of the phrases of dates and times."""
    phrases = [
        *DATA["doubt"]["before"],
        *DATA["doubt"]["after"],
        *DATA["noise"]["anywhere"],
        *DATA["day"]["parts"],
        *PARTS,
    ]
    for group in (
        *DATA["open"].values(),
        *DATA["weeks"].values(),
        *(feast["words"] for feast in DATA["feast"]),
    ):
        phrases += group
    phrases += [*NO_DATE, *DATA["day"]["clock"]]
    return {word.strip("()") for phrase in phrases for word in phrase.split()}


_DOUBT_BEFORE = re.compile(
    rf"^(?:(?:in|on|at|during)\s+)?{any_of(DATA['doubt']['before'])}(?:\.\s*|\s*[:,]\s*|\s+|(?=\d))"
)
_DOUBT_AFTER = re.compile(rf"[\s,;:(\[-]+{any_of(DATA['doubt']['after'])}\.?[)\]]*$")
_WEEKDAY = re.compile(rf"(?<![a-z]){WEEKDAY}(?![a-z])[.,:]?\s*(?:/\s*(?=[a-z]))?")
_NOISE = re.compile(rf"(?<![a-z\d/]){any_of(DATA['noise']['anywhere'])}(?![a-z/])[:,]?\s*")
_UNKNOWN_REST = re.compile(rf"[\s,;:(\[-]+(?:{DATA['noise']['unknown_rest']})[)\]]*$")
_UNKNOWN_FIRST = re.compile(
    rf"^(?:undated|unknown da(?:te|y)|{DATA['noise']['unknown_rest']})[\s,;:(\[-]+(?=[a-z\d])"
)
_DATE_LIKE = re.compile(
    r"\d[./:-]\d|\d{3}|\d(?:st|nd|rd|th)|(?<![a-z])(?:[ap]m|" + "|".join(MONTHS) + r")(?![a-z])|^[\d?]+$"
)
_COUNT = re.compile(r"\s*(?:x\s?\d{1,2}|#\s?\d{1,2})$|(?<=[./-]\d\d)\s*\([1-9]\)$|(?<=\d{4})\s*\([1-9]\)$")
_MAYBE = re.compile(r"(?:\s+or|\s*,)\s+(?:maybe|possibly|perhaps|poss|probably)\s+")
_ISH = re.compile(r"(?<=[a-z]{3})-ish$|(?<=[ -][12][09]\d\d)-?ish$|(?<=^[12][09]\d\d)-?ish$")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_LATER = re.compile(rf"{DATA['noise']['later']}\b")
_EDGES = " ,;:"


def squeezed(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)


def without_doubt(text: str) -> tuple[str, bool]:
    """Take away "?", "c.", "approx" and their like; the flag says whether any was there."""
    bare, doubted = text, False
    if "?" in bare or "~" in bare or "±" in bare:
        bare = squeezed(re.sub(r"\(\s*\?+\s*\)|[?~±≈]", " ", bare))
        doubted = True
    if " or so " in bare or " ish " in bare:
        bare, doubted = squeezed(re.sub(r"\s(?:or so|ish)\s", " ", bare)), True
    if _MAYBE.search(bare):
        bare, doubted = squeezed(_MAYBE.sub(" or ", bare)), True
    if "ish" in bare and (loose := _ISH.sub("", bare)) != bare:
        bare, doubted = squeezed(loose), True
    while True:
        shorter = _DOUBT_AFTER.sub("", _DOUBT_BEFORE.sub("", bare)).strip(_EDGES)
        if shorter == bare:
            return bare, doubted
        bare, doubted = shorter, True


def without_weekdays(text: str) -> tuple[str, list[int]]:
    """Take away the names of weekdays; gives them as numbers, Monday 0, in their order."""
    found = [WEEKDAYS[match] for match in re.findall(rf"(?<![a-z])({WEEKDAY})(?![a-z])", text)]
    if not found:
        return text, found
    bare = re.sub(r"[(\[]\s*[)\]]|^\(|\)$", " ", _WEEKDAY.sub("", text))
    return squeezed(
        re.sub(r"^\s*(?:[-/&]|(?:and|to|or)\b)\s*(?=\d)", "", bare) if len(found) > 1 else bare
    ), found


def without_noise(text: str) -> str:
    """Take away words that say nothing about which day it was."""
    return squeezed(_NOISE.sub("", text))


def without_unknown_rest(text: str) -> str:
    """Take away "exact date not known" or "time n/k" behind a date, and "undated," before one."""
    return _UNKNOWN_FIRST.sub("", _UNKNOWN_REST.sub("", text)).strip(_EDGES)


def without_brackets(text: str) -> str | None:
    """Take away a last remark in brackets, if it is no date of its own or tells when it was written down; and "x2"."""
    counted = _COUNT.sub("", text)
    if counted != text:
        return counted
    match = _BRACKETS.search(text)
    if not match or not match.start():
        return None
    remark = match[1].strip()
    return text[: match.start()] if not _DATE_LIKE.search(remark) or _LATER.match(remark) else None


def with_ordinals(text: str) -> str:
    """Put "22nd" for "twenty-second"."""
    return _ORDINAL.sub(lambda match: f"{ORDINALS[match[1]]}th", text)


_ORDINAL = re.compile(
    rf"(?<![a-z])({'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?=\s+(?:day\s+)?(?:of\s+)?"
    rf"(?:{any_of(MONTHS)})(?![a-z]))"
)
