"""Where one account says that somebody had no injury at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import (
    body_parts,
    pattern,
    sentences,
    whose,
)
from illuminate.engines.chronology.findings.lexicon import words_of


@dataclass(frozen=True, slots=True)
class Unhurt:
    """That nothing was to be seen, or wrong, on the whole body; ``outward``: only nothing to be seen."""

    whose: str
    outward: bool
    quote: str


def unhurt_in(words: str) -> list[Unhurt]:
    """Give where a text says that somebody had no injury at all."""
    found: list[Unhurt] = []
    if not any(map(pattern("none", "words").search, sentences(words))):
        return found
    other, inward = words_of("injuries")["none"]["other"], words_of("injuries")["none"]["inward"]
    last = ""
    for sentence in sentences(words):
        for match in pattern("none", "words").finditer(sentence):
            behind = sentence[match.end() :]
            near = f"{match.group(0)} {behind[:18]}"
            if any(re.search(rf"\b{word}", near) for word in other) or _partly().match(behind):
                continue
            ahead = sentence[: match.start()]
            person = whose("", behind[:30]) or whose(ahead) or ("" if ahead.strip() else last)
            found.append(
                Unhurt(person, any(word in match.group(0) for word in inward), match.group(0).strip())
            )
        last = whose(sentence)
    return found


@cache
def _partly() -> re.Pattern[str]:
    told = words_of("injuries")["none"]["partly"][0].replace("OWN", "(?:her|his|the|their)")
    return re.compile(rf"(?:{told})(?:{body_parts().pattern.replace('?P<', '?P<_')})")
