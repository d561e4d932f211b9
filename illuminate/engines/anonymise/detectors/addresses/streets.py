"""Streets: known by the last word of their name (in Wales by the first), by a number, and by where they stand."""

import re
from collections.abc import Iterator

from ..hits import before
from ..sheet import Sheet
from .around import has_postcode, has_unit
from .shapes import JOIN, LISTS, NUMBER, TOWN, WORD

_SUREST = LISTS.words("streets.surest")
_SURE = LISTS.words("streets.sure") | _SUREST
_TYPES = LISTS.words("streets.loose") | _SURE
_SHORT = LISTS.words("streets.short")
_SINGLE = LISTS.words("streets.single")
_SMALL = LISTS.words("streets.small")
_FAMOUS = LISTS.phrases("around.famous")
_NO_NAME = LISTS.words("around.no_name")
_NO_NAME_ALONE = LISTS.words("around.no_name_alone")
_LEAD = LISTS.words("around.lead_words")
_MONTHS = LISTS.words("around.months")
_BODIES = LISTS.words("houses.bodies")
_NOT_LOWER = LISTS.words("around.no_lower_name")
_BEFORE = re.compile(
    rf"(?:^|[\s(\"']){LISTS.either_phrase('around.before')}:? ?(?:the )?(?:corner of |number )?$", re.I
)
_NAME = re.compile(
    rf"(?:(?P<number>{NUMBER}),?\s+)?(?P<name>(?<![\w'&.-])(?!\d+[A-Z]?,? )"
    rf"{WORD}(?: (?:{JOIN} ){{0,2}}{WORD}){{0,3}}) $"
)
_END = re.compile(r"[\w'+]{1,30}(?:-\w{1,30}){0,3}")
_NEXT = re.compile(r"['.]?s?,? ([A-Za-z][\w']*)")
_SIDE = frozenset(["east", "west", "north", "south", "upper", "lower"])
_LOWER_NUMBER = re.compile(rf"(?P<number>{NUMBER}) +(?P<name>(?:[a-z']+ ){{1,2}})$")
_LOWER_CUE = re.compile(
    r"\b(?:live[sd]?|living|stays?|staying|round|over|home|flat|house|shop|address)\b(?: \w+){0,2} "
    r"(?:on|in|at|off|up|down|is|from) (?P<name>[a-z']+ )$"
)
_CORNER = re.compile(
    rf"\b(?:corner|junction) of (?P<both>{TOWN} (?:and|with) {TOWN})|"
    rf"\b(?:corner|junction) of {TOWN} (?:and|with) (?P<second>{TOWN})"
)
_WELSH_SURE = LISTS.words("streets_first.sure")
_WELSH = LISTS.words("streets_first.loose") | _WELSH_SURE
_WELSH_NAME = re.compile(
    r"[A-Z][\w]*(?:'r|'n)?(?:[ -](?:(?:y|yr|Y|Yr|ar|dan|i|o|ap)\b[ -]?)?[A-Z][\w']{0,30}(?:-[\w']{1,30}){0,4}){1,3}"
)
_NUMBER_BEFORE = re.compile(rf"{NUMBER},? +$")


def hearts(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """Where a street stands, with its number, and how sure that is."""
    for at in sheet.of(_TYPES | _SINGLE):
        found = _small(sheet, at) if sheet.text[at].islower() else _capital(sheet, at)
        if found:
            yield found
    for at in sheet.of(_WELSH):
        if sheet.text[at].isupper():
            yield from _welsh(sheet, at)
    for at in sheet.of(frozenset(["corner", "junction"])):
        match = _CORNER.match(sheet.text, at)
        if match:
            yield *match.span("both"), 0.75


def _capital(sheet: Sheet, at: int) -> tuple[int, int, float] | None:
    words = sheet.text
    lead = before(words, at, 70)
    offset = at - len(lead)
    match = _NAME.search(lead)
    if match is None:
        return _single(sheet, at, lead)
    number, name = match["number"], match["name"]
    stop = _stop(words, at)
    start = offset + match.start("name")
    if number and not _is_no_name(name) and not _is_year(lead, match):
        return offset + match.start(), stop, 0.95
    start += _without_lead(name)
    alone = words[start : max(start, at - 1)]
    if (
        not alone
        or _is_no_name(alone)
        or alone.lower() in _NO_NAME_ALONE
        or words[start:stop].lower() in _FAMOUS
    ):
        return None
    sure = _without_number(sheet, start, at, stop)
    return (start, stop, sure) if sure else None


def _without_number(sheet: Sheet, start: int, at: int, stop: int) -> float:
    """How sure a street without a number is: a flat before it, a postcode behind, or its place in the sentence."""
    words, kind = sheet.text, _kind(sheet, at)
    if has_unit(words, start) or has_postcode(words, stop):
        return 0.9
    follows = _NEXT.match(words, stop)
    is_longer = follows is not None and words[stop : stop + 1] == " " and follows[1][0].isupper()
    if is_longer and follows and follows[1].lower() not in _SIDE:
        return 0.0
    if follows and follows[1].lower() in _BODIES and words[stop : stop + 1] == " ":
        return 0.0
    if kind in _SUREST:
        return 0.7
    return 0.7 if kind in _SURE and _BEFORE.search(before(words, start, 24)) else 0.0


def _single(sheet: Sheet, at: int, lead: str) -> tuple[int, int, float] | None:
    """ "41 Broadway": a street with one word to its name."""
    number = _NUMBER_BEFORE.search(lead)
    if number is None or _kind(sheet, at) not in _SINGLE:
        return None
    return at - len(lead) + number.start(), _stop(sheet.text, at), 0.9


def _small(sheet: Sheet, at: int) -> tuple[int, int, float] | None:
    """Streets that nobody gave a capital: only behind a number, or a word of living somewhere."""
    if _kind(sheet, at) not in _SMALL:
        return None
    lead = before(sheet.lower, at, 60)
    match = _LOWER_NUMBER.search(lead) or _LOWER_CUE.search(lead)
    if match is None or any(word in _NOT_LOWER for word in match["name"].split()):
        return None
    if "number" not in match.groupdict():
        return at - len(match["name"]), _stop(sheet.text, at), 0.7
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) is not None
    return None if is_year else (at - len(lead) + match.start(), _stop(sheet.text, at), 0.8)


def _welsh(sheet: Sheet, at: int) -> Iterator[tuple[int, int, float]]:
    words = sheet.text
    match = _WELSH_NAME.match(words, at)
    if match is None:
        return
    number = _NUMBER_BEFORE.search(before(words, at, 12))
    if number:
        rhif = re.search(r"\b[Rr]hif $", before(words, at - len(number[0]), 6))
        yield at - len(number[0]) - (len(rhif[0]) if rhif else 0), match.end(), 0.9
    elif _kind(sheet, at).split("'")[0] in _WELSH_SURE:
        yield at, match.end(), 0.8


def _kind(sheet: Sheet, at: int) -> str:
    """The word that says what kind of street it is, without what a scanner did to it."""
    match = _END.match(sheet.lower, at)
    word = match[0].rstrip("+'-").removesuffix("'s") if match else ""
    return word if word in _TYPES or word in _WELSH else word.translate(str.maketrans("01583", "olsbe"))


def _stop(words: str, at: int) -> int:
    match = _END.match(words, at)
    stop = match.end() if match else at
    return stop + (words[stop : stop + 1] == "." and words[at:stop].lower() in _SHORT)


def _is_no_name(name: str) -> bool:
    parts = name.lower().split()
    if len(parts) == 1 and parts[0] == "the":
        return False
    return parts[0].rstrip("'.,") in _NO_NAME and (len(parts) < 2 or parts[0] in _MONTHS)


def _without_lead(name: str) -> int:
    """How many characters of a run of capitals only open the sentence: "In Mill Lane"."""
    done = name.rfind(" and ") + len(" and ") if " and " in name else 0
    for word in name[done:].split(" "):
        if word.lower().rstrip(".,:") not in _LEAD:
            break
        done += len(word) + 1
    return done


def _is_year(lead: str, match: re.Match[str]) -> bool:
    number = match["number"]
    is_like_one = re.fullmatch(r"(?:19|20)\d\d", number) is not None
    return is_like_one and not re.search(r"\b(?:at|of|address:?) $", lead[: match.start()])
