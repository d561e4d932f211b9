"""How the tables of examples write an answer: precision, days, time, and whether the writer doubted."""

from __future__ import annotations

from datetime import date

from illuminate.engines.dates import Refusal, When, read

TODAY = date(2026, 6, 1)


def answer(found: When | Refusal | None) -> str:
    """ "day 2016-05-22", "minute 2016-05-22 14:30", "month 2016-05-01 2016-05-31 doubted", or a kind of refusal."""
    if found is None:
        return "none"
    if isinstance(found, Refusal):
        return found.kind
    one_day = found.precision in ("day", "minute")
    days = [found.start] if one_day else [day for day in (found.start, found.end) if day]
    parts = [found.precision, *(day.isoformat() for day in days if day)]
    if found.time:
        parts.append(f"{found.time:%H:%M}")
    return " ".join([*parts, "doubted"] if found.uncertain else parts)


def answers(text: object, **hints: object) -> str:
    return answer(read(text, today=TODAY, **hints))


def lines(table: str) -> list[tuple[str, str]]:
    """The rows of a table "words => answer", one a line."""
    rows = (line.split(" => ") for line in table.strip().splitlines() if line.strip())
    return [(text, wanted.strip()) for text, wanted in rows]
