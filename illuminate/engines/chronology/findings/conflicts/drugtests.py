"""What a drug test found, as one account tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.lexicon import words_of


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words_of("claims")["drugs"]
    name = rf"\b(?:{'|'.join(sorted(data['names'], key=len, reverse=True))})\b"
    listed = rf"({name}(?:(?:,| and|, and| &|/) ?{name})*)"
    return (
        re.compile(data["tests"]),
        re.compile(
            rf"pos(?:itive|'d)?(?: \w+)?(?: for| to)?:? {listed}( only)?|{listed}( only)\b|"
            rf"{listed}:? (?:positive|pos|\+ve|detected|present)\b"
        ),
        re.compile("|".join(data["clear"])),
        re.compile(name),
    )


def tests_in(words: str) -> Iterator[Claim]:
    """Give for each drug whether a test is said to have found it; "only" and "negative" rule the others out."""
    if "test" not in words and "swab" not in words and "screen" not in words and "pos" not in words:
        return
    tests, found, clear, name = _patterns()
    match = found.search(words) if tests.search(words) else None
    if not match:
        match = clear.search(words)
        for drug in words_of("claims")["drugs"]["names"] if match else ():
            yield Claim(f"test for {drug}", "test result", "no", match.group(0) if match else "")
        return
    named = set(name.findall(match.group(0)))
    only = bool(match[2] or match[4])
    for drug in words_of("claims")["drugs"]["names"] if only else sorted(named):
        yield Claim(f"test for {drug}", "test result", "yes" if drug in named else "no", match.group(0))
