"""One date phrase without its time, as written: a day, a month, a season, a year, or a part of one.

A piece may lack its month or year: "24" in "24 to 28 July 2017" takes them from its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from illuminate.engines.dates.century import EARLIEST, LATEST
from illuminate.engines.dates.feasts import FEASTS, MOVING
from illuminate.engines.dates.words import MONTH, MONTHS, PARTS, SEASONS, WEEKDAY, WEEKDAYS, any_of

_SEP = r"\s*[./\-, _\\]\s*"
_MARK = r"\s*[./\-,_\\]\s*"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"'?(?P<year>\d{4}|\d{2})"
_YEAR4 = r"(?P<year>\d{4})"
_TWO_YEARS = r"(?P<year>\d{4}|\d{2})(?:\s*[/\-]\s*(?P<second>\d{4}|\d{2}))"

_FIGURES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        # A space among other marks may split a number in two, so it counts only where it can't.
        rf"{_DAY}{_MARK}(?P<number>\d{{1,2}}){_MARK}{_YEAR}",
        rf"{_DAY}\s+(?P<number>\d{{1,2}})\s+{_YEAR}",
        rf"{_DAY}{_MARK}(?P<number>\d{{1,2}})\s+{_YEAR4}",
        rf"(?P<day>\d\d)\s+(?P<number>\d\d){_MARK}{_YEAR4}",
        rf"{_YEAR4}{_MARK}(?P<number>\d{{1,2}}){_MARK}(?P<day>\d{{1,2}})",
        rf"{_YEAR4}\s+(?P<number>\d{{1,2}})\s+(?P<day>\d{{1,2}})",
        rf"(?P<number>\d{{1,2}})\s*[./\-]\s*{_YEAR4}",
        rf"{_YEAR4}[.\-/](?P<number>0[1-9]|1[0-2])",
        _YEAR4,
        r"(?P<day>\d{1,2})\s*[./\-]\s*(?P<number>0?[1-9]|1[0-2])",
        r"(?P<number>0?[1-9]|1[0-2])\s*(?P<mark>[./\-])\s*(?P<weak>1[3-9]|[2-9]\d)",
        r"(?P<day>\d{1,2})",
        rf"(?!19|20)(?P<day>[0-3]\d)(?P<number>[01]\d)[./\-]{_YEAR4}",
        rf"(?P<day>\d{{1,2}})[./\-](?P<number>[01]\d){_YEAR4}",
        r"'(?P<year>\d{2})",
    )
)
_LETTERED = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_DAY}(?:\s+day)?(?:\s+of)?(?:{_SEP})?{MONTH}(?:{_SEP})?{_YEAR}",
        rf"{MONTH}(?:{_SEP}|\s+of\s+|\s+in\s+)?{_YEAR4}",
        rf"{MONTH}(?:{_SEP})?(?:the\s+)?{_DAY}\s*[, ]\s*{_YEAR4}",
        rf"{_YEAR4}{_SEP}{MONTH}(?:{_SEP})?{_DAY}",
        rf"{_YEAR4}{_SEP}{MONTH}",
        rf"{MONTH}(?:\s*[/\-]\s*'?|\s*')(?P<year>\d{{2}})",
        rf"{MONTH}\s*(?P<year>00|3[2-9]|[4-9]\d)",
        rf"{MONTH}\s*(?P<either>\d{{2}})",
        rf"{_DAY}(?:\s+day)?(?:\s+of)?(?:{_SEP})?{MONTH}",
        rf"{MONTH}\s*(?:the\s+)?{_DAY}",
        MONTH,
        r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)",
        r"(?:the\s+)?(?P<decade>\d{3})0s",
        r"(?:the\s+)?'?(?P<nineties>[4-9])0s",
        rf"{_DAY}{_MARK}(?P<number>\d{{1,2}}){_MARK}{_YEAR}",
        rf"year\s+{_YEAR4}",
    )
)
_NAME = rf"(?P<name>{any_of([*FEASTS, *SEASONS, *MOVING])})"
_YEARS_FIRST = r"(?P<year_first>\d{4}|\d{2})\s*[/\-]\s*(?P<second_first>\d{4}|\d{2})|(?P<alone_first>\d{4})"
_BEFORE_YEAR = r"(?:\s+of|\s+in)?(?:\s*[,\-/]\s*|\s+|\s*'|(?=\d))"
_NAMED = re.compile(
    rf"(?:the\s+)?{_NAME}(?:{_BEFORE_YEAR}(?:{_TWO_YEARS}|'?(?P<alone>\d{{4}}|\d{{2}})))?"
    rf"|(?:the\s+)?(?:{_YEARS_FIRST})\s+{_NAME.replace('name', 'name_last')}",
    re.ASCII,
)
_QUARTER = re.compile(
    r"(?P<part>q[1-4]|h[12])\s*(?:of\s+)?'?(?P<year>\d{4}|\d\d)(?:\s*[/\-]\s*(?P<second>\d{4}|\d\d))?"
    r"|(?P<first>\d{4})\s*(?P<last>q[1-4]|h[12])",
    re.ASCII,
)
_PART = any_of(PARTS)
_PARTS = re.compile(
    rf"^(?P<one>{_PART})(?:\s*(?:/|-|\bto\b|\bor\b)\s*(?P<two>{_PART}))?(?:\s+(?:of|in)\s+|\s+|\s*-\s*|(?=\d))(?:the\s+)?"
)
_NTH = re.compile(
    rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))\s+(?P<what>{WEEKDAY}|weekend)\s+"
    r"(?:(?:of|in)\s+)?(?P<rest>.+)"
)
_LETTER = re.compile(r"[^\W\d_]")
DECADES = {"noughties": 2000, "nineties": 1990, "eighties": 1980, "seventies": 1970, "sixties": 1960}
_DECADE_WORDS = re.compile(rf"(?<![a-z-])(?:{'|'.join(DECADES)})$")
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one phrase names. ``year`` is as written until ``resolve`` gives a short one its century.

    ``either``: the 18 of "March 18", a day or a year. ``weak``: month and short year in figures ("3/18").
    ``name``: a season or feast; ``second_year``: "2016/17" stands with it. ``parts``: "early", or the first and last
    of "mid to late". ``nth``: 1 to 4 or -1 with a weekday, or 7 for a weekend. ``two_ways``: figures of two senses.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    short_year: bool = False
    either: int | None = None
    weak: bool = False
    name: str | None = None
    second_year: bool = False
    decade: int | None = None
    parts: tuple[str, ...] = ()
    nth: tuple[int, int] | None = None
    two_ways: bool = False


@lru_cache(maxsize=8192)
def parse_piece(text: str) -> Piece | None:
    """Read one phrase; None when it is no such phrase. Whether its day exists is left to ``resolve``."""
    if not text or len(text) > 60:
        return None
    if text.isdigit() and text.isascii() and len(text) in (6, 8):
        return _of_figures_alone(text)
    if not _LETTER.search(text):
        return _first_match(_FIGURES, text)
    if text.endswith("ties"):
        text = _DECADE_WORDS.sub(lambda match: f"{DECADES[match[0]]}s", text)
    return _first_match(_LETTERED, text) or _quarter(text) or _named(text) or _nth(text) or _part_of(text)


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> Piece | None:
    for pattern in patterns:
        match = pattern.fullmatch(text)
        if match:
            return _from_match(match.groupdict())
    return None


def _from_match(found: dict[str, str | None]) -> Piece:
    """Turn the named groups of a pattern into a piece."""
    month_name, number, day = found.get("month"), found.get("number"), found.get("day")
    weak, either = found.get("weak"), found.get("either")
    year = found.get("year") or weak
    tens = found.get("decade")
    decade = int(tens) * 10 if tens else None
    if found.get("nineties"):
        decade = 1900 + int(found["nineties"] or "0") * 10
    return Piece(
        day=int(day) if day else None,
        month=MONTHS[month_name] if month_name else int(number) if number else None,
        year=int(year) if year else None,
        short_year=bool(year) and len(year or "") == 2,
        either=int(either) if either else None,
        weak=bool(weak),
        decade=decade,
    )


def _of_figures_alone(text: str) -> Piece | None:
    """Eight figures are 22052016 or 20160522, six are 220516 or 201605; the sense that exists is taken."""
    day_first = Piece(int(text[:2]), int(text[2:4]), int(text[4:]), short_year=len(text) == 6)
    if len(text) == 8:
        other = Piece(int(text[6:]), int(text[4:6]), int(text[:4]))
        senses = [piece for piece in (day_first, other) if _exists(piece, piece.year or 0)]
    else:
        other = Piece(None, int(text[4:]), int(text[:4]))
        fits = EARLIEST <= (other.year or 0) < LATEST and 1 <= (other.month or 0) <= 12
        senses = [day_first] if _exists(day_first, 2000) else []
        senses += [other] if fits else []
    if len(senses) == 2 and senses[0] != senses[1]:
        return Piece(two_ways=True)
    return senses[0] if senses else day_first


def _exists(piece: Piece, year: int) -> bool:
    try:
        date(year, piece.month or 0, piece.day or 0)
    except ValueError:
        return False
    return EARLIEST <= year < LATEST


def _named(text: str) -> Piece | None:
    """Read a season, a feast or a school term, with or without its year: "winter 2016/17", "2016/17 school year"."""
    match = _NAMED.fullmatch(text)
    if not match:
        return None
    name = " ".join((match["name"] or match["name_last"]).split())
    first, second = match["year"] or match["year_first"], match["second"] or match["second_first"]
    if first and second and int(second[-2:]) != (int(first) + 1) % 100:
        return None
    year = first or match["alone"] or match["alone_first"]
    return Piece(
        year=int(year) if year else None,
        short_year=bool(year) and len(year) == 2,
        name=name,
        second_year=bool(second),
    )


def _quarter(text: str) -> Piece | None:
    """Read "Q3 18", "2018 Q3", "Q3 2018/19"."""
    match = _QUARTER.fullmatch(text)
    if not match:
        return None
    year, second = match["year"] or match["first"], match["second"]
    if second and int(second[-2:]) != (int(year) + 1) % 100:
        return None
    part = PARTS[match["part"] or match["last"]]
    return Piece(year=int(year), short_year=len(year) == 2, parts=(part,), second_year=bool(second))


def _nth(text: str) -> Piece | None:
    """Read "last Friday in June 2018"."""
    match = _NTH.fullmatch(text)
    inner = parse_piece(match["rest"]) if match else None
    if not match or inner is None or inner.month is None or inner.day is not None or inner.parts or inner.nth:
        return None
    nth = _NTHS.get(match["nth"]) or int(match["nth"][0])
    return replace(inner, nth=(nth, WEEKDAYS.get(match["what"], 7)))


def _part_of(text: str) -> Piece | None:
    """Read "early 2018", "mid to late June 2018", "first week of May"."""
    match = _PARTS.match(text)
    inner = parse_piece(text[match.end() :]) if match else None
    if not match or inner is None or inner.day is not None or inner.parts or inner.nth:
        return None
    words = [" ".join(one.split()) for one in (match["one"], match["two"]) if one]
    return replace(inner, parts=tuple(PARTS[one] for one in words))
