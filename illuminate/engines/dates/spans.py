"""Phrases of more than one date: ranges, lists, weeks, before and after."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.pieces import NO_YEAR, WEEKS, Days, Piece, parse_piece, resolve
from illuminate.engines.dates.when import When
from illuminate.engines.dates.words import with_named_days

_RANGE_WORDS = re.compile(r"\s+(?:to|until|till|through)\s+|\s*,?\s*discharged\s+|\s+-\s+|\s+- ?|- +")
_LIST_WORDS = re.compile(r"\s*(?:,\s*and\s|\sand\s|&|;|\sor\s)\s*")
_COMMA = re.compile(r"\s*,\s*")
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)\s*[/\-]\s*(\d\d)", re.ASCII)
_OPEN = (
    (re.compile(r"^(?:on or before|by|until|till|up to|no later than)\s+"), "before", True),
    (re.compile(r"^(?:before|prior to|pre|earlier than)[\s\-]\s*"), "before", False),
    (re.compile(r"^(?:on or after|since|from|starting)\s+|^(?=.*\sonwards$)"), "after", True),
    (re.compile(r"^(?:after|post|later than)[\s\-]\s*"), "after", False),
)
_MOST_PARTS = 40


def read_span(text: str, context: Context) -> When | str | None:
    """Read tidy words without a time. A sentence says why not; None means that they are no date at all."""
    text = with_named_days(text)
    two_years = _TWO_YEARS.fullmatch(text)
    if two_years and int(two_years[2]) == (int(two_years[1]) + 1) % 100:
        return _of_two_years(int(two_years[1]), context)
    piece = parse_piece(text)
    if piece:
        return _one(_with_year(piece, context), context)
    for pattern, make in WEEKS:
        if pattern.match(text):
            days = _one(_with_year(parse_piece(pattern.sub("", text)) or Piece(), context), context)
            if isinstance(days, str) or days.precision != "day" or days.start is None or days.end is None:
                return days if isinstance(days, str) and days != NO_YEAR else None
            return _when(make(Days(days.start, days.end, "day", days.decided)))
    return _many(text, context) or _open(text, context)


def _when(days: Days) -> When:
    return When(days.start, days.end, days.precision, decided=days.decided)


def _one(piece: Piece, context: Context) -> When | str:
    days = resolve(piece, context)
    return days if isinstance(days, str) else _when(days)


def _with_year(piece: Piece, context: Context) -> Piece:
    """A day and month with no year take the year of the sheet or band they stand under, if there is one."""
    lacks_year = piece.year is None and piece.decade is None and piece.month is not None
    return replace(piece, year=context.year) if lacks_year and context.year is not None else piece


def _of_two_years(first: int, context: Context) -> When | str:
    """ "2018/19" is a school or financial year, or both years: the widest reading is kept."""
    start, end = resolve(Piece(year=first), context), resolve(Piece(year=first + 1), context)
    if isinstance(start, str) or isinstance(end, str):
        return start if isinstance(start, str) else str(end)
    return When(
        start.start, end.end, "range", decided=(f"{first}/{(first + 1) % 100:02d} was read as both years",)
    )


def _open(text: str, context: Context) -> When | str | None:
    """Read "before 2010", "by June", "after May 2017", "since 2015"."""
    for pattern, side, included in _OPEN:
        if not pattern.match(text):
            continue
        piece = parse_piece(pattern.sub("", text).removesuffix("onwards").strip())
        if piece is None:
            return None
        days = resolve(_with_year(piece, context), context)
        if isinstance(days, str):
            return days
        if side == "before":
            return When(
                None, days.end if included else days.start - timedelta(days=1), "before", decided=days.decided
            )
        return When(
            days.start if included else days.end + timedelta(days=1), None, "after", decided=days.decided
        )
    return None


def _many(text: str, context: Context) -> When | str | None:
    """Read a range or a list: the days from the first to the last."""
    bare = re.sub(r"^(?:between|from|b/w)\s+", "", text)
    ordered = not _LIST_WORDS.search(bare) or bare != text
    pieces = _split(bare)
    if pieces is None or not 2 <= len(pieces) <= _MOST_PARTS:
        return None
    filled = [_with_year(piece, context) for piece in _fill(pieces)]
    resolved = [resolve(piece, context) for piece in filled]
    days = [one for one in resolved if isinstance(one, Days)]
    if len(days) < len(resolved):
        return next(one for one in resolved if isinstance(one, str))
    if days[0].start > days[-1].end and pieces[0].year is None and pieces[0].month and filled[0].year:
        # "28 December to 3 January 2019": the year written is that of the end.
        days[0] = _year_earlier(filled[0], context) or days[0]
    return _join(days, ordered)


def _year_earlier(piece: Piece, context: Context) -> Days | None:
    earlier = resolve(replace(piece, year=(piece.year or 1) - 1), context)
    return earlier if isinstance(earlier, Days) else None


def _join(days: list[Days], ordered: bool) -> When:
    """One interval over all; a range whose end is written before its start is kept, with a note of it."""
    start, end = min(one.start for one in days), max(one.end for one in days)
    decided = tuple(dict.fromkeys(note for one in days for note in one.decided))
    turned = ordered and days[0].start > days[-1].end
    if turned:
        decided += ("the end is written before the start",)
    if start == end:
        return When(start, end, "day", decided=decided)
    return When(start, end, "range", decided=decided)


def _split(text: str) -> list[Piece] | None:
    """Cut words into pieces, at the strongest joining words first; None when a part is no piece."""
    piece = parse_piece(text)
    if piece:
        return [piece]
    for pattern in (_RANGE_WORDS, _LIST_WORDS, _COMMA):
        parts = pattern.split(text)
        if 1 < len(parts) <= _MOST_PARTS:
            inner = [_split(part.strip()) for part in parts]
            whole = [one for part in inner if part for one in part]
            return whole if all(inner) else None
    return _split_once(text, "-") or _split_once(text, "/")


def _split_once(text: str, mark: str) -> list[Piece] | None:
    """Cut at the one dash or slash that leaves a date on both sides, such as in "12-14/03/2019"."""
    for at in [place for place, letter in enumerate(text) if letter == mark][:_MOST_PARTS]:
        left, right = parse_piece(text[:at].strip()), parse_piece(text[at + 1 :].strip())
        if left and right and (right.year is not None or left.year is not None or right.month):
            return [left, right]
    return None


def _fill(pieces: list[Piece]) -> list[Piece]:
    """Give a piece the month and year that it lacks, from the next one, else from the one before."""
    filled = list(pieces)
    for place in range(len(filled) - 2, -1, -1):
        filled[place] = _complete(filled[place], filled[place + 1])
    for place in range(1, len(filled)):
        filled[place] = _complete(filled[place], filled[place - 1])
    return filled


def _complete(piece: Piece, other: Piece) -> Piece:
    if piece.decade is not None or other.decade is not None:
        return piece
    if piece.month is None and piece.day is not None and other.day is not None:
        piece = replace(piece, month=other.month)
    if piece.year is None:
        piece = replace(piece, year=other.year, short_year=other.short_year)
    return piece
