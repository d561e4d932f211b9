"""Days of birth, death, arrest, charge, sentence and of the incident, in any writing, by the words round them.

A day without such a word is only a day: a chronology is full of them. The review's own days (meetings, drafts,
publication) lead to nobody.
"""

import re
from collections.abc import Iterator

from ..hits import Hit, before, clause_after, clause_before, hit_at
from ..sheet import Sheet
from .writing import LISTS, days

_TOLD = LISTS.compiled("cues.birth", "cues.death", "cues.law", "cues.harm")
_PROCESS = LISTS.compiled("cues.process")
_OWN = LISTS.compiled("cues.own")
_PEOPLE = re.compile(rf"\b{LISTS.either_phrase('cues.people')}(?!\w)|[a-z]'s ", re.I)
_OPENS = re.compile(
    r"(?:^|[a-z]{3}\.|\n|[A-Z]{2}\.|\|)[\s(\[\"'>?*-]*$|(?i:(?<!of birth )\bdate[d:] ?$)"
    r"|\b(?:letter|notice|report|signed|due)\b[^.]{0,20} on $"
)
_SPEAKER = LISTS.compiled("cues.speaker")
_DAY_ONLY = re.compile(r"the \d{1,2}(?:st|nd|rd|th)(?! (?:of|day|[A-Z])| and | or )")
# A row of a list: name, health number, day of birth.
_BESIDE_NUMBER = re.compile(r"(?<!\d)\d{3} ?\d{3} ?\d{4}[ |,;\t]{1,12}$")
_WORD = re.compile(r"[\w':.-]+")
_ANOTHER_DAY = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d|\d{1,2}(?:st|nd|rd|th)\b")
_OTHER_DAY = re.compile(r"\b(?:and|but|then|when|before|after|until|while|who|which)\b|;", re.I)
_WHEN = re.compile(r",? (?:when|on which|the (?:day|night|date) (?:on which|that|when)?) ?")


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Days that a word near by says are days of birth, death, law or harm."""
    for start, end in days(sheet):
        if _BESIDE_NUMBER.search(before(sheet.text, start, 24)):
            yield hit_at(sheet, start, end, "date", 0.8)
        if _is_personal(sheet.text, start, end):
            yield hit_at(sheet, start, end, "date", 0.85)
        elif _is_of_somebody(sheet.text, start, end):
            yield hit_at(sheet, start, end, "date", 0.6)


def _is_personal(words: str, start: int, end: int) -> bool:
    lead = clause_before(words, start, 140)
    cues = list(_TOLD.finditer(lead))
    is_close = bool(cues) and _is_close(lead[cues[-1].end() :])
    if not is_close and not _is_told(clause_after(words, end, 110)):
        return False
    own = [match.start() for match in _PROCESS.finditer(lead, max(0, len(lead) - 45))]
    return not own or (is_close and own[-1] < cues[-1].start())


def _is_of_somebody(words: str, start: int, end: int) -> bool:
    """Whether the lines round it tell of people, and its sentence of nothing that the review or its agencies did."""
    lead, behind = clause_before(words, start, 160), clause_after(words, end, 100)
    if _OPENS.search(lead) or _SPEAKER.search(lead + behind):
        return False  # a letter's head, a chronology's row, "the 12th", somebody's diary
    if _DAY_ONLY.match(words, start):
        return False
    if any(own.search(piece) for own in (_PROCESS, _OWN) for piece in (lead, behind)):
        return False
    if _PEOPLE.search(lead) or _PEOPLE.search(behind):
        return True
    wide = (
        words[max(0, start - 220) : start].rpartition("\n")[2]
        + " | "
        + words[end : end + 160].partition("\n")[0]
    )
    return _TOLD.search(wide) is not None


def _is_close(between: str) -> bool:
    """Whether nothing else happens between a word and the day: "released on bail. On 1 March the file was closed"."""
    has_other_day = _ANOTHER_DAY.search(between) is not None
    return not has_other_day and len(_OTHER_DAY.findall(between)) <= 1 and between.count(",") <= 3


def _is_told(behind: str) -> bool:
    """Whether the words that follow say what happened on the day."""
    when = _WHEN.match(behind)
    behind = behind[when.end() :] if when else behind
    cue = _TOLD.search(behind)
    between = behind[: cue.start()] if cue else ""
    return (
        cue is not None
        and len(_WORD.findall(between)) <= 14
        and not _OTHER_DAY.search(between)
        and not _ANOTHER_DAY.search(between)
    )
