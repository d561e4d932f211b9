"""What is to stand where in a copy, and what a writer gives back.

Check says where something stands, a writer puts the new words there. A writer never guesses: what it can't place
it refuses, and then no copy is made.
"""

from dataclasses import dataclass

from .places import Where


@dataclass(frozen=True)
class Replacement:
    """Words that go (`text`, exactly what stands at `where`) and what takes their place; empty leaves nothing."""

    where: Where
    text: str
    new: str


@dataclass(frozen=True)
class Written:
    """A copy's bytes, and in words what was taken out of it beside the replacements."""

    data: bytes
    removed: tuple[str, ...] = ()


class CannotReplace(ValueError):
    """A place that the writer can't reach; its message is one plain sentence without the words that stand there."""

    def __init__(self, where: Where) -> None:
        super().__init__(
            f"What stands in {where.part}, paragraph {where.paragraph}, can't be replaced there. Take it out by hand."
        )
        self.where = where
