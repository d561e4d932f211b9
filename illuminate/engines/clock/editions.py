"""Editions of the guidance, read from the files beside this one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

Unit = Literal["days", "working_days", "weeks", "months"]


class UnknownEdition(LookupError):
    """There is no such edition. The message names those that there are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One deadline: ``amount`` of ``unit`` from the event ``starts_on``; ``owner`` is the role that holds it.

    ``source`` says where the rule is written; ``local`` marks a partnership's own step, which it may change.
    An amount of 0 means at once: due on the day it starts.
    """

    code: str
    words: str
    source: str
    amount: int
    unit: Unit
    starts_on: str
    owner: str
    local: bool = False

    def __post_init__(self) -> None:
        if self.amount < 0 or self.unit not in get_args(Unit):
            raise ValueError(f"rule {self.code}: {self.amount} {self.unit} is no length of time")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the guidance with its rules."""

    code: str
    title: str
    issued_under: str
    rules: tuple[Rule, ...]

    def rule(self, code: str) -> Rule:
        """Give one rule; KeyError when the edition has none of that code."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        raise KeyError(code)


def editions() -> tuple[str, ...]:
    """The codes of the editions that there are, oldest first."""
    folder = resources.files(__package__) / "editions"
    return tuple(
        sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml"))
    )


@cache
def load_edition(code: str) -> Edition:
    """Give the edition of a code such as "2016-12". Raises UnknownEdition."""
    known = editions()
    if code not in known:
        raise UnknownEdition(f"there is no edition {code}; there are: {', '.join(known)}")
    text = (resources.files(__package__) / "editions" / f"{code}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rules = tuple(Rule(**rule) for rule in data.pop("rules"))
    if len({rule.code for rule in rules}) < len(rules):
        raise ValueError(f"edition {code} has two rules of one code")
    return Edition(rules=rules, **data)
