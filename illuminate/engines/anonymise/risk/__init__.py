"""Combinations that single somebody out although nobody is named: each with the words that do it, and why.

No list of names finds these. They are said for a person to judge; nothing is replaced for them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..places import NAME_LIKE, Part
from .rules import Rule, opened_by, rules

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$|[\"'\u201d\u2019])[^.!?]*)*")
_WORD = re.compile(r"[a-z]+")
# Sentences about the review and its agencies single out nobody.
_OWN = re.compile(
    r"\b(?:panel|recommend\w*|agenc(?:y|ies) (?:should|must|will)|"
    r"learning point|action plan|lessons?|the review|this review|"
    r"training|guidance|policy|polic(?:y|ies) (?:should|must)|terms of reference|safeguarding partnership|home office|"
    r"strategy|research|studies|media (?:strategy|enquiries|handling))\b",
    re.I,
)


@dataclass(frozen=True)
class Risk:
    """Words by which somebody could be found, what kind of words they are, and why they tell, in one sentence."""

    kind: str
    text: str
    why: str


def risks_in(parts: Iterable[Part]) -> list[Risk]:
    """The risks in all parts of a file, in reading order, each once."""
    found = {
        (risk.kind, risk.text): risk
        for part in parts
        if not part.is_machine and part.name not in NAME_LIKE
        for paragraph in ([" ".join(part.paragraphs)] if part.is_wrapped else part.paragraphs)
        for risk in _in_paragraph(paragraph)
    }
    return list(found.values())


def _in_paragraph(paragraph: str) -> Iterator[Risk]:
    """At most one risk a sentence: the first rule that fits says it."""
    for match in _SENTENCE.finditer(paragraph):
        sentence = match[0].strip()
        plain = sentence.replace("\u2019", "'").replace("\u2018", "'")
        opened = sorted(frozenset[int]().union(*map(opened_by, set(_WORD.findall(plain.lower())))))
        rule = next((rules()[at] for at in opened if _fits(rules()[at], plain)), None)
        if rule is not None:
            yield Risk(rule.kind, sentence, rule.why)


def _fits(rule: Rule, sentence: str) -> bool:
    own = None if rule.is_sure else _OWN.search(sentence)
    return own is None and any(pattern.search(sentence) for pattern in rule.patterns)
