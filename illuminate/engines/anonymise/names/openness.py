"""What carries a capital and names nobody: what is known in the whole country, a medicine, a condition."""

import re
from functools import cache

from .lists import phrases, words

_OPEN = ("apps", "systems", "shops", "goods", "bodies", "programmes", "studies", "works", "faith", "peoples")
_KINDS = (*_OPEN, "welsh", "food", "places", "prisons", "sport")
_LONGEST = 70  # characters of the longest phrase
_SUBSTANCE = 7  # letters from which an ending tells a substance


@cache
def said_openly() -> frozenset[str]:
    """Single words with a capital that name nobody, in lower case."""
    singles = {one for kind in _KINDS for one in phrases("open", kind) if " " not in one}
    singles |= {one for one in phrases("bodies", "names") if " " not in one}
    listed = frozenset.union(*(words("bodies", key) for key in ("words", "days", "agency")))
    return listed | singles | words("wordnet", "open") | words("medical", "drugs")


@cache
def famous() -> frozenset[str]:
    """Whole names of people of public life, in lower case."""
    listed = [phrases("famous", key) for key in ("politics", "victims", "arts", "authors")]
    return frozenset.union(phrases("wordnet", "people"), *listed)


@cache
def is_openly_said(word: str) -> bool:
    """Whether a word in lower case is one of these, or ends as the names of substances do."""
    if word in said_openly() or word.removesuffix("s") in said_openly():
        return True
    return len(word) >= _SUBSTANCE and word.endswith(_stems())


@cache
def _stems() -> tuple[str, ...]:
    return tuple(words("medical", "stems"))


def phrase_end(text: str, start: int) -> int | None:
    """Where a phrase of several words that begins here ends: "Marks and Spencer", "Ask for Angela"."""
    ahead = text[start : start + _LONGEST].lower()
    first = re.match(r"[\w'-]+", ahead)
    ends = [
        len(one)
        for one in _by_first_word().get(first[0].removesuffix("'s") if first else "", ())
        if ahead.startswith(one) and not ahead[len(one) : len(one) + 1].isalnum()
    ]
    return start + max(ends) if ends else None


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    listed: dict[str, list[str]] = {}
    of_kinds = [phrases("open", kind) for kind in _KINDS]
    for one in frozenset.union(phrases("bodies", "names"), phrases("wordnet", "phrases"), *of_kinds):
        first = re.match(r"[\w'-]+", one)
        if first is not None and first[0] != one:
            listed.setdefault(first[0].removesuffix("'s"), []).append(one)
    return {first: tuple(ones) for first, ones in listed.items()}


def is_condition(text: str, start: int, end: int) -> bool:
    """A condition or a test called after somebody: "Bray's disease", or one that everybody knows without the word."""
    owned = text[start : end + 2].lower() if text[end : end + 2] == "'s" else text[start:end].lower()
    return owned in words("medical", "eponyms") or _condition().match(text, end) is not None


@cache
def _condition() -> re.Pattern[str]:
    owned, plain = ("|".join(sorted(words("medical", key))) for key in ("owned", "conditions"))
    return re.compile(rf"'s?\s+(?:{owned})\b|\s+(?:body\s+)?(?:{plain})s?\b", re.I)
