"""A look at a file, laid out: its findings with their decisions, and the sheets that they stand on."""

from dataclasses import dataclass
from functools import cached_property

from illuminate.foundation.access import keys
from illuminate.journey.anonymity import queries, sheets
from illuminate.journey.anonymity.finding import Line, line_of
from illuminate.journey.anonymity.models import MachineCheck
from illuminate.journey.anonymity.sheets import Sheet


@dataclass
class Board:
    """Everything of a look at a file that its pages and its copy need."""

    check: MachineCheck
    lines: dict[int, Line]
    sheets: list[Sheet]

    @cached_property
    def sheet_of(self) -> dict[int, int]:
        """On which sheet, from 1, each finding stands."""
        return {number: place for place, sheet in enumerate(self.sheets, 1) for number in sheet.findings}

    @property
    def order(self) -> list[Line]:
        """The findings as they are read."""
        return [self.lines[number] for sheet in self.sheets for number in sheet.findings]

    def next_open(self, after: int, among: list[Line]) -> int:
        """The next finding that nobody has decided about, round to the first; 0 when there is none."""
        numbers = [line.number for line in among]
        at = numbers.index(after) + 1 if after in numbers else 0
        return next((line.number for line in [*among[at:], *among[:at]] if line.is_open), 0)

    def same(self, line: Line) -> int:
        """How often the same words stand in the file."""
        wanted = queries.folded(line.text)
        return sum(queries.folded(one.text) == wanted for one in self.lines.values())


def lines_of(check: MachineCheck) -> list[Line]:
    """The findings of a look at a file with their decisions, in the machine's order."""
    with keys.holding(check.review_id):
        settled = queries.settlements(check)
        return [line_of(item, settled.get(item["number"])) for item in check.items()]


def board(check: MachineCheck) -> Board:
    """Everything of a look at a file that its pages need."""
    lines = lines_of(check)
    with keys.holding(check.review_id):
        laid = sheets.sheets(queries.read_words(check), check.items())
    return Board(check, {line.number: line for line in lines}, laid)
