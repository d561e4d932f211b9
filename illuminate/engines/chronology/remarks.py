"""Rows that are no contacts wherever they stand: an aside in brackets, a count, the end, headings that go on below."""

from __future__ import annotations

import re
from collections.abc import Mapping

from illuminate.engines.chronology.headings import exact_meaning
from illuminate.engines.chronology.tables import Row, filled_of, row_of
from illuminate.engines.dates import Refusal, read

_WRITTEN = (
    r"chronolog(?:y|ies)|timeline|report|document|extract|export|table|log|list|file|records?|entries|notes"
)
_END = re.compile(
    rf"\W*(?:this\s+is\s+the\s+)?end\s+of\s+(?:the\s+|this\s+|our\s+)?(?:[a-z]+\s+)?(?:{_WRITTEN})\b.{{0,80}}",
    re.I,
)
_THINGS = r"(?:lines?|rows?|entry|entries|contacts?|records?|items?|events?|visits?|calls?|incidents?)"
_COUNT = re.compile(
    rf"\W*(?:[a-z]+\s+){{0,3}}{_THINGS}(?:\s+[a-z]+){{0,3}}\s*[:=]\s*\d+\W*"
    rf"|\W*(?:(?:19|20)\d\d\W+)?\d{{1,3}}\s+{_THINGS}(?:\s+(?:in\s+(?:all|total|(?:19|20)\d\d)|found|shown|listed|printed))?\W*",
    re.I,
)
_YEARS = r"(?:19|20)\d\d(?:\s*(?:,|-|/|and|to|&)\s*(?:19|20)\d\d){0,6}"
_NOTHING = (
    r"(?:nil|none|nothing(?:\s+(?:held|found|recorded|to\s+report))?"
    r"|no\s+(?:contacts?|entries|records?|events?|involvement))"
)
_NIL = re.compile(
    rf"\W*(?:[a-z]+\s+){{0,3}}{_YEARS}\s*[:–—-]\s*{_NOTHING}\W*|\W*{_NOTHING}\s+(?:in|for|during)\s+{_YEARS}\W*",
    re.I,
)
_ASIDE = re.compile(r"\([^()]{4,200}\)[.;]?|\[[^\[\]]{4,200}\][.;]?", re.S)
_NOTE_TO = re.compile(
    r"\W*notes?\s+(?:for|to|from|by)\s+[^:.]{2,60}:"
    r"|\W*(?:(?:data\s+)?migration|system|technical|admin(?:istrative)?|transfer|compiler'?s|editor'?s|reader'?s|export|import|data"
    r"(?:\s+quality)?|handling|formatting)\s+note:",
    re.I,
)
_OPEN = re.compile(r"\w\s*(?:\s(?:of|and|or|the|was|were)|[/&+-])$", re.I)
_GOES_ON, _LONGEST = re.compile(r"[a-z(][^.\d]*$"), 40


def is_remark(words: str, meant: str | None) -> bool:
    """Whether a row's only words say something about the chronology and tell of no contact.

    ``meant`` is the field of their column: brackets in that of dates may hold a date.
    """
    text = words.strip()
    if any(said.fullmatch(text) for said in (_END, _COUNT, _NIL)) or _NOTE_TO.match(text):
        return True
    return meant != "date" and bool(_ASIDE.fullmatch(text))


def whole_headings(row: Row, below: Row) -> Row | None:
    """Headings of which some go on in the row below: "When we" over "were in touch", "What next" over "(if any)".

    There each cell stands under a heading, is short, and begins in small letters or brackets, and none is a date.
    Under a heading that ends openly ("Date of") the rest may stand with headings that have nothing above them.
    """
    upper, lower = filled_of(row), filled_of(below)
    if any(_OPEN.search(words) and lower.get(column, "")[:1].islower() for column, words in upper.items()):
        short = all(len(words) <= _LONGEST and not re.search(r"\d", words) for words in lower.values())
        alone = dict.fromkeys(lower.keys() - upper.keys(), "")
        return row_of(_joined(upper | alone, lower)) if short else None
    if len(lower) < 2 or not set(lower) <= set(upper) or not all(map(_goes_on, lower.values())):
        return None
    if all(exact_meaning(upper[column]) for column in lower):
        return None
    if not any(words[0].islower() and " " in words for words in lower.values()):
        return None
    return row_of(_joined(upper, lower))


def _goes_on(words: str) -> bool:
    if len(words) > _LONGEST or not _GOES_ON.match(words):
        return False
    found = read(words, year_hint=2000)
    return isinstance(found, Refusal) and found.kind != "no_date"


def _joined(upper: Mapping[int, str], lower: Mapping[int, str]) -> dict[int, str]:
    return {column: f"{words} {lower.get(column, '')}".strip() for column, words in upper.items()}
