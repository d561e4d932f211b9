"""Rule 1: imports run downward only. No signals, no import tricks."""

import ast
import subprocess
import sys

import pytest

from tests.guards.house import ROOT, named, sources, tree

MAY_IMPORT_BY_NAME = {"illuminate/reading/desk/words.py"}


def test_imports_run_downward_only() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()",
         "--no-cache", "--no-logo"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("path", list(sources()), ids=named)
def test_no_signals_and_no_import_tricks(path) -> None:
    imported = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            imported |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
    assert not {name for name in imported if name.startswith("django.dispatch")}
    assert not {name for name in imported if name.endswith((".signals", ".pre_save", ".post_save"))}
    if named(path) not in MAY_IMPORT_BY_NAME:
        tricks = {name for name in imported if name.split(".")[0] == "importlib"}
        assert not {name for name in tricks if name.split(".")[1:2] not in (["resources"], ["metadata"])}
