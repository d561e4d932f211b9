"""How a pseudonym stands in its sentence: articles, titles, possessives and capitals right."""

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from .words import TITLES

with Path(__file__).with_name("wording.toml").open("rb") as _file:
    _DATA: dict[str, str] = tomllib.load(_file)


def _any(key: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(map(re.escape, sorted(_DATA[key].split(), key=len, reverse=True)))


NEUTRAL = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "date": "a date",
    "identifier": "a number",
}
REMOVED = "[removed]"
_B = "[ \u00a0]"  # a blank within a line
_RANKS = (TITLES - {"the"}) | frozenset(_DATA["ranks"].split())
_TITLE = re.compile(rf"(?:^|[\s(\"'\u201c\u2018/\u2014\u2013-])(([A-Z][A-Za-z]*)\.?{_B}+)$")
_COLLAR = re.compile(rf"[A-Za-z]\.?{_B}+(\d{{2,5}}{_B}+)$")
_INITIALS = re.compile(rf"(?:^|(?<=[\s(\"'\u201c\u2018/]))((?:[^\W\d_a-z]\.{_B}?){{1,3}})$")
_ARTICLE = re.compile(r"(the|an?) ", re.IGNORECASE)
_FIXED = re.compile(
    rf"(?:^|[^\w])(?P<word>(?:{_any('determiners')})[ \u00a0\n]+)$"
    rf"|(?<!\b(?:it|he))(?<!\b(?:she|who))(?<!\b(?:that|here|what))(?<!\bthere)['\u2019]s[ \u00a0\n]+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|[.!?\u2026]['\"\u201d\u2019)\]]*[ \u00a0\n]+|\t|\n[ \t]*\n)[\W\d]*$")
_SHORTENED = re.compile(
    rf"(?<![^\W\d_])(?:(?:[^\W\d_]\.)+|(?:{_any('shortened')})\.)[ \u00a0\n]+[\W\d]*$", re.IGNORECASE
)
_THE = re.compile(r"(?:^|[^\w])([Tt]he[ \u00a0])$")
_FAMILY = re.compile(rf"{_B}(?:{_any('families')})\b")
_COUPLE = re.compile(rf"(?:^|(?<=\W))(?:Mr|Dr|Rev)\.?{_B}(?:and|&){_B}$")
_OWNED = re.compile(r"['\u2019](?!\w)")
_OF = re.compile(r"\b(?:of|in|at|from|for|to)\b|['\u2019]")
_BARE_POSSESSIVE = re.compile(r"['\u2019](?=[ \u00a0]\w)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ \u00a0\n]+(?:the[ \u00a0])?$")
_ON = re.compile(r"(?:^|(?<=\W))([Oo])n[ \u00a0\n]+(?:the[ \u00a0])?$")
_NUMBER_BEFORE = re.compile(
    rf"\b(?:number|no|ref|reference|telephone|tel|phone|mobile|e-?mail)[.:]?{_B}+$", re.IGNORECASE
)
_DAY = re.compile(r"\d{1,2}(?!\d)")
_VOWEL = re.compile(r"(?!uni|use|usu|eu|one\b|once\b)[aeiou]|hour|honest|heir", re.IGNORECASE)
_ENDS = re.compile(r"[,.;:!?)\n]|$|[ \u00a0](?:and|or|who|which|when|at|in|on|for)\b")


@dataclass(frozen=True)
class Spot:
    """Words that go, with what stands on either side of them in their paragraph."""

    before: str
    text: str
    after: str
    kind: str
    rule: str


@dataclass(frozen=True)
class Fitted:
    """What is to stand there, and how many characters on either side go with the old words."""

    new: str
    left: int = 0
    right: int = 0


def neutral(kind: str, text: str) -> str:
    """The word that is left when there is no pseudonym; an address on a network has none of its own."""
    if "@" in text or "://" in text or (kind == "identifier" and not any(char.isdigit() for char in text)):
        return REMOVED
    return NEUTRAL.get(kind, REMOVED)


def as_name(pseudonym: str, kind: str, glue: str) -> str:
    """A pseudonym in a file name, bookmark or link, where no blanks may be."""
    return glue.join((pseudonym or NEUTRAL.get(kind, "removed")).split())


def fitted(spot: Spot, pseudonym: str) -> Fitted:
    """The pseudonym (empty: a neutral word) as its sentence wants it."""
    words = pseudonym or neutral(spot.kind, spot.text)
    if spot.kind == "date" and pseudonym:
        return _fitted_date(spot, pseudonym)
    if words == NEUTRAL["identifier"] and _NUMBER_BEFORE.search(spot.before):
        return Fitted(REMOVED)
    if (said := _said_twice(spot, words)) is not None:
        return said
    if spot.kind == "person":
        left = _title(spot)
        head = spot.before[: len(spot.before) - left]
        if several := _several(spot, head, words):
            return replace(several, left=several.left + left)
    else:
        left, head = 0, spot.before
    again = _head_noun(head, words)
    left, head = left + again, head[: len(head) - again]
    if spot.text.isupper() and _is_name(words, spot.kind) and _is_loud(spot):
        words = words.upper()
    words, taken = _article(words, head)
    head = head[: len(head) - taken]
    starts = spot.before[len(head) : len(head) + 1] or spot.text[:1]
    words = _capital(words, head, is_owed=not starts.islower())
    if _BARE_POSSESSIVE.match(spot.after) and _owns(spot, words):
        return Fitted(f"{words}'s", left + taken, 1)
    return Fitted(words, left + taken)


def _said_twice(spot: Spot, words: str) -> Fitted | None:
    """Of "the midwife, Ann Reed, said" only "the midwife said" is left when that is what she is called."""
    if not _ARTICLE.match(words):
        return None
    bare = _ARTICLE.sub("", words, count=1)
    if re.search(rf"(?<!\w){re.escape(bare)}, $", spot.before, re.IGNORECASE) and _ENDS.match(spot.after):
        return Fitted("", 2, int(spot.after.startswith(",")))
    return None


def _head_noun(head: str, words: str) -> int:
    """How much of "social worker " in front is said again by "the first social worker"."""
    nouns = _OF.split(_ARTICLE.sub("", words, count=1))[0].split() if _ARTICLE.match(words) else []
    for first in range(len(nouns)):
        again = _B.join(map(re.escape, nouns[first:]))
        said = re.search(rf"(?<![\w'\u2019-]){again}{_B}$", head, re.IGNORECASE)
        if said:
            return len(said[0])
    return 0


def _several(spot: Spot, head: str, words: str) -> Fitted | None:
    """A couple or a family: "Mr and Mrs Reed", "the Reeds", "the Reed family"."""
    if couple := _COUPLE.search(head):
        other = "her husband" if spot.text.startswith("Mrs") else "another of the family"
        return Fitted(f"{words} and {other}", len(couple[0]))
    if not (taken := _family(spot, head)):
        return None
    word = _capital(f"{words}'s", head[: len(head) - taken], is_owed=True)
    if _FAMILY.match(spot.after):
        return Fitted(word, taken)
    owns = _OWNED.match(spot.after) is not None and _owns(spot, "family")
    return Fitted(f"{word} family's" if owns else f"{word} family", taken, int(owns))


def _fitted_date(spot: Spot, words: str) -> Fitted:
    """A month has no weekday, and things happen in it, not on it."""
    if _DAY.match(words):
        return Fitted(words)
    weekday = _WEEKDAY.search(spot.before)
    left = len(weekday[0]) if weekday else 0
    on = _ON.search(spot.before[: len(spot.before) - left])
    if on is None:
        return Fitted(_capital(words, spot.before[: len(spot.before) - left], is_owed=True), left)
    return Fitted(f"{'In' if on[1] == 'O' else 'in'} {words}", left + len(on[0]))


def _title(spot: Spot) -> int:
    """How many characters in front are the same person's titles and initials: "Det Sgt ", "PC 4471 ", "Ms K. M. "."""
    before = spot.before
    initials = _INITIALS.search(before) if len(spot.text.split()) == 1 else None
    kept = len(initials[1]) if initials else 0
    collar = _COLLAR.search(before)
    number = len(collar[1]) if collar and not kept else 0
    taken = number + kept
    while found := _TITLE.search(before[: len(before) - taken]):
        if found[2].lower() not in _RANKS:
            break
        taken += len(found[1])
    return taken if taken > number + kept else kept


def _family(spot: Spot, head: str) -> int:
    """The length of "the " in "the Holloways" and "the Holloway family", which become somebody's family."""
    the = _THE.search(head)
    is_plural = spot.rule == "last_name" and spot.text.lower().endswith("s")
    is_one_word = len(spot.text.split()) == 1
    return len(the[1]) if the and is_one_word and (is_plural or _FAMILY.match(spot.after)) else 0


def _article(words: str, head: str) -> tuple[str, int]:
    """One article only: the pseudonym's own for "the", none behind "her". Says how much in front goes."""
    before = _FIXED.search(head)
    if before is None:
        return words, 0
    article = _ARTICLE.match(words)
    bare = words[article.end() :] if article else words
    word = (before["word"] or "").strip()
    if word.lower() == "the" and article and article[1] != "the":
        own = article[1].capitalize() if word[0].isupper() else article[1]
        return f"{own} {bare}", len(before["word"])
    if word.lower() not in ("a", "an"):
        return bare, 0
    right = "an" if _VOWEL.match(bare) else "a"
    if right == word.lower():
        return bare, 0
    return f"{right.capitalize() if word[0].isupper() else right} {bare}", len(before["word"])


def _capital(words: str, head: str, *, is_owed: bool) -> str:
    if is_owed and _SENTENCE.search(head) and not _SHORTENED.search(head):
        return words[:1].upper() + words[1:]
    return words


def _is_name(words: str, kind: str) -> bool:
    return kind == "person" and all(word[:1].isupper() for word in words.split())


def _is_loud(spot: Spot) -> bool:
    """Whether capitals are a way of writing the name, and no initials."""
    return spot.rule != "initials" and max(map(len, re.findall(r"[^\W\d_]+", spot.text)), default=0) >= 3


def _owns(spot: Spot, words: str) -> bool:
    """Whether an apostrophe behind a name in s is a possessive, and no closing quotation mark."""
    opened = len(re.findall(r"(?:^|[\s(])['\u2018](?=\w)", spot.before))
    closed = len(re.findall(r"(?<=[\w.,?!])['\u2019](?![\w])", spot.before))
    return spot.text.lower().endswith("s") and not words.lower().endswith("s") and opened <= closed
