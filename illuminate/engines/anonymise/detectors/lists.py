"""The word lists beside the detectors, each read once: what they know of words is data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Lists:
    """One .toml file of lists: words between spaces, phrases between strokes, all in lower case."""

    path: Path

    def words(self, *keys: str) -> frozenset[str]:
        """Single words."""
        return frozenset(word for key in keys for word in str(self._value(key)).split())

    def phrases(self, *keys: str) -> frozenset[str]:
        """Whole phrases, each with single spaces."""
        return frozenset(
            " ".join(one.split()) for key in keys for one in str(self._value(key)).split("|") if one.strip()
        )

    def either(self, *keys: str) -> str:
        """A pattern for any of some words, the longest first; what stands in the file may be a pattern itself."""
        return "(?:" + "|".join(sorted(self.words(*keys), key=lambda one: (-len(one), one))) + ")"

    def either_phrase(self, *keys: str) -> str:
        """A pattern for any of some phrases, the longest first; what stands in the file may be a pattern itself."""
        return "(?:" + "|".join(sorted(self.phrases(*keys), key=lambda one: (-len(one), one))) + ")"

    def compiled(self, *keys: str) -> re.Pattern[str]:
        """Any of some phrases as whole words, in any case."""
        return re.compile(rf"(?<![\w'-]){self.either_phrase(*keys)}(?![\w-])", re.I)

    def _value(self, key: str) -> Any:
        value: Any = _read(self.path)
        for part in key.split("."):
            value = value[part]
        return value


@cache
def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def beside(code: str, name: str) -> Lists:
    """The lists in a .toml file of this name in the folder of the code."""
    return Lists(Path(code).parent / f"{name}.toml")
