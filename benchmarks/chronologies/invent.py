"""A whole case from a seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.cast import choose
from benchmarks.chronologies.exchanges import exchange, talk_only, to_outside
from benchmarks.chronologies.routine import contradict, decoy, plan_silences, rhythm, settle_gaps
from benchmarks.chronologies.shared import tell_shared
from benchmarks.chronologies.story import Story
from benchmarks.chronologies.voice import Voice

APART = (
    22  # days between two events of a kind: closer, with a slip of a week, nobody could say which is which
)


def invent(seed: int, agencies: int | None = None, events: int | None = None) -> Story:
    """Make up a case. The same seed gives the same case."""
    rng = random.Random(seed)
    cast = choose(rng, agencies)
    story = Story(cast, {kind: Voice(cast, agency) for kind, agency in cast.agencies.items()})
    plan_silences(story)
    _shared(story, events or rng.randint(30, 55))
    _many(story, 18, 30, lost=False)
    _many(story, 5, 10, lost=True)
    for agency in cast.agencies:
        rhythm(story, agency)
    contradict(story)
    for _ in range(rng.randint(9, 14)):
        talk_only(story, story.day())
    for _ in range(rng.randint(4, 8)):
        to_outside(story, story.day())
    for _ in range(rng.randint(7, 12)):
        decoy(story, story.day())
    settle_gaps(story)
    return story


def _shared(story: Story, events: int) -> None:
    kinds = {**bank("incidents"), **bank("meetings")}
    names = [name for name, spec in kinds.items() if spec["weight"] and not spec.get("once")]
    weights = [kinds[name]["weight"] for name in names]
    born = story.cast.people["C2"].born
    if story.cast.first < born and "midwifery" in story.cast.agencies:
        tell_shared(story, "birth_of_baby", born)
    taken: list[tuple[str, date]] = []
    for _ in range(events * 4):
        name = story.rng.choices(names, weights)[0]
        day = story.day()
        if any(abs((day - other).days) < APART for kind, other in taken if kind == name):
            continue
        if tell_shared(story, name, day):
            taken.append((name, day))
        if len(taken) >= events:
            break
    if story.rng.random() < 0.8:
        tell_shared(story, "death", story.cast.last - timedelta(days=5))


def _many(story: Story, low: int, high: int, *, lost: bool) -> None:
    wanted = story.rng.randint(low, high)
    made = tries = 0
    while made < wanted and tries < wanted * 6:
        made += exchange(story, story.day(), lost=lost)
        tries += 1
