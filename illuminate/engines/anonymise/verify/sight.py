"""What can be seen of a file: texts, each with its place and how far a likeness to a name means anything there."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from ..errors import UnsafeFile
from ..places import Unread

# prose: somebody wrote it. name: written without blanks or capitals. machine: words for a program.
# joined: words put together that may not belong together.
# seam: only what runs over its line end. bytes: letters that chance may have made.
# font: a font's own words, with its makers' names.
Trust = Literal["prose", "name", "machine", "joined", "seam", "bytes", "font"]

_MOST = 400_000_000
_DEEPEST = 6
_BOMB = "The file unpacks to an enormous size. It was not opened; ask for another copy."


@dataclass(frozen=True)
class Seen:
    """One text; `paragraph` counts the texts of its part from 1, or `by_line` its lines."""

    part: str
    paragraph: int
    text: str
    trust: Trust
    by_line: bool = False


@dataclass
class Sight:
    """Everything seen in one file, and what could not be."""

    seen: list[Seen] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    depth: int = 0
    _left: int = _MOST
    _paragraphs: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _known: set[tuple[str, str]] = field(default_factory=set)

    def prose(self, part: str, text: str, *, by_line: bool = False) -> None:
        """A paragraph, also an empty one, for paragraphs are counted; or a whole text whose paragraphs are lines."""
        self._paragraphs[part] += 1
        if text.strip():
            self.seen.append(Seen(part, self._paragraphs[part], text, "prose", by_line))

    def add(self, part: str, text: str, trust: Trust) -> None:
        """Another reading of a part, once."""
        if any(char.isalnum() for char in text) and (part, text) not in self._known:
            self._known.add((part, text))
            self.seen.append(Seen(part, self._paragraphs[part] or 1, text, trust))

    def name(self, part: str, text: str) -> None:
        """A name of a file, a part, a link or a bookmark."""
        self.add(part, text, "name")

    def skip(self, part: str, why: str) -> None:
        """Say once that a part can't be read."""
        if all(one.part != part for one in self.unread):
            self.unread.append(Unread(part, why))

    def damaged(self, part: str, why: str) -> None:
        """The same of a file that is broken: the whole file, or one inside it."""
        self.skip("whole file" if self.depth == 1 else part, why)

    def number(self, part: str) -> str:
        """The next of several: "picture 2"."""
        self._numbers[part] += 1
        return f"{part} {self._numbers[part]}"

    def spend(self, size: int) -> None:
        """Count what was unpacked. Raises UnsafeFile when it is too much."""
        self._left -= size
        if self._left < 0:
            raise UnsafeFile(_BOMB)

    @property
    def left(self) -> int:
        """How many bytes may still be unpacked."""
        return self._left

    def may_go_deeper(self) -> bool:
        """Whether a file inside a file inside a file is still opened."""
        return self.depth < _DEEPEST
