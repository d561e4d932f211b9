"""How a pseudonym stands in its sentence: articles, titles, possessives and capitals right."""

import re
from dataclasses import dataclass

from .words import TITLES

NEUTRAL = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "date": "a date",
    "identifier": "a number",
}
REMOVED = "[removed]"
_RANKS = (TITLES - {"the"}) | {"detective", "acting", "temporary", "deputy", "assistant"}
_TITLE = re.compile(r"(?:^|[\s(\"'\u201c\u2018/\u2014\u2013-])(([A-Z][A-Za-z]*)\.?[ \u00a0]+)$")
_COLLAR = re.compile(r"[A-Za-z]\.?[ \u00a0]+(\d{2,5}[ \u00a0]+)$")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_FIXED = re.compile(
    r"(?:^|[^\w])(?P<word>(?:the|an?|his|her|their|its|our|my|your|this|that|another|every|each|no)[ \u00a0\n]+)$"
    r"|['\u2019]s[ \u00a0\n]+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|[.!?\u2026]['\"\u201d\u2019)\]]*[ \u00a0\n]+|\t|\n[ \t]*\n)[\W\d]*$")
_THE = re.compile(r"(?:^|[^\w])([Tt]he[ \u00a0])$")
_FAMILY = re.compile(r"[ \u00a0](?:family|household|home|children|parents|siblings|brothers|sisters)\b")
_BARE_POSSESSIVE = re.compile(r"['\u2019](?=[ \u00a0]\w)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ \u00a0\n]+(?:the[ \u00a0])?$")
_ON = re.compile(r"(?:^|(?<=\W))([Oo])n[ \u00a0\n]+(?:the[ \u00a0])?$")
_NUMBER_BEFORE = re.compile(
    r"\b(?:number|no|ref|reference|telephone|tel|phone|mobile|e-?mail)[.:]?[ \u00a0]+$", re.IGNORECASE
)
_DAY = re.compile(r"\d{1,2}(?!\d)")
_VOWEL = re.compile(r"(?!uni|use|usu|eu|one\b|once\b)[aeiou]|hour|honest|heir", re.IGNORECASE)


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
    left = _title(spot.before) if spot.kind == "person" else 0
    head = spot.before[: len(spot.before) - left]
    if spot.kind == "person" and (taken := _family(spot, head)):
        start = head[: len(head) - taken]
        word = _capital(f"{words}'s", start, is_owed=True)
        tail = "" if _FAMILY.match(spot.after) else " family"
        return Fitted(word + tail, left + taken)
    if spot.text.isupper() and _is_name(words, spot.kind) and _is_loud(spot):
        words = words.upper()
    words, taken = _article(words, head)
    head = head[: len(head) - taken]
    starts = spot.before[len(head) : len(head) + 1] or spot.text[:1]
    words = _capital(words, head, is_owed=not starts.islower())
    if _BARE_POSSESSIVE.match(spot.after) and _owns(spot, words):
        return Fitted(f"{words}'s", left + taken, 1)
    return Fitted(words, left + taken)


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


def _title(before: str) -> int:
    """How many characters in front are titles of the same person: "Det Sgt ", "PC 4471 "."""
    collar = _COLLAR.search(before)
    number = len(collar[1]) if collar else 0
    taken = number
    while found := _TITLE.search(before[: len(before) - taken]):
        if found[2].lower() not in _RANKS:
            break
        taken += len(found[1])
    return taken if taken > number else 0


def _family(spot: Spot, head: str) -> int:
    """The length of "the " in "the Holloways" and "the Holloway family", which become somebody's family."""
    the = _THE.search(head)
    is_plural = spot.rule == "last_name" and spot.text.lower().endswith("s")
    is_one_word = len(spot.text.split()) == 1
    return len(the[1]) if the and is_one_word and (is_plural or _FAMILY.match(spot.after)) else 0


def _article(words: str, head: str) -> tuple[str, int]:
    """No second article after "the" or "her"; "a" and "an" by what follows. Says how much in front is taken."""
    before = _FIXED.search(head)
    if before is None:
        return words, 0
    article = _ARTICLE.match(words)
    bare = words[article.end() :] if article else words
    word = (before["word"] or "").strip()
    if word.lower() not in ("a", "an"):
        return bare, 0
    right = "an" if _VOWEL.match(bare) else "a"
    if right == word.lower():
        return bare, 0
    return f"{right.capitalize() if word[0].isupper() else right} {bare}", len(before["word"])


def _capital(words: str, head: str, *, is_owed: bool) -> str:
    if is_owed and _SENTENCE.search(head):
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
