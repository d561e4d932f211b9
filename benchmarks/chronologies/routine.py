"""Contacts that are one agency's alone, decoys, silences, and rows that contradict themselves."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.story import Story, Telling, clock_of, people_of, weekday

MIN_GAP, MIN_BEFORE = 274, 4  # the rule of the truth
MARGIN = 256  # a gap that is not planned stays shorter, so that no silence hangs on a few days


def tell_routine(story: Story, agency: str, day: date) -> Telling:
    """One contact of an agency's everyday work."""
    if agency not in ("police", "ambulance", "hospital"):
        day = weekday(day)
    wording, _, then = story.rng.choice(bank("routine")[agency]["say"]).partition("|")
    about = people_of(story, agency, "own")
    for role, name in (("{M}", "M"), ("{C}", "C"), ("{P}", "P")):
        if wording.startswith(role):
            about = story.names_of(name)
    clock = clock_of(story.rng, "day")
    return story.add(agency, day, story.key("only"), wording, response=then, about=about, clock=clock)


def rhythm(story: Story, agency: str) -> None:
    """Everyday contacts over the agency's years, thick and thin."""
    rng = story.rng
    pace = rng.choice([28, 40, 60, 90])
    day = story.cast.first + timedelta(days=rng.randint(0, 200))
    while day < story.cast.last - timedelta(days=5):
        if story.awake(agency, day):
            tell_routine(story, agency, day)
        day += timedelta(days=max(2, int(rng.expovariate(1 / pace))))


def plan_silences(story: Story) -> None:
    """Windows without any contact: real silences for a third of the agencies, near ones for another."""
    rng = story.rng
    span = (story.cast.last - story.cast.first).days
    for agency in story.cast.agencies:
        roll = rng.random()
        if roll > 0.7 or agency == "police":
            continue
        length = rng.randint(300, 520) if roll < 0.4 else rng.randint(200, 235)
        if span < length + 620:
            continue
        start = story.cast.first + timedelta(days=rng.randint(430, span - length - 120))
        story.quiet[agency] = [(start, start + timedelta(days=length))]


def settle_gaps(story: Story) -> None:
    """Fill gaps that would be silences by the rule and were not planned, and feed the year before those that were."""
    for agency in story.cast.agencies:
        for start, end in story.quiet.get(agency, []):
            for number in range(7):
                tell_routine(
                    story, agency, start - timedelta(days=story.rng.randint(number * 48, number * 48 + 40))
                )
            tell_routine(story, agency, weekday(start))
            tell_routine(story, agency, end + timedelta(days=2))
        for _ in range(60):
            gap = _unplanned(story, agency)
            if gap is None:
                break
            tell_routine(story, agency, gap)
        _date_edges(story, agency)


def _date_edges(story: Story, agency: str) -> None:
    """Around a silence the days are written exactly: where it begins and ends may not hang on a vague word."""
    year = timedelta(days=370)
    for telling in story.tellings:
        if telling.agency == agency and any(
            a - year < telling.day < b + year for a, b in story.quiet.get(agency, [])
        ):
            telling.keep = True


def _unplanned(story: Story, agency: str) -> date | None:
    days = sorted(telling.day for telling in story.tellings if telling.agency == agency)
    for before, after in pairwise(days):
        length = (after - before).days
        if length < MARGIN or not story.awake(agency, before + timedelta(days=length // 2)):
            continue
        recent = sum(before - timedelta(days=380) <= day <= before for day in days)
        if recent >= MIN_BEFORE - 1:
            return before + timedelta(days=story.rng.randint(90, 200))
    return None


def decoy(story: Story, day: date) -> bool:
    """Two rows of two agencies that look alike and are not the same."""
    rng = story.rng
    kinds = bank("decoys")
    for name in rng.sample(list(kinds), len(kinds)):
        spec = kinds[name]
        pairs = [pair for pair in spec["between"] if all(story.awake(one, day) for one in pair)]
        if not pairs:
            continue
        if "child2" in spec["about"] and story.cast.people["C2"].born > day - timedelta(days=500):
            continue
        one, two = rng.choice(pairs)
        number = rng.randrange(min(len(spec["one"]), len(spec["two"])))
        where = rng.choice(bank("people")["places"])
        rows = []
        for agency, words, about in ((one, spec["one"][number], 0), (two, spec["two"][number], 1)):
            rows.append(
                story.add(
                    agency,
                    day,
                    story.key("only"),
                    words,
                    about=people_of(story, agency, spec["about"][about]),
                    keep=True,
                    place=where,
                    clock=clock_of(rng, "day"),
                )
            )
        story.decoys.append((rows[0], rows[1], spec["why"]))
        return True
    return False


def contradict(story: Story) -> None:
    """Two to four rows whose own words can't all be right, and rows of right ages around them."""
    rng = story.rng
    words = bank("routine")["order"]
    kinds = rng.sample(["range", "words", "age", "slip"], rng.randint(2, 4))
    child = story.cast.people["C"]
    seen = [
        agency for agency in story.cast.agencies if agency not in ("probation", "police", "drugs", "idva")
    ]
    for _ in range(8):
        agency, day = rng.choice(seen), story.day()
        if story.awake(agency, day):
            story.add(agency, day, story.key("only"), rng.choice(words["right_age"]), about=[child.name])
    for kind in kinds:
        agency, day = rng.choice(list(story.cast.agencies)), story.day(story.cast.first + timedelta(days=420))
        if not story.awake(agency, day) or not story.awake(agency, day - timedelta(days=365)):
            continue
        early = day - timedelta(days=rng.randint(1, 9))
        if kind == "words":
            wording = rng.choice(words[{"hospital": "admitted", "housing": "tenancy"}.get(agency, "course")])
            told = story.add(agency, day, story.key("only"), wording, early=_short(early), late=_short(day))
            told.keep = True
        elif kind == "age":
            age = child.age(day)
            wrong = str(age + rng.choice([5, 6, 7]) if age < 8 else age - rng.choice([5, 6]))
            told = story.add(
                agency, day, story.key("only"), rng.choice(words["age"]), wrong=wrong, about=[child.name]
            )
        else:
            told = tell_routine(story, agency, day)
            if kind == "range":
                told.until = early
            else:
                told.extra["slip"] = True
        why = {
            "range": "end before start",
            "words": "end before start",
            "age": "age does not fit",
            "slip": "dated a year before its neighbours",
        }[kind]
        told.extra["order"] = why


def _short(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
