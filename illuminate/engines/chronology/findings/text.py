"""Words of an entry as comparable tokens: lower case, endings dropped, sentences and clauses counted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

_TOKEN = re.compile(r"\d+(?:[./:]\d+)+[a-z]*|[a-z0-9£][a-z0-9'&]*|[.;:!?,\n–—()>]")
_SPAN = re.compile(r"(?<=\d)[\u2010-\u2014](?=\d)")  # "0-19" is printed with a dash, and typed with a hyphen
_SENTENCE_END = frozenset(".!?\n>")
_CLAUSE_END = frozenset(";:–—()")
_SIGNS = _SENTENCE_END | _CLAUSE_END | {","}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists. ``sentence`` and ``clause`` count from 0; ``response`` is where the outcome begins.

    ``pauses`` are the words that a comma stands before, ``queried`` those that a question mark stands behind.
    """

    words: list[str]
    stems: list[str]
    sentence: list[int]
    clause: list[int]
    response: int
    pauses: frozenset[int]
    queried: frozenset[int] = frozenset()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Drop an English ending, the same way for every form of a word; not a linguist's root."""
    word = word.replace("'s", "").replace("'", "")
    if len(word) <= 3 or word[0].isdigit() or word == "housing":  # a cold house is not the housing office
        return word
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "slz":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    known = tomllib.loads(files(__package__).joinpath("words", "grammar.toml").read_text("utf-8"))[
        "spellings"
    ]
    return tuple((written, meant) for written, meant in known)


def has_any(text: str, letters: Iterable[str]) -> bool:
    """Whether a text has one of these; asked of every entry, so without a generator, which takes thrice as long."""
    for each in letters:  # noqa: SIM110 - any() with a generator takes thrice as long
        if each in text:
            return True
    return False


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Lower case without accents, the spellings that would split a word joined; kept for the texts at hand."""
    text = text.lower()
    if not text.isascii():
        text = _SPAN.sub("-", "".join(one for one in normalize("NFKD", text) if not combining(one)))
    for written, meant in _spellings():
        if written in text:
            text = text.replace(written, meant)
    return text


@lru_cache(maxsize=64)
def tokenise(event: str, response: str = "") -> Tokens:
    """Split an entry's event and outcome into tokens; punctuation ends sentences and clauses and is dropped.

    Kept for the texts at hand, as ``plain`` is: nobody changes the lists.
    """
    words: list[str] = []
    sentence: list[int] = []
    clause: list[int] = []
    pauses: set[int] = set()
    queried: set[int] = set()
    current, part, cut = 0, 0, -1
    for index, text in enumerate((event, response)):
        if index:
            cut, current, part = len(words), current + 1, part + 1
        for word in _TOKEN.findall(plain(text)):
            if word not in _SIGNS:
                words.append(word)
                sentence.append(current)
                clause.append(part)
            elif word in _SENTENCE_END:
                current += 1
                part += 1
                if word == "?":
                    queried.add(len(words) - 1)
            elif word == ",":
                pauses.add(len(words))
            else:
                part += 1
    return Tokens(words, list(map(stem, words)), sentence, clause, cut, frozenset(pauses), frozenset(queried))


Label = str
Found = list[tuple[int, int, str]]
_Rows = list[tuple[int, list[str], Label]]
_NONE: Mapping[int, _Rows] = {}


class Phrases:
    """Phrases with labels, found in one pass; a phrase inside a longer one of the same set is not counted."""

    def __init__(self) -> None:
        self._first: dict[str, list[tuple[int, list[str], str]]] = {}

    def add(self, label: Label, phrases: Sequence[str]) -> None:
        """File the phrases under their first word, the longest first."""
        for phrase in phrases:
            stems = tokenise(phrase).stems
            if stems:
                row = self._first.setdefault(stems[0], [])
                row.append((len(stems), stems[1:], label))
                row.sort(key=lambda one: (-one[0], one[2]))

    def by_first(self) -> Mapping[str, list[tuple[int, list[str], Label]]]:
        """Give the phrases under their first word: (words, the words after the first, label), the longest first."""
        return self._first

    def find(self, stems: list[str]) -> list[tuple[int, int, Label]]:
        """Give (start, end, label) of each phrase, in order."""
        first = self._first
        found: list[tuple[int, int, Label]] = []
        covered = 0
        for start in [place for place, word in enumerate(stems) if word in first]:
            length = 0
            for size, rest, label in first[stems[start]]:
                if size < length or start + size <= covered:
                    break
                if size == 1 or stems[start + 1 : start + size] == rest:
                    length = size
                    found.append((start, start + size, label))
            covered = max(covered, start + length)
        return found


class Lexer:
    """Several sets of phrases looked up in one walk over the words.

    Under a first word are the phrases that are no more, as (set, label), and under the second word the longer ones.
    """

    def __init__(self, families: Mapping[str, Phrases]) -> None:
        self.names = tuple(families)
        self._first: dict[str, tuple[list[tuple[int, Label]], dict[str, dict[int, _Rows]]]] = {}
        for number, name in enumerate(self.names):
            for word, rows in families[name].by_first().items():
                single, longer = self._first.setdefault(word, ([], {}))
                for size, rest, label in rows:
                    if size == 1:
                        single.append((number, label))
                    else:
                        longer.setdefault(rest[0], {}).setdefault(number, []).append((size, rest, label))

    def find(self, stems: list[str]) -> dict[str, list[tuple[int, int, Label]]]:
        """Give for each set what ``Phrases.find`` gives."""
        first = self._first
        found: list[list[tuple[int, int, Label]]] = [[] for _ in self.names]
        covered = [0] * len(found)
        following = [*stems[1:], ""]
        for start in [place for place, word in enumerate(stems) if word in first]:
            single, longer = first[stems[start]]
            for number, rows in longer.get(following[start], _NONE).items():
                length = 0
                for size, rest, label in rows:
                    if size < length or start + size <= covered[number]:
                        break
                    if size == 2 or stems[start + 1 : start + size] == rest:
                        length = size
                        found[number].append((start, start + size, label))
                if start + length > covered[number]:
                    covered[number] = start + length
            if single:
                alone = [(number, label) for number, label in single if covered[number] <= start]
                for number, label in alone:
                    found[number].append((start, start + 1, label))
                    covered[number] = start + 1
        return dict(zip(self.names, found, strict=True))
