"""The words that people use around dates, as data for the readers of this folder."""

from __future__ import annotations

import re
import unicodedata

_MONTHS = (
    ("january", "jan"),
    ("february", "feb", "febuary"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
MONTH_NAMES = tuple(names[0].capitalize() for names in _MONTHS)
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

QUALIFIERS = {
    "early": "early",
    "early in": "early",
    "beginning of": "early",
    "the beginning of": "early",
    "start of": "early",
    "the start of": "early",
    "mid": "mid",
    "middle of": "mid",
    "the middle of": "mid",
    "late": "late",
    "late in": "late",
    "end of": "late",
    "the end of": "late",
    "first half of": "first half",
    "the first half of": "first half",
    "second half of": "second half",
    "the second half of": "second half",
}

# A cell that holds one of these says that nobody knows the date: it is no date, not a broken one.
NO_DATE = (
    frozenset(
        (
            "n/k",
            "nk",
            "n.k.",
            "unknown",
            "undated",
            "n/a",
            "na",
            "tbc",
            "tba",
            "none",
            "unclear",
            "-",
            "--",
            "---",
            ".",
            "?",
            "??",
            "???",
        )
    )
    | {
        "",
        "not known",
        "no date",
        "date unknown",
        "date not known",
        "unknown date",
        "not recorded",
        "not stated",
    }
    | {"not dated", "date not recorded", "date unclear"}
)

_DOUBT = (
    r"on or about|on or around|approximately|approx|circa|ca|c|about|abt|around|roughly|possibly|probably|"
    r"perhaps|maybe|believed to be|thought to be|believed|estimated|est|in or around|poss|prob"
)
_DOUBT_BEFORE = re.compile(rf"^(?:{_DOUBT})(?:\.\s*|\s+|(?=\d))")
_DOUBT_AFTER = re.compile(
    r"\s*(?:\(?(?:approx|approximately|tbc|est|estimated|or thereabouts|sic|circa|uncertain)\.?\)?)$"
)
_WEEKDAY = re.compile(
    r"(?<![a-z])(mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|"
    r"sat|saturday|sun|sunday)(?![a-z])[.,]?\s*(?:/\s*(?=[a-z]))?"
)
_NOISE = re.compile(
    r"(?<![a-z])(?:admitted|dated|date|recorded|received|during|overnight|night of|on|in|the)"
    r"(?![a-z])[:,]?\s*"
)
_NAMED_DAYS = (
    (re.compile(r"christmas eve"), "24 december"),
    (
        re.compile(r"christmas day|(?<=before )christmas|(?<=by )christmas|(?<=prior to )christmas"),
        "25 december",
    ),
    (re.compile(r"boxing day"), "26 december"),
    (re.compile(r"new year's eve"), "31 december"),
    (re.compile(r"new year's day"), "1 january"),
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’ʼ`´"), "'")


def tidy(text: str) -> str:
    """Bring spaces, dashes, quotes and letter case to one form; nothing of the meaning is touched."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES).casefold()
    return " ".join(plain.split()).strip(" ,;:")


def without_doubt(text: str) -> tuple[str, bool]:
    """Take away "?", "c.", "approx" and their like; the flag says whether any was there."""
    bare = text.replace("(?)", " ").replace("?", " ")
    doubted = bare != text
    bare = " ".join(bare.split())
    while True:
        shorter = _DOUBT_AFTER.sub("", _DOUBT_BEFORE.sub("", bare)).strip(" ,;:")
        if shorter == bare:
            return bare, doubted
        bare, doubted = shorter, True


def without_weekdays(text: str) -> tuple[str, list[int]]:
    """Take away the names of weekdays; gives them as numbers, Monday 0, in their order."""
    order = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = [order.index(match.group(1)[:3]) for match in _WEEKDAY.finditer(text)]
    return " ".join(_WEEKDAY.sub("", text).split()).strip(" ,;:"), found


def without_noise(text: str) -> str:
    """Take away words that say nothing about which day it was."""
    return " ".join(_NOISE.sub("", text).split()).strip(" ,;:")


def with_named_days(text: str) -> str:
    """Put day and month for the days that have a name and never move; "Easter" is left alone."""
    for pattern, day in _NAMED_DAYS:
        text = pattern.sub(day, text)
    return text
