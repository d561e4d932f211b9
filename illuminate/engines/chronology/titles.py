"""Names in a title: the pieces of a line that may be an agency's name, and how much speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from illuminate.engines.chronology.headings import exact_meaning, plain
from illuminate.engines.chronology.naming import (
    begins_with,
    ends_with,
    holds,
    is_agency,
    is_department,
    is_name_like,
    is_only,
    leading_name,
    parted_at,
    words_for,
)

_PARTING = re.compile(
    r"(\s+[-–—]+\s+|\s*[:|;]\s+|\s*[:|;]$|\s*\n\s*|\.\s+|,\s+|\s*\(|\)\s*|\s{3,}|\t+|\s+/\s+)"
)
_FIGURE = re.compile(r"\d")
_AGES = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b|\b(?:101|111|999|24/7)\b")
_OF = re.compile(
    r"^(?:of|for|from|by|with|on|in|the|a|an|our|and|to|at)\b\s*|\s+(?:of|for|from|by|with|on|in|the|and|to|at|s)$",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT_TITLE = 60
_MOST_WORDS = 12
_SURE = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be the agency's, and how much speaks for it."""

    words: str
    weight: int


def best_name(line: Sequence[str], first: bool, file_words: set[str]) -> Name | None:
    """The best name in a title: "Fenshire Council: Adult Services - chronology" without what is no name.

    ``first``: it is the first line of its file; ``file_words`` are those of the file's name.
    """
    text = " | ".join(line)
    if len(text) > 400 or _is_about(text):
        return None
    found = [_weighed(words, at_start and first, file_words, text) for words, at_start in _runs(text)]
    best = max((one for one in found if one), key=lambda one: one.weight, default=None)
    return _its_organisation(found[0], best) if best is not None and found[0] is not None else best


def _its_organisation(leading: Name, best: Name) -> Name:
    """Of "Wexmoor Living - Wexmoor House" the first: an organisation comes before the place that shares its name."""
    words, other = leading.words.split(), best.words.split()
    same = len(words) > 1 and words[0] == other[0] and not holds("role", best.words)
    return Name(leading.words, best.weight) if same else best


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
        if begins_with("aside", words) or begins_with("described", words) or is_department(run, words):
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


def _weighed(words: str, at_start: bool, file_words: set[str], line: str) -> Name | None:
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
    return Name(words, weight) if weight > 0 else None
