"""Who a case is about, and the agencies that knew them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from benchmarks.chronologies.bank import bank

ALWAYS = ("police", "gp")
OFTEN = ("childrens", "hospital", "idva")
OTHERS = (
    "ambulance",
    "mental_health",
    "adult_care",
    "housing",
    "probation",
    "school",
    "nursery",
    "drugs",
    "health_visiting",
    "midwifery",
    "other_council",
)


@dataclass(frozen=True)
class Person:
    """Somebody of the case; ``role`` is the letter that wordings use."""

    role: str
    first: str
    last: str
    sex: str
    born: date

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    def age(self, day: date) -> int:
        had = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (0 if had else 1)


@dataclass
class Agency:
    """One agency: its name, what others call it, its people and the way it writes of the subjects."""

    kind: str
    name: str
    called: list[str]
    staff: list[str]
    habits: dict[str, str]
    about: list[str]


@dataclass
class Cast:
    rng: random.Random
    people: dict[str, Person]
    agencies: dict[str, Agency]
    address: str
    town: str
    first: date
    last: date
    words: dict[str, str] = field(default_factory=dict)


def choose(rng: random.Random, agencies: int | None = None) -> Cast:
    """Draw the people, the place, the years and 6 to 12 agencies."""
    names = bank("people")
    years = rng.randint(3, 8)
    last = date(rng.randint(2015, 2024), rng.randint(1, 12), rng.randint(1, 28))
    first = last - timedelta(days=365 * years + rng.randint(0, 200))
    town, county = rng.choice(names["towns"]), rng.choice(names["counties"])
    words = {
        "town": town,
        "county": county,
        "region": rng.choice(names["regions"]),
        "other": rng.choice(names["others"]),
    }
    kinds = _kinds(rng, agencies or rng.randint(6, 12))
    people = _people(rng, names, first)
    surnames = rng.sample(
        [one for one in names["surnames"] if one not in {p.last for p in people.values()}], 90
    )
    places = rng.sample(names["places"], len(kinds))
    cast = Cast(
        rng, people, {}, f"{rng.randint(1, 120)} {rng.choice(names['streets'])}", town, first, last, words
    )
    for number, kind in enumerate(kinds):
        own = surnames[number * 7 : number * 7 + 7]
        cast.agencies[kind] = _agency(rng, kind, {**words, "place": places[number]}, own)
    return cast


def _kinds(rng: random.Random, count: int) -> list[str]:
    kinds = [*ALWAYS, *(kind for kind in OFTEN if rng.random() < 0.88)]
    rest = list(OTHERS)
    rng.shuffle(rest)
    return [*kinds, *rest][:count]


def _people(rng: random.Random, names: dict[str, Any], first: date) -> dict[str, Person]:
    lasts = rng.sample(names["surnames"], 6)
    woman = rng.random() < 0.88

    def person(role: str, sex: str, last: str, oldest: int, youngest: int, young: bool = False) -> Person:
        key = ("girls" if sex == "f" else "boys") if young else ("women" if sex == "f" else "men")
        born = first - timedelta(days=rng.randint(youngest, oldest) * 365 + rng.randint(0, 364))
        return Person(role, rng.choice([n for n in names[key] if n not in used]), last, sex, born)

    used: set[str] = set()
    found: dict[str, Person] = {}
    plan = [
        ("V", "f" if woman else "m", lasts[0], 42, 22, False),
        ("P", "m" if woman else "f", lasts[1], 48, 24, False),
        ("M", "f", lasts[0] if rng.random() < 0.6 else lasts[2], 75, 55, False),
        ("N", rng.choice("fm"), lasts[3], 70, 25, False),
        ("C", rng.choice("fm"), lasts[rng.choice([0, 1])], 8, 3, True),
        ("C2", rng.choice("fm"), lasts[1], 2, 0, True),
    ]
    for role, sex, last, oldest, youngest, young in plan:
        found[role] = person(role, sex, last, oldest, youngest, young)
        used.add(found[role].first)
    if rng.random() < 0.5:  # the second child is born in the time of the story
        born = first + timedelta(days=rng.randint(200, 700))
        found["C2"] = Person("C2", found["C2"].first, found["C2"].last, found["C2"].sex, born)
    return found


def _agency(rng: random.Random, kind: str, words: dict[str, str], surnames: list[str]) -> Agency:
    spec = bank("agencies")[kind]
    words = {**words, "saint": rng.choice(bank("people")["saints"]), "s": surnames[0], "lead": surnames[0]}
    name = rng.choice(spec["names"]).format_map(words)
    words |= {"name": name, "short": _short(name)}
    called = [one.format_map(words) for one in spec["called"]]
    rng.shuffle(called)
    women = bank("people")["women"] + bank("people")["men"]
    staff = []
    for surname in surnames[1:]:
        form = rng.choice(spec["staff"])
        more = {"s": surname, "n": str(rng.randint(100, 9899)), "First1": rng.choice(women), "I": surname[0]}
        staff.append(form.format_map({**words, **more}))
    habits = {key: rng.choice(spec[key]) for key in ("victim", "suspect", "child")}
    return Agency(kind, name, called[: rng.randint(2, 4)], staff, habits, spec["about"])


def _short(name: str) -> str:
    initials = "".join(word[0] for word in name.replace("&", " ").split() if word[0].isupper())
    return initials if len(initials) > 2 else name.split()[0]
