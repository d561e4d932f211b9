"""What the paragraphs of a document look like: dated, a heading, a date alone, or only words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from illuminate.engines.chronology.bands import Band, band_in_title, band_of
from illuminate.engines.chronology.dating import Dating, could_be_dated, is_no_date
from illuminate.engines.chronology.labelled import labelled
from illuminate.engines.chronology.tables import Paragraph
from illuminate.engines.dates import When

_LEAD = re.compile(r"^(.{2,30}?)(?:\s+[–—-]\s+|:\s|\t)")
_EXACT = ("minute", "day")
_MARKED = re.compile(r"^\s*(?:[–—:|\-\t\n.]|\)\s*[–—:\-])")
_HEADING_WORDS = 8
_NO_DATE = re.compile(
    r"\b(?:no date|undated|not dated|date (?:is )?(?:unknown|not known|missing|unclear))\b", re.I
)
_SET_APART = re.compile(r"^[^–—:]{3,40}?\s*(?:[–—:]|\s-\s)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)")
# In prose these may begin a sentence that tells of an event: "In May 2018 the family moved."
_LOOSE = ("month", "season", "range", "before", "after")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph and what it looks like: a band, a date with words or without, a label, or only words."""

    paragraph: Paragraph
    kind: str
    when: When | None = None
    date: str = ""
    rest: str = ""
    band: Band | None = None
    marked: bool = False


def lines_of(paragraphs: Sequence[Paragraph], dating: Dating) -> list[Line]:
    """Look at every paragraph in turn; a band above gives its year to the dates below."""
    found = []
    above: When | None = None
    for paragraph in paragraphs:
        points = paragraph.level is not None or bool(_SET_APART.match(paragraph.text))
        dating.above = above if points else None
        line = _look(paragraph, dating)
        if line.when is not None and line.kind in ("dated", "alone") and line.when.precision in _EXACT:
            above = line.when
        elif line.kind in ("heading", "band"):
            above = None
        # Words such as "same day" count in a list, or set apart from what follows; in prose they only go on.
        if line.band is not None:
            dating.band = line.band.within(dating.band)
        found.append(line)
    dating.above = None
    return found


def _look(paragraph: Paragraph, dating: Dating) -> Line:
    numbered = _NUMBER.match(paragraph.text) if paragraph.level is None and not paragraph.heading else None
    if numbered and not isinstance(dating.read(paragraph.text[:60]), When):
        paragraph = replace(paragraph, text=paragraph.text[numbered.end() :], level=0)
    text = paragraph.text
    if not text:
        return Line(paragraph, "blank")
    band = band_of(text, dating.years)
    if band is None and paragraph.heading and len(text) <= 80:
        band = band_in_title(text)
    label = labelled(text)
    if label and label[0] == "date":
        when = dating.read(label[1])
        if isinstance(when, When):
            return Line(paragraph, "alone", when, label[1], marked=False)
    if band is not None and (paragraph.level is None or band_of(text, dating.years)):
        dated = dating.read(text) if paragraph.heading else None
        exact = isinstance(dated, When) and dated.precision in _EXACT
        if not exact:
            return Line(paragraph, "band", band=band)
    whole = dating.read(text) if len(text) <= 60 and could_be_dated(text) else None
    if isinstance(whole, When) and whole.precision not in ("year", "month", "season"):
        return Line(paragraph, "alone", whole, text)
    if (taken := dating.take(text)) and len(taken[2].strip()) > 1:
        return _dated(paragraph, *taken)
    if paragraph.heading or _is_heading(paragraph):
        return Line(paragraph, "heading")
    lead = _LEAD.match(text)
    if lead and (is_no_date(lead[1]) or _NO_DATE.search(lead[1])):
        return Line(paragraph, "undated")
    return Line(paragraph, "label" if label else "words")


def _dated(paragraph: Paragraph, when: When, words: str, rest: str) -> Line:
    """A paragraph that begins with a date. Marked: it stands apart from the words by more than a space."""
    place = paragraph.text.find(words)
    after = paragraph.text[place + len(words) :] if place >= 0 else ""
    bold = paragraph.bold.strip(" –—:-.\t")
    marked = (
        paragraph.level is not None
        or bool(_MARKED.match(after))
        or (bool(bold) and len(bold) <= len(words) + 12)
    )
    if not marked and when.precision not in (*_EXACT, *_LOOSE):
        return Line(paragraph, "words")
    return Line(paragraph, "dated", when, words, rest, marked=marked)


def _is_heading(paragraph: Paragraph) -> bool:
    """A short line all in bold, or in capitals, is a heading without the style of one."""
    text = paragraph.text
    short = len(text.split()) <= _HEADING_WORDS and not text.endswith((".", ",", ";"))
    return (
        short and paragraph.level is None and (paragraph.bold == text or (text.isupper() and len(text) > 3))
    )


def has_list(lines: Sequence[Line], beside_tables: bool) -> bool:
    """Whether paragraphs make a chronology, and not a letter, an introduction or a page of terms."""
    marked = sum(line.kind == "dated" and line.marked for line in lines)
    plain = sum(line.kind == "dated" and not line.marked and _is_exact(line) for line in lines)
    words = sum(line.kind == "words" for line in lines)
    over = sum(line.kind == "alone" and _followed(lines, place) for place, line in enumerate(lines))
    if beside_tables:
        return marked >= 2 or over >= 2
    return marked >= 2 or over >= 2 or plain > max(1, words // 3) or (marked == 1 and _listed(lines))


def _is_exact(line: Line) -> bool:
    return line.when is not None and line.when.precision in _EXACT


def _listed(lines: Sequence[Line]) -> bool:
    return any(line.kind == "dated" and line.paragraph.level is not None for line in lines)


def _followed(lines: Sequence[Line], place: int) -> bool:
    after = next((line for line in lines[place + 1 :] if line.kind != "blank"), None)
    return after is not None and after.kind in ("words", "label")
