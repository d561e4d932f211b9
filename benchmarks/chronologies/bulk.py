"""Many rows, for speed: agencies of thousands of entries each, over twenty years."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.book import Book
from benchmarks.chronologies.cast import choose
from benchmarks.chronologies.exchanges import exchange
from benchmarks.chronologies.forms import set_out
from benchmarks.chronologies.layout import Setter
from benchmarks.chronologies.routine import tell_routine
from benchmarks.chronologies.shared import tell_shared
from benchmarks.chronologies.story import Story
from benchmarks.chronologies.voice import Voice
from benchmarks.chronologies.write import write_book

MOST = 10  # agencies of one invented family; more files are of a second
FORMS = [".xlsx", ".csv", ".docx", ".ods", ".xlsx", ".csv", ".xlsx", ".csv", ".docx", ".ods"]


def write_bulk(folder: Path, agencies: int, rows: int) -> list[Path]:
    """Write so many files of so many rows each; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    done = sorted(path for path in folder.iterdir() if path.is_file())
    if len(done) == agencies:
        return done
    files = []
    for number, at in enumerate(range(0, agencies, MOST)):
        story = _crowded(number + 1, min(MOST, agencies - at), rows)
        for kind, ending in zip(story.cast.agencies, FORMS, strict=False):
            files.append(folder / f"{number}_{kind}{ending}")
            write_book(_book(story, kind, ending, rows), files[-1], random.Random(number))
    return files


def _crowded(seed: int, agencies: int, rows: int) -> Story:
    cast = choose(random.Random(seed), agencies)
    cast.first = cast.last - timedelta(days=7300)
    story = Story(cast, {kind: Voice(cast, agency) for kind, agency in cast.agencies.items()})
    kinds = {**bank("incidents"), **bank("meetings")}
    names = [name for name, spec in kinds.items() if spec["weight"]]
    for _ in range(agencies * rows // 30):
        tell_shared(story, story.rng.choice(names), story.day())
        exchange(story, story.day(), lost=story.rng.random() < 0.2)
        story.spoke = story.spoke[-200:]
    for kind in cast.agencies:
        have = sum(telling.agency == kind for telling in story.tellings)
        for _ in range(rows - have):
            tell_routine(story, kind, story.day())
    return story


def _book(story: Story, kind: str, ending: str, rows: int) -> Book:
    setter = Setter(story, kind, ending, random.Random(rows))
    setter.form, setter.habit.mode, setter.ditto = "flat", "full", ""
    setter.time_in, setter.columns = (
        "column",
        ["date", "time", "subjects", "event", "response", "practitioner"],
    )
    setter.headings = [
        "Date",
        "Time",
        "Subject",
        "Event",
        "Outcome",
        "Officer",
    ]  # plain: speed is asked for here
    setter.tellings = setter.tellings[:rows]
    return set_out(setter)
