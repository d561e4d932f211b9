"""The ways in which an age or a sex is told, each with the words it begins with."""

import re
from dataclasses import dataclass

from ..lists import Lists, beside

LISTS: Lists = beside(__file__, "ages")

NUMBERS = LISTS.words("digits")
MANY = LISTS.words("digits", "more") | frozenset(["a"])
CHILDREN = LISTS.words("children")
DIGITS = LISTS.either("digits")
NUMBER = rf"{DIGITS}(?![\w%])(?![.,/:]\d)(?! ?(?:st|nd|rd|th|am|pm|a\.m|p\.m)\b)"
_MONTHS_NUMBER = rf"(?:{LISTS.either('digits', 'more')}|a few)"
SEX = rf"(?:{LISTS.either('children')})"
PART = (
    r"(?: and (?:a (?:half|quarter|third|bit)|three quarters|[\w-]+ months?)|\u00bd|\u00bc|\u00be|1\u20442)?"
)
_MONTHS = LISTS.either("months")
_SOFT = rf"(?:{LISTS.either('soften')} )"
_IN_MONTHS = rf"{_MONTHS_NUMBER} {_MONTHS}\b"


@dataclass(frozen=True)
class Shape:
    """A pattern tried only where one of its words begins.

    `of_child`: counts only beside a child's word; `can_be_general`: laws and offers speak so too.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]
    confidence: float
    of_child: bool = False
    can_be_general: bool = True


def _shape(
    words: str | frozenset[str],
    pattern: str,
    confidence: float,
    *,
    of_child: bool = False,
    general: bool = True,
) -> Shape:
    begins = words if isinstance(words, frozenset) else frozenset(words.split())
    return Shape(begins, re.compile(pattern, re.I), confidence, of_child, general)


SHAPES: tuple[Shape, ...] = (
    _shape(
        MANY,
        rf"{DIGITS}(?!\w){PART}[- ]?(?:years?|yrs?|y\.?)[- ]?(?:olds?|o\b|of age)(?: (?:\w+ )?(?:{SEX})\b)?"
        rf"|{_MONTHS_NUMBER}[- ]{_MONTHS}[- ](?:olds?|of age)\b(?: {SEX}\b)?"
        rf"|(?:1[0-7]|[1-9]) ?(?:y/o|y\.o\.)(?: {SEX}\b)?|{NUMBER} years? and {_MONTHS_NUMBER} months?\b"
        rf"|{NUMBER},? (?:nearly|almost|going on|rising) {NUMBER}|{NUMBER} and (?:a half|a quarter|three quarters)\b",
        0.85,
    ),
    _shape(
        frozenset(f"{number}{unit}" for number in NUMBERS for unit in ("yo", "yr", "yrs", "y")),
        rf"\d{{1,2}}(?:yo|yrs?(?:[ -]?olds?)?|y(?=/o|[ -]old))(?:/o|[ -]olds?)?\b(?: {SEX}\b)?",
        0.85,
    ),
    _shape(
        "aged age",
        rf"(?:aged|age[: ]|age of) ?(?:only |just |about |around |between )?"
        rf"(?:{_IN_MONTHS}|{NUMBER}{PART}(?:(?:, | to | and |, and | & |-|/){NUMBER})*(?: years?)?)",
        0.85,
    ),
    _shape(
        CHILDREN,
        rf"{SEX}(?:,? (?:who )?(?:was|is|were|are|then|now|of|aged|age))?(?:,? | \(|: ?){_SOFT}*"
        rf"(?:{_IN_MONTHS}|{NUMBER}{PART})(?: years?\b| yrs?\b)?(?: old)?(?: and {NUMBER})?"
        rf"(?! {LISTS.either_phrase('counted')}\b)(?!/)",
        0.75,
    ),
    _shape(
        CHILDREN,
        rf"{SEX} (?:\d )?\({_SOFT}?{NUMBER}\)(?: and {SEX} (?:\d )?\({NUMBER}\))*",
        0.8,
    ),
    _shape(
        "girls boys children sons daughters sisters brothers twins siblings kids they",
        rf"\w+(?:,? (?:who )?(?:were|are|was|is|then|now)) {_SOFT}*{NUMBER}(?:(?:, | and |, and ){NUMBER})+"
        rf"(?! {LISTS.either_phrase('counted')}\b)",
        0.7,
    ),
    _shape(NUMBERS, rf"(?:{NUMBER}|{_IN_MONTHS})(?: years)? at the (?:time|date)\b", 0.7, of_child=True),
    _shape(
        "turned turning coming nearly almost rising",
        rf"(?:turned|turning|coming up to|nearly|almost|rising) {NUMBER}"
        r"(?=[,.;]| (?:the|in|on|that|a|when|and)\b|\s*$)",
        0.7,
        of_child=True,
    ),
    _shape(
        LISTS.words("young") | frozenset(["a"]),
        rf"(?:{LISTS.either('young_sure')}|(?:the|a|an|her|his|their)? ?(?:female|male|live),?) "
        rf"(?:{SEX})\b|a newborn\b",
        0.7,
        general=False,
    ),
    _shape(
        "m f",
        r"[MF] ?(?:1[0-7]|[1-9])(?: ?(?:mths?|months?|yrs?|y|wks?))?(?=[,;.)]|\s*$)",
        0.75,
        of_child=True,
        general=False,
    ),
    _shape(
        LISTS.words("digits"),
        rf"{DIGITS} (?:ch\b|(?:children|girls|boys|sons|daughters|kids) (?:under|all under|aged under) {DIGITS}\b)",
        0.7,
        general=False,
    ),
    _shape(
        "healthy delivered", r"(?:healthy|delivered of a) (?:girl|boy|son|daughter)\b", 0.7, general=False
    ),
    _shape(
        LISTS.words("counts"),
        rf"{LISTS.either('counts')} (?:little |young |small )?(?:girls?|boys?|sons?|daughters?),? and "
        rf"{LISTS.either('counts')} (?:little |young |small )?(?:girls?|boys?|sons?|daughters?)\b",
        0.6,
        general=False,
    ),
)
