"""Who is named openly because of what they are: authors, people of public life, whom a law is called after."""

import re
from functools import cache

from .cues import before
from .lists import phrases, words

_LOOK = 70
_CITED_AFTER = re.compile(
    r"(?:'s?)?(?:(?:,| and| &) (?:[A-Z][\w'-]+ ?){1,3})*(?: and (?:others|colleagues))?(?:,(?: ?[A-Z]\.?){1,3})?"
    r",? ?(?:\((?:19[6-9]|20[0-4])\d[a-z]?\b|\(?et al\b|et al\b|,? \(?(?:19[6-9]|20[0-4])\d[a-z]?[):;])"
)
# In a list of references initials stand behind the surname, and a year behind the last: "Bray, T. and Old, N. (2020)".
_LISTED_AFTER = re.compile(
    r", [A-Z]\.(?:-?[A-Z]\.| [A-Z]\.)*(?:(?:,|,? and|,? &) [A-Z][\w'-]+, [A-Z]\.(?:-?[A-Z]\.| [A-Z]\.)*){0,8}"
    r",? \((?:19[6-9]|20[0-4])\d"
)
_REFERENCE = 300  # characters
# What only scholars have, and what whoever is spoken of may have.
_THEORY = re.compile(
    r"'s? (?:\([^)]*\) )?(?:[a-z-]+ ){0,2}"
    r"(?:typology|typologies|theory|theories|hierarchy|taxonomy|framework|wheel|triangle|"
    r"stages|model|concept of|definition of|homicide timeline|timeline of)\b"
)
_WORK = re.compile(
    r"'s? (?:\([^)]*\) )?(?:[a-z-]+ ){0,2}(?:research|study|studies|work on|book|paper|timeline|findings that)\b"
)
_BY_STUDY = re.compile(
    r"\b(?:[Rr]esearch|[Ss]tud(?:y|ies)|[Ww]ork|paper|book|[Ww]riting|article|[Ll]iterature|[Aa]nalysis|[Mm]odel)"
    r"(?: [a-z]+){0,3} (?:by|of|from) (?:(?:[A-Z][\w'-]+,? ?(?:and )?)*)$"
)
_PEER = re.compile(
    r"\b(?:(?:Lord|Lady)(?: Chief)?(?: Justice)?|Baroness|Baron|Earl|Saint|Prince|Princess|King|Queen|Sir|Dame)\s+$"
)
_LAW = re.compile(
    r"'s? (?:Law|Rule|Day|Eve|Feast|Syndrome|Disease|Hospital|Hospice|Church|Cathedral|College|Square|Hall|Act|Bill"
    r"|Fund|Trust|Walk)\b"
)
_MEMBERS = frozenset(["mp", "mep", "msp"])
_PEERS = frozenset(["baroness", "baron", "viscount", "earl"])


def is_cited(text: str, start: int, end: int) -> bool:
    """An author of research, by the form of the citation or by what is theirs."""
    return is_author(text, start, end) or _WORK.match(text, end) is not None


def is_author(text: str, start: int, end: int) -> bool:
    """The surer half of that: a year or a theory behind, or "a study by" before."""
    behind = text[end : end + _LOOK]
    if (
        _CITED_AFTER.match(behind)
        or _THEORY.match(behind)
        or _LISTED_AFTER.match(text, end, end + _REFERENCE)
    ):
        return True
    ahead = before(text, start)
    return any(word in ahead for word in (" by ", " of ", " from ")) and _BY_STUDY.search(ahead) is not None


def is_public(text: str, start: int, end: int, lower: tuple[str, ...]) -> bool:
    """Beside an office of public life, in a list of public figures, a peer, or a law called after somebody."""
    if (
        lower[0] in _PEERS
        or lower[-1] in _MEMBERS
        or _leads(lower)
        or _PEER.search(before(text, start))
        or _LAW.match(text, end)
    ):
        return True
    return _is_listed(text, start) or _behind().match(text, end) is not None


def _is_listed(text: str, start: int) -> bool:
    """Behind an office, or behind names that stand behind one."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 600) : start]
    ahead = line.rstrip()
    last = ahead[-30:].lower().rsplit(" ", 1)[-1].strip(",:")
    if last not in _office_ends() and not (ahead.endswith(",") or last == "and"):
        return False
    lower = line.lower()
    return any(one in lower for one in _office_ends()) and _before().search(line) is not None


@cache
def _office_ends() -> frozenset[str]:
    return frozenset(one.split()[-1] for one in phrases("people", "public"))


def _leads(lower: tuple[str, ...]) -> bool:
    """An office within the run itself: "Home Secretary Bray"."""
    return any(" ".join(lower[:size]) in phrases("people", "public") for size in (2, 3) if size < len(lower))


@cache
def _offices() -> str:
    return "|".join(map(re.escape, sorted(phrases("people", "public"), key=len, reverse=True)))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_offices()})(?:, |:? )(?:(?:[A-Z][\w'-]+ ?){{1,4}}(?:,|and) ?){{0,40}}$", re.I)


@cache
def _behind() -> re.Pattern[str]:
    great = "|".join(
        one for one in phrases("people", "public") if one.endswith(("commissioner", "minister", "secretary"))
    )
    honours = "|".join(words("people", "honours"))
    return re.compile(
        rf"(?: (?:{honours}))*(?:,| \() ?(?:the |then |former |our |as ){{0,3}}(?:[A-Z][a-z]+ ){{0,2}}"
        rf"(?:{great}|minister for)\b",
        re.I,
    )
