"""Conflicts and sendings, one by one.

.venv/bin/python -m benchmarks.chronologies.statements.measure [known|unseen]... [--show]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from benchmarks.chronologies.score import family, ratio
from illuminate.engines.chronology import Entry, Original, Source
from illuminate.engines.chronology.findings import Finding, find
from illuminate.engines.dates import When

HERE = Path(__file__).parent
AROUND = (
    -200,
    -150,
    -60,
    60,
    150,
    200,
)  # days on which an agency writes something else, so that it covers the time
Row = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="known|unseen", help="both unless told")
    parser.add_argument("--show", action="store_true", help="what goes wrong, to learn the kinds of it")
    arguments = parser.parse_args()
    if unknown := set(arguments.sets) - {"known", "unseen"}:
        parser.error(f"there is no set {', '.join(sorted(unknown))}: known or unseen")
    for name in arguments.sets or ("known", "unseen"):
        print(name)
        for line in (*_conflicts(_read(name, "conflicts"), arguments.show),
                     *_sendings(_read(name, "sendings"), _read(name, "agencies"), arguments.show)):  # fmt: skip
            print(f"  {line}")


def _read(name: str, kind: str) -> list[Row]:
    rows: list[Row] = json.loads((HERE / name / f"{kind}.json").read_text("utf-8"))
    return rows


def _conflicts(pairs: Sequence[Row], show: bool) -> Iterator[str]:
    """Found and false conflicts, of pairs that are seen to be one event or not."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        found = find([_entry(pair["a"], 1), _entry(pair["b"], 2)])
        given = {family(one.field) for one in found if one.kind == "conflict"}
        wanted = pair["field"]
        tally[wanted or "none"] += Counter(
            pairs=1, together=any(one.kind == "same_event" for one in found),
            right=wanted in given, false=len(given - {wanted}),
        )  # fmt: skip
        if show and given != ({wanted} - {None}):
            yield f"{pair['id']} {wanted} read as {sorted(given)}: {pair['a']['text']} | {pair['b']['text']}"
    whole = sum(tally.values(), Counter[str]())
    wanted_in_all = whole["pairs"] - tally["none"]["pairs"]
    for field, counts in sorted(tally.items()):
        yield f"{field}: {counts['right']} of {counts['pairs']}, false {counts['false']}"
    yield (
        f"conflicts: recall {ratio(whole['right'], wanted_in_all):.2f}, "
        f"precision {ratio(whole['right'], whole['right'] + whole['false']):.2f}, "
        f"seen as one event {ratio(whole['together'], whole['pairs']):.2f}"
    )


def _sendings(rows: Sequence[Row], agencies: Sequence[Row], show: bool) -> Iterator[str]:
    """Found and false one-sided sendings, each with every agency's other entries around it."""
    tally: Counter[str] = Counter()
    for row in rows:
        day = date.fromisoformat(row["date"])
        around = [
            {"agency": one["name"], "date": (day + timedelta(away)).isoformat(), "text": "Routine contact."}
            for one in agencies
            for away in AROUND
        ]
        told = [*around, row, *([row["receipt"]] if row.get("receipt") else [])]
        found = find([_entry(one, number) for number, one in enumerate(told)])
        given = [one for one in found if one.kind == "one_sided"]
        right = any(_is(one, len(around), row["sent_to"]) for one in given) and row["one_sided"]
        tally += Counter(wanted=row["one_sided"], right=right, given=len(given))
        if show and (bool(right) != row["one_sided"] or len(given) != right):
            yield f"{row['id']} {row['kind']} to {row['sent_to']}: {row['text']} | {[one.why for one in given]}"
    yield (
        f"one_sided: recall {ratio(tally['right'], tally['wanted']):.2f}, "
        f"precision {ratio(tally['right'], tally['given']):.2f}"
    )


def _is(finding: Finding, number: int, agency: str) -> bool:
    return finding.entries == (f"e{number:06d}",) and finding.expected_agency == agency


def _entry(row: Row, number: int) -> Entry:
    day = date.fromisoformat(row["date"])
    clock = time.fromisoformat(row["time"]) if row.get("time") else None
    return Entry(
        agency=row["agency"],
        source=Source(row["agency"], "", number),
        original=Original(row["date"], row.get("time") or "", row["text"]),
        when=When(day, day, "minute" if clock else "day", clock),
        event=row["text"],
        id=f"e{number:06d}",
    )


if __name__ == "__main__":
    main()
