"""The grammar of risk.toml made ready: each rule with the words that must stand in a sentence, and its shapes."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("risk.toml")
_HOLE = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\([^()]*\)\??|\\.[*+?]?")
_RUN = re.compile(r"[a-z]{2,}")
_OPENING = 6  # letters of a word of a list that open the door to its rules
_PIECES = {
    "some": r"(?:[\w',-]+ ){0,6}?",
    "few": r"(?:[\w'-]+ ){0,2}?",
    "name": r"(?-i:[A-Z]\w+)",
}
_PREPOSITIONS = "in|on|of|at|from|for|under|along|round|across|among|to|within|throughout|off|near"
_ARTICLES = (
    "the|this|that|our|her|his|their|its|all|whole of|whole|entire|two|three|any|a|an|of|small|little|my"
)


@dataclass(frozen=True)
class Rule:
    """`cues`: words of which one must stand in a sentence before its patterns are tried; `openings`: so must letters.

    `is_sure`: said of sentences about the review too.
    """

    kind: str
    why: str
    cues: frozenset[str]
    openings: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    is_sure: bool = False

    def is_opened_by(self, word: str) -> bool:
        """Whether a word of a sentence, in lower case, is reason enough to try the rule."""
        return word in self.cues or word[:_OPENING] in self.openings


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are tried."""
    with _FILE.open("rb") as file:
        data = tomllib.load(file)
    pieces = {name: _either(value) for name, value in data["lists"].items()} | _PIECES
    pieces["scope"] = (
        rf"(?:{_PREPOSITIONS})(?: (?:{_ARTICLES}))* (?:[\w'-]+ ){{0,2}}?"
        rf"(?:{pieces['scope_noun']}|{_PIECES['name']})\b"
    )
    return tuple(_rule(one, pieces, data["lists"]) for one in data["rules"])


@lru_cache(maxsize=16384)
def opened_by(word: str) -> frozenset[int]:
    """Which rules, by their place in the order, a word is reason enough to try."""
    return frozenset(at for at, rule in enumerate(rules()) if rule.is_opened_by(word))


def _rule(one: dict[str, Any], pieces: dict[str, str], lists: dict[str, str]) -> Rule:
    patterns = tuple(
        re.compile(_HOLE.sub(lambda hole: pieces[hole[1]], pattern), re.I) for pattern in one["patterns"]
    )
    written = one["cues"].split()
    cues = frozenset(word for word in written if not word.startswith("@"))
    named = [phrase for word in written if word.startswith("@") for phrase in _phrases(lists[word[1:]])]
    return Rule(
        one["kind"], one["why"], cues, frozenset(map(_opening, named)), patterns, one.get("sure", False)
    )


def _opening(phrase: str) -> str:
    """The first letters of the longest word that every writing of a phrase has."""
    runs: list[str] = _RUN.findall(_GROUP.sub(" ", phrase)) or _RUN.findall(phrase)
    return max(runs, key=len)[:_OPENING]


def _phrases(value: str) -> set[str]:
    return {" ".join(one.split()) for one in re.split(r"\|(?![^(]*\))", value) if one.strip()}


def _either(value: str) -> str:
    return "(?:" + "|".join(sorted(_phrases(value), key=lambda one: (-len(one), one))) + ")"
