"""Rule 3: only actions write; and an action's name, `by=` and transaction look the same everywhere."""

import ast
from pathlib import Path

import pytest

from tests.guards.house import PACKAGE, named, sources, tree

WRITING = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
    "delete",
    "update",
}
# Where `.update(…)` is a dict's or a hash's, not a table's.
NOT_TABLES = {"environ", "digest", "data", "context", "settings", "hash", "hasher", "sha", "params", "attrs"}


def rooms_sources() -> list[Path]:
    folders = [PACKAGE / "journey", PACKAGE / "reading"]
    return [path for folder in folders for path in sources(folder) if not _writes_here(path)]


def _writes_here(path: Path) -> bool:
    return path.stem.startswith("actions") or path.parent.name == "actions"


def _writes(path: Path) -> list[str]:
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
            if node.func.attr == "save" and node.args:
                continue  # a document into a stream; a row is saved with keywords only
            owner = ast.unparse(node.func.value)
            if "objects" in owner or "filter(" in owner or node.func.attr in ("save", "bulk_create"):
                found.append(f"line {node.lineno}: {owner}.{node.func.attr}")
    return found


@pytest.mark.parametrize("path", rooms_sources(), ids=named)
def test_only_actions_write(path: Path) -> None:
    assert not _writes(path)


def actions() -> list[tuple[Path, ast.FunctionDef]]:
    return [
        (path, node)
        for path in sources(PACKAGE / "journey")
        if _writes_here(path) and path.stem != "common"  # what the writers share
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


@pytest.mark.parametrize(
    ("path", "function"), actions(), ids=lambda value: getattr(value, "name", str(value))
)
def test_an_action_takes_keywords_only_and_who_acts_last(path: Path, function: ast.FunctionDef) -> None:
    names = [argument.arg for argument in function.args.kwonlyargs]
    if "by" not in names:
        assert not _is_writer(function), f"{named(path)}: {function.name} writes without saying who acts"
        return
    assert not function.args.args, f"{named(path)}: {function.name} takes positional arguments"
    assert names[-1] == "by", f"{named(path)}: {function.name}: by= comes last"


def _is_writer(function: ast.FunctionDef) -> bool:
    return any(
        getattr(node.func, "id", "") == "record" for node in ast.walk(function) if isinstance(node, ast.Call)
    )
