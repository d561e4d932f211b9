"""The legal test as data, and what a set of answers to it says. Pure.

Limbs: legal_tests/EDITION.toml (journey.md, "Legal test").
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from illuminate.foundation.design.answers import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@dataclass(frozen=True)
class Limb:
    """One question of the test. `short` is how it stands in a table or a letter."""

    code: str
    question: str
    short: str
    hint: str = ""


@dataclass(frozen=True)
class LegalTest:
    """The test of one edition of the guidance."""

    code: str
    title: str
    limbs: tuple[Limb, ...]

    def limb(self, code: str) -> Limb:
        return next(limb for limb in self.limbs if limb.code == code)


@dataclass(frozen=True)
class LimbInput:
    """What the chair found of one limb, and on what evidence."""

    limb: str
    met: str
    evidence: str = ""


@cache
def load(edition: str) -> LegalTest:
    """The test of an edition such as "2016-12"."""
    text = (files(__package__) / "legal_tests" / f"{edition}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return LegalTest(data["code"], data["title"], tuple(Limb(**limb) for limb in data["limbs"]))


def reads(answers: Mapping[str, str]) -> Answer:
    """What the answers say together: met, not met, or not to be said yet. It informs; the chair decides.

    Aged 16 or over, and either violence, abuse or neglect by a relative, partner or member of the household, or
    suicide with concerns.
    """
    by_somebody = _either(_of(answers, "relative"), _of(answers, "household"))
    caused = _both(_of(answers, "cause"), by_somebody)
    return _both(_of(answers, "age"), _either(caused, _of(answers, "suicide")))


def _of(answers: Mapping[str, str], limb: str) -> Answer:
    return Answer(answers.get(limb) or UNKNOWN)


def _either(one: Answer, other: Answer) -> Answer:
    if YES in (one, other):
        return YES
    return UNKNOWN if UNKNOWN in (one, other) else NO


def _both(one: Answer, other: Answer) -> Answer:
    if NO in (one, other):
        return NO
    return UNKNOWN if UNKNOWN in (one, other) else YES
