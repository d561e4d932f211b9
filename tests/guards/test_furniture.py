"""Rules 2 and 15: every room has the same furniture, and nothing has outgrown a sitting."""

import ast
from pathlib import Path

import pytest

from tests.guards.house import JOURNEY, PACKAGE, READING, ROOT, named, sources, tree

FURNITURE = {
    "__init__", "apps", "models", "lifecycle", "blockers", "permissions", "actions", "queries", "notices", "forms",
    "views", "urls", "events", "tasks",
}  # fmt: skip
LINES_A_FILE = 300
LINES_A_FUNCTION = 30
# Data written as Python, and the one table that every stage of a review stands in.
TABLES = {"illuminate/config/settings.py", "illuminate/journey/reviews/lifecycle.py"}


def all_sources() -> list[Path]:
    return [*sources(), *sorted((ROOT / "tests").rglob("*.py")), *PACKAGE.rglob("tests/*.py")]


@pytest.mark.parametrize("room", JOURNEY, ids=named)
def test_a_room_has_what_it_needs_to_be_found(room: Path) -> None:
    names = {path.stem for path in room.iterdir()}  # a file, or a folder of files split by verb
    assert {"actions", "events", "models", "permissions", "queries", "tasks"} - names <= {"permissions"}


@pytest.mark.parametrize("room", [*JOURNEY, *READING], ids=named)
def test_pages_live_in_the_rooms_own_folder(room: Path) -> None:
    folders = (
        {path.name for path in (room / "templates").iterdir()} if (room / "templates").exists() else set()
    )
    assert folders <= {room.name}


@pytest.mark.parametrize("path", all_sources(), ids=named)
def test_files_and_functions_fit_a_sitting(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LINES_A_FILE or named(path) in TABLES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and "tests" not in path.parts:
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= LINES_A_FUNCTION, f"{named(path)}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", list(sources()), ids=named)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    if path.name in ("__init__.py", "apps.py", "urls.py", "__main__.py") and path.parent.name != "config":
        return
    assert ast.get_docstring(tree(path)), f"{named(path)} has no docstring"
