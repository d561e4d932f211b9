"""Ages and sexes of children, however they are written; of adults only where an age is told as a child's is.

An age up to 17 counts; "aged 34" stays. A bare number counts only behind a child's word or as "Name, 7,".
"""

import re
from collections.abc import Iterator

from ..hits import Hit, before, clause_after, clause_before, hit_at
from ..sheet import Sheet
from .shapes import CHILDREN, LISTS, MANY, NUMBER, PART, SHAPES

_AROUND = re.compile(rf"\b(?:{LISTS.either('children', 'around')})\b", re.I)
_NO_NAME = re.compile(LISTS.either("no_names"), re.I)
_HALF = re.compile(r"\b(?:half|step|foster)[- ]$", re.I)
_VERB = re.compile(
    rf"(?:\b(?:who|she|he|[A-Z]\w+|one|{LISTS.either('children')}) "
    r"(?:is|was|were|turned|had turned|has turned|will be|would be)|"
    r"\b[Ii] said:?|\bsaid:|\b(?:she|he|[A-Z]\w+)'s)"
    r" (?:then |now |just |only |about |nearly |almost |still |barely |not yet |gone )*$"
)
# No grown woman or man "is six".
_PRONOUN = re.compile(r"\b(?:[Ss]he|[Hh]e)(?:'s| is| was) (?:only |just |nearly |now )?$")
_NEXT_CHILD = re.compile(
    rf"(?: now)?(?:,| and|, and) [A-Z][\w'-]+(?: is)? (?P<age>{NUMBER})(?=[,.;)]| and\b|\s*$)"
)
_TOLD = re.compile(
    r"(?:[\w-]{1,20} (?:months|weeks)(?: old)?|"
    rf"{NUMBER}{PART}(?: years?\b(?: old)?(?: and \w+ months?)?)?(?:, nearly \w+)?)"
    r"(?=[,.;:)\"'-]|\s*$| (?:when|at|then|now|this|that|in|by|"
    r"and (?:has|had|was|is|in|her|his|lives?|goes|attend))\b)",
    re.I,
)
_NAME = re.compile(r"(?P<name>[A-Z][\w'-]+)(?:,? | ?\()(?P<then>(?:then |now |aged )?)$")
_IN_BRACKETS = re.compile(r"\b(?:for|of|with|and|by|son|daughter|boy|girl|child) [A-Z][a-z'-]+ \($")
_COMMA = re.compile(r"[,(] ?(?:then |now |aged )?$")
_BEHIND_NAME = re.compile(rf"{NUMBER}{PART}(?=[,.;:)]|\s*$| and\b)", re.I)
_YEAR_GROUP = re.compile(
    r"(?:[Yy]ear|[Bb]lwyddyn) (?:1[0-3]|[1-9]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|"
    r"[Nn]ine|[Tt]en|[Ee]leven)(?= (?:pupil|class|girl|boy|child|teacher|at|when|and)|[.,;)]|\s*$)|"
    r"(?<=in )(?:Reception|reception class|nursery class)(?= (?:at|class|when|and|year)|[.,;])"
)
_BORN = re.compile(
    r"(?:b\.|born|d\.?o\.?b\.?:?) ?(?:in )?(?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b(?![/-]\d)"
)
_PLURAL = re.compile(
    r"s of$|\bchildren (?:of|aged)|\b(?:all|any|every|many|most|those|pupils|people|young people|"
    r"girls|boys|women|men|over|under|between) (?:\w+ )?$",
    re.I,
)
_LAW = re.compile(
    r"\b(?:under|over|below|above|minimum|from|until|up to|between|before|after) (?:the )?(?:age of )?$|"
    r"\bage of (?:consent|criminal|majority)",
    re.I,
)
_FROM_AGE = re.compile(r"\b(?:from|until|before|after) the (?:age of )?$")
_SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]ad)\b")
_PLANS = ("financial ", "tax ", "plan ", "programme ", "the first ", "per ", "every ")


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Every age or sex that tells of one child."""
    words = sheet.text
    for shape in SHAPES:
        for at in sheet.of(shape.words):
            match = shape.pattern.match(words, at)
            if match is None or (shape.words is not CHILDREN and words[at - 1 : at] in ("-", ".")):
                continue
            start = _from_half(words, at)
            if shape.can_be_general and _is_general(words, start, match[0]):
                continue
            if not shape.of_child or _speaks_of_child(words, start, match.end()):
                yield hit_at(sheet, start, match.end(), "age", shape.confidence)
    for at in sheet.of(MANY):
        yield from _bare(sheet, at)
    yield from _school_and_birth(sheet)


def _bare(sheet: Sheet, at: int) -> Iterator[Hit]:
    """A number that only a name or a verb before it shows to be an age."""
    words, lead = sheet.text, before(sheet.text, at, 50)
    told = _TOLD.match(words, at)
    if (
        told
        and _VERB.search(lead)
        and (_PRONOUN.search(lead) or _speaks_of_child(words, at - 20, told.end()))
    ):
        yield hit_at(sheet, *told.span(), "age", 0.7)
        yield from _list_of(sheet, told.end())
    if told and words[told.end() : told.end() + 1] == ")" and _IN_BRACKETS.search(lead):
        yield hit_at(sheet, *told.span(), "age", 0.6)
        return
    behind = _BEHIND_NAME.match(words, at)
    if behind is None or not _COMMA.search(lead):
        return
    name = _NAME.search(lead)
    if (
        name
        and not _NO_NAME.fullmatch(name["name"])
        and (name["then"] or _speaks_of_child(words, at - len(name[0]), behind.end()))
    ):
        yield hit_at(sheet, *behind.span(), "age", 0.7)


def _list_of(sheet: Sheet, end: int) -> Iterator[Hit]:
    """The rest of "Nell's 10 now, Owen 7, Tom 3."."""
    match = _NEXT_CHILD.match(sheet.text, end)
    while match:
        yield hit_at(sheet, *match.span("age"), "age", 0.7)
        match = _NEXT_CHILD.match(sheet.text, match.end())


def _school_and_birth(sheet: Sheet) -> Iterator[Hit]:
    words = sheet.text
    for at in sheet.of(frozenset(["year", "blwyddyn", "reception", "nursery"])):
        match = _YEAR_GROUP.match(words, at)
        if match and not clause_before(words, at, 30).lower().endswith(_PLANS):
            yield hit_at(sheet, *match.span(), "age", 0.7)
    for at in sheet.of(frozenset(["b", "born", "dob", "d"])):
        match = _BORN.match(words, at)
        if match is None or before(words, at, 1) == ".":
            continue
        is_child = int(match["year"]) >= 2005 or match[0].startswith("b.")
        if is_child and not _is_general(words, at, match[0]):
            yield hit_at(sheet, *match.span(), "age", 0.8)


def _from_half(words: str, at: int) -> int:
    half = _HALF.search(before(words, at, 8))
    return at - len(half[0]) if half else at


def _is_general(words: str, start: int, found: str) -> bool:
    """Law and practice speak of ages too: "children under the age of five"."""
    lead = clause_before(words, start, 90)
    if _FROM_AGE.search(lead) and _SOMEBODY.search(lead + clause_after(words, start, 80)):
        return False
    return _LAW.search(lead) is not None or (_PLURAL.search(lead) is not None and "year-old" not in found)


def _speaks_of_child(words: str, start: int, end: int) -> bool:
    around = clause_before(words, start, 120) + " " + words[start:end] + " " + clause_after(words, end, 80)
    return _AROUND.search(around) is not None
