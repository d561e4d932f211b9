"""What went wrong, row by row, to learn the kinds of it: python -m benchmarks.chronologies.misses FOLDER... [--most 5]

A folder holds files and a truth.json. Dates and agencies are read from the files; findings are those on the rows of the
truth.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.chronologies import engine
from benchmarks.chronologies.score import family, interval_right, same_agency, true_pairs, truth_in

Lines = dict[str, list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=5, help="examples of each kind")
    arguments = parser.parse_args()
    lines: Lines = defaultdict(list)
    for folder in arguments.folders:
        truth = truth_in(folder)
        _read(truth, engine.merged(engine.files_in(folder)), lines)
        _found(truth, engine.found_in_truth(truth)["findings"], lines)
    for kind in sorted(lines):
        print(f"\n{kind}: {len(lines[kind])}")
        for line in lines[kind][: arguments.most]:
            print("  " + line)


def _read(truth: Mapping[str, Any], given: Mapping[str, Any], lines: Lines) -> None:
    whens: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    agencies = {}
    for entry in given["entries"]:
        whens[tuple(entry["source"].values())].append(entry["when"])
        agencies[entry["source"]["file"]] = entry["agency"]
    why = {tuple(one["source"].values()): one["why"] for one in given["refused"]}
    for file, name in {row["source"]["file"]: row["agency"] for row in truth["rows"]}.items():
        if not same_agency(name, agencies.get(file, "")):
            lines["agency wrong"].append(f"{file}: {name!r} read as {agencies.get(file)!r}")
    for row in truth["rows"]:
        place = tuple(row["source"].values())
        words = f"{row['original']['date']!r} {row['original']['time']!r} in {row['source']['file']}"
        found = whens.get(place)
        if row.get("expect") or row.get("score_when") is False:
            continue
        if not found:
            lines["row refused or lost"].append(f"{words}: {why.get(place, 'not read at all')}")
        elif not interval_right(row, found):
            lines["date wrong"].append(f"{words}: {found[0]['start']} to {found[0]['end']}")
        elif {one["time"] for one in found} != {row["when"]["time"]}:
            lines["time wrong"].append(f"{words}: {found[0]['time']}")


def _found(truth: Mapping[str, Any], findings: list[dict[str, Any]], lines: Lines) -> None:
    rows = {row["id"]: row for row in truth["rows"]}
    pairs = {
        frozenset(pair)
        for one in findings
        if one["kind"] == "same_event"
        for pair in combinations(one["entries"], 2)
        if rows[pair[0]]["agency"] != rows[pair[1]]["agency"]
    }
    wanted = true_pairs(truth)
    for pair in wanted - pairs:
        key = re.sub(r"^e_|_?\d+$", "", rows[next(iter(pair))]["event_key"])
        lines[f"same_event missed ({key})"].append(_told(rows, pair))
    for pair in pairs - wanted:
        lines["same_event false"].append(_told(rows, pair))
    _conflicts(truth, [one for one in findings if one["kind"] == "conflict"], rows, lines)
    for kind in ("one_sided", "order"):
        expected = {one["row"] for one in truth[kind]}
        given = {row for one in findings if one["kind"] == kind for row in one["entries"]}
        lines[f"{kind} missed"] += [_told(rows, [row]) for row in expected - given]
        lines[f"{kind} false"] += [_told(rows, [row]) for row in given - expected]


def _conflicts(
    truth: Mapping[str, Any], given: list[dict[str, Any]], rows: dict[str, Any], lines: Lines
) -> None:
    wanted = {(one["event_key"], family(one["field"])): one for one in truth["conflicts"]}
    hit = set()
    for one in given:
        key = Counter(rows[row]["event_key"] for row in one["entries"]).most_common(1)[0][0]
        hit.add((key, family(one["field"])))
        if (key, family(one["field"])) not in wanted:
            lines[f"conflict false ({one['field']})"].append(_told(rows, one["entries"]))
    for kind, one in wanted.items():
        if kind not in hit:
            lines[f"conflict missed ({one['field']})"].append(_told(rows, one["rows"]))


def _told(rows: Mapping[str, Any], ids: Any) -> str:
    chosen = sorted((rows[one] for one in ids), key=lambda row: row["when"]["start"] or "")
    return " | ".join(f"{row['id']} {row['when']['start']} {row['original']['text']}" for row in chosen)


if __name__ == "__main__":
    main()
