"""Numbers of files: crimes, logs, custody, courts, coroners, exhibits, complaints, hospitals, homes, forms.

A reference is known by the word before it ("crime", "log", "case number") or by an odd shape: letters, digits and
strokes together. Sections, ratios, citations, forms, editions, doses and scores have such shapes too and stay.
"""

import re
from collections.abc import Iterator

from .hits import Hit, before, hit_at
from .lists import beside
from .sheet import Sheet

_LISTS = beside(__file__, "references")

_CHUNK = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"(?<![\w@.+£$€#/\[-])#?[A-Za-z\d](?:[A-Za-z\d]|[/_.-](?=[A-Za-z\d]))*")
_LEAD = re.compile(
    r"(?<![\w/-])(?:[A-Z]{2,6}|Inc(?:ident)?|Ref|Case|Log)(?:[ /-][A-Z]{1,4})?[ :.]{1,2}(?:no\.? ?)?$"
)
_TAIL = re.compile(
    r" of (?:the )?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}(?: \d{4})?)\b"
    r"|(?: ?/ ?[\dA-Z]+)+(?![\w/-])|(?: (?!\d{4}\b)[A-Z]{0,3}\d{2,}[A-Z]{0,2}\b)+(?![\w/-])| [A-Z]\d{1,2}(?![\w/-])"
    r"| [A-Z]{1,2}(?= ?[.,;)]|$)|(?<=\d{5}) [A-Z]{4,} \d{1,2}(?!\w)"
)
_STRONG = _LISTS.words("strong")
_SURE = _LISTS.words("sure")
_COUNTED = _LISTS.words("counted")
_IDS = _LISTS.words("ids")
_FILL = _LISTS.words("fill") | _IDS
_BREAK = re.compile(r"[;)!?=]|\.(?!\s)")
_LAST = re.compile(r"[a-z][a-z0-9']*")
_NOT_BEFORE = re.compile(
    rf"\b(?:{_LISTS.either_phrase('never_behind')}|(?<!holmes )actions?)[ .:]*(?:no\.? |number )?(?:of )?$"
)
_DATE = re.compile(
    r"\d{1,2}[./-](?:\d{1,2}|[A-Za-z]{3,9})[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}(?:T\d\d)?|"
    r"(?:19|20)\d\d[/-](?:\d\d|(?:19|20)\d\d)|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.:]\d\d(?:am|pm|hrs?)?|"
    r"(?:19|20)\d\d(?:s|-?s)?|\d{1,2}[A-Z]{3}\d{2,4}|\d{3,4}hrs?|(?:0?[1-9]|1[0-2])/\d{4}",
    re.I,
)
_STANDARD = re.compile(rf"{_LISTS.either('standards')}[ -]?\d{{1,5}}[A-Za-z]?(?:[.:/-]\d{{1,4}})?", re.I)
_MEASURE = re.compile(
    rf"\d[\d.,]{{0,4}}{_LISTS.either('measures')}(?:/(?:\d*[a-z]+|\d+))*|\d+x\d+|\d{{1,2}}x", re.I
)
# Criminal Records Office: the year, a number and a check letter; or the number, a stroke and the year.
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"[A-Z]\d{4}[A-Z]{1,2}|[A-Z]/\d{3,4}[A-Z]?|[A-Z]{2,3}-\d{3,4}",
        r"(?:19|20)?\d{2}/\d{4,7}[A-Z]|\d{3,6}/\d{2}[A-Z]",
        r"[A-Z]{1,3}\d{2,4}[A-Z]{1,2}\d{3,6}|[TSAU]\d{8}",
        r"(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{4}-\d{4}|(?!(?:19|20)\d\d)\d{2}-\d{4}",
        r"\d{4}/\d{5,}|\d{2}/\d{5,}(?:/\d{2,4})?|\d{5,}/\d{2,4}|\d{2}/\d{3,}/\d{2,4}|\d{2}/\d{4,5}/[A-Z]{2,4}",
    )
)
_EXHIBIT = re.compile(r"[A-Z]{2,4}/?\d{1,3}[A-Z]?")
_SPACED = re.compile(r"\d{2,4}(?: \d{2,7}){1,3}(?![\w/-])(?<=\d{2})")
# Letters and digits in groups, as forms and scanners space them: "LE 19 P 00417", "CU / LC / 00417 / 19".
_GROUPS = re.compile(
    r"(?:[A-Z]{1,4}|[A-Z]{0,4}\d[A-Z\d]{0,11})"
    r"(?:(?: ?[/-] ?|-\n| |\.)(?:[A-Z]{1,4}|[A-Z]{0,4}\d[A-Z\d]{0,11})(?![\w:])){1,9}"
)
_RECEIPTS = frozenset(["badge", "certificate", "receipt"])
_NAMED_BEFORE = re.compile(r"\b(?P<name>[A-Z][A-Za-z]{1,11})[ :.#]{1,2}(?:[Nn]o\.? ?)?$")
# What may belong to a number that is known to be one, on either side of it.
_GROUPS_BEFORE = re.compile(
    r"(?<![\w/-])(?:(?:[A-Z]{1,5}\d{0,6}|\d{1,8}) ?[/-] ?|(?!(?:19|20)\d\d )(?:[A-Z]{1,3}\d{2,8}|\d{2,8}[A-Z]{0,2}) "
    rf"|(?!{_LISTS.either('ranks').upper()} )[A-Z]{{1,6}} ){{1,4}}$"
)
_GROUPS_BEHIND = re.compile(
    r"(?: ?[/-] ?(?:[A-Z]{1,5}\d{0,8}|\d{1,8}[A-Z]{0,3})(?!\w)"
    r"| (?!(?:19|20)\d\d\b)(?:[A-Z]{1,3}\d+|\d{2,}[A-Z]{0,2})(?!\w)| [A-Z](?= \d)"
    rf"| (?!{_LISTS.either('ranks').upper()}\b)[A-Z]{{2,3}}(?=[ .,;)]|$)"
    r"|,? (?:of|dated) (?:the )?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}(?: \d{2,4})?)\b)*"
)
_BETWEEN = re.compile(r"\w+\b\.?(?: (?:is|was))?[ :#]+")


def found_in(text: Sheet) -> Iterator[Hit]:
    """Every reference with what belongs to it: letters before, a date behind ("Inc 0388 of 12/02/21")."""
    words = text.text
    done = 0
    for match in _tokens(words):
        if match.start() < done or _is_other(match[0]):
            continue
        sure = _certainty(words, match)
        if sure:
            start, done = _whole(words, match)
            yield hit_at(text, start, done, "reference", sure)
    for at in text.of(_SURE | _IDS | _RECEIPTS):
        yield from _groups(text, at)


def _groups(text: Sheet, at: int) -> Iterator[Hit]:
    """What stands in spaced groups behind a word of which nothing but a reference follows."""
    between = _BETWEEN.match(text.text, at)
    groups = _GROUPS.match(text.text, between.end()) if between else None
    if groups is None or _DATE.fullmatch(groups[0]) or sum(map(str.isdigit, groups[0])) < 4:
        return
    cues = _cues(before(text.lower, groups.start(), 70))
    if cues & {"sure"} or text.lower.startswith(tuple(_RECEIPTS), at):
        yield hit_at(text, *groups.span(), "reference", 0.8)


def _tokens(words: str) -> Iterator[re.Match[str]]:
    """What stands between spaces and stops, if it has a digit."""
    for chunk in _CHUNK.finditer(words):
        if _DIGIT.search(chunk[0]):
            for token in _TOKEN.finditer(words, *chunk.span()):
                if _DIGIT.search(token[0]):
                    yield token


def _is_other(token: str) -> bool:
    """A date, a measure, a guideline or an address in the web: never a reference, whatever stands before."""
    return (
        len(token) < 2
        or _DATE.fullmatch(token) is not None
        or _MEASURE.fullmatch(token) is not None
        or ".." in token
    )


def _cues(lead: str) -> set[str]:
    """What the words before say: "strong", "sure", "exhibit"; only filling may stand between them and the number."""
    ends = [match.end() for match in _BREAK.finditer(lead)]
    words = _LAST.findall(lead[ends[-1] :] if ends else lead)
    found: set[str] = set()
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in _STRONG:
            found.add("strong")
        if word in _SURE or (word in _IDS and at and words[at - 1] in _COUNTED):
            found.add("sure")
        if word.startswith("exhibit"):
            found.add("exhibit")
        if word not in _FILL:
            break
    return found


def _certainty(words: str, match: re.Match[str]) -> float:
    token = match[0]
    lead = before(words, match.start(), 70).lower()
    is_odd = _has_odd_shape(token)
    if (not is_odd or token.isdigit()) and _NOT_BEFORE.search(lead[-30:]):
        return 0.0
    if is_odd:
        return 0.85
    start = _lead_start(words, match.start())
    digits = sum(map(str.isdigit, token))
    if start < match.start():
        by_letters = _by_letters(words[start : match.start()], token, digits)
        if by_letters is not None:
            return by_letters
        lead = before(words, start, 70).lower()
    return _by_lead(words, match, _cues(lead), start < match.start())


def _by_letters(letters: str, token: str, digits: int) -> float | None:
    """How sure capitals before a number make it; None when they say nothing."""
    named = letters.strip(" :./-").lower()
    if named in _SURE or named in ("case", "inq", "cro"):
        return 0.85 if digits >= 3 else 0.0
    if named in ("dhr", "bp"):
        return 0.0
    if named.isalpha() and (digits >= 6 or (digits >= 4 and not token.isdigit())):
        return 0.75
    return None


def _by_lead(words: str, match: re.Match[str], cues: set[str], has_letters: bool) -> float:
    token = match[0]
    digits = sum(map(str.isdigit, token))
    if "exhibit" in cues and _EXHIBIT.fullmatch(token.replace("-", "/")):
        return 0.9
    if "sure" in cues and _SPACED.match(words, match.start()):
        return 0.85
    if "strong" not in cues or (_STANDARD.fullmatch(token) and digits < 5 and "sure" not in cues):
        return 0.0
    return _by_cue(token, digits, "sure" in cues, has_letters)


def _by_cue(token: str, digits: int, is_sure: bool, has_letters: bool) -> float:
    """Behind a cue word: the more ordinary a number looks, the surer the word must be."""
    has_letters = has_letters or any(map(str.isalpha, token))
    if has_letters:
        return 0.9 if digits >= 2 and not token.islower() else 0.8 * (digits >= 3)
    if digits >= 5:
        return 0.9
    has_strokes = any(char in "/-" for char in token)
    is_ratio = re.fullmatch(r"\d{1,3}/\d{1,3}", token) is not None
    enough = digits >= 3 and "." not in token and not is_ratio
    return (0.8 if has_strokes else 0.7) if enough and is_sure else 0.0


def _has_odd_shape(token: str) -> bool:
    """Letters, digits and strokes as no word, measure or standard has them."""
    if any(shape.fullmatch(token) for shape in _SHAPES):
        return True
    if _EXHIBIT.fullmatch(token) and "/" in token:
        return not _STANDARD.fullmatch(token.replace("/", ""))
    if _STANDARD.fullmatch(token) or "." in token:
        return False
    digits = sum(map(str.isdigit, token))
    letters = "".join(filter(str.isalpha, token))
    strokes = sum(char in "/-_" for char in token)
    is_upper = letters.isupper()
    if is_upper and strokes >= 2:
        return digits >= 3
    if is_upper and strokes:
        return digits >= 5 or (digits >= 4 and len(letters) >= 2)
    if strokes >= 2 and letters:
        return digits >= 6 and max(map(len, re.split(r"[/_-]", token))) < 10
    return is_upper and digits >= 5


def _lead_start(words: str, start: int) -> int:
    """Where letters that belong to a number begin: "INQ 2022/0387"."""
    lead = _LEAD.search(before(words, start, 16))
    return start - len(lead[0]) if lead else start


def _whole(words: str, match: re.Match[str]) -> tuple[int, int]:
    start = _lead_start(words, match.start())
    lead = _GROUPS_BEFORE.search(before(words, start, 30))
    start -= len(lead[0]) if lead else 0
    named = _NAMED_BEFORE.search(before(words, start, 20))
    start -= len(named[0]) if named and named["name"].lower() in _STRONG else 0
    tail = _TAIL.match(words, match.end())
    end = match.end() if tail is None or re.match(r" (?:I|A)\b", tail[0]) else tail.end()
    more = _GROUPS_BEHIND.match(words, end)
    return start, more.end() if more else end
