"""Words that leave a day open: months, seasons, weeks, ranges, several days in one cell."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.chronologies.dating import FULL, MONTHS, SHORT, Written, ordinal


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def in_month(day: date, rng: random.Random) -> Written:
    start, end = _month(day)
    name, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    doubt = rng.random() < 0.2
    words = rng.choice(
        [
            f"{name} {day.year}",
            f"{short} {day.year}",
            f"{short}-{day:%y}",
            f"{day:%m/%Y}",
            f"{name} '{day:%y}",
        ]
    )
    return Written(f"?{words}" if doubt else words, start, end, "month", doubt, "vague")


def part_of_month(day: date, rng: random.Random) -> Written:
    start, end = _month(day)
    third = 0 if day.day <= 10 else 1 if day.day <= 20 else 2
    part = [["early", "beginning of", "start of"], ["mid", "mid-", "middle of"], ["late", "end of"]][third]
    name = f"{MONTHS[day.month - 1]} {day.year}"
    word = rng.choice(part)
    words = word + name if word.endswith("-") else f"{word} {name}"
    first = [start, start + timedelta(days=10), start + timedelta(days=20)][third]
    last = [start + timedelta(days=9), start + timedelta(days=19), end][third]
    return Written(words, first, last, "range", kind="vague", extra={"bounds_by_convention": True})


def in_year(day: date, rng: random.Random) -> Written:
    words, doubt = rng.choice(
        [
            (f"{day.year}", False),
            (f"c. {day.year}", True),
            (f"circa {day.year}", True),
            (f"during {day.year}", False),
        ]
    )
    return Written(words, date(day.year, 1, 1), date(day.year, 12, 31), "year", doubt, "vague")


def part_of_year(day: date, rng: random.Random) -> Written:
    third = (day.month - 1) // 4
    word = [["early", "beginning of"], ["mid", "mid-"], ["late", "end of"]][third]
    start, last = date(day.year, third * 4 + 1, 1), _month(date(day.year, third * 4 + 4, 1))[1]
    picked = rng.choice(word)
    words = f"{picked}{day.year}" if picked.endswith("-") else f"{picked} {day.year}"
    return Written(words, start, last, "range", kind="vague", extra={"bounds_by_convention": True})


def in_season(day: date, rng: random.Random) -> Written:
    index = (day.month % 12) // 3
    name = ["winter", "spring", "summer", "autumn"][index]
    if index == 0:
        return in_month(day, rng)  # which winter is anyone's guess
    start = date(day.year, index * 3, 1)
    words = rng.choice([f"{name} {day.year}", f"{name.title()} of {day.year}"])
    return Written(
        words,
        start,
        _month(date(day.year, index * 3 + 2, 1))[1],
        "season",
        kind="vague",
        extra={"bounds_by_convention": True},
    )


def feast(day: date, rng: random.Random) -> Written:
    if day.month == 12 or day.month <= 6:
        near = [(date(day.year, 12, 25), "Christmas")] if day.month == 12 else [(easter(day.year), "Easter")]
        centre, name = near[0]
        if abs((centre - day).days) < 25:
            return Written(
                f"{name} {day.year}",
                centre - timedelta(days=2),
                centre + timedelta(days=1),
                "range",
                kind="vague",
                extra={"bounds_by_convention": True, "precision_also": ["day", "season"]},
            )
    return week(day, rng)


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def week(day: date, rng: random.Random) -> Written:
    monday = day - timedelta(days=day.weekday())
    plain = rng.choice([FULL["slash_short"], FULL["words"], FULL["slash"]])(monday)
    words = rng.choice(["w/c {}", "week commencing {}", "week of {}", "W/C {}", "wk beginning {}"]).format(
        plain
    )
    return Written(
        words, monday, monday + timedelta(days=6), "range", kind="range", extra={"bounds_by_convention": True}
    )


def span(day: date, rng: random.Random) -> Written:
    last = day + timedelta(days=rng.randint(1, 6))
    if last.month != day.month:
        words = rng.choice(
            ["{a} {am} - {b} {bm} {y}", "{a}/{amn} to {b}/{bmn}/{y}", "{a} {am} to {b} {bm} {y}"]
        )
        if last.year != day.year:
            words = "{a} {am} {ay} - {b} {bm} {y}"
    else:
        words = rng.choice(
            [
                "{a}-{b}/{bmn}/{y}",
                "{a} to {b} {bm} {y}",
                "between {a} and {b} {bm} {y}",
                "{a}–{b} {bm} {y}",
                "{ao} to {bo} {bm} {y}",
                "from {a} until {b} {bm} {y}",
            ]
        )
    filled = words.format(
        a=day.day,
        b=last.day,
        am=MONTHS[day.month - 1],
        bm=MONTHS[last.month - 1],
        amn=f"{day.month:02d}",
        bmn=f"{last.month:02d}",
        y=last.year,
        ay=day.year,
        ao=ordinal(day.day),
        bo=ordinal(last.day),
    )
    return Written(filled, day, last, "range", kind="range")


def overnight(day: date, rng: random.Random) -> Written:
    last = day + timedelta(days=1)
    if last.month != day.month:
        return span(day, rng)
    words = rng.choice(
        [
            "overnight {a}/{b} {m} {y}",
            "night of {a}-{b} {m} {y}",
            "overnight {a}-{b} {m} {y}",
            "{a}/{b} {m} {y}",
            "{a} or {b} {m} {y}",
        ]
    )
    return Written(
        words.format(a=day.day, b=last.day, m=MONTHS[day.month - 1], y=day.year),
        day,
        last,
        "range",
        kind="range",
    )


def several(day: date, rng: random.Random) -> Written:
    days = [day, day + timedelta(days=rng.randint(1, 3)), day + timedelta(days=rng.randint(4, 8))]
    if days[2].month == day.month and rng.random() < 0.5:
        first, second, third = (ordinal(one.day) for one in days)
        words = f"{first}, {second} and {third} {MONTHS[day.month - 1]} {day.year}"
    else:
        words = rng.choice(["{}, {}, {}", "{}, {} and {}", "{}, {} & {}", "{}; {}; {}"]).format(
            *(f"{d:%d/%m/%Y}" for d in days)
        )
    return Written(
        words, days[0], days[2], "range", kind="several", extra={"days": [d.isoformat() for d in days]}
    )


def two_months(day: date, rng: random.Random) -> Written:
    if day.month == 12:
        return in_month(day, rng)
    start, end = _month(day)[0], _month(date(day.year, day.month + 1, 1))[1]
    one, two = (MONTHS if rng.random() < 0.5 else SHORT)[day.month - 1 : day.month + 1]
    words = rng.choice(["{} - {} {}", "{}/{} {}", "{} and {} {}", "{} to {} {}"]).format(one, two, day.year)
    return Written(words, start, end, "range", kind="range")


VAGUE: list[Callable[[date, random.Random], Written]] = [
    in_month,
    in_month,
    in_month,
    part_of_month,
    part_of_month,
    in_year,
    part_of_year,
    in_season,
    feast,
    week,
    week,
    span,
    span,
    span,
    overnight,
    overnight,
    several,
    several,
    two_months,
]


def before(day: date, rng: random.Random) -> Written:
    """Of old: nothing says since when."""
    if rng.random() < 0.5:
        words = rng.choice(["before {}", "prior to {}", "pre {}"]).format(day.year)
        return Written(words, None, date(day.year - 1, 12, 31), "before", kind="vague")
    words = rng.choice(["before {m} {y}", "prior to {m} {y}"]).format(m=MONTHS[day.month - 1], y=day.year)
    return Written(words, None, _month(day)[0] - timedelta(days=1), "before", kind="vague")
