"""Whose chronology a file is: a line that says so, its title, a sheet's name, else the file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from illuminate.engines.chronology.headings import exact_meaning, plain
from illuminate.engines.chronology.initialled import spelt_out
from illuminate.engines.chronology.naming import (
    holds,
    in_name_case,
    is_agency,
    is_department,
    is_only,
    without_words,
    words_for,
)
from illuminate.engines.chronology.titles import best_name

_LABELLED = re.compile(r"^\s*([A-Za-z' ]{3,40}?)\s*(?::|\s[–—-]\s|\t)\s*(\S.*)$")
_BY = re.compile(r"^\s*(?P<label>[A-Za-z]+(?:\s+[a-z]+)?)\s+(?:for\s+)?(?P<rest>[A-Z].*)$")
_AGES = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b|\b(?:101|111|999|24/7)\b")
_NEAR_TOP, _MOST_WORDS, _LONGEST = 8, 12, 100
_ACCOUNT = re.compile(r"(?:['’]s?)?\s+(?:accounts?|view|info|column)$", re.I)
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<aside>[^()]+)\)")
_LIKELY = 1
FILE_NAME = "the file's name"


def find_agency(lines: Sequence[list[str]], sheets: Sequence[str], name: str) -> tuple[str, str]:
    """Give the agency, and where it was found.

    ``lines`` are those outside the rows of data, each a list of cells: paragraphs, cover sheets, and what
    stands above headings. ``sheets`` are the names of the sheets that hold a chronology.
    """
    agency, where = _found(lines, sheets, name)
    return next((full for line in lines if (full := spelt_out(agency, " ".join(line)))), agency), where


def _found(lines: Sequence[list[str]], sheets: Sequence[str], name: str) -> tuple[str, str]:
    for line in lines:
        if agency := _labelled(line):
            return _tidied(agency), "a line that says so"
    file_words = set(plain(_from_file(name)).split())
    titles = [best_name(line, place == 0, file_words) for place, line in enumerate(lines[:_NEAR_TOP])]
    best = max((one for one in titles if one), key=lambda one: one.weight, default=None)
    if best is not None and best.weight >= _LIKELY:
        return _tidied(best.words), "the title"
    for sheet in sheets:
        found = best_name([sheet], False, file_words)
        if found and holds("role", found.words):
            return _tidied(found.words), "the sheet's name"
    return _from_file(name), FILE_NAME


def named_by_label(line: Sequence[str]) -> str | None:
    """The agency that a line's label gives, "Agency: Tidewell Homes" in one cell or in two; else None."""
    found = _labelled(line)
    return _tidied(found) if found else None


def named_alone(text: str) -> str | None:
    """The agency, where a heading or a row across a table is its name and nothing else; else None."""
    line = " ".join(text.split()).strip(" :–—-")
    if not 2 <= len(line.split()) <= _MOST_WORDS or len(line) > _LONGEST or line.endswith((".", "?", "!")):
        return None
    found = best_name([line], False, set())
    whole = found is not None and plain(found.words) == plain(line)
    return _tidied(line) if whole and found is not None and is_agency(found.words) else None


def agency_alone(heading: str) -> str | None:
    """The agency that a column's heading is the name or kind of, without words such as "account"; else None."""
    bare = _ACCOUNT.sub("", " ".join(without_words("furniture", heading).split()))
    words = _without_department(re.sub(r"\(\s*\)", "", bare).strip(" :–—-/"))
    if not words or len(heading) > _LONGEST:
        return None
    if words.casefold() in words_for("kinds"):
        return _tidied(words)
    return _tidied(words) if len(words.split()) > 1 and is_agency(words) else None


def _without_department(words: str) -> str:
    """ "Fell Infirmary" of "Fell Infirmary (Emergency Department)": where in the hospital somebody was."""
    found = _IN_BRACKETS.fullmatch(words)
    return found["name"] if found and is_department(found["name"], found["aside"]) else words


def _labelled(line: Sequence[str]) -> str | None:
    """ "Agency: Tidewell Homes", in one cell or in two."""
    if len(line) >= 2 and (found := _of_label(line[0], line[1])):
        return found
    match = _LABELLED.match(line[0])
    return _of_label(match[1], match[2].strip()) if match else _prepared_by(line[0])


def _of_label(label: str, value: str) -> str | None:
    """What a label says, if it is one that names an agency."""
    asked = plain(label)
    if len(value) > _LONGEST or re.search(r"\d[./-]\d+[./-]\d", value):
        return None
    if asked in words_for("label"):
        return (
            value.strip(" .") if re.search(r"[^\W\d_]{2}", value) and exact_meaning(value) is None else None
        )
    if asked in words_for("by"):
        found = best_name([value], False, set())
        return found.words if found and is_agency(found.words) else None
    return None


def _prepared_by(line: str) -> str | None:
    """ "Prepared by Fenshire Police for the review": only what looks like an agency."""
    match = _BY.match(line)
    if not match or plain(match["label"]) not in words_for("by") | words_for("label") or len(line) > 160:
        return None
    found = best_name([match["rest"]], True, set())
    return found.words if found and is_agency(found.words) else None


def _tidied(name: str) -> str:
    """A name in one line, without marks at its ends; one all in capitals as names are written."""
    name = " ".join(name.split()).strip(" ,;:-–|")
    name = _without_description(name if re.search(r"\b[A-Z]\.$", name) else name.rstrip("."))
    return in_name_case(name) if name.isupper() and len(name) > 5 else name


def _without_description(name: str) -> str:
    """ "Fell Homes" of "Fell Homes, Housing Association": behind the comma stands only what kind of body it is."""
    head, comma, behind = name.partition(", ")
    described = comma and is_only("role", behind) and holds("body", behind) and not holds("parent", head)
    return head if described and holds("role", head) else name


def _from_file(name: str) -> str:
    """The file's name without its ending, versions, and words such as chronology and export."""
    stem = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", PurePath(name).stem)
    spaced = " ".join(re.sub(r"[_.()\[\]+,]+|(?<!\d)-+|-+(?!\d)", " ", stem).split())
    spaced = re.sub(r"(?<![\d-])(\d{1,2}) (\d{1,2})(?= \w)(?!\d| \d)", r"\1-\2", spaced)
    kept = [word for word in without_words("file", spaced).split() if not _is_number(word)]
    while len(kept) > 1 and re.fullmatch(r"[A-Z]{2}", kept[-1]) and kept[-1] not in words_for("capitals"):
        kept.pop()  # somebody's initials
    words = re.sub(r"\b(\w{2,}?) s\b", r"\1's", " ".join(kept)).strip()
    return (
        in_name_case(words)
        if words and (words.islower() or (words.isupper() and len(words) > 4))
        else words or stem
    )


def _is_number(word: str) -> bool:
    """Whether a word is only a number, a version or a day: "v3", "20417", "2023-05-01"."""
    return bool(
        re.fullmatch(r"(?:v|ver|rev|no|dhr|dardr|sar)?\.?\d+(?:[.-]\d+)*[a-z]?", word, re.I)
    ) and not _AGES.fullmatch(word)
