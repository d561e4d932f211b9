"""Which of the people that an entry is about is said to have been arrested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from illuminate.engines.chronology.findings.conflicts.claims import Claim

_DEED = r"(?:arrested|detained|handcuffed|(?:taken|led) away|(?:taken|brought) (?:in)?to custody)"
_ARREST = re.compile(
    rf"\b([a-z][a-z'-]{{2,}})(?: was| were| has been| had been| then| also)* {_DEED}\b(?! under| on a section)|"
    r"\b(?:arrested|arrest of|detained|took away) ([a-z][a-z'-]{2,})\b"
)


def arrests_in(words: str, subjects: Sequence[str]) -> Iterator[Claim]:
    """Give the subjects named, in full, by surname or by a short first name, as the one arrested."""
    if len(subjects) < 2 or not any(letters in words for letters in ("arrest", "custody", "away", "cuff")):
        return
    for match in _ARREST.finditer(words):
        name = match[1] or match[2]
        for subject in subjects:
            if any(part.startswith(name) for part in re.split(r"[ -]", subject.lower())):
                yield Claim("who was arrested", "who was arrested", subject.lower(), match.group(0))
