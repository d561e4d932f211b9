"""A date cell that lists several separate days, as its parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Unpack

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.filling import fill
from illuminate.engines.dates.hints import Hints
from illuminate.engines.dates.pieces import Piece, parse_piece
from illuminate.engines.dates.reader import context_of, read
from illuminate.engines.dates.resolving import Days, resolve
from illuminate.engines.dates.spans import as_when, join, split
from illuminate.engines.dates.tidying import mended, tidy
from illuminate.engines.dates.when import Refusal, When
from illuminate.engines.dates.words import without_doubt, without_noise, without_weekdays

_LIST = re.compile(r"\s*(?:[;&+\n]|,(?:\s*and\b)?|\band\b)\s*", re.I)
_ONE_SPAN = re.compile(
    r"\s*(?:some\s?time\s+)?(?:between|betw|btwn|b/w|overnight|night of|on the night)\b", re.I
)


def split_days(value: object, **hints: Unpack[Hints]) -> list[tuple[str, When]]:
    """Give each day that a date cell lists, with its own words: "3, 5 and 9 May 2018" is three.

    One element when the cell is one date or one span ("3-5 May", "3/4 May", "April and May 2020", "3 or 4 May"); none
    when ``read`` refuses it. The parts of a list may be short spans themselves ("3-5 and 9 May 2018").
    """
    whole = read(value, **hints)
    if isinstance(whole, Refusal):
        return []
    alone = [("" if value is None else str(value).strip(), whole)]
    if not isinstance(value, str) or whole.precision != "range" or _ONE_SPAN.match(value):
        return alone
    words = [part.strip() for part in _LIST.split(value.strip()) if part and part.strip()]
    if len(words) < 2 or parse_piece(tidy(value)) is not None:
        return alone
    days = _sharing_month_and_year(words, context_of(**hints)) or _each_alone(words, hints)
    return list(zip(words, days, strict=True)) if days else alone


def _sharing_month_and_year(words: list[str], context: Context) -> list[When] | None:
    """Read parts that take their month and year from each other; None when one of them isn't days."""
    groups: list[list[Piece]] = []
    doubts: list[bool] = []
    for part in words:
        bare, doubted = without_doubt(mended(tidy(part)))
        found = split(without_noise(without_weekdays(bare)[0]))
        if not found:
            return None
        groups.append([piece for piece, _ in found])
        doubts.append(doubted)
    filled = iter(fill([piece for group in groups for piece in group]))
    whens: list[When] = []
    for group, doubted in zip(groups, doubts, strict=True):
        days = [resolve(next(filled), context) for _ in group]
        read_days = [one for one in days if isinstance(one, Days) and one.precision == "day"]
        if len(read_days) < len(days):
            return None
        when = as_when(read_days[0]) if len(read_days) == 1 else join(read_days, ordered=True)
        whens.append(replace(when, uncertain=True) if doubted else when)
    return whens


def _each_alone(words: list[str], hints: Hints) -> list[When] | None:
    """Read parts that are whole dates, with times it may be."""
    own = Hints(century_hint=hints.get("century_hint", ()), today=hints.get("today"))
    found = [read(part, **own) for part in words]
    whens = [one for one in found if isinstance(one, When) and one.precision in ("day", "minute")]
    return whens if len(whens) == len(words) else None
