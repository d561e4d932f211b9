"""Capitalised words that stand together: what may be a name, cut free of what only opens a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..words import GIVEN
from .lists import words
from .model import is_ordinary
from .openness import is_openly_said

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?:|>]|[\n\r\t]|[\u2022*])[\s\"'(\[\d.)-]*(?:(?<!\w)[A-Z]\d{1,2}[.)]? )?$")
_LIST_GAP = re.compile(r"(?:'s?)?(?:[,;]| \([^()]{1,30}\),?)?(?: (?:and|or|&))?[ \n]")
_AND = re.compile(r" (?:and|or|&) ")
_LOOK = 24
_WRAPPED = 45  # a line this long may run on into the next


@dataclass(frozen=True)
class Word:
    """A word of the folded text, without a possessive ending."""

    start: int
    end: int
    text: str
    is_possessive: bool = False

    @property
    def lower(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital, or a part of it does ("al-Bray", "d'Arcy")."""
        return any(part[:1].isupper() for part in re.split("[-']", self.text))

    @property
    def is_shouted(self) -> bool:
        """Whether it is all capitals."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True)
class Run:
    """Capitalised words that stand together; `title` is whether a title stood before them, and where it began."""

    words: tuple[Word, ...]
    title: int | None = None
    has_job: bool = False

    @property
    def start(self) -> int:
        """Where the name starts, without its title."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def name(self) -> str:
        """The words in lower case, without letters of honour behind them."""
        return " ".join(word for word in self.lower if word not in words("people", "honours"))

    @property
    def lower(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(word.lower for word in self.words)


def lists_in(text: str, found: list[Run]) -> Iterator[tuple[Run, ...]]:
    """Runs that stand in one list, "Mary Bray, Anne Bray and Jo"; commas alone make none: an address has them too."""
    listed: list[Run] = []
    for run in found:
        first = run.start if run.title is None else run.title
        if listed and _LIST_GAP.fullmatch(text, listed[-1].end, first):
            listed.append(run)
            continue
        yield from _closed(text, listed)
        listed = [run]
    yield from _closed(text, listed)


def _closed(text: str, listed: list[Run]) -> Iterator[tuple[Run, ...]]:
    """A list as far as its last "and"."""
    while len(listed) > 1 and not _AND.search(text, listed[-2].end, listed[-1].start):
        listed = listed[:-1]
    if len(listed) > 1:
        yield tuple(listed)


def words_in(text: str) -> list[Word]:
    """The words of a folded text."""
    found = []
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        owns = word[-2:].lower() == "'s" and len(word) > 3
        if owns:
            word, end = word[:-2], end - 2
        found.append(Word(match.start(), end, word, owns or text[end : end + 1] == "'"))
    return found


def starts_sentence(text: str, at: int) -> bool:
    """Whether a capital is owed to the sentence, not to the word."""
    return _START.search(text[max(0, at - _LOOK) : at]) is not None


def runs_in(text: str, found: list[Word]) -> Iterator[Run]:
    """Every run of a folded text."""
    at = 0
    while at < len(found):
        if not found[at].is_capital:
            at += 1
            continue
        group = [found[at]]
        while (step := _next(text, found, at, group[0])) is not None:
            group.extend(found[at + 1 : step + 1])
            at = step
        at += 1
        for piece in _pieces(text, group):
            run = _cut(text, piece)
            if run:
                yield run


def _next(text: str, found: list[Word], at: int, first: Word) -> int | None:
    """Index of the word that goes on with the name; a particle or two may stand between."""
    for ahead in (1, 2, 3):
        if at + ahead >= len(found):
            return None
        before, word = found[at + ahead - 1], found[at + ahead]
        if not _joined(text, before, word):
            return None
        if word.is_capital:
            return at + ahead
        if word.lower not in words("people", "particles"):
            return None
    return None


def _joined(text: str, before: Word, word: Word) -> bool:
    gap = text[before.end : word.start]
    if before.is_possessive:
        return gap == "'s " and (
            word.lower in words("small", "roads") or word.lower in words("small", "bodies")
        )
    if gap in (" ", "  ", "\u00a0", " & "):
        return True
    if gap in (". ", "."):
        return len(before.text) == 1 or before.lower in words("people", "titles")
    if "\n" in gap and not gap.strip():
        line = text.rfind("\n", 0, before.end) + 1
        return gap.count("\n") == 1 and before.end - line >= _WRAPPED
    return False


def _pieces(text: str, group: list[Word]) -> Iterator[list[Word]]:
    """Cut at words that join names or open sentences: "When Mary Bray" is Mary Bray."""
    piece: list[Word] = []
    for at, word in enumerate(group):
        if _parts(text, group, at):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece


def _parts(text: str, group: list[Word], at: int) -> bool:
    """A word that belongs to no name, unless it is a given name besides and more follows."""
    word = group[at]
    if word.lower in words("bodies", "before") and not _is_short_name(text, group, at):
        return True
    if at and group[at - 1].lower in words("bodies", "before") and word.lower in words("bodies", "days"):
        return True  # "In June Louise rang"
    if not word.is_capital or (word.lower in GIVEN and (at < len(group) - 1 or _follows_name(group))):
        return False
    if word.lower in words("bodies", "short_days"):
        around = text[max(0, word.start - 4) : word.start] + text[word.end : word.end + 4]
        return any(letter.isdigit() for letter in around)
    if word.lower in words("bodies", "days") or word.lower in words("bodies", "openings"):
        return True
    return word.lower in words("bodies", "function") and not _is_short_name(text, group, at)


def _is_short_name(text: str, group: list[Word], at: int) -> bool:
    """Names spelt like He, Do, To or An: behind a title, or with a word of no dictionary within a sentence."""
    if at and group[at - 1].lower in words("people", "titles"):
        return True
    others = group[:at] + group[at + 1 :]
    return (
        len(group[at].text) < 4
        and len(others) in (1, 2)
        and not starts_sentence(text, group[at].start)
        and any(not is_ordinary(one.lower) and not is_openly_said(one.lower) for one in others)
    )


def _follows_name(group: list[Word]) -> bool:
    """Whether the last word stands behind one that may be a given name: "Theresa May", but not "In May"."""
    return len(group) > 1 and not any(
        group[-2].lower in words("bodies", key) for key in ("function", "days", "openings")
    )


def _cut(text: str, piece: list[Word]) -> Run | None:
    """Take titles and jobs off the front, particles off the end."""
    first: int | None = None
    title: int | None = None
    has_job = False
    while len(piece) > 1 and piece[0].text[1:2] != ".":
        lower = piece[0].lower
        if lower in words("people", "titles"):
            first = piece[0].start if first is None else first
            title = title if lower in words("people", "never_alone") else first
        elif (lower in words("people", "jobs") or lower.removesuffix("s") in words("people", "jobs")) and (
            starts_sentence(text, piece[0].start) or first is not None
        ):
            has_job = True
        else:
            break
        piece = piece[1:]
    while piece and not piece[-1].is_capital:
        piece = piece[:-1]
    return Run(tuple(piece), title, has_job) if piece else None
