"""The kinds of things that the machine finds: the letter that marks each, what is proposed for it, what is missed."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from illuminate.engines.anonymise.variants import parse_date

SOURCE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True)
class Group:
    """Kinds that a reader looks for as one, with the words that are proposed for each of them."""

    name: str
    letter: str
    label: str
    kinds: dict[str, str]


OTHER = Group("other", "X", "Something else", {})
UNREAD = Group("unread", "U", "Not read", {})


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


@cache
def groups() -> tuple[Group, ...]:
    """Every group that has kinds, in the order in which pages list them."""
    return tuple(Group(one["name"], one["letter"], one["label"], one["kinds"]) for one in _data()["group"])


@cache
def group_of(kind: str) -> Group:
    """The group of one of the engine's kinds; a kind that nobody listed yet is still shown."""
    return next((one for one in groups() if kind in one.kinds), OTHER)


def label_of(group: str) -> str:
    """What a group is called on a page."""
    return next((one.label for one in (*groups(), UNREAD, OTHER) if one.name == group), OTHER.label)


def register_kind(kind: str, text: str) -> str:
    """What such words are on the register: a person, an organisation, a place, a whole day, else what tells apart."""
    group = group_of(kind).name
    if group == "date" and parse_date(text) is not None:
        return group
    return group if group in ("person", "organisation", "place") else "identifier"


def neutral(kind: str) -> str:
    """The words for such a thing that say nothing of it. Empty: there are none."""
    return group_of(kind).kinds.get(kind, "")


def proposed(kind: str, text: str) -> str:
    """What could stand in place of words that are on no register; a whole day becomes its month. Empty: none."""
    day = parse_date(text) if kind == "date" else None
    return neutral(kind) if day is None else f"{day:%B %Y}"


def missed() -> list[str]:
    """What the machine misses of each kind that is on no register, a sentence each."""
    return [_sentence(one) for one in _data()["group"]]


def missed_forms() -> list[str]:
    """What it misses of the register, by how it is written."""
    return [_sentence(one) for one in _data()["form"]]


def missed_risks() -> str:
    """What it misses of what singles somebody out."""
    return _sentence(_data()["risk"])


def measured() -> str:
    """When this was measured."""
    return str(_data()["measured"])


def _sentence(one: dict[str, Any]) -> str:
    advice = f": {one['advice']}" if "advice" in one else ""
    return (
        f"Of {one['of']} about {one['missed']} in 100 {'is' if one['missed'] == 1 else 'are'} missed{advice}."
    )
