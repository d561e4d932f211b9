"""The text of a section as blocks that a page can show. What the signs mean: sections.py."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One paragraph, list, table, quotation or smaller heading."""

    kind: str
    lines: tuple[str, ...]

    @property
    def rows(self) -> list[list[str]]:
        """A table's rows, without the first, which names the columns."""
        return [line.split("\t") for line in self.lines[1:]]

    @property
    def columns(self) -> list[str]:
        return self.lines[0].split("\t")

    @property
    def name(self) -> str:
        """What a table is called for somebody who can't see it: its columns."""
        return f"Table: {', '.join(column for column in self.columns if column)}"


def blocks(text: str) -> list[Block]:
    """The blocks of a section's text, in order."""
    return [_block(part.split("\n")) for part in text.split("\n\n") if part.strip()]


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if any("\t" in line for line in lines):
        return Block("table", tuple(lines))
    if first.startswith("• "):
        return Block("list", tuple(line.removeprefix("• ") for line in lines))
    if re.match(r"\d+\. ", first) and len(lines) > 1:
        return Block("numbers", tuple(line.split(". ", 1)[-1] for line in lines))
    if first.startswith("> "):
        return Block("quote", tuple(line.removeprefix("> ") for line in lines))
    if first.startswith("# "):
        return Block("heading", (first.removeprefix("# "),))
    return Block("paragraph", tuple(lines))
