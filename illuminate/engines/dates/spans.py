"""Phrases of more than one date: ranges, lists, weeks, before and after."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from illuminate.engines.dates.beside import read_beside
from illuminate.engines.dates.century import Context
from illuminate.engines.dates.filling import fill
from illuminate.engines.dates.pieces import Piece, parse_piece
from illuminate.engines.dates.resolving import NO_YEAR, Days, resolve
from illuminate.engines.dates.weeks import read_week
from illuminate.engines.dates.when import Fault, Precision, When
from illuminate.engines.dates.words import DATA, MONTH, any_of, without_doubt

_TO = r"to|until|untill|till|through|thru|into"
_RANGE_WORDS = re.compile(rf"\s+(?:{_TO})\s+|\s*,?\s*discharged\s+|\s+-\s+|\s+- ?|- +|\.-")
_LIST_WORDS = re.compile(r"\s*(?:,\s*and\s|\sand\s|\splus\s|&|\+|;|\sor\s)\s*")
_TIGHT_COMMA = re.compile(r"\d,\d")
_COMMA = re.compile(r"\s*,\s*")
_UNORDERED = re.compile(r",|;|&|\+|\band\b|\bor\b")
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)\s*[/\-]\s*((?:19|20)?\d\d|\d)", re.ASCII)
_MONTH_FIRST = re.compile(
    rf"{MONTH}\s*((?:\d{{1,2}}(?:st|nd|rd|th)?|[\s,&\-]|and|to)+?)(?:\s*,\s*|\s+)(\d{{4}})", re.ASCII
)
_HEADING_DAYS = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s*(?P<mark>-|/|\b(?:{_TO}|and|or)\b|&)\s*(\d{{1,2}})(?:st|nd|rd|th)?",
    re.ASCII,
)
_DAYS_OF_MONTH = re.compile(
    rf"(\d{{1,2}}(?:st|nd|rd|th)?)/(\d{{1,2}}(?:st|nd|rd|th)?)/(?=\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH})"
)
_BETWEEN = re.compile(r"^(?:some\s?time\s+)?(?:between|betw\.?|btwn\.?|b/w|from)\s+")
# "1 8/10": a space in a number, or two dates; either way no part of a range.
_BROKEN = re.compile(r"\d \d+\s*[./\-]|[./\-]\s*\d+ \d")
_MOST_PARTS = 40
_CLOCK_LIKE = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d", re.ASCII)
_DOTTED = re.compile(r"\d\.\d|^\d{1,2}(?:st|nd|rd|th)?$", re.ASCII)
_ISO_SPAN = re.compile(r"(\d{4})-(\d\d)-(\d\d)\s*(?:/|-|to)\s*(?:(\d{4})-)?(?:(\d\d)-)?(\d\d)", re.ASCII)
# From November on, a range that ends early in the year began in the one before.
_WRAPS = 6

_SOME = (
    r"(?:(?:the\s+)?(?:a\s+(?:few|couple\s+of)|few|couple\s+of|some|several|a)\s+(?:days?|weeks?|months?|years?)\s+"
    r"(?:or\s+(?:so|two)\s+)?)?"
)
_OPENERS = tuple(
    (
        re.compile(rf"^{'' if inside else _SOME}{any_of(DATA['open'][key])}(?:[\s\-:]\s*|(?<=[<>=]))"),
        side,
        inside,
    )
    for key, side, inside in (
        ("before_in", "before", True),
        ("before_out", "before", False),
        ("after_in", "after", True),
        ("after_out", "after", False),
    )
)
_NOW = re.compile(
    rf"\s+to$|\s*(?:-|\b(?:{_TO})\b)\s*{any_of(DATA['open']['now'])}$|\s+{any_of(['ongoing', 'on-going'])}$"
)
_ONWARDS = re.compile(rf"[\s,(-]+{any_of(DATA['open']['onwards'])}\)?$")
_EARLIER = re.compile(rf"[\s,(-]+{any_of(DATA['open']['earlier'])}\)?$")


def read_span(text: str, context: Context) -> When | Fault | None:
    """Read tidy words without a time. A fault says why not; None means that they are no date at all."""
    return read_closed(text, context) or _open(text, context)


def read_closed(text: str, context: Context) -> When | Fault | None:
    """Read words that name a first and a last day."""
    two_years = _TWO_YEARS.fullmatch(text)
    if two_years and f"{int(two_years[1]) + 1}".endswith(two_years[2]):
        return _of_two_years(int(two_years[1]), context)
    iso = _ISO_SPAN.fullmatch(text)
    if iso:
        text = f"{iso[3]}/{iso[2]}/{iso[1]} to {iso[6]}/{iso[5] or iso[2]}/{iso[4] or iso[1]}"
    under_heading = _HEADING_DAYS.fullmatch(text) if context.month else None
    if under_heading:
        return _days_of_heading(under_heading, context)
    piece = parse_piece(text)
    if piece:
        return _one(piece, context)
    return (
        read_week(text, context, read_closed)
        or _many(text, context)
        or read_beside(text, context, read_closed)
    )


def pieces_of(text: str) -> tuple[list[Piece], list[str], bool] | None:
    """The pieces of a range or list with their words, and whether their order counts; None when it is none."""
    turned = _MONTH_FIRST.fullmatch(text)
    if turned:
        text = f"{turned[2].strip()} {turned['month']} {turned[3]}"
    bare = _BETWEEN.sub("", _DAYS_OF_MONTH.sub(r"\1, \2, ", text))
    parts = split(bare)
    if parts is None or not 2 <= len(parts) <= _MOST_PARTS:
        return None
    if _mixes_styles([words for _, words in parts]):
        return None
    pieces = fill([piece for piece, _ in parts])
    if pieces[0].name == "autumn" and pieces[-1].name == "winter" and pieces[0].year == pieces[-1].year:
        pieces[-1] = replace(pieces[-1], second_year=True)
    return pieces, [words for _, words in parts], bare != text or _reads_in_order(bare)


def _mixes_styles(words: list[str]) -> bool:
    """Whether a part is "4.10" beside dates that are written otherwise: then it is rather a time."""
    dotted = [_CLOCK_LIKE.fullmatch(one) is not None for one in words]
    return any(dotted) and not all(
        one or _DOTTED.search(part) for one, part in zip(dotted, words, strict=True)
    )


def _reads_in_order(text: str) -> bool:
    """Whether the words name an end after a start, not a list in any order."""
    return _RANGE_WORDS.search(text) is not None or not _UNORDERED.search(text)


def _one(piece: Piece, context: Context) -> When | Fault:
    days = resolve(piece, context)
    return days if isinstance(days, Fault) else as_when(days)


def as_when(days: Days) -> When:
    return When(days.start, days.end, days.precision, uncertain=days.uncertain, decided=days.decided)


def _of_two_years(first: int, context: Context) -> When | Fault:
    """ "2018/19" is a school or financial year, or both years: the widest reading is kept."""
    start, end = resolve(Piece(year=first), context), resolve(Piece(year=first + 1), context)
    if isinstance(start, Fault) or isinstance(end, Fault):
        return start if isinstance(start, Fault) else NO_YEAR
    note = f"{first}/{(first + 1) % 100:02d} was read as both years"
    return When(start.start, end.end, "range", decided=(note,))


def _days_of_heading(match: re.Match[str], context: Context) -> When | Fault:
    """ "3-5" or "3 & 5" under a heading that names the month. "3/5" under May is a day, and so may "3-5" be."""
    first, last, mark = int(match[1]), int(match[3]), match["mark"]
    own_month = context.month is not None and last == context.month[1]
    if mark == "/" and own_month:
        return _one(Piece(day=first, month=last), context)
    start, end = resolve(Piece(day=first), context), resolve(Piece(day=last), context)
    if isinstance(start, Fault) or isinstance(end, Fault):
        return start if isinstance(start, Fault) else end if isinstance(end, Fault) else NO_YEAR
    when = join([start, end], ordered=True)
    return replace(when, uncertain=True) if own_month and mark == "-" else when


def _open(text: str, context: Context) -> When | Fault | None:
    """Read "before 2010", "by June", "after May 2017", "since 2015", "June 2018 onwards", "2015 to present"."""
    for pattern, side in ((_NOW, "after"), (_ONWARDS, "after"), (_EARLIER, "before")):
        if pattern.search(text):
            inner = re.sub(r"^(?:from|since|by|until)\s+", "", pattern.sub("", text))
            return _opened(inner, side, True, context)
    for pattern, side, inside in _OPENERS:
        match = pattern.match(text)
        found = _opened(text[match.end() :], side, inside, context) if match else None
        if found:
            return found
    return None


def _opened(text: str, side: str, inside: bool, context: Context) -> When | Fault | None:
    """The open interval on one side of some words; ``inside`` when they belong to it."""
    if side == "before" and not inside:
        # Before Christmas is before its day, not before its eve.
        text = re.sub(r"^(?:christmas|xmas)(?=$|\s+\d)", "christmas day", text)
    bare, doubted = without_doubt(re.sub(r"^the\s+", "", text))
    # Where "the end of 2018" begins nobody can say, so before it reaches to its end.
    piece = parse_piece(bare)
    inside = inside or (piece is not None and bool(piece.parts))
    found = read_closed(bare, context)
    if not isinstance(found, When) or found.start is None or found.end is None:
        return found
    uncertain = found.uncertain or doubted
    if side == "before":
        day = found.end if inside else found.start - timedelta(days=1)
        return When(None, day, "before", uncertain=uncertain, decided=found.decided)
    day = found.start if inside else found.end + timedelta(days=1)
    return When(day, None, "after", uncertain=uncertain, decided=found.decided)


def _many(text: str, context: Context) -> When | Fault | None:
    """Read a range or a list: the days from the first to the last."""
    found = pieces_of(text)
    if found is None:
        return None
    pieces, _, ordered = found
    resolved = [resolve(piece, context) for piece in pieces]
    days = [one for one in resolved if isinstance(one, Days)]
    if len(days) < len(resolved):
        return next(one for one in resolved if isinstance(one, Fault))
    if (
        days[0].start > days[-1].end
        and _over_new_year(days)
        and pieces[0].month
        and _year_is_lent(text, pieces)
    ):
        # "28 December to 3 January 2019": the year written is that of the end.
        days[0] = _year_earlier(days[0], pieces[0], context) or days[0]
    return join(days, ordered)


def _over_new_year(days: list[Days]) -> bool:
    """Whether a range with its end before its start may have begun the year before: "28 December to 3 January"."""
    return (days[-1].end.month - days[0].start.month) % 12 <= _WRAPS and days[-1].end.month < days[
        0
    ].start.month


def _year_is_lent(text: str, pieces: list[Piece]) -> bool:
    """Whether the first piece has its year from a later one."""
    own = split(_BETWEEN.sub("", text))
    return own is not None and own[0][0].year is None and pieces[0].decade is None


def _year_earlier(days: Days, piece: Piece, context: Context) -> Days | None:
    day = piece.day if piece.day is not None or days.precision != "day" else piece.either
    earlier = resolve(
        replace(piece, day=day, year=days.start.year - 1, short_year=False, either=None), context
    )
    return earlier if isinstance(earlier, Days) else None


def join(days: list[Days], ordered: bool) -> When:
    """One interval over all; a range whose end is written before its start is kept, with a note of it."""
    start, end = min(one.start for one in days), max(one.end for one in days)
    decided = tuple(dict.fromkeys(note for one in days for note in one.decided))
    uncertain = any(one.uncertain for one in days)
    turned = ordered and days[0].start > days[-1].end
    if turned:
        decided += ("the end is written before the start",)
    precision: Precision = "day" if start == end else "range"
    return When(start, end, precision, uncertain=uncertain, turned=turned, decided=decided)


def split(text: str) -> list[tuple[Piece, str]] | None:
    """Cut words into pieces, at the strongest joining words first; None when a part is no piece."""
    piece = parse_piece(text)
    if piece:
        return [(piece, text)]
    for pattern in (_RANGE_WORDS, _LIST_WORDS, _COMMA):
        if pattern is _COMMA and "-" in text and _TIGHT_COMMA.search(text):
            return None
        parts = pattern.split(text)
        if 1 < len(parts) <= _MOST_PARTS:
            inner = [split(part.strip(" ,").rstrip(".")) for part in parts]
            whole = [one for part in inner if part for one in part]
            return whole if all(inner) else None
    return _split_once(text, "-") or _split_once(text, "/") or _split_words(text)


def _split_words(text: str) -> list[tuple[Piece, str]] | None:
    """Cut "mar/apr/may" at every slash, where words alone stand between them."""
    parts = [part.strip() for part in text.split("/")]
    if not 2 < len(parts) <= _MOST_PARTS or any(part[:1].isdigit() for part in parts):
        return None
    pieces = [(piece, part) for part in parts if (piece := parse_piece(part))]
    return pieces if len(pieces) == len(parts) else None


def _split_once(text: str, mark: str) -> list[tuple[Piece, str]] | None:
    """Cut at the one dash or slash that leaves a date on both sides, such as in "12-14/03/2019"."""
    for at in [place for place, letter in enumerate(text) if letter == mark][:_MOST_PARTS]:
        before, after = text[:at].strip().rstrip("."), text[at + 1 :].strip().rstrip(".")
        if _BROKEN.search(before) or _BROKEN.search(after):
            continue
        left, right = parse_piece(before), parse_piece(after)
        if left and right and _reads_as_range(left, right):
            return [(left, before), (right, after)]
    return None


def _reads_as_range(left: Piece, right: Piece) -> bool:
    """A day needs a day beside it: the "12" before "03/2019" is the day of a broken date."""
    if (left.day is None) != (right.day is None) and left.either is None and right.either is None:
        return False
    if max(left.month or 1, right.month or 1) > 12:
        return False
    return right.year is not None or left.year is not None or bool(right.month) or bool(right.name)
