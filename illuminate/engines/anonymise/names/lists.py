"""The word lists beside this file, each read once: they hold what the layer of names knows, and are data."""

import tomllib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def _file(name: str) -> dict[str, str]:
    with (_HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Single words, in lower case."""
    return frozenset(_file(name)[key].split())


@cache
def phrases(name: str, key: str) -> frozenset[str]:
    """Whole names or phrases, in lower case, between strokes in the file."""
    return frozenset(" ".join(one.split()) for one in _file(name)[key].split("|") if one.strip())
