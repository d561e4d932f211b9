"""Whose chronology a file is: a line that says so, its title, a sheet's name, else the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from illuminate.engines.chronology.headings import exact_meaning, plain
from illuminate.engines.chronology.naming import (
    begins_with,
    ends_with,
    holds,
    in_name_case,
    is_name_like,
    is_only,
    leading_name,
    parted_at,
    without_words,
    words_for,
)

_LABELLED = re.compile(r"^\s*([A-Za-z' ]{3,40}?)\s*(?::|\s[–—-]\s|\t)\s*(\S.*)$")
_BY = re.compile(r"^\s*(?P<label>[A-Za-z]+(?:\s+[a-z]+)?)\s+(?:for\s+)?(?P<rest>[A-Z].*)$")
_PARTING = re.compile(
    r"(\s+[-–—]+\s+|\s*[:|;]\s+|\s*[:|;]$|\s*\n\s*|\.\s+|,\s+|\s*\(|\)\s*|\s{3,}|\t+|\s+/\s+)"
)
_FIGURE = re.compile(r"\d")
_AGES = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b|\b(?:101|111|999|24/7)\b")
_NEAR_TOP, _MOST_WORDS, _LONGEST = 8, 12, 100
_OF = re.compile(
    r"^(?:of|for|from|by|with|on|in|the|a|an|our|and|to|at)\b\s*|\s+(?:of|for|from|by|with|on|in|the|and|to|at|s)$",
    re.I,
)
_ACCOUNT = re.compile(r"(?:['’]s?)?\s+(?:accounts?|view|info|column)$", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")
_SURE, _LIKELY = 3, 1
_SHORT_TITLE = 60
FILE_NAME = "the file's name"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that may be the agency's, and how much speaks for it."""

    words: str
    weight: int


def find_agency(lines: Sequence[list[str]], sheets: Sequence[str], name: str) -> tuple[str, str]:
    """Give the agency, and where it was found.

    ``lines`` are those outside the rows of data, each a list of cells: paragraphs, cover sheets, and what
    stands above headings. ``sheets`` are the names of the sheets that hold a chronology.
    """
    for line in lines:
        if agency := _labelled(line):
            return _tidied(agency), "a line that says so"
    file_words = set(plain(_from_file(name)).split())
    titles = [_in_title(line, place == 0, file_words) for place, line in enumerate(lines[:_NEAR_TOP])]
    best = max((one for one in titles if one), key=lambda one: one.weight, default=None)
    if best is not None and best.weight >= _LIKELY:
        return _tidied(best.words), "the title"
    for sheet in sheets:
        found = _in_title([sheet], False, file_words)
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
    found = _in_title([line], False, set())
    whole = found is not None and plain(found.words) == plain(line)
    return _tidied(line) if whole and found is not None and is_agency(found.words) else None


def agency_alone(heading: str) -> str | None:
    """The agency that a column's heading is the name or kind of, without words such as "account"; else None."""
    bare = _ACCOUNT.sub("", " ".join(without_words("furniture", heading).split()))
    words = re.sub(r"\(\s*\)", "", bare).strip(" :–—-/")
    if not words or len(heading) > _LONGEST:
        return None
    if words.casefold() in words_for("kinds"):
        return _tidied(words)
    return _tidied(words) if len(words.split()) > 1 and is_agency(words) else None


def is_agency(words: str) -> bool:
    """Whether words look like an agency's name: written as one, and with a word such as "Police" or "Surgery"."""
    return (
        len(words) <= _LONGEST
        and is_name_like(words)
        and holds("role", words)
        and not holds("furniture", words)
        and not begins_with("person", words)
    )


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
        found = _in_title([value], False, set())
        return found.words if found and is_agency(found.words) else None
    return None


def _prepared_by(line: str) -> str | None:
    """ "Prepared by Fenshire Police for the review": only what looks like an agency."""
    match = _BY.match(line)
    if not match or plain(match["label"]) not in words_for("by") | words_for("label") or len(line) > 160:
        return None
    found = _in_title([match["rest"]], True, set())
    return found.words if found and is_agency(found.words) else None


def _in_title(line: Sequence[str], first: bool, file_words: set[str]) -> _Name | None:
    """The best name in a title: "Fenshire Council: Adult Services - chronology" without what is no name."""
    text = " | ".join(line)
    if len(text) > 400 or _is_about(text):
        return None
    found = [_weighed(words, at_start and first, file_words, text) for words, at_start in _runs(text)]
    best = max((one for one in found if one), key=lambda one: one.weight, default=None)
    return _its_organisation(found[0], best) if best is not None and found[0] is not None else best


def _its_organisation(leading: _Name, best: _Name) -> _Name:
    """Of "Wexmoor Living - Wexmoor House" the first: an organisation comes before the place that shares its name."""
    words, other = leading.words.split(), best.words.split()
    same = len(words) > 1 and words[0] == other[0] and not holds("role", best.words)
    return _Name(leading.words, best.weight) if same else best


def _is_about(text: str) -> bool:
    """Whether a line is about the people or the search: "Patients: ...", "Records checked: all systems"."""
    label = re.match(r"\s*([A-Za-z' ]{2,30}?)\s*[:=|–]", text)
    if label and plain(label[1]) in words_for("about"):
        return True
    return (
        begins_with("about", text)
        and not (label and holds("role", label[1]))
        and not holds("furniture", text[:40])
        and not (ends_with("role", text) and is_agency(text))
    )


def _runs(text: str) -> Iterable[tuple[str, bool]]:
    """Pieces of a line next to each other that are parts of a name, with whether they begin the line."""
    tokens = _PARTING.split(text)
    run, began = "", True
    start = True
    for place in range(0, len(tokens), 2):
        mark = tokens[place - 1] if place else ""
        pieces = parted_at("furniture", tokens[place])
        for number, piece in enumerate(pieces):
            words = _trimmed(piece, cut=len(pieces) > 1)
            if len(pieces) > 1 and len(text) <= _SHORT_TITLE and not is_name_like(words):
                words = leading_name(words)
            if number == 0 and run and words and _goes_on(run, mark, words):
                run = _joined(run, mark, words)
                if len(pieces) > 1:
                    yield run, began
                    run = ""
                continue
            if run:
                yield run, began
                run = ""
            if words and is_name_like(words):
                run, began = words, start
            start = False
            if len(pieces) > 1 and number < len(pieces) - 1 and run:
                yield run, began
                run = ""
    if run:
        yield run, began


def _trimmed(piece: str, *, cut: bool) -> str:
    """A piece without the small words that led to what was cut away."""
    words = piece.strip(' ,.;:–—-|"“”*_#')
    if not cut:
        return words
    shorter = _OF.sub("", words).strip()
    while shorter != words:
        words, shorter = shorter, _OF.sub("", shorter).strip(" ,.;:–—-")
    return _POSSESSIVE.sub("", words) if words.endswith(("'", "’")) else words


def _goes_on(run: str, mark: str, words: str) -> bool:
    """Whether a piece belongs to the name before it."""
    kind = mark.strip()
    if _FIGURE.search(_AGES.sub("", words)) or begins_with("person", words):
        return False
    if kind.startswith("("):
        if begins_with("aside", words) or begins_with("described", words):
            return False
        team = holds("role", run) and begins_with("teams", words) and is_name_like(words)
        return team or (holds("role", words) and is_name_like(words, any_case=True))
    if not is_name_like(words):
        return False
    if kind == ":":
        return holds("role", run)
    if kind in ("-", "–", "—", "|"):
        return holds("parent", run) and holds("role", words) and not holds("parent", words)
    if kind == ",":
        return not ends_with("place_ends", run) and (
            not holds("role", run) or ":" in run or "Partners" in run or holds("role", words)
        )
    return False


def _joined(run: str, mark: str, words: str) -> str:
    kind = mark.strip()
    if kind.startswith("("):
        return f"{run} ({words})"
    return f"{run}{kind} {words}" if kind in (":", ",") else f"{run} {words}"


def _weighed(words: str, at_start: bool, file_words: set[str], line: str) -> _Name | None:
    """How much speaks for a name; None when it can be none."""
    many = len(words.split())
    if (
        not 1 <= many <= _MOST_WORDS
        or _FIGURE.search(_AGES.sub("", words))
        or exact_meaning(words) is not None
    ):
        return None
    if is_only("general", words) or (begins_with("person", words) and not holds("role", words)):
        return None
    weight = _SURE if holds("role", words) else 0
    own = [word for word in plain(words).split() if len(word) > 2]
    if own and set(own) <= file_words and (many > 1 or at_start):
        weight += 2
    if at_start:
        weight += 1 if many > 1 or line.strip(" .") == words else 0
    if begins_with("code", words) or (words.isupper() and many == 1 and not holds("role", words)):
        weight -= 3
    return _Name(words, weight) if weight > 0 else None


def _tidied(name: str) -> str:
    """A name in one line, without marks at its ends; one all in capitals as names are written."""
    name = " ".join(name.split()).strip(" ,;:-–|")
    name = name if re.search(r"\b[A-Z]\.$", name) else name.rstrip(".")
    return in_name_case(name) if name.isupper() and len(name) > 5 else name


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
