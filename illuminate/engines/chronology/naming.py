"""The words of agency.toml, made ready: what belongs to an agency's name, and how names are written."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from illuminate.engines.chronology.wordlists import languages_of

_LONGEST = 100
_LETTERS = re.compile(r"[^\W\d_]")
_JOINED = re.compile(r"\b(Pre|Co|Multi) (School|Operative|Agency)\b")
_APOSTROPHE = str.maketrans("’‘`", "'''")


@cache
def words_for(kind: str) -> frozenset[str]:
    """All words of a kind, of every language."""
    return frozenset(word for language in languages_of("agency") for word in language.get(kind, ()))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    ordered = sorted(words_for(kind), key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<![\w'&])(?:{either})(?![\w&]|'(?!s?\b(?!\w)))", re.I)


def _straight(text: str) -> str:
    return text.translate(_APOSTROPHE)


@lru_cache(maxsize=4096)
def holds(kind: str, text: str) -> bool:
    """Whether a word of a kind stands in a text."""
    return bool(_pattern(kind).search(_straight(text)))


@lru_cache(maxsize=4096)
def begins_with(kind: str, text: str) -> bool:
    """Whether a text begins with a word of a kind."""
    return bool(_pattern(kind).match(_straight(text).strip(" \"“'(*")))


def ends_with(kind: str, text: str) -> bool:
    """Whether a text ends with a word of a kind."""
    return text.split()[-1].casefold() in words_for(kind) if text.split() else False


def parted_at(kind: str, text: str) -> list[str]:
    """The pieces of a text between the words of a kind; one piece when there are none.

    A word that belongs to a name, the second of "Fen Integrated Care Board", parts nothing.
    """
    if not holds(kind, text):
        return [text]
    straight = _straight(text)
    kept = [found.span() for found in _pattern("within").finditer(straight) if found.start() > 0]
    pieces, start = [], 0
    for found in _pattern(kind).finditer(straight):
        if not any(first <= found.start() < last for first, last in kept):
            pieces.append(straight[start : found.start()])
            start = found.end()
    return [*pieces, straight[start:]]


def is_only(kind: str, text: str) -> bool:
    """Whether a text has no words but those of a kind."""
    words = re.findall(r"[^\W\d_]+", _straight(text).casefold())
    return bool(words) and words_for(kind).issuperset(words)


def without_words(kind: str, text: str) -> str:
    """A text without the words of a kind."""
    return " ".join(_pattern(kind).sub(" ", text).split())


def is_name_like(text: str, *, any_case: bool = False) -> bool:
    """Whether words are written as a name is: each with a capital, but for small ones such as "of"."""
    words = [word.strip("()[]\"“”'’,.&-") for word in text.split()]
    lettered = [word for word in words if _LETTERS.search(word)]
    if not lettered or len(words) > 12:
        return False
    if any_case:
        return True
    small = words_for("small")
    return lettered[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in small for word in lettered
    )


def leading_name(words: str) -> str:
    """The name that words begin with, "Fell Housing" of "Fell Housing duty"; the same words where none does."""
    parts = words.split()
    while len(parts) > 2 and not is_name_like(" ".join(parts)):
        parts.pop()
    name = " ".join(parts)
    return name if is_name_like(name) and holds("role", name) else words


def in_name_case(text: str) -> str:
    """ "carrowby gp service" and "CARROWBY GP SERVICE" as they are written: "Carrowby GP Service"."""
    capitals = {word.casefold(): word for word in words_for("capitals")}
    small = words_for("small")
    words = []
    for place, word in enumerate(text.split()):
        lower = word.casefold()
        if lower.strip("()") in capitals:
            words.append(lower.replace(lower.strip("()"), capitals[lower.strip("()")]))
        elif place and (lower in small or lower == "c"):
            words.append("C" if lower == "c" else lower)
        else:
            words.append(_capital(lower))
    return _JOINED.sub(r"\1-\2", re.sub(r"\bC of e\b", "C of E", " ".join(words)))


def _capital(word: str) -> str:
    """The first letter large, and that behind a hyphen or bracket: "Pre-School"."""
    return re.sub(r"(?:^|(?<=[-(/]))[^\W\d_]", lambda match: match[0].upper(), word)


def is_agency(words: str) -> bool:
    """Whether words look like an agency's name: written as one, and with a word such as "Police" or "Surgery"."""
    return (
        len(words) <= _LONGEST
        and is_name_like(words)
        and holds("role", words)
        and not holds("furniture", words)
        and not begins_with("person", words)
    )


def is_department(name: str, aside: str) -> bool:
    """Whether words in brackets behind a hospital's name only say where in it: "Emergency Department"."""
    return holds("hospital", name) and (begins_with("department", aside) or ends_with("department", aside))
