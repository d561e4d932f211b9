"""Houses by their names: farms and cottages, Welsh houses, and whatever somebody is said to live at."""

import re
from collections.abc import Iterator

from ..hits import before
from ..sheet import Sheet
from .around import has_postcode
from .shapes import LISTS, NUMBER, POSTCODE, TOWN, WORD

_SURE = LISTS.words("houses.sure")
_TYPES = _SURE | LISTS.words("houses.loose")
_NEVER = LISTS.words("houses.never") | LISTS.words("around.no_name", "around.no_name_alone")
_BODIES = LISTS.words("houses.bodies")
_LEAD = LISTS.words("around.lead_words")
_TOWN_ENDS = LISTS.either_phrase("around.town_ends")
_LIVING = re.compile(rf"\b{LISTS.either_phrase('around.living')}\b[^.\n]{{0,40}}$", re.I)
_AT = re.compile(
    r"(?:^|[\s(])(?:at|in|by|of|from|to|near|outside|behind|called|named|opposite|bought|c/o|address:?|on|past|"
    r"cottage,|farm,|house,|bungalow,|home,)(?: the)? $",
    re.I,
)
_NAME = re.compile(r"(?<![\w'&-])[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|of|the|y)){0,2} $")
_NOT_BEHIND = re.compile(
    r"(?:s?'s?)? (?:of|for|and) [A-Z]|(?: | ?& ?)(?:(?!East|West)[A-Z]\w+)(?! [A-Z])|'s "
)
_NAMED = re.compile(
    rf"\b{LISTS.either('houses.named')}(?:,| is| was|,? which (?:is|was))?(?:,? (?:called|named|known as))?,? "
    rf"['\"]?(?P<name>(?:The )?{TOWN})['\"]?(?=[,.;)]|\s*$| (?:and|in|on|was|is|where|near|until)\b)"
)
_NAMED_SURE = re.compile(r"\b(?:called|named|known as|home,|address)\b|['\"]$|,")
_LIVES_AT = re.compile(
    rf"\b{LISTS.either_phrase('houses.lives')}(?: \w+){{0,4}} at (?P<name>(?:The )?{TOWN})"
    rf"(?=[,.;)]|\s*$| {_TOWN_ENDS}\b)"
)
_NUMBER_ONLY = re.compile(
    rf"(?P<cue>(?:\b(?:at|of|address:?|lives?|lived|living|c/o|to|from|moved to) |^|\n))"
    rf"(?P<whole>(?P<number>{NUMBER}),? (?P<name>(?!\d){WORD}(?:[ -](?:(?:y|yr|the|of)[ -])?{WORD}){{0,2}}))"
    rf"(?=[.;)]|\s*$|,? *\n|, ?{TOWN}(?:[,.;)]|\s*$| {_TOWN_ENDS}\b)|,? {_TOWN_ENDS} |,?\s*{POSTCODE})"
)
_POSTCODE = re.compile(rf"(?<![\w-]){POSTCODE}")
_SEGMENT = re.compile(
    rf"(?P<cue>\b(?:at|of|in|address:?) )?(?<![\w'&-])(?P<name>{TOWN})(?:,\s{{0,2}}|\s{{1,2}})$"
)
# As people here name their houses: Hillcrest, Fairview, Greenacres.
_USUAL = re.compile(
    rf"\b(?:at|called|named|address:?|home,|house,|bungalow,) "
    rf"(?P<name>(?:The )?[A-Z][a-z]{{2,9}}{LISTS.either('houses.endings')})(?![\w-])"
)
_THE_OLD = re.compile(r"(?:The|the) (?:Old|New) [A-Z][a-z]+(?: [A-Z][a-z]+)?")


def hearts(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """Where the name of a house stands, and how sure that is."""
    for at in sheet.of(_TYPES):
        yield from _typed(sheet, at)
    for match in _USUAL.finditer(sheet.text):
        yield *match.span("name"), 0.65
    for at in sheet.of(frozenset(["old", "new"])):
        start = at - 4
        old = _THE_OLD.match(sheet.text, start) if start >= 0 else None
        if old and _is_home(sheet.text, start, old.end()):
            yield *old.span(), 0.7
    yield from _told(sheet.text)
    for posted in _POSTCODE.finditer(sheet.text):
        start = _with_names(sheet.text, posted.start())
        if start < posted.start():
            yield start, posted.end(), 0.85


def _with_names(words: str, start: int) -> int:
    """Where the house and the town before a postcode begin; a run that may be somebody's name is left out."""
    for _ in range(2):
        segment = _SEGMENT.search(before(words, start, 60))
        if segment is None:
            break
        kinds = {part.lower() for part in segment["name"].split()}
        if not (segment["cue"] or " " not in segment["name"] or kinds & _TYPES):
            break
        start -= len(segment[0]) - segment.start("name") + segment.start()
    return start


def _is_home(words: str, start: int, end: int) -> bool:
    lead = before(words, start, 60)
    return bool(_AT.search(lead) and _LIVING.search(lead)) or has_postcode(words, end) or lead[-1:] == "\n"


def _typed(sheet: Sheet, at: int) -> Iterator[tuple[int, int, float]]:
    words = sheet.text
    kind = re.match(r"[\w']+", words[at : at + 14])
    lead = before(words, at, 60)
    name = _NAME.search(lead)
    if name is None or kind is None:
        return
    start, stop = at - len(name[0]), at + len(kind[0])
    start += _without_lead(name[0])
    first = words[start:at].split()[0].lower() if words[start:at].split() else ""
    if not first or (first in _NEVER) or _NOT_BEHIND.match(words, stop):
        return
    sure = kind[0].lower().translate(str.maketrans("01583", "olsbe")) in _SURE
    if sure and (kind[0][0].isupper() or _AT.search(before(words, start, 16))):
        yield start, stop, 0.8
    elif kind[0][0].isupper() and _AT.search(before(words, start, 16)):
        yield start, stop, 0.8 if _LIVING.search(before(words, start, 60)) else 0.6


def _without_lead(name: str) -> int:
    done = 0
    for word in name.split(" ")[:-1]:
        if word.lower() not in _LEAD:
            break
        done += len(word) + 1
    return done


def _told(words: str) -> Iterator[tuple[int, int, float]]:
    """Names that are a house's because the words before say so."""
    for match in _LIVES_AT.finditer(words):
        if not _is_body(match["name"]):
            yield *match.span("name"), 0.65
    for match in _NAMED.finditer(words):
        between = words[match.start() : match.start("name")]
        if _NAMED_SURE.search(between) and not _is_body(match["name"]):
            yield *match.span("name"), 0.6
    for match in _NUMBER_ONLY.finditer(words):
        if _is_number_of_house(match):
            yield *match.span("whole"), 0.7


def _is_body(name: str) -> bool:
    parts = name.lower().split()
    return any(part in _BODIES for part in parts) or parts[0] in _LEAD or name.isupper()


def _is_number_of_house(match: re.Match[str]) -> bool:
    first = match["name"].split()[0].lower()
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) is not None
    return not (
        is_year or first in _NEVER or match["name"].isupper() or any(c.isdigit() for c in match["name"])
    )
