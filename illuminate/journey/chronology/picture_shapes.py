"""What the swim-lane picture is made of, in pixels, with what each thing stands for in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from illuminate.journey.chronology.queries_picture import Asked, Bin, Lane, Single, Window

FULL_WIDTH, NARROW, LEAST_WIDTH = 1218, 700, 240
RIGHT, TOP = 16, 30
LANE, DOTS, BARS = 50, 28, 34
"""Height of a lane; below its top the middle of the dots' rows, and the first row of bars."""


@dataclass(frozen=True)
class Material:
    """What is drawn: lanes, their entries by one or by the bin, findings and marks with their places."""

    lanes: Sequence[Lane]
    singles: Sequence[Single] = ()
    bins: Sequence[Bin] = ()
    asked: Sequence[Asked] = ()
    marks: Sequence[tuple[UUID, str]] = ()
    days: Mapping[UUID, tuple[UUID, date]] = field(default_factory=dict)


@dataclass(frozen=True)
class Canvas:
    """Days across pixels. On a narrow screen a name stands above its lane instead of beside it."""

    window: Window
    width: int = FULL_WIDTH

    @property
    def is_narrow(self) -> bool:
        return self.width < NARROW

    @property
    def left(self) -> int:
        return 10 if self.is_narrow else 260

    @property
    def plot(self) -> int:
        return self.width - self.left - RIGHT

    @property
    def head(self) -> int:
        """Room above what a lane shows, for its name."""
        return 20 if self.is_narrow else 0

    def x_of(self, day: date) -> float:
        """Where a day begins."""
        return round(self.left + self.plot * (day - self.window.first).days / self.window.days, 1)

    def middle_of(self, day: date) -> float:
        return round(self.x_of(day) + self.plot / self.window.days / 2, 1)


@dataclass(frozen=True)
class Shape:
    """A rectangle, with what it stands for in words, where it leads, and what is written in it."""

    x: float
    y: float
    width: float
    height: float
    look: str
    words: str
    url: str = ""
    text: str = ""

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def base(self) -> float:
        return self.y + self.height - 5


@dataclass(frozen=True)
class Sign:
    """A character or a number in a ring: findings, a mark. `lines` go from its entries' lanes down to it.

    One that stands for several has the days between which they lie, so that it can be zoomed to.
    """

    x: float
    y: float
    text: str
    look: str
    words: str
    url: str = ""
    lines: tuple[tuple[float, float], ...] = ()
    days: Window | None = None

    @property
    def box(self) -> int:
        """The ring's width: room for a number of several digits."""
        return 20 + 8 * (len(self.text) - 1)

    @property
    def box_x(self) -> float:
        return round(self.x - self.box / 2, 1)

    @property
    def box_y(self) -> float:
        return self.y - 10

    @property
    def base(self) -> float:
        return self.y + 5

    @property
    def round(self) -> int:
        """A conflict stands in a square, everything else in a round ring."""
        return 0 if self.look.startswith("conflict") else 10


@dataclass(frozen=True)
class Text:
    """A line of a lane's name."""

    text: str
    y: float
    look: str = "name"


@dataclass
class Row:
    """A lane: whose it is, how that is written, and its shapes. `y` is where its entries begin."""

    name: str
    y: float
    labels: list[Text]
    shapes: list[Shape] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return self.y + LANE / 2


@dataclass(frozen=True)
class Band:
    """A stripe behind every second lane."""

    y: float
    height: float


@dataclass(frozen=True)
class Tick:
    x: float
    text: str


@dataclass(frozen=True)
class Picture:
    """All that the template draws."""

    canvas: Canvas
    height: float
    rows: list[Row]
    bands: list[Band]
    ticks: list[Tick]
    signs: list[Sign]
    labels: list[Text]
    title: str

    @property
    def names(self) -> int:
        """How wide the column of names is."""
        return 0 if self.canvas.is_narrow else self.canvas.left - 16
