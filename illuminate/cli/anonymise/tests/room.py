"""A folder with a register and a file, and the commands run in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from illuminate.cli import main

REGISTER = """kind,real,pseudonym,role,aliases
person,Margaret Anne Holloway,Louise,victim,Maggie|Mrs Holloway|Holloway
person,Leonard Frost,a neighbour,neighbour,Mr Frost
place,14 Quarry Bank,the family home,,
date,09/10/2021,October 2021,,
identifier,999 001 4213,,nhs_number,
"""


class Room:
    """Where somebody works; every command gets the register."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.register = self.put("register.csv", REGISTER)

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, command: str, file: Path, *more: str | Path) -> Result:
        arguments = [command, file, "--register", self.register, *more]
        return CliRunner().invoke(main, ["anonymise", *map(str, arguments)])

    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}

    def json(self, name: str) -> dict[str, Any]:
        return json.loads((self.folder / name).read_text())


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def refused(done: Result, code: int, *words: str) -> None:
    """One sentence on standard error, nothing on standard output, no traceback."""
    assert done.exit_code == code, done.output
    [line] = done.stderr.splitlines()
    assert line.startswith("illuminate: ") and line.endswith(".") and not done.stdout
    assert all(word in line for word in words), line
    assert "fault" not in line and "Traceback" not in done.output
