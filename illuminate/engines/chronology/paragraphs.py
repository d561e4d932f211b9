"""What the paragraphs of a document look like: dated, a heading, a date alone, or only words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from illuminate.engines.chronology.bands import Band, band_in_title, band_of
from illuminate.engines.chronology.dating import Dating, could_be_dated, is_no_date
from illuminate.engines.chronology.labelled import labelled
from illuminate.engines.chronology.tables import Paragraph
from illuminate.engines.dates import When, read, take_date

_LEAD = re.compile(r"^(.{2,30}?)(?:\s+[–—-]\s+|:\s|\t)")
_EXACT = ("minute", "day")
_MARKED = re.compile(r"^\s*(?:[–—:|\-\t\n.]|\)\s*[–—:\-])")
_HEADING_WORDS = 8
_NO_DATE = re.compile(
    r"\b(?:no date|undated|not dated|date (?:is )?(?:unknown|not known|missing|unclear))\b", re.I
)
_SET_APART = re.compile(r"^[^–—:]{3,40}?\s*(?:[–—:]|\s-\s)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)")
_HABIT = 3
_BEHIND = re.compile(
    r"(?P<told>(?=.*[^\W\d_]{3}).{8,}?)(?:\s*[(\[](?P<bracket>[^()\[\]]{3,40})[)\]]"
    r"|\s*(?:\s[–—-]\s|\t|:\s)(?P<dash>[^–—:]{3,40}?)|,?\s+on\s+(?P<on>[^,;]{5,40}?))\.?",
    re.S,
)
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
    behind = _stand_behind(paragraphs)
    for paragraph in paragraphs:
        points = paragraph.level is not None or bool(_SET_APART.match(paragraph.text))
        dating.above = above if points else None
        line = (_dated_behind(paragraph, dating) if behind else None) or _look(paragraph, dating)
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


def _stand_behind(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether it is the list's habit to put the date behind its words: "Called at the door (4 May 2018)"."""
    told = [one for one in paragraphs if one.text and not one.heading and len(one.text.split()) > 3]
    listed = [one for one in told if one.level is not None]
    looked = listed if len(listed) >= _HABIT else told
    ends = [found for one in looked if (found := _BEHIND.fullmatch(one.text))]
    if len(ends) < _HABIT or len(ends) * 2 <= len(looked):
        return False
    dates = sum(isinstance(read(_date_behind(found), year_hint=2000), When) for found in ends)
    begun = sum(take_date(one.text, year_hint=2000) is not None for one in looked)
    return dates * 2 > len(looked) and begun * 4 < len(looked)


def _date_behind(found: re.Match[str]) -> str:
    return next(part for part in (found["bracket"], found["dash"], found["on"]) if part)


def _dated_behind(paragraph: Paragraph, dating: Dating) -> Line | None:
    """A paragraph that ends in its date, in a list that has it so."""
    found = _BEHIND.fullmatch(paragraph.text) if not paragraph.heading else None
    when = dating.read(_date_behind(found)) if found else None
    if found is None or not isinstance(when, When):
        return None
    return Line(paragraph, "dated", when, _date_behind(found), found["told"].strip(" ,;"), marked=True)


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
    if band is not None and _is_band(paragraph, dating):
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


def _is_band(paragraph: Paragraph, dating: Dating) -> bool:
    """Whether what looks like a band is one, and not a heading with a day of its own."""
    text = paragraph.text
    if paragraph.level is not None and not band_of(text, dating.years):
        return False
    dated = dating.read(text) if paragraph.heading else None
    if isinstance(dated, When) and dated.precision in _EXACT:
        return False
    begun = dating.take(text) if paragraph.heading else None
    return not (begun and begun[0].precision in _EXACT and band_of(text, dating.years) is None)


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
