"""What matching needs to know of one entry: who is spoken of, what passed, which topics, days and rare words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypedDict

from illuminate.engines.chronology.findings.days import Spoken, clocks_in, days_in
from illuminate.engines.chronology.findings.direction import Act, acts_of
from illuminate.engines.chronology.findings.lexicon import (
    JOINT,
    MEETING,
    PUBLIC,
    authored,
    common,
    documents,
    grammar,
    topics,
)
from illuminate.engines.chronology.findings.mentions import Agencies
from illuminate.engines.chronology.findings.papers import REFERS, group_of
from illuminate.engines.chronology.findings.sending import Cues, cue_phrases, cues_of
from illuminate.engines.chronology.findings.text import Found, Lexer, Tokens, tokenise
from illuminate.engines.chronology.model import Entry

_ORDINALS = ("1st first one", "2nd second two", "3rd third three", "4th fourth", "5th fifth")
_NUMBER = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_TODAY = frozenset({"today", "tonight"})
_TO_IT = frozenset({"to", "the", "at", "in"})
_NAME = re.compile(r"[a-zà-öø-ÿ'-]{2,}")


@dataclass(slots=True)
class Features:
    """One entry as evidence. Days are ordinals; bits are agencies; ``held`` maps a meeting to its number or 0.

    ``leads``: to whom it sends something formal as its main matter. ``past`` and ``ends``: exact days that the
    text names, behind it and as the end of something.
    """

    index: int
    agency: int
    role: str
    start: int
    end: int
    minute: int | None
    vague: bool
    event: str
    outcome: str
    cues: Cues
    acts: list[Act]
    sent: int
    received: int
    near: int
    topics: dict[str, str]
    held: dict[str, int]
    spoken: list[Spoken]
    clocks: list[tuple[int, int]]
    rare: frozenset[str]
    people: frozenset[str]
    arrives: bool
    leads: int
    formal_in: bool
    papers: frozenset[str]
    meetings: frozenset[str]
    public: frozenset[str]
    past: frozenset[int]
    ends: frozenset[int]
    marks: frozenset[str]

    @property
    def tokens(self) -> Tokens:
        """Its words, read again: kept for none, for a hundred thousand entries' words fill the memory."""
        return tokenise(self.event, self.outcome)

    @property
    def mentioned(self) -> int:
        """All agencies it speaks of."""
        return self.sent | self.received | self.near


def text_of(entry: Entry) -> tuple[str, str]:
    """Give the event and the outcome; a file that has neither column is read by its whole text."""
    event = entry.event or ("" if entry.response else entry.original.text)
    kind = f"{entry.kind}. " if entry.kind and entry.kind.lower() not in event.lower() else ""
    return kind + event, entry.response


def lexer_for(agencies: Agencies) -> Lexer:
    """All that is looked for in a text of this case."""
    return Lexer(
        {
            "topics": topics()[0],
            "cues": cue_phrases(),
            "papers": documents()[0],
            "authors": authored(),
            "agencies": agencies.phrases,
        }
    )


def read_features(entry: Entry, index: int, agencies: Agencies, lexer: Lexer) -> Features | None:
    """Read one entry; None if it has no day on both ends."""
    when = entry.when
    if when.start is None or when.end is None:
        return None
    start, end = when.start.toordinal(), when.end.toordinal()
    event, outcome = text_of(entry)
    tokens = tokenise(event, outcome)
    own = agencies.number[entry.agency]
    words = lexer.find(tokens.stems)
    cues = cues_of(words["cues"], words["papers"])
    acts = acts_of(tokens, agencies.mentions(words["agencies"], own), cues, words["authors"], agencies, own)
    held, spoken = _held(tokens, words["topics"]), _days(event, outcome, start)
    kinds = topics()[1]
    return Features(
        index=index, agency=own, role=agencies.role[own], start=start, end=end,
        minute=when.time.hour * 60 + when.time.minute if when.time else None,
        vague=when.uncertain or end - start > 3,
        event=event, outcome=outcome, cues=cues, acts=acts, **_directions(acts, cues),
        topics={topic: tokens.words[place] for place, _, topic in words["topics"]},
        held=held, meetings=frozenset(topic for topic in held if kinds[topic] == MEETING),
        public=frozenset(topic for _, _, topic in words["topics"] if kinds[topic] == PUBLIC),
        spoken=spoken, past=frozenset(day.day for day in spoken if day.exact and not day.until),
        ends=frozenset(day.day for day in spoken if day.until), clocks=clocks_in(f"{event} {outcome}"),
        rare=frozenset(word for word in set(tokens.stems) - common() if len(word) > 2),
        people=_people(entry.subjects),
        papers=frozenset(group_of(kind) for _, _, kind in cues.kinds) - {"call", ""},
        marks=_marks(tokens, words["topics"]),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _people(subjects: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_NAME.findall(" ".join(subjects).lower()))


class _Directions(TypedDict):
    sent: int
    received: int
    near: int
    leads: int
    formal_in: bool
    arrives: bool


def _directions(acts: Sequence[Act], cues: Cues) -> _Directions:
    sent = _bits(act for act in acts if act.way == "out" and act.sure)
    return {
        "sent": sent,
        "received": _bits(act for act in acts if act.way == "in"),
        "near": _bits(act for act in acts if act.way == "near" or not act.sure),
        "leads": sent if any(at <= 3 and kind in REFERS for at, _, kind in cues.kinds) else 0,
        "formal_in": any(act.way == "in" and act.kind in REFERS for act in acts),
        "arrives": bool(cues.arrive),
    }


_CERTAIN_DEATH = (
    "murder", "homicid", "extinct", "fatal", "deceas", "dead", "recognition", "pronounc", "kill", "body",
)  # fmt: skip


def _marks(tokens: Tokens, found: Found) -> frozenset[str]:
    """Words that later steps ask for: "today" at the beginning, an arrival, a certain death."""
    marks = set() if _TODAY.isdisjoint(tokens.words[:10]) else {"today"}
    if not grammar("minutes").isdisjoint(tokens.words[:12]):
        kinds = topics()[1]
        marks |= {f"minutes of {topic}" for _, _, topic in found if kinds[topic] == MEETING}
    if "arriv" in tokens.stems:
        marks.add("arrives")
    died = any(topic == "death" for _, _, topic in found)
    if died and any(word.startswith(_CERTAIN_DEATH) for word in tokens.stems):
        marks.add("dead")
    return frozenset(marks)


def _days(event: str, response: str, own: int) -> list[Spoken]:
    """Days named in the event, and the exact ones of the outcome, where a weekday is a plan."""
    return days_in(event, own) + [day for day in days_in(response, own) if day.exact]


def _bits(acts: Iterable[Act]) -> int:
    bits = 0
    for act in acts:
        bits |= act.bits
    return bits


def _held(tokens: Tokens, found: Found) -> dict[str, int]:
    """Meetings that took place here, not those that were referred to, minuted or booked; with their number."""
    kinds = topics()[1]
    held: dict[str, int] = {}
    for start, end, topic in found:
        if kinds[topic] not in (MEETING, JOINT):
            continue
        before = [
            tokens.words[at]
            for at in range(max(0, start - 2), start)
            if tokens.clause[at] == tokens.clause[start]
        ]
        there = _there(tokens, start)
        if not there and (
            any(word in grammar("toward_meeting") for word in before[-1:])
            or (len(before) == 2 and before[0] in grammar("toward_meeting") and before[1] == "the")
        ):
            continue
        after = range(end, min(end + 2, len(tokens.words)))
        beside = before + [tokens.words[at] for at in after if tokens.clause[at] == tokens.clause[start]]
        if kinds[topic] == MEETING and (_in_house(before) or (not there and _on_paper(beside))):
            continue
        if kinds[topic] == JOINT and _asked_for(tokens, start):
            continue
        number = _number(tokens, start, end)
        held[topic] = max(number, held.get(topic, 0))
    return held


def _in_house(before: Sequence[str]) -> bool:
    """Whether it is an agency's own meeting ("practice safeguarding meeting")."""
    return bool(before) and before[-1] in grammar("own_meeting")


def _on_paper(beside: Sequence[str]) -> bool:
    """Whether the words beside a meeting tell of its papers, not of itself."""
    return any(word in grammar("paper_of_meeting") for word in beside)


def _asked_for(tokens: Tokens, start: int) -> bool:
    """Whether the sentence is a referral for it, which is not the visit itself."""
    return any(
        tokens.stems[at] in ("referral", "refer") and tokens.sentence[at] == tokens.sentence[start]
        for at in range(max(0, start - 9), start)
    )


def _there(tokens: Tokens, start: int) -> bool:
    """Whether the writer went to it ("went with her to conference", "invited to it, joined by phone")."""
    if start == 0 or tokens.words[start - 1] not in _TO_IT or "of" in tokens.words[max(0, start - 2) : start]:
        return False
    before = [at for at in range(max(0, start - 6), start) if tokens.clause[at] == tokens.clause[start]]
    if any(tokens.words[at] in grammar("went_to") for at in before):
        return True
    behind = range(start, min(start + 12, len(tokens.words)))
    asked = tokens.words[start - 2 : start] == ["invited", "to"]
    return asked and any(
        tokens.words[at] == "joined" and tokens.sentence[at] == tokens.sentence[start] for at in behind
    )


def _number(tokens: Tokens, start: int, end: int) -> int:
    """The number of a meeting ("MARAC 3", "second review conference"), or 0."""
    after = (
        tokens.words[end]
        if end < len(tokens.words) and tokens.sentence[end] == tokens.sentence[start]
        else ""
    )
    if after.isdigit() and len(after) == 1:
        return int(after)
    return _NUMBER.get(tokens.words[start - 1], 0) if start else 0


def rarity(features: Sequence[Features]) -> dict[str, float]:
    """Weight of a shared word: 0 for a word that one entry in twenty has, up to 1 for one that two or three have."""
    counts: Counter[str] = Counter()
    for one in features:
        counts.update(one.rare)
    total = max(len(features), 60)
    floor, span = log(20), log(total / 2) - log(20) or 1.0
    return {
        word: min(1.0, max(0.0, (log(total / count) - floor) / max(span, 1.0)))
        for word, count in counts.items()
        if count > 1
    }
