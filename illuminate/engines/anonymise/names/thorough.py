"""The thorough look: days, sums, places, institutions, origins and reference numbers, whether or not they single out.

For texts that must tell nothing of whom they are about, as a court's judgment; in a review most of it may stay. All by
form: what a run of capitals says of a place or an institution of its own, and what figures say beside a unit.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..fold import fold
from .cues import before
from .gazetteer import is_abroad, is_place
from .lists import phrases, words
from .model import is_ordinary
from .openness import is_openly_said
from .runs import Run, runs_in, words_in
from .verdicts import Kind, Stranger, is_strange

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"{_NTH}(?: ?(?:,|and|or|to|[-–]) ?{_NTH})*\s(?:of )?{_MONTH}"
_YEAR = r"(?:1[89]|20)\d{2}"
# A law's own year tells nothing of whom a text is about.
_NO_LAW = r"(?<!Law of )(?<!Act of )(?<!Act )(?<!Code of )"
_DATE = re.compile(
    rf"\b{_NO_LAW}(?:(?:between |from )?{_DAY}(?:,? \d{{4}})?|{_MONTH}\s{_NTH}(?:, ?\d{{4}})?"
    rf"|(?:(?:early|mid|late|beginning of|end of|half of)[ -])?{_MONTH},? \d{{4}}"
    rf"|(?:(?:early|mid|late|half of)[ -])?{_YEAR}"
    r"(?:[-/–]\d{2,4})?(?!\d| (?:[A-Z][a-z]+ )?(?:Act|Law|Code|Convention|Constitution|Regulations?|Rules|Order)\b)"
    r"|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?|hours))(?!\w)"
    rf"|(?<=[a-z,] ){_MONTH}(?= (?:and|to|or|of that|the same|last|this)\b)"
)
_SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred|thousand|million|billion|a half)"
)
_COUNT = rf"(?:\d[\d.,]*\d|\d|{_SPELT}(?:(?: |-| and ){_SPELT})*)"
_TERM = re.compile(
    rf"\b(?:{_COUNT}(?: and a half)?[ -](?:years?|months?|weeks?|days?|hours)'?s?"
    rf"(?: and {_COUNT} (?:months|days|weeks)'?)?|life imprisonment)\b"
)
_ROUGHLY = r"(?:(?:approximately|approx\.|about|almost|nearly|around|over|more than|less than) )?"
_MANY = r"(?: ?(?:million|billion|thousand|m|bn|k)\b)?"
_PERCENT = re.compile(
    rf"\b{_ROUGHLY}\d[\d.,]*(?: (?:and|to) \d[\d.,]*)?\s?(?:%|per cent\b)(?: and \d[\d.,]*\s?%)?"
)
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,3}(?!\w)|(?<=\bMr )[A-Z]\.?(?=\W)")
_CODE = re.compile(
    r"\b\d{2,6}/\d{2,4}\b|(?<!Law )(?<=no\.\s)[\w/.:-]*\d[\w/.:-]*(?<![.:])"
    r"|\bnos\. \d[\d/.]*(?:(?:, | and )\d[\d/.]*\b)*"
    r"|\b\d{4}[:/]\d{2,4}\b|\b[A-Z]{2,}[ -]?\d{3,}\b|\b[A-Z]{2,4}\s\d{4}\s[ps]\.\s?\d+"
)
# What is a state's and tells of nobody: "the Polish authorities".
_OF_STATE = re.compile(
    r"'?s? (?:[a-z]+ )?(?:[Gg]overnments?|authorit|[Ll]aw|[Cc]ode|[Cc]ourts?|[Ss]tate|[Cc]onstitution|[Rr]epublic"
    r"|[Pp]arliament|invasion|legislation|legal|legislature|system|national\b|nationals|case-law|liras?|zlotys?"
    r"|schillings?|marks|Civil|Criminal|Act|army|military|forces|troops)"
)
_ILLNESS = re.compile(
    r"\bage of (?:\d{1,2}|[a-z-]+)\b"
    r"|\b(?:fracture|loss|amputation) of (?:the |his |her )?(?:[a-z0-9]+ ){0,3}[a-z]+\b"
    r"|\b(?:[a-z]+ )?[a-z]+(?:itis|osis|pathy|algia|opia|plegia|phrenia)\b|\bpsychotic illness\b"
)
_STATE = re.compile(r"\b(?:(?:Republic|Government|Kingdom|State) of|against) (?:the )?$")
_AT = re.compile(r"\b(?:in|at|near|from|to|of|towards|around|outside)\s+$")
_OF = re.compile(r"(?:,? (?:of|for) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*){1,2}")
_OWN_WORDS = re.compile(r" \([A-Z][^()\d]{3,60}\)")
_KIND_OF = re.compile(
    r"(?:\b(?:[Mm]unicipality|[Dd]istrict|[Bb]orough|[Cc]ounty|[Pp]rovince|[Rr]egion|[Cc]anton|[Vv]illage|[Tt]own"
    r"|[Cc]ity|[Dd]epartment) of"
    r"|\b(?:[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Cc]entral)(?: parts of)?)\s+$"
)


@cache
def _job() -> re.Pattern[str]:
    """What somebody works as, behind an article or "as", with the words before it that say which."""
    one = "|".join(sorted(words("people", "jobs") | words("thorough", "jobs"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:as an?|as|is an?|was an?|post of|job of|profession of|been an?|became an?|a|an|the applicant, an?)\s+"
        rf"((?:[a-z-]+ ){{0,2}}?(?:{one}))"
        r"(?=[,.;)]| (?:in|at|with|for|by|and|until|from|to|on|of|who|affiliated|working)\b)",
        re.I,
    )


@cache
def _sum() -> re.Pattern[str]:
    """An amount: a currency and a figure, a figure and a unit."""
    unit = "|".join(sorted(words("thorough", "units"), key=len, reverse=True))
    return re.compile(
        rf"{_ROUGHLY}(?:[£€$¥]|\b[A-Z]{{3}}\b)\s?\d[\d.,]*{_MANY}"
        rf"|\b{_ROUGHLY}{_COUNT}{_MANY} ?(?:(?:[A-Z][a-z]+ |[A-Z]{{2,4}} ){{0,2}}(?i:(?:square |new )?(?:{unit}))\b"
        r"(?: sterling)?|[A-Z]{3}\b)(?: \([A-Z]{3}\))?"
    )


def with_everything(texts: Sequence[str], strangers: Sequence[Sequence[Stranger]]) -> list[list[Stranger]]:
    """For each text whoever was found there already and what a thorough look finds besides, none overlapping."""
    return [list(_apart([*found, *_found_in(text)])) for text, found in zip(texts, strangers, strict=True)]


def _apart(found: Sequence[Stranger]) -> Iterator[Stranger]:
    """The widest of what overlaps, in reading order."""
    kept: list[Stranger] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return iter(sorted(kept, key=lambda one: one.start))


def _found_in(text: str) -> Iterator[Stranger]:
    folded = fold(text)
    for pattern, kind in _forms():
        for match in pattern.finditer(folded.text):
            yield _one(folded.span(*match.span()), kind)
    for match in _job().finditer(folded.text):
        yield _one(folded.span(*match.span(1)), "description")
    for run in runs_in(folded.text, words_in(folded.text)):
        kind_of_run = _kind_of(folded.text, run)
        if kind_of_run is not None:
            yield _one(
                folded.span(
                    _with_kind(folded.text, run, kind_of_run), _with_rest(folded.text, run, kind_of_run)
                ),
                kind_of_run,
            )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return (
        (_CODE, "reference"),
        (_DATE, "date"),
        (_TERM, "date"),
        (_sum(), "quantity"),
        (_PERCENT, "quantity"),
        (_INITIALS, "person"),
        (_ILLNESS, "description"),
    )


def _one(span: tuple[int, int], kind: Kind) -> Stranger:
    return Stranger(*span, kind, "thorough", 0.5)


def _kind_of(text: str, run: Run) -> Kind | None:
    """A place, an institution that has a name of its own or of its town, an origin beside whom it belongs to."""
    if run.title is not None or _STATE.search(before(text, run.start)):
        return None
    name = " ".join(run.lower)
    if _institution_behind().match(text, run.end) and any(map(_tells_which, run.lower)):
        return "organisation"
    if is_abroad(name) or name in phrases("thorough", "places"):
        return "place"
    if is_place(name) and (len(run.words) > 1 or not is_ordinary(name)):
        return "place"
    if any(word in _institutions() for word in run.lower):
        whole = text[run.start : _with_rest(text, run, "organisation")]
        tells = len(run.words) > 1 and any(
            _tells_which(word.lower()) for word in re.findall(r"[A-Z][\w'-]+", whole)
        )
        return "organisation" if tells else None
    if all(part in _origins() for word in run.lower for part in word.split("-")):
        return None if _OF_STATE.match(text, run.end) else "description"
    if run.lower[-1] in words("thorough", "companies") and len(run.words) > 1:
        return "organisation"
    if len(run.words) == 1 and run.words[0].is_shouted:
        return "organisation" if len(name) > 2 and not is_openly_said(name) and is_strange(name) else None
    return "place" if any(map(is_strange, run.lower)) and _AT.search(before(text, run.start)) else None


@cache
def _institution_behind() -> re.Pattern[str]:
    """In lower case behind a name: "Bray municipal cemetery", "Bray prison"."""
    one = "|".join(sorted(words("thorough", "institutions") | words("thorough", "buildings")))
    return re.compile(rf" (?:[a-zA-Z]-?[a-z]+ )?(?:{one})\b")


@cache
def _institutions() -> frozenset[str]:
    return words("bodies", "agency") | words("small", "bodies") | words("thorough", "institutions")


def _tells_which(word: str) -> bool:
    return (is_strange(word) and word not in _institutions()) or (
        is_abroad(word) and word not in _institutions()
    )


@cache
def _origins() -> frozenset[str]:
    single = {one for one in phrases("open", "peoples") if " " not in one}
    return frozenset(single | words("wordnet", "open") | words("bodies", "words"))


def _with_rest(text: str, run: Run, kind: Kind) -> int:
    """An institution goes on with what it is the institution of, and with its name in its own language."""
    if kind != "organisation":
        return run.end
    lower = _institution_behind().match(text, run.end)
    if lower:
        return lower.end()
    more = _OF.match(text, run.end)
    end = more.end() if more else run.end
    own = _OWN_WORDS.match(text, end)
    return own.end() if own else end


def _with_kind(text: str, run: Run, kind: Kind) -> int:
    """A place with what kind of place it is: "the municipality of Bray", "northern Bray"."""
    ahead = before(text, run.start)
    of_kind = _KIND_OF.search(ahead) if kind == "place" else None
    return run.start - (len(ahead) - of_kind.start()) if of_kind else run.start
