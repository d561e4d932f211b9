"""What happened, and each agency's telling of it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from benchmarks.chronologies.cast import Cast
from benchmarks.chronologies.voice import Voice

CLOCKS = {"day": (8, 18), "office": (9, 16), "evening": (18, 23), "night": (20, 23)}


@dataclass(eq=False)
class Telling:
    """One agency's account of one event: later one row of its file.

    ``keep`` means that its day may not be written vaguely, ``keep_time`` that its time must be shown. ``until`` is the
    other day of a row that is dated by two. ``extra`` goes into the truth as it is.
    """

    agency: str
    day: date
    key: str
    text: str
    response: str = ""
    clock: time | None = None
    about: list[str] = field(default_factory=list)
    keep: bool = False
    keep_time: bool = False
    until: date | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass
class Story:
    cast: Cast
    voices: dict[str, Voice]
    tellings: list[Telling] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    decoys: list[tuple[Telling, Telling, str]] = field(default_factory=list)
    lost: list[tuple[Telling, str]] = field(default_factory=list)
    quiet: dict[str, list[tuple[date, date]]] = field(default_factory=dict)
    spoke: list[tuple[str, str, date]] = field(default_factory=list)
    keys: int = 0

    @property
    def rng(self) -> random.Random:
        return self.cast.rng

    def key(self, name: str) -> str:
        self.keys += 1
        return f"e_{name}_{self.keys}"

    def awake(self, agency: str, day: date) -> bool:
        """Whether the agency is in the case and not in one of its planned silences on that day."""
        if agency not in self.cast.agencies or not self.cast.first <= day <= self.cast.last:
            return False
        return not any(start < day < end for start, end in self.quiet.get(agency, []))

    def day(self, start: date | None = None) -> date:
        start = start or self.cast.first + timedelta(days=20)
        return start + timedelta(days=self.rng.randint(0, (self.cast.last - start).days - 30))

    def add(self, agency: str, day: date, key: str, wording: str, **more: Any) -> Telling:
        """Tell a wording in the agency's voice; slots are the keyword arguments that a Telling does not have."""
        own = {name: more.pop(name) for name in list(more) if name in Telling.__dataclass_fields__}
        response = own.pop("response", "")
        voice = self.voices[agency]
        telling = Telling(
            agency,
            day,
            key,
            voice.tell(wording, day, **more),
            response=voice.tell(response, day, **more),
            **own,
        )
        if not telling.about:
            telling.about = people_of(self, agency, self.cast.agencies[agency].about[0])
        self.tellings.append(telling)
        return telling

    def names_of(self, *roles: str) -> list[str]:
        return [self.cast.people[role].name for role in roles]


def people_of(story: Story, agency: str, about: str) -> list[str]:
    """The full names that an entry about somebody lists."""
    own = story.cast.agencies[agency].about[0]
    about = own if about in ("own", "any") else about
    born = story.cast.people["C2"].born
    children = ("C", "C2") if born < story.cast.first else ("C",)
    roles = {"victim": ("V",), "suspect": ("P",), "child": children, "mother": ("M",), "child2": ("C2",)}[
        about
    ]
    return story.names_of(*roles)


def clock_of(rng: random.Random, kind: str) -> time:
    low, high = CLOCKS[kind]
    return time(
        rng.randint(low, high), rng.choice([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, rng.randint(0, 59)])
    )


def later(clock: time, minutes: int) -> time:
    """A clock time so many minutes on, within the day."""
    total = min(max(clock.hour * 60 + clock.minute + minutes, 1), 23 * 60 + 59)
    return time(total // 60, total % 60)


def weekday(day: date) -> date:
    """That day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
