"""A form as a text with the reason for it, and the words by which forms are compared."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..fold import fold

_TOKEN = re.compile(r"[^\W\d_]+|\d+")


class Form(NamedTuple):
    """One way to write an entry. `confidence`: how sure it is that the entry is meant where the form stands."""

    text: str
    rule: str
    confidence: float
    listed: bool = False


def tokens_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded and in lower case."""
    return tuple(_TOKEN.findall(text.lower() if text.isascii() else fold(text).lower))


@cache
def data(name: str) -> dict[str, Any]:
    """A table of this folder, by its name without an ending."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def terms(name: str) -> frozenset[str]:
    """A set of folded words out of `terms`."""
    return frozenset(fold(data("terms")[name]).lower.split())
