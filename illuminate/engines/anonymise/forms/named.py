"""A personal name taken apart: titles, numbers, given names, surnames that the person has or had."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..fold import fold
from ..words import KIN, TITLES
from .form import data, terms

_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_SYLLABLES = re.compile(
    r"((?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|[aeiou]n|[aeiou]i|ao|ou"
    r"|ia|ie|iu|ua|ue|ui|uo|[aeiou]))"
)


@dataclass(frozen=True)
class Named:
    """What a register says of one person's name. `families`: every surname, today's first."""

    words: tuple[str, ...]
    given: tuple[str, ...]
    families: tuple[str, ...]
    nicknames: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    father: str = ""
    is_family_first: bool = False


@dataclass(frozen=True)
class _Parsed:
    words: list[str]
    given: list[str]
    family: str
    titles: list[str]
    numbers: list[str]
    father: str


def named(real: str, aliases: Iterable[str]) -> Named:
    """The name of the entry, with the surnames and first names that only its other names hold."""
    pieces = [piece for text in (real, *aliases) for piece in _pieces(text)]
    main = _parsed(pieces[0][0]) if pieces else _parsed("")
    families = dict.fromkeys([main.family] if main.family else [])
    nicknames: dict[str, None] = {}
    titles, numbers = dict.fromkeys(main.titles), dict.fromkeys(main.numbers)
    known = {_key(name) for name in main.words}
    for text, is_surname in pieces[1:]:
        other = _parsed(text)
        titles.update(dict.fromkeys(other.titles))
        numbers.update(dict.fromkeys(other.numbers))
        if is_surname and len(other.words) == 1:
            families[other.words[0]] = None
        elif len(other.words) > 1 and not {_key(word) for word in other.words} <= known:
            _learn(other, known, families, nicknames)
        elif len(other.words) == 1 and _key(other.words[0]) not in known and len(other.words[0]) > 2:
            (families if other.titles else nicknames)[other.words[0]] = None
    seen = {_key(one) for one in families if "-" not in one}
    return Named(
        tuple(main.words),
        tuple(main.given),
        tuple(families),
        tuple(name for name in nicknames if _key(name) not in seen),
        tuple(titles),
        tuple(numbers),
        main.father,
        _is_family_first(main.words),
    )


def _learn(other: _Parsed, known: set[str], families: dict[str, None], nicknames: dict[str, None]) -> None:
    if other.family and _key(other.family) not in known and not other.family.isupper():
        families[other.family] = None
    first = other.given[0] if other.given else ""
    if len(first) > 2 and _key(first) not in known and not first.isupper():
        nicknames[first] = None


def _key(name: str) -> str:
    return "".join(char for char in fold(name).lower if char.isalnum())


def _pieces(text: str) -> list[tuple[str, bool]]:
    """A text and the other names inside it: "Ann Lee (née Poe)", "Ann Lee aka Annie Moss". True: a surname."""
    inside = [match[1] for match in _BRACKETS.finditer(text)]
    chains = [_BRACKETS.sub(" ", text), *inside]
    found: list[tuple[str, bool]] = []
    for number, chain in enumerate(chains):
        piece: list[str] = []
        is_surname = False
        for word in chain.split():
            if _plain(word) in terms("formerly") and (piece or number):
                found.append((" ".join(piece), is_surname))
                piece, is_surname = [], True
                continue
            piece.append(word)
        found.append((" ".join(piece), is_surname))
    return [(piece, surname) for piece, surname in found if piece] or [(text, False)]


def _parsed(text: str) -> _Parsed:
    if "," in text:
        last, _, first = text.partition(",")
        text = f"{first.strip()} {last.strip()}" if first.strip() else last
    titles, numbers, words = [], [], []
    for part in (piece.strip(',;"“”') for piece in text.split()):
        lower = part.strip(".").lower()
        if any(char.isdigit() for char in part):
            numbers.append(part)
        elif lower in KIN or lower in TITLES:
            titles.append(part.strip("."))
        elif lower not in terms("generation") and any(char.isalpha() for char in part):
            words.append(part.strip(".'’‘\""))
    words = [word for word in words if word]
    given, family, father = _apart(words)
    return _Parsed(words, given, family, titles, numbers, father)


def _apart(words: list[str]) -> tuple[list[str], str, str]:
    """Given names, surname with its particles, and whose child ("bin Tariq")."""
    if len(words) < 2:
        return [], words[0] if words else "", ""
    if _is_family_first(words):
        return _syllables(words[1:]), words[0], ""
    start = len(words) - 1
    while start > 1 and _plain(words[start - 1]) in terms("particles") - terms("child_of"):
        start -= 1
    family = " ".join(words[start:])
    given = words[:start]
    child = next((at for at, word in enumerate(given) if at and _plain(word) in terms("child_of")), 0)
    if child:
        return given[:child], family, " ".join(given[child:])
    return given, family, ""


def _plain(word: str) -> str:
    return fold(word).lower.strip("'-.:,")


def _is_family_first(words: list[str]) -> bool:
    """Chinese, Vietnamese and Korean names as they are written at home."""
    if not 1 < len(words) < 4:
        return False
    first, last = _plain(words[0]), _plain(words[-1])
    if first not in terms("family_first") or last in terms("family_first"):
        return False
    return first not in first_names() or "-" in last or two_syllables(last) is not None


@cache
def first_names() -> frozenset[str]:
    """First names and their short forms here, among them Kim and Jo."""
    table = data("short")
    return frozenset(
        word for names in table.values() for name in names for word in (name, *names[name].split())
    )


def _syllables(given: list[str]) -> list[str]:
    """A given name of two syllables as it is also written: "Meiling" for "Mei-Ling"."""
    return ["-".join(given)] if len(given) == 2 and all(len(name) > 1 for name in given) else given


def two_syllables(name: str) -> tuple[str, str] | None:
    """The syllables of a Chinese given name that is written as one word; None when it has not exactly two."""
    found = [piece for piece in _SYLLABLES.split(name.lower()) if piece]
    if len(found) == 2 and all(_SYLLABLES.fullmatch(piece) for piece in found):
        return found[0].capitalize(), found[1].capitalize()
    return None
