"""Names that a review prints openly: its chair, its panel. Read from where the document lists them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..variants import tokens_of
from ..words import GIVEN
from .lists import words
from .runs import Run

# A list in a line: "Present: A, B", "The panel were: A, post; B, post", "members of the panel: A".
_LIST = re.compile(
    r"(?:^|\n)[\d. ]*(?:present|apologies|panel members(?:hip)?|members of the (?:review )?panel"
    r"|review panel|minutes(?: by)?)[ \t]*:"
    r"|\b(?:the|review) panel (?:(?:(?:members? )?(?:were|was|are|is)(?: as follows)?|included):"
    r"|comprised|consisted of|(?:is|was) made up of|members (?:were|are)\b)",
    re.I,
)
_HEADING = re.compile(
    r"[\d. \t]*(?:the )?(?:(?:review )?panel(?: members(?:hip)?)?"
    r"|members of the (?:review )?panel|membership of the (?:review )?panel|panel composition)[ \t:]*",
    re.I,
)
_CHAIR_BEFORE = re.compile(
    r"\b(?:independent )?(?:chair|chairs|co-chair)(?: and (?:report |overview )?(?:author|writer))?"
    r"(?: of the (?:panel|review))?(?:,|:| was| is)?\s+$",
    re.I,
)
_CHAIR_AFTER = re.compile(r"[ ,]*(?:\(|, ?|is |was )(?:the )?(?:independent )?chair\b", re.I)
_GUESTS = re.compile(r"\bin attendance\b|\bcircumstances\b|\bguests?\b", re.I)
_AGENCIES = re.compile(r"\b(?:contributors?|contributions|agencies)\b", re.I)
_COLUMN = re.compile(r"(?:name of )?(?:agency|agencies|organisations?|service)\b", re.I)
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)*[.)]?\s")
_SHORTEST_PAGE = 2  # lines; a text of no more is a paragraph or a cell
_ROWS = 150  # lines, each a cell or a row: a panel's table is no longer
_ROW = 130  # characters; a longer line is prose


@dataclass(frozen=True)
class _Line:
    """A line of one of the document's texts: which text, and where in it."""

    text: int
    start: int
    words: str


def names_handed_in(names: Iterable[str]) -> set[tuple[str, ...]]:
    """Names as a list gives them, as words without titles."""
    return {tokens for name in names if (tokens := _bare(name))}


def _bare(name: str) -> tuple[str, ...]:
    return tuple(word for word in tokens_of(name) if word not in words("people", "titles"))


def published_in(texts: Sequence[tuple[str, Iterable[Run]]]) -> Iterator[tuple[str, ...]]:
    """Names in lists of the panel, beside the word chair, and agencies where the review lists who contributed.

    `texts`: those of one document in their order, for a table's cells may be texts of their own.
    """
    zones = _lists_in([text for text, _ in texts])
    running = _running([text for text, _ in texts])
    for number, (text, runs) in enumerate(texts):
        inline = list(_inline(text))
        for run in runs:
            if _line_of(text, run.start) in running:
                continue
            kind = next((kind for start, end, kind in zones.get(number, ()) if start <= run.start < end), "")
            if any(start <= run.start < end for start, end in inline):
                kind = "panel"
            if _is_listed(text, run, kind) or _is_chair(text, run):
                yield tokens_of(" ".join(run.lower))


def _running(texts: Sequence[str]) -> set[str]:
    """Lines that head or close several pages: they stand in a list that goes on over the page, and aren't of it."""
    ends = [
        {_unnumbered(line) for line in (lines[0], lines[-1])}
        for text in texts
        if len(lines := [line for line in text.split("\n") if line.strip()]) > _SHORTEST_PAGE
    ]
    counted = Counter(line for lines in ends for line in lines)
    return {line for line, many in counted.items() if many > 1}


def _line_of(text: str, at: int) -> str:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return _unnumbered(text[start : end if end >= 0 else len(text)])


def _unnumbered(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _is_listed(text: str, run: Run, kind: str) -> bool:
    """In a panel's list everybody with two names or a title, or whose surname stands on the next line; in one of
    agencies, who has no given name.
    """
    if kind == "agencies":
        return len(run.words) > 1 and run.title is None and run.lower[0] not in GIVEN
    ahead = text[max(0, run.start - _ROW) : run.start].rstrip(" ")
    is_wrapped = ahead.endswith("\n") and ahead[:-1].rstrip(" ")[-1:].isalpha()
    return kind == "panel" and (len(run.words) > 1 or run.title is not None or is_wrapped)


def _is_chair(text: str, run: Run) -> bool:
    ahead = text[max(0, run.start - 60) : run.title if run.title is not None else run.start]
    behind = text[run.end : run.end + 40]
    return bool(_CHAIR_BEFORE.search(ahead) or _CHAIR_AFTER.match(behind))


def _inline(text: str) -> Iterator[tuple[int, int]]:
    for match in _LIST.finditer(text):
        stop = text.find("\n", match.end())
        yield match.start(), _guests(text, match.end(), stop if stop >= 0 else len(text))


def _lists_in(texts: Sequence[str]) -> dict[int, list[tuple[int, int, str]]]:
    """For each text the lines that stand in a list under a heading, and what the list is of."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    kind, rows = "", 0
    lines = list(_lines_of(texts))
    for number, line in enumerate(lines):
        opened = _heading(line.words, lines[number + 1].words if number + 1 < len(lines) else "")
        if opened:
            kind, rows = opened, 0
        elif kind and _goes_on(line.words, rows):
            rows += 1
            end = _guests(texts[line.text], line.start, line.start + len(line.words))
            found.setdefault(line.text, []).append((line.start, end, kind))
        else:
            kind = ""
    return found


def _lines_of(texts: Sequence[str]) -> Iterator[_Line]:
    for number, text in enumerate(texts):
        at = 0
        for words_of_line in text.split("\n"):
            yield _Line(number, at, words_of_line)
            at += len(words_of_line) + 1


def _heading(line: str, following: str) -> str:
    """What a heading opens: the panel's list, or with a column of agencies under it theirs."""
    if _HEADING.fullmatch(line.strip()):
        return "panel"
    is_short = len(line) < _ROW and not line.rstrip().endswith((".", ",", ";"))
    return "agencies" if is_short and _AGENCIES.search(line) and _COLUMN.match(following.strip()) else ""


def _goes_on(line: str, rows: int) -> bool:
    """Whether a line is one of the list's: short, and no blank but the first, no numbered heading or paragraph."""
    if not line.strip():
        return rows == 0
    return len(line) <= _ROW and rows < _ROWS and (rows == 0 or not _NUMBERED.match(line))


def _guests(text: str, start: int, stop: int) -> int:
    """Those in attendance are no members."""
    found = _GUESTS.search(text, start, stop)
    return found.start() if found else stop
