"""The lists of words beside this file, by language; each file is read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def languages_of(name: str) -> tuple[Mapping[str, Any], ...]:
    """What a list says in each language, English first."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tuple(tomllib.load(file).values())
