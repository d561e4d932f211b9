"""What a machine reads for letters and digits; the tables are data."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

_TABLES: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _table(name: str) -> list[tuple[str, str]]:
    return [(pair[: pair.rindex(">")], pair[pair.rindex(">") + 1 :]) for pair in _TABLES[name].split()]


_PAIRS = _table("pairs")
READ_AS = dict(_table("digits"))
AS_DIGITS = str.maketrans(dict(_table("numbers")))


def misread(word: str) -> Iterator[str]:
    """What a machine may read for a word, one pair of letters at a time."""
    for seen, stood in _PAIRS:
        at = word.find(stood)
        if at >= 0 and word.count(stood) > 1:
            yield word.replace(stood, seen)
            yield word[:1] + word[1:].replace(stood, seen)
        while at >= 0:
            yield word[:at] + seen + word[at + len(stood) :]
            at = word.find(stood, at + 1)
