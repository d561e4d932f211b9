"""A check that is switched off says why, in a few words beside it."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.guards.house import ROOT, named

OFF = re.compile(
    r"#\s*(?:ruff:\s*|flake8:\s*)?noqa\b(?::\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*)?"
    r"|#\s*type:\s*ignore\b(?:\[[^\]]*\])?"
    r"|#\s*(?:mypy|pyright):\s*[\w-]+(?:[=:\[]\S*)?"
    r"|#\s*pragma:\s*no \w+"
    r"|#\s*nosec\b(?:\s+B\d+)*"
    r"|shellcheck disable=[\w,]+"
    r"|(?:eslint|stylelint)-disable[\w-]*(?:\s+[\w@/-]+)?"
)
# The settings of pyproject.toml that let something pass: each line of their lists says why.
LETS_PASS = re.compile(
    r"(?:extend-)?(?:ignore|exclude)\s*=|(?:ignore|follow|warn|unmatched)_\w+\s*="
    r'|"[^"]*\*[^"]*"\s*=|filterwarnings\s*=|  "ignore:'
)
WORDS = re.compile(r"[A-Za-z]{2,}.* .*[A-Za-z]{2,}")
AXE_OFF = re.compile(r"[\"']enabled[\"']\s*:\s*False|disable_?[rR]ules")


def listed(*endings: str) -> list[Path]:
    """Every file of the project with such an ending; "" stands for the scripts, which have none."""
    found = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = (ROOT / name for name in found.stdout.splitlines())
    return sorted(path for path in paths if path.suffix in endings and path.is_file())


def some(found: Mapping[str, Sequence[object]]) -> dict[str, Sequence[object]]:
    """The files in which something was found, so that a failure names them."""
    return {name: each for name, each in found.items() if each}


def silent_marks(comment: str) -> list[str]:
    """The marks in a comment that switch a check off and are not followed by a reason."""
    return [mark[0] for mark in OFF.finditer(comment) if not WORDS.search(OFF.sub("", comment[mark.end() :]))]


def comments(source: str) -> dict[int, str]:
    """The comments of a Python file by their line; what only stands in a string is none."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}


def silent_handlers(source: str) -> list[int]:
    """Lines that catch any fault at all, with no comment just above, beside, or first inside."""
    told = comments(source)
    handlers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    return [
        one.lineno
        for one in handlers
        if _takes_everything(one.type) and not {one.lineno - 1, one.lineno, one.lineno + 1} & told.keys()
    ]


def _takes_everything(kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(
        one is None or (isinstance(one, ast.Name) and one.id in ("Exception", "BaseException"))
        for one in kinds
    )


def silent_settings(text: str) -> list[int]:
    """Lines of pyproject.toml that let something pass and don't say why."""
    found, inside = [], False
    for number, line in enumerate(text.splitlines(), start=1):
        code, _, why = line.partition("#")
        begins, opens = bool(LETS_PASS.match(code)), code.rstrip().endswith("[")
        item = (begins and not opens) or (inside and code.strip() not in ("", "]", '"error",'))
        if item and not WORDS.search(why):
            found.append(number)
        inside = opens if begins and not code.startswith(" ") else inside and code.strip() != "]"
    return found


@pytest.mark.parametrize(
    "comment",
    ["# noqa", "# noqa: S603", "# ruff: noqa: A001, A002", "# type: ignore[misc]", "# pragma: no cover",
     "# noqa: S603  # type: ignore[misc]", "# shellcheck disable=SC2086", "// eslint-disable-next-line no-eval",
     "# mypy: ignore-errors", "# noqa: S603 -"],
)  # fmt: skip
def test_a_mark_alone_is_silent(comment: str) -> None:
    assert silent_marks(comment)
    assert not silent_marks(f"{comment} - our own words")


def test_a_wide_net_and_a_setting_alone_are_silent() -> None:
    net = "try:\n    go()\nexcept (OSError, Exception):{}\n\n    raise\n"
    assert silent_handlers(net.format("")) == [3]
    assert not silent_handlers(net.format("  # each has its own"))
    assert silent_settings('ignore = [\n  "S101",\n]\nselect = [\n  "E",\n]') == [2]
    assert not silent_settings('ignore = [\n  "S101", # asserts are how tests speak\n]')


def test_code_says_why_a_check_is_off() -> None:
    marks, nets = {}, {}
    for path in listed(".py"):
        source = path.read_text()
        marks[named(path)] = [mark for text in comments(source).values() for mark in silent_marks(text)]
        nets[named(path)] = silent_handlers(source)
    assert not some(marks), "say why behind the mark: # noqa: S603 - our own words"
    assert not some(nets), "say beside it why any fault at all is caught"


def test_tests_take_no_leave_from_checks_that_pass_them_by() -> None:
    """Types are checked in the program alone, so that a mark in a test lets nothing pass."""
    texts = {
        named(path): [text for text in comments(path.read_text()).values() if "type: ignore" in text]
        for path in listed(".py")
        if {"tests", "benchmarks"} & set(path.parts)
    }
    assert not some(texts)


def test_no_rule_of_access_for_all_is_off() -> None:
    """One known fault of one component is left out by its own name; a whole rule never is."""
    here = Path(__file__)
    off = [named(path) for path in listed(".py") if path != here and AXE_OFF.search(path.read_text())]
    assert not off


def test_scripts_and_pages_say_why_a_check_is_off() -> None:
    found = {
        named(path): [mark for line in path.read_text().splitlines() for mark in silent_marks(line)]
        for path in listed("", ".sh", ".js", ".css", ".scss", ".html", ".toml")
    }
    assert not some(found)


def test_settings_say_why_something_passes() -> None:
    assert not silent_settings((ROOT / "pyproject.toml").read_text())
