"""Many ways to write one interval, and what the hand and the scanner do to them. For the property tests."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

Interval = tuple[date | None, date | None]


def nth(number: int) -> str:
    """ "1st", "22nd"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    return f"{number}{ending}"


def name(day: date) -> str:
    return MONTHS[day.month - 1]


def short(day: date) -> str:
    return SHORT[day.month - 1]


# One day: every form names day, month and year of four figures or of two.
DAY_FORMS: list[Callable[[date], str]] = [
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d.day}.{d.month}.{d:%y}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d.day}.{d.month}/{d:%y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f"{d.day} {name(d)} {d.year}",
    lambda d: f"{nth(d.day)} {name(d)} {d.year}",
    lambda d: f"{nth(d.day)} of {name(d)}, {d.year}",
    lambda d: f"{d:%d}-{short(d)}-{d:%y}",
    lambda d: f"{d:%d}–{short(d)}–{d.year}",
    lambda d: f"{d.day}{short(d)}{d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {nth(d.day)} {name(d)} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d:%d/%m/%Y}",
    lambda d: f"{name(d)} {nth(d.day)}, {d.year}",
    lambda d: f"on {d.day} {short(d)} {d.year}",
    lambda d: f"[{d:%d/%m/%Y}]",
    lambda d: f"{d:%d/%m/%Y} (time not known)",
]

MONTH_FORMS: list[Callable[[date], str]] = [
    lambda d: f"{name(d)} {d.year}",
    lambda d: f"{short(d)} {d.year}",
    lambda d: f"{d:%m/%Y}",
    lambda d: f"{short(d)}-{d:%y}",
    lambda d: f"??/{d:%m/%Y}",
    lambda d: f"xx/{d:%m}/{d:%y}",
    lambda d: f"in {name(d)} {d.year}",
    lambda d: f"at some point in {name(d)} {d.year}",
    lambda d: f"{d.year} {name(d)}",
]

RANGE_FORMS: list[Callable[[date, date], str]] = [
    lambda a, b: f"{a:%d/%m/%Y} - {b:%d/%m/%Y}",
    lambda a, b: f"{a:%d/%m/%y}-{b:%d/%m/%y}",
    lambda a, b: f"{a.day} {name(a)} {a.year} to {b.day} {name(b)} {b.year}",
    lambda a, b: f"{nth(a.day)} {short(a)} {a.year} – {nth(b.day)} {short(b)} {b.year}",
    lambda a, b: f"between {a.day}/{a.month}/{a.year} and {b.day}/{b.month}/{b.year}",
    lambda a, b: f"from {a:%d.%m.%y} until {b:%d.%m.%y}",
    lambda a, b: f"{a:%d/%m/%Y} 10:00 - {b:%d/%m/%Y} 16:30",
]
# For days of one month.
SHORT_RANGE_FORMS: list[Callable[[date, date], str]] = [
    lambda a, b: f"{a.day}-{b.day}/{b:%m/%Y}",
    lambda a, b: f"{a.day}–{b.day} {name(b)} {b.year}",
    lambda a, b: f"{nth(a.day)} - {nth(b.day)} {short(b)} {b.year}",
    lambda a, b: f"between {a.day} and {b.day} {name(b)} {b.year}",
    lambda a, b: f"{nth(a.day)}/{nth(b.day)} {name(b)} {b.year}",
    lambda a, b: f"{nth(a.day)} and {nth(b.day)} {name(b)} {b.year}",
    lambda a, b: f"{a.day}, {b.day} {name(b)} {b.year}",
    lambda a, b: f"{name(a)} {a.day}-{b.day}, {b.year}",
]


def vague(day: date) -> list[tuple[str, Interval]]:
    """Words with less than a day in them, each with the widest days that everybody would grant them at least."""
    first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    year = day.year
    monday = day - timedelta(days=day.weekday())
    return [
        (f"early {name(day)} {year}", (first, first + timedelta(days=6))),
        (f"mid-{name(day)} {year}", (date(year, day.month, 13), date(year, day.month, 17))),
        (f"end of {name(day)} {year}", (last - timedelta(days=6), last)),
        (f"first week of {name(day)} {year}", (first, first + timedelta(days=6))),
        (f"last week in {name(day)} {year}", (last - timedelta(days=6), last)),
        (f"early {year}", (date(year, 1, 1), date(year, 3, 31))),
        (f"mid {year}", (date(year, 6, 1), date(year, 7, 31))),
        (f"late {year}", (date(year, 10, 1), date(year, 12, 31))),
        (f"second half of {year}", (date(year, 7, 1), date(year, 12, 31))),
        (f"summer of {year}", (date(year, 6, 1), date(year, 8, 31))),
        (f"winter {year}/{(year + 1) % 100:02d}", (date(year, 12, 1), date(year + 1, 2, 28))),
        (f"winter {year}", (date(year, 1, 1), date(year, 12, 31))),
        (f"w/c {monday:%d/%m/%Y}", (monday, monday + timedelta(days=6))),
        (f"week ending {day:%d/%m/%Y}", (day - timedelta(days=6), day)),
        (f"week of {day:%d/%m/%Y}", (monday, monday + timedelta(days=6))),
        (f"{year}/{(year + 1) % 100:02d}", (date(year, 4, 1), date(year + 1, 3, 31))),
        (f"academic year {year}/{(year + 1) % 100:02d}", (date(year, 9, 1), date(year + 1, 7, 20))),
        (f"late {year}/early {year + 1}", (date(year, 10, 1), date(year + 1, 3, 31))),
        (f"before {name(day)} {year}", (None, first - timedelta(days=1))),
        (f"before {day:%d/%m/%Y}", (None, day - timedelta(days=1))),
        (f"by {day:%d/%m/%Y}", (None, day)),
        (f"after {name(day)} {year}", (last + timedelta(days=1), None)),
        (f"since {year}", (date(year, 1, 1), None)),
        (f"from {day:%d/%m/%Y} onwards", (day, None)),
        (f"{name(day)} {year} to present", (first, None)),
        (f"overnight {day:%d/%m/%Y}-{day + timedelta(days=1):%d/%m/%Y}", (day, day + timedelta(days=1))),
        (f"{year // 10}?/{day:%m}".replace("?", "0") if year % 10 == 0 else f"{year // 10}?", (day, day)),
        (f"1?/{day:%m/%Y}", (date(year, day.month, 10), date(year, day.month, 19))),
    ]


_LOOKS_LIKE = {"0": "Oo", "1": "lI|", "5": "S", "8": "B"}


def letters_for_figures(text: str, at: int, which: int) -> str:
    """A scanner's letter in the place of a figure."""
    places = [place for place, letter in enumerate(text) if letter in _LOOKS_LIKE]
    if not places:
        return text
    place = places[at % len(places)]
    letters = _LOOKS_LIKE[text[place]]
    return text[:place] + letters[which % len(letters)] + text[place + 1 :]


def doubled_mark(text: str, at: int, which: int) -> str:
    """A separator struck twice, or another one beside it."""
    places = [place for place, letter in enumerate(text) if letter in "/.- "]
    if not places:
        return text
    place = places[at % len(places)]
    mark = (text[place], "/", ".", " ")[which % 4]
    return text[:place] + mark + text[place:]


def stray_space(text: str, at: int, which: int) -> str:
    """A space, seen or unseen, anywhere."""
    place = at % (len(text) + 1)
    return text[:place] + (" ", "\u00a0", "\u200b")[which % 3] + text[place:]


def misspelt(text: str, at: int, which: int) -> str:
    """Two letters of a word turned round, one left out, or one doubled."""
    places = [
        place for place in range(1, len(text) - 1) if text[place].isalpha() and text[place + 1].isalpha()
    ]
    if not places:
        return text
    place = places[at % len(places)]
    turned = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return (turned, text[:place] + text[place + 1 :], text[:place] + text[place] + text[place:])[which % 3]


def another_mark(text: str, at: int, which: int) -> str:
    """A wrong separator."""
    places = [place for place, letter in enumerate(text) if letter in "/.-"]
    if not places:
        return text
    place = places[at % len(places)]
    return text[:place] + "/.-,_\\"[which % 6] + text[place + 1 :]


DAMAGES = [letters_for_figures, doubled_mark, stray_space, misspelt, another_mark]
