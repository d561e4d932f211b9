"""What a reader hands over: the parts of a file with their words, and the parts nobody could read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

# Parts in which words are run together or without capitals.
NAME_LIKE = frozenset(
    {"link", "bookmark", "file name", "part name", "attachment", "sheet name", "defined name", "field code"}
)

WHOLE = "whole file"  # the part that is unread when a file is broken as a whole


@dataclass(frozen=True)
class Where:
    """`paragraph` counts from 1; `start` and `end` are offsets in that paragraph's own text."""

    part: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Plain:
    """A text as its reader sees it: the character at i was written from `starts[i]` to `ends[i]`."""

    text: str
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True)
class Part:
    """One part of a file, named as a reader would name it (design: commands.md, "where.part").

    `elsewhere`: for a paragraph (its index), spans whose words are also in another part, which says better
    where they are: a tracked insertion, hidden text. `is_machine`: no prose, so shapes mean nothing there.
    `is_wrapped`: paragraphs are lines, and a name may run on into the next one. `headings`: which paragraphs, from 1,
    are headings, where the file says so; nothing is found by it. `plain`: all lines as one text without the marks in
    them, if there are some.
    """

    name: str
    paragraphs: list[str]
    elsewhere: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    is_machine: bool = False
    is_wrapped: bool = False
    headings: set[int] = field(default_factory=set)
    plain: Plain | None = None


# Where in an element words stand, if not in the attribute of that name.
TEXT, TAIL, SIGN = "#text", "#tail", "#sign"


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph, and the place in the XML that they come from.

    `key` is the attribute's name, TEXT, TAIL, or SIGN for an element that is a character itself (a tab).
    `holder` is None for words that are not in XML: the zip's own remark, a member's name. `is_decoded`: the
    attribute holds them with %20 and its like.
    """

    words: str
    holder: Element | None
    key: str = TEXT
    is_decoded: bool = False


Words = str | Piece | None


@dataclass(frozen=True)
class Unread:
    """A part that nothing could read, and why, in plain words."""

    part: str
    why: str


@dataclass
class Reading:
    """Everything read from one file; readers add to it and never drop anything silently.

    `sources` is kept only when asked for (a writer does): by part and paragraph from 1, the places that the words
    come from, several when the paragraph stands in the file several times and was told once. `depth`: files that this
    one lies in; `spent`: bytes unpacked so far, with theirs.
    """

    parts: dict[str, Part] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    sources: dict[tuple[str, int], list[Sequence[Piece]]] | None = None
    depth: int = 0
    spent: int = 0
    _counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(
        self,
        part: str,
        text: str,
        *,
        elsewhere: list[tuple[int, int]] | None = None,
        pieces: Sequence[Piece] = (),
    ) -> None:
        """One more paragraph of a part; an empty one counts."""
        paragraphs = self.parts.setdefault(part, Part(part, [])).paragraphs
        paragraphs.append(text)
        if elsewhere:
            self.parts[part].elsewhere[len(paragraphs) - 1] = elsewhere
        self._trace(part, len(paragraphs), pieces)

    def add_words(self, part: str, words: Words, pieces: Sequence[Piece] = ()) -> None:
        """One more paragraph if there are words in it."""
        text, own = _taken_apart(words)
        if text.strip():
            self.add(part, text, pieces=pieces or own)

    def add_once(self, part: str, words: Words) -> None:
        """The same, unless the part already says exactly this."""
        text, pieces = _taken_apart(words)
        if not self.add_copy(part, text, pieces):
            self.add_words(part, words)

    def add_copy(self, part: str, text: str, pieces: Sequence[Piece]) -> bool:
        """Note another place of words that the part has told already. False when it hasn't."""
        if part not in self.parts or text not in self.parts[part].paragraphs:
            return False
        if self.sources is not None:
            self._trace(part, self.parts[part].paragraphs.index(text) + 1, pieces)
        return True

    def add_machine(self, part: str, words: Words) -> None:
        """A word out of the file's machinery (an attribute, an unexplained string): the register only."""
        text, pieces = _taken_apart(words)
        if any(char.isalnum() for char in text):
            known = self.parts.setdefault(part, Part(part, [], is_machine=True))
            known.paragraphs.append(text)
            self._trace(part, len(known.paragraphs), pieces)

    def _trace(self, part: str, paragraph: int, pieces: Sequence[Piece]) -> None:
        if self.sources is not None:
            self.sources.setdefault((part, paragraph), []).append(pieces)

    def skip(self, part: str, why: str) -> None:
        """Say that a part was not read."""
        self.unread.append(Unread(part, why))

    def number(self, part: str) -> str:
        """The next of several: "comment 1", "picture 2"."""
        self._counts[part] += 1
        return f"{part} {self._counts[part]}"


def _taken_apart(words: Words) -> tuple[str, Sequence[Piece]]:
    if isinstance(words, Piece):
        return words.words, (words,)
    return words or "", ()
