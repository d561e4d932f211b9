"""Whether both parents, one of them or neither came to a meeting about their child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.lexicon import words_of


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {value: re.compile("|".join(known)) for value, known in words_of("company")["parents"].items()}


def parents_in(words: str) -> Iterator[Claim]:
    """Give what a text (plain, lower case) says of the parents; the first answer that fits is taken."""
    for value, pattern in _patterns().items():
        match = pattern.search(words)
        if match:
            yield Claim("parents there", "who was present", value, match.group(0).strip())
            return
