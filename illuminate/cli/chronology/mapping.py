"""What headings mean, where a person knows better: the file of `--columns`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from illuminate.cli.plain import PlainError
from illuminate.engines.chronology.columns import Columns

_KEYS = {"agency", "fields", "parts"}


def read_columns(path: Path) -> dict[str, Columns]:
    """A mapping for each file or agency that the .toml names. Raises PlainError (2), which says what is wrong."""
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlainError(
            f"{path} can't be opened ({(error.strerror or 'unknown fault').lower()}): check its name.", 2
        ) from error
    except ValueError as error:
        raise PlainError(f"{path} is not a .toml that can be read: {error}.", 2) from error
    return {name: _columns(path, name, section) for name, section in sections.items()}


def _columns(path: Path, name: str, section: object) -> Columns:
    if not isinstance(section, dict) or not section.keys() <= _KEYS:
        raise PlainError(
            f'{path}: ["{name}"] can have agency, fields and parts, each at most once, and nothing else.', 2
        )
    agency, fields, parts = section.get("agency", ""), section.get("fields", {}), section.get("parts", {})
    if not isinstance(agency, str) or not _are_words(fields):
        raise PlainError(f'{path}: fields of ["{name}"] are headings, each with the field it means.', 2)
    if not isinstance(parts, dict) or not all(_are_words(one) for one in parts.values()):
        raise PlainError(f'{path}: parts of ["{name}"] are sheets or tables, each with its headings.', 2)
    return Columns(fields, agency, parts)


def _are_words(fields: object) -> bool:
    return isinstance(fields, Mapping) and all(isinstance(one, str) for one in fields.values())
