"""The house as the guards see it: its rooms, their files, their models."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "illuminate"
JOURNEY = sorted(path.parent for path in (PACKAGE / "journey").glob("*/apps.py"))
READING = sorted(path.parent for path in (PACKAGE / "reading").glob("*/apps.py"))


def sources(folder: Path = PACKAGE) -> Iterator[Path]:
    """Every Python file that runs: no tests, no migrations."""
    for path in sorted(folder.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts):
            yield path


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=named(path))


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("illuminate.")]


def journey_models() -> list[type[models.Model]]:
    return [model for model in own_models() if model.__module__.startswith("illuminate.journey.")]
