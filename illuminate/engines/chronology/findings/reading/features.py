"""What matching needs to know of one entry: who is spoken of, what passed, which topics, days and rare words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from illuminate.engines.chronology.findings.lexicon import (
    MEETING,
    PUBLIC,
    authored,
    common,
    documents,
    grammar,
    kin,
    topics,
)
from illuminate.engines.chronology.findings.reading.contacts import contacts, stranger_phrases
from illuminate.engines.chronology.findings.reading.days import Spoken, days_in
from illuminate.engines.chronology.findings.reading.deeds import passing_phrases
from illuminate.engines.chronology.findings.reading.direction import Act, acts_of
from illuminate.engines.chronology.findings.reading.held import held_in
from illuminate.engines.chronology.findings.reading.hours import clocks_in
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.reading.papers import REFERS, group_of
from illuminate.engines.chronology.findings.reading.passing import Sent, sent_in
from illuminate.engines.chronology.findings.reading.reached import reached, wide_phrases
from illuminate.engines.chronology.findings.reading.sending import Cues, cue_phrases, cues_of
from illuminate.engines.chronology.findings.text import Found, Lexer, Tokens, tokenise
from illuminate.engines.chronology.model import Entry

_OPENING = 12  # words in which an entry says what it is about
_NAME = re.compile(r"[a-zà-öø-ÿ'-]{2,}")


@dataclass(slots=True, eq=False)
class Features:
    """One entry as evidence. Days are ordinals; bits are agencies; ``held`` maps a meeting to its number or 0.

    ``leads``: to whom it sends something formal as its main matter. ``past`` and ``ends``: exact days that the
    text names, behind it and as the end of something. ``gave``: what it really sent, told or asked.
    ``speaks``: agencies it may speak of, in the wider words of a receipt. ``beside``: those in the event itself, not
    only in what came of it. ``contacts``: what contact of its own it opens with.
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
    gave: tuple[Sent, ...]
    speaks: int
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
    contacts: frozenset[str]
    beside: int

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
            "passing": passing_phrases(),
            "wide": wide_phrases(agencies),
            "strangers": stranger_phrases(),
        }
    )


def read_features(entry: Entry, index: int, agencies: Agencies, lexer: Lexer) -> Features | None:
    """Read one entry; None if it has no day on both ends."""
    when = entry.when
    if when.start is None or when.end is None:
        return None
    start, end = when.start.toordinal(), when.end.toordinal()
    event, outcome = text_of(entry)
    tokens, own = tokenise(event, outcome), agencies.number[entry.agency]
    words = lexer.find(tokens.stems)
    cues = cues_of(words["cues"], words["papers"])
    named = agencies.mentions(words["agencies"], own)
    spoken_of = reached(tokens, words["wide"], named, agencies, own)
    gave = sent_in(tokens, words["passing"], spoken_of, agencies, own)
    acts = acts_of(tokens, named, gave, cues, words["authors"], agencies, own)
    held, spoken, kinds = held_in(tokens, words["topics"]), _days(event, outcome, start), topics()[1]
    return Features(
        index=index, agency=own, role=agencies.role[own], start=start, end=end,
        minute=when.time.hour * 60 + when.time.minute if when.time else None,
        vague=when.uncertain or end - start > 3, event=event, outcome=outcome,
        cues=cues, acts=acts, gave=gave, speaks=_bits(spoken_of), **_directions(acts, cues),
        topics=_with_kin(_told(tokens, words["topics"], agencies.role[own])),
        held=held, meetings=frozenset(topic for topic in held if kinds[topic] == MEETING),
        public=frozenset(topic for _, _, topic in words["topics"] if kinds[topic] == PUBLIC),
        spoken=spoken, past=frozenset(day.day for day in spoken if day.exact and not day.until),
        ends=frozenset(day.day for day in spoken if day.until), clocks=clocks_in(f"{event} {outcome}".lower()),
        rare=frozenset(word for word in set(tokens.stems) - common() if len(word) > 2),
        people=_people(entry.subjects),
        papers=frozenset(group_of(kind) for _, _, kind in cues.kinds) - {"call", ""},
        marks=_marks(tokens, words["topics"]) | {label for _, _, label in words["strangers"]},
        contacts=contacts(tokens, agencies.people, named),
        beside=_bits(one for one in (*named, *spoken_of) if one.start < tokens.response),
    )  # fmt: skip


def _told(tokens: Tokens, found: Found, role: str) -> dict[str, str]:
    """Each topic with a word that tells it; a hospital needn't say that somebody came to the hospital."""
    told = {topic: tokens.words[place] for place, _, topic in found}
    opening = set(tokens.words[:_OPENING] if role == "hospital" else ())
    if opening & grammar("attends") and not opening & grammar("by_appointment"):
        told.setdefault("ed_visit", "attended")
    return told


def _with_kin(told: dict[str, str]) -> dict[str, str]:
    """The topics, and the wide ones that contain them."""
    for wide, narrow in kin().items() if told else ():
        known = sorted(narrow & told.keys())
        if known:
            told.setdefault(wide, told[known[0]])
    return told


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
    sent = _bits(act for act in acts if act.way == "out")
    return {
        "sent": sent,
        "received": _bits(act for act in acts if act.way == "in"),
        "near": _bits(act for act in acts if act.way == "near"),
        "leads": sent if any(at <= 3 and kind in REFERS for at, _, kind in cues.kinds) else 0,
        "formal_in": any(act.way == "in" and act.kind in REFERS for act in acts),
        "arrives": bool(cues.arrive),
    }


_CERTAIN_DEATH = (
    "murder", "homicid", "extinct", "fatal", "deceas", "dead", "recognition", "pronounc", "kill", "body",
)  # fmt: skip


def _marks(tokens: Tokens, found: Found) -> frozenset[str]:
    """Words that later steps ask for: minutes of a meeting, an arrival, a certain death."""
    marks: set[str] = set()
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


def _bits(acts: Iterable[Act | Mention]) -> int:
    bits = 0
    for act in acts:
        bits |= act.bits
    return bits
