"""What a reader hands over: the parts of a file with their words, and the parts nobody could read."""

from collections import defaultdict
from dataclasses import dataclass, field

# Parts in which words are run together or without capitals.
NAME_LIKE = frozenset(
    {"link", "bookmark", "file name", "part name", "attachment", "sheet name", "defined name"}
)


@dataclass(frozen=True)
class Part:
    """One part of a file, named as a reader would name it (design: commands.md, "where.part").

    `elsewhere`: for a paragraph (its index), spans whose words are also in another part, which says better
    where they are: a tracked insertion, hidden text. `is_machine`: no prose, so shapes mean nothing there.
    `is_wrapped`: paragraphs are lines, and a name may run on into the next one.
    """

    name: str
    paragraphs: list[str]
    elsewhere: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    is_machine: bool = False
    is_wrapped: bool = False


@dataclass(frozen=True)
class Unread:
    """A part that nothing could read, and why, in plain words."""

    part: str
    why: str


@dataclass
class Reading:
    """Everything read from one file; readers add to it and never drop anything silently."""

    parts: dict[str, Part] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, part: str, text: str, *, elsewhere: list[tuple[int, int]] | None = None) -> None:
        """One more paragraph of a part; an empty one counts."""
        paragraphs = self.parts.setdefault(part, Part(part, [])).paragraphs
        paragraphs.append(text)
        if elsewhere:
            self.parts[part].elsewhere[len(paragraphs) - 1] = elsewhere

    def add_words(self, part: str, text: str | None) -> None:
        """One more paragraph if there are words in it."""
        if text and text.strip():
            self.add(part, text)

    def add_once(self, part: str, text: str | None) -> None:
        """The same, unless the part already says exactly this."""
        if part not in self.parts or text not in self.parts[part].paragraphs:
            self.add_words(part, text)

    def add_machine(self, part: str, text: str) -> None:
        """A word out of the file's machinery (an attribute, an unexplained string): the register only."""
        known = self.parts.setdefault(part, Part(part, [], is_machine=True))
        if text.strip() and any(char.isalnum() for char in text):
            known.paragraphs.append(text)

    def skip(self, part: str, why: str) -> None:
        """Say that a part was not read."""
        self.unread.append(Unread(part, why))

    def number(self, part: str) -> str:
        """The next of several: "comment 1", "picture 2"."""
        self._counts[part] += 1
        return f"{part} {self._counts[part]}"
