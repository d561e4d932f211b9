"""A date that stands at the very start of a longer text."""

from __future__ import annotations

import re
from typing import Unpack

from illuminate.engines.dates.freely import SOME_DAY_OF
from illuminate.engines.dates.hints import Hints
from illuminate.engines.dates.pieces import DECADES
from illuminate.engines.dates.reader import read
from illuminate.engines.dates.relative import POINTS_ABOVE
from illuminate.engines.dates.spelling import nearest
from illuminate.engines.dates.spoken import VOCABULARY, in_figures
from illuminate.engines.dates.times import SURE_CLOCK
from illuminate.engines.dates.when import When
from illuminate.engines.dates.words import DATA, MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS, all_words

_OPENING = re.compile(r"[\s*_•·▪‣◦●○■>#\-–—(\[\"“‘']*")
_CUT = re.compile(
    r"\s*[*_)\]]*\s*(?:(?P<hard>[:;|]|\.(?=\s+[A-Z“‘']|\s+(?:999|101|111)\b|\s*$)|[-–—]+|[*_)\]]+|\n|\t)[\s*_:–—-]*|(?P<weak>[,.]?\s+))"
)
_LONGEST = 120
_LEADS = frozenset(
    (
        "through",
        "throughout",
        "late",
        "all",
        "week",
        "night",
        "weekend",
        "month",
        "year",
        "period",
        "same",
        "some",
        "between",
        "on",
        "at",
        "in",
        "during",
        "the",
        "date",
        "dated",
        "over",
        "of",
        "from",
        "between",
        "overnight",
        "sometime",
    )
)
_NOISE = frozenset(word for phrase in DATA["noise"]["anywhere"] for word in phrase.split()) - {"overnight"}
# Words that say nothing elsewhere, and may end a date: "over Easter weekend", "Friday 7 May (night)".
_LAST = frozenset(("month", "day", "weekend", "night", "year", "period"))
_VOCABULARY = (
    all_words()
    | VOCABULARY
    | set(MONTHS)
    | set(WEEKDAYS)
    | set(SEASONS)
    | set(ORDINALS)
    | {
        "to",
        "and",
        "or",
        "until",
        "o'clock",
        "through",
        "so",
        "gone",
        "ten",
        "into",
        "past",
        "quarter",
        "ish",
    }
    | {"a", "few", "couple", "several", "days", "weeks", "months", "years", "fortnight"}
    | set(NUMBERS)
    | set(DECADES)
)
_CORE = re.compile(r"[^\w?'/&#.~]+|\.$")
_ENDS_IN_YEAR = re.compile(r"(?:\b(?:19|20)\d\d|(?:19|20)\d\d-\d\d?-\d\d?|\d\W{1,2}\w{1,9}\W{1,2}'?\d\d)\W*$")
_ENDS_IN_TIME = re.compile(
    rf"(?:{SURE_CLOCK}|\b\d\d[.:]\d\d|\b(?:[01]\d|2[0-3])[0-5]\d|\b[ap]\.?m\.?)\W*$", re.I
)
_WORDS, _JOINS = re.compile(r"\S+"), re.compile(r"[/\-–]")
_BARE_NUMBER = re.compile(r"(?:^|(?<![./\-])\s)\d{1,2}$")
# "19/07/20 21:" has a space in its year.
_HALF_A_YEAR, _OTHER_HALF = re.compile(r"[./\- ](?:19|20)$"), re.compile(r"\d\d(?!\d)\s*(?:[:\-–—.|]|$)")
_NEVER = frozenset({"24/7", "50/50"})


def take_date(text: str, **hints: Unpack[Hints]) -> tuple[When, str, str] | None:
    """Give the date at the start of a text, its words and the rest of the text; None when no date stands there.

    Followed by a mark (colon, dash, bracket, full stop, line break) any date counts that ``read`` reads. Followed
    by a space or comma only, it must name its own year or point at the row before, and end in that year or in a
    clear time: "3 May have been seen" and "2 officers attended" begin with no date. Nothing but a date gives None,
    ``read`` is for that.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    head = _head(text[start : start + _LONGEST])
    if not head:
        return None
    cuts = [cut for cut in _CUT.finditer(text, start, start + len(head) + 4) if cut.start() > start]
    for cut in reversed(cuts):
        words, rest = text[start : cut.start()], text[cut.end() :].strip()
        if not rest or cut.start() > start + len(head) or not _may_end(words):
            continue
        hard = cut["hard"]
        if hard and not hard.strip("-–—:.") and not cut[0].endswith(" ") and rest[0].isdigit():
            continue
        if not hard and _HALF_A_YEAR.search(words) and _OTHER_HALF.match(rest):
            continue
        found = _after_mark(words, hard, hints) if hard else _before_words(words, hints)
        if found:
            return found, words.strip(), rest
    return None


def _head(text: str) -> str:
    """As much of the start as is made of words that occur in dates."""
    some = SOME_DAY_OF.match(text)
    end = some.end() if some else 0
    for match in _WORDS.finditer(text, end):
        words = match[0].casefold().replace("’", "'")
        core = _CORE.sub("", words).strip("-?~")
        parts = (_CORE.sub("", part).strip("?~") for part in _JOINS.split(words))
        if not _is_known(core) and not nearest(core) and not all(map(_is_known, parts)):
            stuck = re.match(r"[\w]+[:\-–—]", match[0])
            return text[: match.start() + stuck.end()] if stuck and end == 0 else text[:end]
        end = match.end()
    return text[:end]


def _is_known(word: str) -> bool:
    """Whether a word occurs in dates, or holds a figure."""
    return not word or any(letter.isdigit() for letter in word) or word.removesuffix("'s") in _VOCABULARY


def _may_end(words: str) -> bool:
    """Whether a date's words may begin and end like these."""
    parts = words.casefold().split()
    last = parts[-1].strip("*_()[].,:") if parts else ""
    first = parts[0].strip("*_()[].,:") if parts else ""
    if words.strip() in _NEVER or (last in _NOISE and last not in _LAST) or last in ("to", "and", "or"):
        return False
    return first in _LEADS or first not in _NOISE


def _after_mark(words: str, mark: str, hints: Hints) -> When | None:
    """A date before a mark. A lone number before a full stop or bracket is the number of a list."""
    bare = _BARE_NUMBER.search(words)
    if bare and (bare.start() > 0 or mark in (".", ")", "]")) and not re.search(r"[a-z]", words, re.I):
        return None
    found = read(words, **hints)
    return found if isinstance(found, When) else None


def _before_words(words: str, hints: Hints) -> When | None:
    """A date before running words: it must be whole in itself."""
    if POINTS_ABOVE.fullmatch(in_figures(words.casefold().strip())) and hints.get("near"):
        found = read(words, **hints)
        return found if isinstance(found, When) else None
    if not (_ENDS_IN_YEAR.search(words) or _ENDS_IN_TIME.search(in_figures(words.casefold()))):
        return None
    found = read(words, century_hint=hints.get("century_hint", ()), today=hints.get("today"))
    if not isinstance(found, When) or found.precision in ("before", "after", "unknown"):
        return None
    alone = found.precision == "year" and words.strip("?*_ ").isdigit()
    return None if alone or _BARE_NUMBER.search(words) else found
