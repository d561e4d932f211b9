"""Where accounts of the same event disagree: what was seen and said, who was there, the day, the time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from illuminate.engines.chronology.findings.conflicts.arrests import arrests_in
from illuminate.engines.chronology.findings.conflicts.attendance import attendance
from illuminate.engines.chronology.findings.conflicts.claims import Claim, claims_in, differs, excludes
from illuminate.engines.chronology.findings.conflicts.coming import coming_differ
from illuminate.engines.chronology.findings.conflicts.contrasts.contrasts import contrasts_in
from illuminate.engines.chronology.findings.conflicts.drugtests import tests_in
from illuminate.engines.chronology.findings.conflicts.ends import expiries_differ
from illuminate.engines.chronology.findings.conflicts.figures import figures_in, opened
from illuminate.engines.chronology.findings.conflicts.injuries.injuries import injuries_differ
from illuminate.engines.chronology.findings.conflicts.people.company import actions_in, company_differs
from illuminate.engines.chronology.findings.conflicts.people.names import by_opening, often_named, staff_in
from illuminate.engines.chronology.findings.conflicts.people.parents import parents_in
from illuminate.engines.chronology.findings.conflicts.questions.questions import Question, asked_of, by_name
from illuminate.engines.chronology.findings.conflicts.repeated import repeated_in
from illuminate.engines.chronology.findings.conflicts.times.daysapart import days_apart
from illuminate.engines.chronology.findings.conflicts.times.hoursapart import hours_differ
from illuminate.engines.chronology.findings.conflicts.times.moments import dates_differ, times_differ
from illuminate.engines.chronology.findings.conflicts.times.toldays import days_told_apart
from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.model import Entry

Told = tuple[str, list[tuple[int, str]]]
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
Said = tuple[int, Claim]
_PARENTS_MEET = frozenset(
    {"icpc", "rcpc", "conference", "core_group", "cin_meeting", "family_meeting", "education_meeting"}
)

_OF_ADULTS = frozenset({"dv", "probation", "housing", "asc", "substance", "mental_health", "prison"})
_ROUND_A_TABLE = frozenset(
    {*_PARENTS_MEET, "marac", "mappa", "strategy", "professionals", "adult_conference"}
)


def conflicts(
    entries: Sequence[Entry],
    features: Sequence[Features],
    groups: Sequence[Sequence[int]],
    agencies: Agencies,
) -> list[Finding]:
    """Find, in each group, the fields on which entries of different agencies disagree."""
    children = children_of(entries, agencies)
    names = names_of(entries, features, groups)
    found: list[Finding] = []
    for group in groups:
        topics = frozenset(topic for place in group for topic in features[place].topics)
        texts = {place: opened(_text(entries[features[place].index])) for place in group}
        said = _claims(features, texts, topics)
        said += [
            (place, claim)
            for place, words in texts.items()
            for claim in arrests_in(words, entries[features[place].index].subjects)
        ]
        said += attendance(entries, features, group, agencies)
        fields = _disagreeing(said, features)
        fields += company_differs(entries, features, texts, children, agencies, names)
        fields += [*expiries_differ(features, group, texts), *coming_differ(features, group, texts)]
        apart = days_told_apart(features, group) | days_apart(features, group)
        fields += dates_differ(features, group, entries, apart)
        fields += times_differ(features, group, entries)
        for differ in (hours_differ, injuries_differ):
            fields += differ(features, group, texts)
        fields += contrasts_in(features, texts, fields)
        found += _findings(_one_question(fields), entries, features)
    return found


def names_of(
    entries: Sequence[Entry], features: Sequence[Features], groups: Sequence[Sequence[int]]
) -> Mapping[str, Mapping[str, str]]:
    """Give the names that the entries of the groups tie to a kind of person or of agency, under their first word."""
    told = [features[place] for group in groups for place in group]
    staff = staff_in((entries[one.index].practitioner, one.role) for one in told)
    return by_opening({**staff, **often_named([entries[one.index].event for one in told])})


def _claims(features: Sequence[Features], texts: Mapping[int, str], topics: frozenset[str]) -> list[Said]:
    besides = {place: list(_besides(words, topics)) for place, words in texts.items()}
    asked = _asked_of_two(features, texts, besides)
    return [
        (place, claim)
        for place, words in texts.items()
        for claim in (*claims_in(words, topics, asked), *besides[place])
    ]


def _asked_of_two(
    features: Sequence[Features], texts: Mapping[int, str], besides: Mapping[int, Sequence[Claim]]
) -> set[Question]:
    """The questions that texts of two agencies may answer: what one alone tells, none contradicts."""
    asked: dict[Question, set[int]] = defaultdict(set)
    for place, words in texts.items():
        counted = [by_name()[claim.axis] for claim in besides[place] if claim.axis in by_name()]
        for question in (*asked_of(words), *counted):
            asked[question].add(features[place].agency)
    return {question for question, agencies in asked.items() if len(agencies) > 1}


def _besides(words: str, topics: frozenset[str]) -> Iterator[Claim]:
    """What a text tells besides the answers to the questions, though it may answer one in figures."""
    if topics & _PARENTS_MEET:
        yield from parents_in(words)
    if topics & _ROUND_A_TABLE:
        yield from actions_in(words)
    yield from figures_in(words)
    yield from repeated_in(words)
    yield from tests_in(words)


def _one_question(fields: Sequence[Told]) -> list[Told]:
    """Seen alone and who was there, or who found and who called, are one question if the same entries differ."""
    known: dict[str, set[int]] = defaultdict(set)
    for field, rows in fields:
        known[field] |= {place for place, _ in rows}
    same = {
        "who was present": "seen alone",
        "who found": "who called",
        "quantity taken": "substance taken",
        "weapon": "cause of injury",
        "where it happened": "cause of injury",
    }
    return [
        (field, rows)
        for field, rows in fields
        if field not in same or not {place for place, _ in rows} <= known.get(same[field], set())
    ]


def _text(entry: Entry) -> str:
    event = entry.event or ("" if entry.response else entry.original.text)
    return f"{event} {entry.response}"


def children_of(entries: Sequence[Entry], agencies: Agencies) -> str:
    """First names of children, as a pattern: those whom schools and health visitors write about, or given an age."""
    told: Counter[str] = Counter()
    for entry in entries:
        role = agencies.role[agencies.number[entry.agency]]
        counts = 1 if role in ("school", "health_visiting") else -1 if role in _OF_ADULTS else 0
        for name in entry.subjects if counts else ():
            told[name.split()[0].lower() if name.split() else ""] += counts
        for match in re.finditer(r"\b([A-Z][a-z]{2,12}) \((?:aged? )?(\d{1,2})\)", entry.event):
            if int(match[2]) < 18:
                told[match[1].lower()] += 3
    return "|".join(sorted(re.escape(name) for name, count in told.items() if count > 0 and len(name) > 2))


def _disagreeing(said: Sequence[Said], features: Sequence[Features]) -> list[Told]:
    """For each axis: (field, [(position, quotation)]) if two agencies' values exclude each other."""
    axes: dict[tuple[str, str], dict[int, dict[str, str]]] = defaultdict(dict)
    about: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for place, claim in said:
        axes[claim.axis, claim.field].setdefault(place, {}).setdefault(claim.value, claim.quote)
        about[claim.axis, claim.field, place].add(claim.who)
    levels = axes.get(("risk", "risk level"), {})
    fields: list[Told] = []
    for (axis, field), rows in axes.items():
        clash = {
            place
            for place in rows
            for other in rows
            if features[place].agency != features[other].agency
            and _exclude(axis, rows[place], rows[other])
            and not _of_two(about[axis, field, place], about[axis, field, other])
            and not (axis == "ticks" and levels.get(place, {}).keys() & levels.get(other, {}).keys())
        }
        if clash:
            fields.append((field, [(place, next(iter(rows[place].values()))) for place in sorted(clash)]))
    return fields


def _of_two(one: set[str], other: set[str]) -> bool:
    """Whether each account names whom it tells of, and they are not one person."""
    return "" not in one | other and not one & other


def _exclude(axis: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    if all(_FIGURE.fullmatch(value) for value in (*one, *other)):
        return differs(one, other)
    return excludes(axis, one, other)


def _findings(
    fields: Sequence[Told],
    entries: Sequence[Entry],
    features: Sequence[Features],
) -> list[Finding]:
    """One finding a field: what disagrees on two axes of one field is one question."""
    merged: dict[str, dict[int, str]] = {}
    for field, rows in fields:
        known = merged.setdefault(field, {})
        for place, quote in rows:
            known.setdefault(place, quote)
    found: list[Finding] = []
    for field, told in merged.items():
        parts = [f"{entries[features[place].index].agency}: {quote}" for place, quote in sorted(told.items())]
        ids = tuple(entries[features[place].index].id for place in sorted(told))
        found.append(
            Finding("conflict", ids, f"They differ on {field}. " + "; ".join(parts) + ".", field=field)
        )
    return found
