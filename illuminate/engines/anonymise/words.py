"""Words that are names and words besides, titles, abbreviations: what the engine knows of names before it reads.

A name in ORDINARY counts as a name only with a capital, and only where its sentence uses it as a name. The words are
data, in words.toml.
"""

import tomllib
from pathlib import Path
from typing import Any

_TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """One of the lists, by its name there."""
    return frozenset(_TABLES[name].split())


GIVEN = words("given")
FAMILY = words("family")
PLACES = words("places")
ORDINARY = (GIVEN | FAMILY | PLACES) - words("never_ordinary")
MONTHS = words("months")
BEFORE_MONTH = words("before_month")
FUNCTION = words("function")
TITLES = words("titles")
KIN = words("kin")
ABBREVIATIONS = words("abbreviations")
SPEECH = words("deeds")
THINGS = words("things")
STREETS = words("streets")
PEOPLE_ARE = words("done_to_people")
FOLLOWERS = {word: frozenset(after.split()) for word, after in _TABLES["followers"].items()}
ROLES_HERS = words("roles_hers")
ROLES_HIS = words("roles_his")
TITLED = words("titled")
HONOUR_BEFORE = words("honour_before")
HONOUR_AFTER = words("honour_after")
