"""A file's words as sheets to read, with the machine's findings marked where they stand. Pure; knows no database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST = 7000  # characters a sheet: two or three printed pages
UNREAD = "Parts that nobody could read"
Item = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """Some words of a paragraph, and the number of the finding that they are; 0 for none."""

    text: str
    number: int = 0


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, line, row or page, in pieces."""

    number: int
    pieces: list[Piece]
    is_heading: bool = False

    @property
    def findings(self) -> list[int]:
        return [piece.number for piece in self.pieces if piece.number]


@dataclass
class Section:
    """A part of the file, or as much of it as stands on one sheet."""

    part: str
    goes_on: bool
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class Sheet:
    """What is read at one time."""

    sections: list[Section] = field(default_factory=list)

    @property
    def findings(self) -> list[int]:
        """The numbers of the findings on it."""
        return [n for section in self.sections for one in section.paragraphs for n in one.findings]


def sheets(parts: Iterable[Mapping[str, Any]], items: Sequence[Item]) -> list[Sheet]:
    """The whole file in sheets; what nobody could read stands at the end, and what has no place in a part too."""
    found = _by_place(items)
    made = [Sheet()]
    filled = 0
    for part in sorted(parts, key=_is_beside):
        made[-1].sections.append(Section(part["name"], False))
        for number, text, is_heading in part["paragraphs"]:
            if filled and filled + len(text) > MOST:
                begun = bool(made[-1].sections[-1].paragraphs)
                if not begun:
                    made[-1].sections.pop()
                made.append(Sheet([Section(part["name"], begun)]))
                filled = 0
            pieces = list(_pieces(text, found.pop((part["name"], number), [])))
            made[-1].sections[-1].paragraphs.append(Paragraph(number, pieces, is_heading))
            filled += len(text)
    return [*(sheet for sheet in made if sheet.findings or sheet.sections), *_left(items, found)]


def _is_beside(part: Mapping[str, Any]) -> bool:
    """Whether a part stands beside the text itself: that is read first."""
    name = str(part["name"])
    return (
        not (name == "body" or name.startswith(("page ", "sheet ", "hidden sheet "))) or name == "sheet name"
    )


def _by_place(items: Sequence[Item]) -> dict[tuple[str, int], list[Item]]:
    found: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        if not item["unread"]:
            found[item["part"], item["paragraph"]].append(item)
    return found


def _pieces(text: str, found: Sequence[Item]) -> Iterator[Piece]:
    """The paragraph cut where findings begin and end; of two that overlap the second is marked as far as it goes on."""
    at = 0
    for item in sorted(found, key=lambda one: (one["start"], -one["end"])):
        start, end = max(at, item["start"]), max(at, min(item["end"], len(text)))
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], item["number"])
        at = end
    if at < len(text):
        yield Piece(text[at:])


def unread_words(item: Item) -> str:
    """A part that nobody could read, and why."""
    part = str(item["part"])
    return f"{part[:1].upper()}{part[1:]}: {item['why']}"


def _left(items: Sequence[Item], found: Mapping[tuple[str, int], list[Item]]) -> list[Sheet]:
    """Findings whose words were not kept (an older look), then the parts that nobody could read."""
    sections: dict[str, Section] = {}
    for (part, number), ones in found.items():
        pieces = [Piece(one["text"], one["number"]) for one in ones]
        sections.setdefault(part, Section(part, False)).paragraphs.append(Paragraph(number, pieces))
    unread = [item for item in items if item["unread"]]
    if unread:
        lines = [
            Paragraph(number, [Piece(unread_words(item), item["number"])])
            for number, item in enumerate(unread, 1)
        ]
        sections[UNREAD] = Section(UNREAD, False, lines)
    return [Sheet(list(sections.values()))] if sections else []
