"""Pieces of a page put together: lines, and tables whose rows and columns are ruled."""

from dataclasses import dataclass, field

from .glyphs import Box, Piece

_SAME = 3.0  # points between two drawings of one line
_ROW_MARGIN = 2.0


@dataclass(slots=True)
class Line:
    """Pieces on one base line, from left to right."""

    pieces: list[Piece]

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.pieces[-1].right

    @property
    def base(self) -> float:
        """Where its letters stand."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """The size of most of its letters in points."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def text(self) -> str:
        """The words, pieces parted by a blank."""
        return " ".join(piece.text.strip() for piece in self.pieces)


@dataclass(slots=True)
class Table:
    """A ruled table: its box, the widths of its columns, and for each row and column the pieces inside."""

    box: Box
    xs: list[float]
    ys: list[float]
    cells: dict[tuple[int, int], list[Piece]] = field(default_factory=dict)

    def take(self, piece: Piece) -> bool:
        """Take a piece that stands inside."""
        x, y = piece.left + min(4.0, (piece.right - piece.left) / 2), piece.base + 0.3 * piece.size
        if not (self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]):
            return False
        column = sum(x > edge for edge in self.xs[1:-1])
        row = sum(y < edge for edge in self.ys[1:-1])
        self.cells.setdefault((row, column), []).append(piece)
        return True

    def rows(self) -> list[list[list[Piece]]]:
        """Row by row, those without a word left out."""
        columns = range(len(self.xs) - 1)
        every = [[self.cells.get((row, column), []) for column in columns] for row in range(len(self.ys) - 1)]
        return [row for row in every if any(row)]

    def widths(self) -> list[float]:
        """The columns' widths in points."""
        return [right - left for left, right in zip(self.xs, self.xs[1:], strict=False)]


def lines_of(pieces: list[Piece]) -> list[Line]:
    """Pieces as lines, in the order in which they are read."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and _goes_on(lines[-1], piece):
            lines[-1].pieces.append(piece)
        else:
            lines.append(Line([piece]))
    return lines


def _goes_on(line: Line, piece: Piece) -> bool:
    size = max(line.size, piece.size)
    return abs(line.base - piece.base) <= 0.4 * size and piece.left >= line.right - 0.2 * size


def tables_of(level: list[Box], upright: list[Box]) -> list[Table]:
    """Tables out of ruled lines that touch; two columns at least."""
    tables = []
    for group in _touching(level, upright):
        xs = _merged([box[0] for box in group if box[3] - box[1] > box[2] - box[0]])
        ys = _merged([box[1] for box in group if box[3] - box[1] <= box[2] - box[0]])
        if len(xs) >= 3 and len(ys) >= 2:
            tables.append(Table((xs[0], ys[0], xs[-1], ys[-1]), xs, ys[::-1]))
    return tables


def _merged(values: list[float]) -> list[float]:
    """Values in order, those that lie close together once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _touching(level: list[Box], upright: list[Box]) -> list[list[Box]]:
    """Groups of lines that meet. Sorted downwards, a group ends where nothing reaches further."""
    groups: list[list[Box]] = []
    lowest = 0.0
    for box in sorted({*level, *upright}, key=lambda box: -box[3]):
        if groups and box[3] >= lowest - _ROW_MARGIN:
            groups[-1].append(box)
            lowest = min(lowest, box[1])
        else:
            groups.append([box])
            lowest = box[1]
    return groups
