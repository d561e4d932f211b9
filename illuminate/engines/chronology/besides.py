"""Headings over what stands beside a contact: places, other parties, people's posts, the day on which it ended."""

from __future__ import annotations

import re
from functools import cache

from illuminate.engines.chronology.headings import in_full, plain
from illuminate.engines.chronology.wordlists import languages_of

_TOWARDS = re.compile(r"\b(?:to|with|whom)$")
_ENDS = re.compile(r"\b(?:end|ended|finish|finished|until|to)$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word for language in languages_of("synonyms") for word in language.get(kind, {}).get("words", ())
    )


def is_place(heading: str) -> bool:
    """Whether a heading is over places: "Where", "Place of contact"."""
    words = plain(heading)
    return words in _words("place") or words.split(" of ")[0] in _words("place")


def is_party(heading: str) -> bool:
    """Whether a heading is over those whom somebody wrote or spoke to: "Sender", "Disseminated to"."""
    words = plain(heading)
    return words in _words("party") or bool(_TOWARDS.search(words))


def is_end(heading: str) -> bool:
    """Whether a heading may be over the days on which something ended: "To", "Episode end"."""
    words = in_full(heading)
    return words in _words("end") or bool(_ENDS.search(words))


def is_post(heading: str) -> bool:
    """Whether a heading is over people's posts, as in a list of staff."""
    return plain(heading) in _words("post")
