"""A fuller name for an agency: "ASC" is Adult Social Care, and of the one council that the file names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from illuminate.engines.chronology.agency import FILE_NAME, find_agency
from illuminate.engines.chronology.naming import is_agency, words_for
from illuminate.engines.chronology.tables import Contents, everything_said
from illuminate.engines.chronology.wordlists import languages_of

_SHORT = re.compile(r"[A-Z][A-Za-z&]{0,3}[A-Z]")
_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_PLACE = r"[A-Z][\w'’-]+ (?:(?:and|upon|&) )?"
_COUNCIL = re.compile(
    rf"\b(?:(?:London|Royal) Borough of (?:{_PLACE})?[A-Z][\w'’-]+"
    rf"|(?:{_PLACE}){{1,4}}?(?:(?:County|City|Borough|District|Metropolitan|Unitary) ){{0,2}}Council)\b"
)
_BEFORE = re.compile(r"^(?:The|A|An|From|For|By|At|With|To|Contact|Local|Authority|And)\s+")
_MOST_SMALL = 2
_LONGEST_LINE = 80  # what a cell or line may hold that is no account: there another council may be told of


def whole_name(
    contents: Contents, outside: Sequence[list[str]], sheets: Sequence[str], file: str
) -> tuple[str, str]:
    """The agency whose chronology a file is, by the best name that the file gives, and where it was found.

    ``outside`` are the lines outside the rows of data. What only the file's name says is looked for in the headers
    and footers of its pages too, letters are written out, and a council's service gets the name of its council.
    """
    name, found_in = find_agency(outside, sheets, file)
    if found_in == FILE_NAME:
        above, there = find_agency([[line] for line in contents.margins], (), file)
        if there != FILE_NAME:
            return _of_its_council(above, "the header or footer of its pages", contents)
        full, how = in_full(name, everything_said(contents))
        name, found_in = full, found_in + how
    return _of_its_council(name, found_in, contents)


def in_full(name: str, texts: Iterable[str]) -> tuple[str, str]:
    """What letters stand for, by a list or where the texts write them out, with how; else the same name."""
    if known := _stands_for().get(name):
        return known, f", where {name} stands for {known}"
    if not _SHORT.fullmatch(name) or name in words_for("capitals"):
        return name, ""
    written = _written_out(name, texts)
    return (written, f", and {name} is written out in it") if written else (name, "")


def _of_its_council(name: str, found_in: str, contents: Contents) -> tuple[str, str]:
    """The service of a council with the council's name, where the file names one council and no other."""
    if name.casefold() not in words_for("council_kinds"):
        return name, found_in
    lines = (text for text in (*contents.margins, *everything_said(contents)) if len(text) <= _LONGEST_LINE)
    council = _council(lines)
    return (
        (f"{council} {name}", f"{found_in}, with the council that the file names")
        if council
        else (name, found_in)
    )


def _stands_for() -> dict[str, str]:
    return {
        short: full
        for language in languages_of("agency")
        for short, full in language.get("stands_for", {}).items()
    }


def _written_out(short: str, texts: Iterable[str]) -> str | None:
    """The one agency's name in the texts whose words begin with these letters."""
    found = {words for text in texts for words in _runs(short.upper(), text) if is_agency(words)}
    return found.pop() if len(found) == 1 else None


def _runs(letters: str, text: str) -> Iterator[str]:
    """Words with capitals next to each other that begin with these letters, small words between them not counted."""
    small = words_for("small")
    words = list(_WORD.finditer(text))
    for place, first in enumerate(words):
        if first[0][0] != letters[0]:
            continue
        left, last, skipped = letters, first, 0
        for word in words[place:]:
            if word.start() - last.end() > 1:
                break
            if left and word[0][0] == left[0]:
                left, last = left[1:], word
            elif word[0].casefold() in small and skipped < _MOST_SMALL:
                skipped, last = skipped + 1, word
            else:
                break
            if not left:
                yield " ".join(text[first.start() : word.end()].split())
                break


def _council(texts: Iterable[str]) -> str | None:
    """The council that texts name, when they name one alone."""
    found = Counter(_BEFORE.sub("", match[0].strip()) for text in texts for match in _COUNCIL.finditer(text))
    return next(iter(found)) if len(found) == 1 else None
