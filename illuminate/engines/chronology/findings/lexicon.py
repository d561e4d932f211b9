"""The word lists of this engine, read once from the TOML files beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from illuminate.engines.chronology.findings.text import Phrases, stem

MEETING, JOINT, PUBLIC, INCIDENT = "meeting", "joint", "public", "incident"


@cache
def words_of(name: str) -> Mapping[str, Any]:
    """Read one of the word lists ("topics", "roles", "acts", "claims", "common")."""
    return tomllib.loads(files(__package__).joinpath("words", f"{name}.toml").read_text("utf-8"))


@cache
def topics() -> tuple[Phrases, Mapping[str, str], Mapping[str, int]]:
    """Give the phrases of all topics, the kind of each topic, and the bit of each topic."""
    phrases = Phrases()
    kinds: dict[str, str] = {}
    for kind, rows in words_of("topics").items():
        for topic, known in rows.items() if kind != "kin" else ():
            phrases.add(topic, known)
            kinds[topic] = kind
    return phrases, kinds, {topic: bit for bit, topic in enumerate(kinds)}


@cache
def kin() -> Mapping[str, frozenset[str]]:
    """Give for each wide topic those that it contains."""
    return {wide: frozenset(narrow) for wide, narrow in words_of("topics")["kin"].items()}


@cache
def roles() -> Mapping[str, Mapping[str, list[str]]]:
    """Give each kind of agency with the words of its names and how others speak of it."""
    return words_of("roles")


@cache
def act_words(name: str) -> frozenset[str]:
    """Give the single words of a list of acts, as stems; two-word phrases are in ``act_phrases``."""
    return frozenset(stem(word) for word in words_of("acts")[name]["words"] if " " not in word)


@cache
def act_phrases(name: str) -> Phrases:
    """Give all entries of a list of acts as phrases."""
    phrases = Phrases()
    phrases.add(name, words_of("acts")[name]["words"])
    return phrases


@cache
def documents() -> tuple[Phrases, Mapping[str, str]]:
    """Give the phrases for what passes between agencies, and who alone writes a kind of it."""
    phrases = Phrases()
    authors: dict[str, str] = {}
    for kind, row in words_of("acts")["documents"].items():
        phrases.add(kind, row["words"])
        if "author" in row:
            authors[kind] = row["author"]
    return phrases, authors


@cache
def authored() -> Phrases:
    """Give papers that are named for who writes them ("discharge summary"): the label is the kind of agency."""
    phrases = Phrases()
    for role, known in words_of("acts")["authors"].items():
        phrases.add(role, known)
    return phrases


@cache
def grammar(name: str) -> frozenset[str]:
    """Give one of the lists of small words."""
    return frozenset(words_of("grammar")[name])


@cache
def common() -> frozenset[str]:
    """Give the stems that never count as a shared rare word."""
    return frozenset(stem(word) for word in words_of("common")["words"])
