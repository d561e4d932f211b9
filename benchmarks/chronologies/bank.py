"""The banks of words, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "banks"


@cache
def bank(name: str) -> dict[str, Any]:
    """One file of ``banks/`` as a dictionary."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
