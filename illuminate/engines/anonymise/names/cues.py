"""What stands round a capitalised word and shows that it is a person's name, or that it is nothing to hide."""

import re
from functools import cache

from .lists import words

_LOOK = 70
_STRIPPED = ",.:;()\"'"
_BODY = r"(?:service|services|charity|association|agency|landlord|society|provider|organisation|refuge|trust)"
_BODY_BEHIND = re.compile(
    rf"(?:,| is| was) (?:the|a|an|our|its) (?:[a-z'-]+ ){{0,5}}{_BODY}\b(?!['\u2019]|-| [a-z]+(?:er|or|ist)\b)"
    rf"| \((?:the|a|an) (?:[a-z'-]+ ){{0,4}}{_BODY}\)"
)
_WHOSE = r"(?:his|her|their|its|my|our|your|the|a|an|another|old|young|late|\w+'s?)"
_QUALITY = r"(?:[a-z-]+ ){0,3}?"
_WITHIN = re.compile(r"\b(?:in|near|at|towards|around|outside|across|throughout|via)\s+$", re.I)
_ALONG = re.compile(
    r"(?:\d+[a-z]?,?|\b(?:in|on|at|off|along|down|up|near|opposite|to|of|into|from))\s+(?:the )?$", re.I
)
_POSTED = re.compile(r",?\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_IN = re.compile(
    r"\b(?:lived|living|flat|house|home|born|moved|based|work|worked|working|police|"
    r"hospital|station|school|town|city) (?:in|to|near|at)\s+$",
    re.I,
)
_VILLAGE = re.compile(
    r"\b(?:village|hamlet|farm|estate|site|pub|common|allotments?) (?:of|at|in|called|named)\s+$", re.I
)
_ORIGIN = re.compile(
    r"\b(?:born|raised|brought up|grew up|buried|cremated|funeral|wedding|married|retired|emigrated) (?:in|at|to)\s+$"
)
_PUBLIC_PLACE = re.compile(
    r"\s+(?:station|roundabout|exhibition|prices|stock|police|junction|market|set|soap)\b", re.I
)
_AGED = re.compile(r",? (?:\(?aged? |\(\d{1,2}\)|\d{1,2}[,.;)]|(?:who|whose)\b)")
_APPOSITION = re.compile(
    r"(?:,| [-–—]| ?\() ?(?:(?:his|her|its|their|a|an|the|my|our)\s+(?:[a-z-]+\s+){0,3}?)?([a-z'-]+)\b"
)
_SURNAME_FIRST = re.compile(r", [A-Z][^\W\d_A-Z]+")
_ARTICLE = re.compile(r"\b(?:the|a|an|this|these|every|each|any|its|local)\s+$", re.I)
_AMONG_PEOPLE = re.compile(
    r"\b(?:with|by|called|that|when|because|says|said|if|while|whether|where|but|or|since|until|before|after"
    r"|him|her)\s+$"
)
_WORKPLACE = re.compile(
    r"\b(?:(?:works?|worked|working|job|shifts?|employed) (?:at|for|by)|"
    r"(?:firm|shop|cafe|garage|company|club|pub|salon|solicitors|gym|takeaway|nursery|business|"
    r"employer|agency|charity|refuge|hostel)(?:,| called| named| of| is| are))\s+$"
)
_NEXT = re.compile(r"\s+(?:also |then |had |has |later |never |again |first |only )?([a-z']+)")
_OWNED = re.compile(r"'s? (?:[a-z-]+ ){0,2}?([a-z-]+)")


@cache
def _kin_before() -> re.Pattern[str]:
    one = "|".join(sorted(words("people", "kin") | words("people", "jobs"), key=len, reverse=True))
    plain = (
        rf"\b{_WHOSE} {_QUALITY}(?:{one})s?(?: there| here| then| now| at [^.;]{{1,40}}| in [^.;]{{1,40}})?"
        rf"(?:,| (?:is|was|were|are)(?: now| then)?)?\s+(?:called |named |the late )?$"
    )
    listed = rf"(?:^|[\s(;])(?:{one}):\s*$"
    return re.compile(rf"{plain}|{listed}|\b(?:{one})s? (?:called|named)\s+$")


@cache
def _naming_before() -> re.Pattern[str]:
    one = "|".join(sorted(words("people", "naming"), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:{one})(?: by)?:?|\b(?:as|with|by|from|for|and|to|of) (?:old|young|little|poor|the late)"
        r"|\b(?:PC|DC|PS|DS|PCSO|WPC|SPO|PO) \d{2,6}|signs? as"
        r"|known as|names? of|(?:spoke|speak) (?:to|with|w/)|told by|seen by|\bre"
        r"|(?:t/c|tc|call|text|letter) (?:from|to)"
        r"|(?:love|regards|wishes|sincerely|faithfully|cheers|thanks)(?: from)?,)\s+$",
        re.I,
    )


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('people', 'told')))})\s+$", re.I)


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(sorted(words('people', 'things')))})\b|\s+\([A-Z]{{2,6}}\)")


def before(text: str, start: int) -> str:
    """What stands before a place, as far back as a cue reaches, on the same line."""
    return text[max(text.rfind("\n", 0, start) + 1, start - _LOOK) : start]


def names_a_person(text: str, start: int, end: int) -> bool:
    """A relative or a job before, or words that give a name; or an age, "who" or a relative behind."""
    ahead = before(text, start)
    lower = ahead.lower()
    said = [word.strip(_STRIPPED) for word in lower.split()]
    # A look at the words first: the patterns are dear, and most runs have none of these before them.
    if not _related().isdisjoint(said) and _kin_before().search(lower):
        return True
    if said and _may_give_name(said[-1]) and _naming_before().search(ahead):
        return True
    behind = text[end : end + _LOOK]
    if _AGED.match(behind):
        return True
    apposed = _APPOSITION.match(behind)
    return apposed is not None and (
        apposed[1] in words("people", "kin") or apposed[1] in words("people", "jobs")
    )


@cache
def _related() -> frozenset[str]:
    one = words("people", "kin") | words("people", "jobs")
    return one | {f"{word}s" for word in one}


def _may_give_name(word: str) -> bool:
    return word in words("people", "naming") or word in words("people", "naming_ends") or word.isdigit()


def is_surname_first(text: str, start: int, end: int) -> bool:
    """Whether a comma and a given name follow, in a line that isn't all capitals: "BRAY, Mary"."""
    return not before(text, start).strip(" -•*\"'(").isupper() and _SURNAME_FIRST.match(text, end) is not None


def does_a_deed(text: str, end: int) -> bool:
    """Whether what people do follows, and things seldom: "Bray rang"."""
    following = _NEXT.match(text, end)
    return following is not None and following[1] in words("people", "deeds")


def does_anything(text: str, end: int) -> bool:
    """The same, or a verb that things take too: "Bray is", "Bray would"."""
    following = _NEXT.match(text, end)
    return following is not None and any(
        following[1] in words("people", key) for key in ("deeds", "verbs", "modals")
    )


def owns_as_person(text: str, end: int) -> bool:
    """Before what only people have: "Bray's mother", "Bray's arm"."""
    owned = _OWNED.match(text, end)
    return owned is not None and any(
        owned[1] in words("people", key) for key in ("kin", "jobs", "belongings")
    )


def is_thing(text: str, start: int, end: int) -> bool:
    """Behind an article, or before the word for a thing: "the Bray", "Bray scheme", "Bray Alliance (BA)"."""
    return _ARTICLE.search(before(text, start)) is not None or _thing().match(text, end) is not None


def is_told(text: str, start: int) -> bool:
    """Behind what is done to people: "told Bray", "arrested Bray"."""
    return _told().search(before(text, start)) is not None


def stands_as_person(text: str, start: int) -> bool:
    """Behind words that people rather than places follow: "with Bray", "when Bray"."""
    ahead = before(text, start)
    return _told().search(ahead) is not None or _AMONG_PEOPLE.search(ahead) is not None


def is_workplace(text: str, start: int) -> bool:
    """Behind words for a job or a small business: "worked for Bray", "a garage called Bray"."""
    return _WORKPLACE.search(before(text, start)) is not None


def stands_within(text: str, start: int) -> bool:
    """Behind "in", "near", "at": a place, or a body."""
    return _WITHIN.search(before(text, start)) is not None


def is_along(text: str, start: int) -> bool:
    """Behind a house number or a preposition that a road takes."""
    return _ALONG.search(before(text, start)) is not None


def is_locality(text: str, start: int, end: int) -> bool:
    """Before a postcode, or behind "in" and nothing behind it that people do."""
    if _POSTED.match(text, end):
        return True
    return (
        _IN.search(before(text, start)) is not None
        and text[end : end + 1] != "'"
        and not does_anything(text, end)
    )


def is_village(text: str, start: int) -> bool:
    """Behind "the village of" and its like."""
    return _VILLAGE.search(before(text, start)) is not None


def is_origin(text: str, start: int) -> bool:
    """Behind what ties somebody to a town: where they were born, brought up, married or buried."""
    return _ORIGIN.search(before(text, start)) is not None


def is_public_place(text: str, end: int) -> bool:
    """Before "station", "roundabout": a place that nobody lives in."""
    return _PUBLIC_PLACE.match(text, end) is not None


def stands_alone(text: str, start: int, end: int) -> bool:
    """On a line of its own, as a signature does, perhaps with a comma and a role behind."""
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    return not before(text, start).strip(" -–—\"'") and (not rest.strip(" .") or rest.startswith(", "))


def is_body(text: str, end: int) -> bool:
    """What a body is stands behind its name: "Hafan, the specialist domestic abuse service"."""
    return _BODY_BEHIND.match(text, end) is not None
