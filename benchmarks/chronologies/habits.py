"""How one hand writes its days: a few forms, slips of the hand, doubt, and now and then vague words."""

from __future__ import annotations

import random
from datetime import date, time

from benchmarks.chronologies.dating import DAY_ONLY, FULL, NO_YEAR, TIMES, Written
from benchmarks.chronologies.vague import VAGUE


class Habit:
    """How one agency writes dates and times. ``mode`` is full, no_year or day (the rest stands in a heading)."""

    def __init__(
        self, rng: random.Random, mode: str = "full", *, vague: float = 0.15, damage: float = 0.07
    ) -> None:
        self.rng, self.mode, self.vague, self.damage = rng, mode, vague, damage
        self.trailing = True  # whether a slip may stand behind the date: not where a time follows
        self.full = rng.sample(list(FULL), rng.choice([1, 1, 2, 3]))
        self.no_year = rng.choice(list(NO_YEAR))
        self.day = rng.choice(list(DAY_ONLY))
        self.time = rng.sample(list(TIMES), rng.choice([1, 1, 2]))

    def write(self, day: date, *, exact: bool) -> Written:
        """The date cell for a day; ``exact`` forbids vague words."""
        rng = self.rng
        if self.mode == "day":
            return Written(DAY_ONLY[self.day](day), day, day, kind="split")
        if self.mode == "no_year":
            return Written(NO_YEAR[self.no_year](day), day, day, kind="split")
        if not exact and rng.random() < self.vague:
            return rng.choice(VAGUE)(day, rng)
        words = FULL[rng.choice(self.full)](day)
        roll = rng.random()
        if roll < self.damage:
            return Written(_damage(words, rng, self.trailing), day, day, kind="damaged")
        if roll < self.damage + 0.03:
            form = rng.choice(["?{}", "c. {}", "approx {}", "on or about {}", "{} (?)", "{}?", "around {}"])
            return Written(form.format(words), day, day, uncertain=True, kind="doubtful")
        return Written(words, day, day)

    def clock(self, when: time) -> str:
        return TIMES[self.rng.choice(self.time)](when)

    def span(self, first: date, last: date) -> str:
        """Two days in one cell, in the order given."""
        form = FULL[self.full[0]]
        return f"{form(first)}{self.rng.choice([' - ', ' to ', ' – '])}{form(last)}"


def _damage(words: str, rng: random.Random, trailing: bool) -> str:
    """A slip of the hand that leaves no doubt what is meant."""
    slips: list[str] = []
    for mark in "/.-":
        if words.count(mark) == 2:
            first, second, third = words.split(mark)
            other = {"/": ".", ".": "/", "-": "/"}[mark]
            slips += [
                f"{first}{other}{second}{mark}{third}",
                f"{first} {mark}{second}{mark} {third}",
                f"{first}{mark}{mark}{second}{mark}{third}",
                f"{first}{mark}{second}{other}{third}",
            ]
    typos = {
        "January": "Janurary",
        "February": "Febuary",
        "August": "Augsut",
        "September": "Septmber",
        "October": "Ocotber",
        "November": "Novemeber",
        "December": "Decmber",
        "April": "Apirl",
        "March": "Mach",
        "June": "Jume",
        "July": "Juy",
    }
    slips += [words.replace(right, wrong) for right, wrong in typos.items() if right in words]
    if "20" in words and words[-4:].isdigit():
        slips.append(words[:-4] + words[-4:].replace("0", "O", 1))
    slips += (
        [words + ".", words + " (late entry)", f"  {words} ", words + ","] if trailing else [f"  {words}"]
    )
    if words[:1] == "1" and words[1:2].isdigit():
        slips.append("l" + words[1:])
    return rng.choice(slips)
