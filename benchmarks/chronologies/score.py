"""What a reader and its findings got right in a folder of files with a truth.json.

Works on what ``illuminate chronology merge --json`` writes, or on the same made in memory. An entry belongs to the row
of the truth that has its source (file, part, row). The figures, each a count so that cases add up:

rows        accounted: rows of the truth in entries or refused. Wrongly refused: dated, readable rows that are only in
            refused. Phantom: sources in entries or refused that are no row of the truth.
dates       over rows with a date whose words don't contradict themselves. Interval right: first and last day as in the
            truth (words without exact bounds: any overlap; several days: one span, or one entry a day). Precision: the
            word, or another that the truth allows. Time: as in the truth, and none where there is none. Hard: vague,
            doubtful, ranges, several days, damaged, ditto, or split over heading and row. Invented: a day where the
            words have none, days that the words exclude, or an interval that is narrower than they allow.
same_event  pairs of rows of two agencies inside one finding, beside the pairs that share an event in the truth.
            Decoys taken: pairs that look alike and are not the same event, found in one finding.
conflict    right: names at least two rows of one event in which the truth has a conflict of that family of fields.
agency      files whose entries carry the agency's name, without regard to case and signs.
one_sided   right: that row, and that agency if one is named.
silence     right: that agency, and the days in common are at least 80 % of both together.
order       right: names that row.
source      findings all of whose entries lead to a row of a file.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
Place = tuple[str, str, int]
HARD = {"vague", "range", "several", "damaged", "ditto", "split", "doubtful"}
OVERLAP = 0.8
FAMILIES = {  # words in a field's name: the family it belongs to; the first that fits
    "expiry": "outcome",
    "alone": "alone",
    "present": "present",
    "attend": "present",
    "child": "present",
    "injur": "injury",
    "cause": "injury",
    "risk": "risk",
    "told": "told",
    "inform": "told",
    "notif": "told",
    "date": "date",
    "day": "date",
    "time": "time",
    "gestation": "gestation",
}


def score(truth: Mapping[str, Any], given: Mapping[str, Any]) -> Counter[str]:
    """Count what is right in one case. ``given`` has entries, findings and refused as the command writes them."""
    rows = {_place(row["source"]): row for row in truth["rows"]}
    at: dict[str, Row] = {}
    entries: dict[str, list[Row]] = defaultdict(list)
    tally: Counter[str] = Counter()
    places = {_place(entry["source"]) for entry in given["entries"]}
    refused = {_place(one["source"]) for one in given["refused"]}
    for entry in given["entries"]:
        row = rows.get(_place(entry["source"]))
        if row:
            at[entry["id"]] = row
            entries[row["id"]].append(entry)
    tally["rows"] = len(rows)
    tally["rows accounted"] = sum(place in places or place in refused for place in rows)
    tally["rows wrongly refused"] = sum(
        place in refused and place not in places and "expect" not in row for place, row in rows.items()
    )
    tally["rows phantom"] = len((places | refused) - set(rows))
    wanted = {row["source"]["file"]: row["agency"] for row in truth["rows"]}
    read = {entry["source"]["file"]: entry["agency"] for entry in given["entries"]}
    tally["agencies"] = len(wanted)
    tally["agencies right"] = sum(same_agency(name, read.get(file, "")) for file, name in wanted.items())
    for row in rows.values():
        _score_date(tally, row, entries.get(row["id"], []))
    _score_findings(tally, truth, given, at)
    return tally


def _place(source: Mapping[str, Any]) -> Place:
    return source["file"], source["part"], int(source["row"])


def same_agency(true: str, named: str) -> bool:
    """Whether two names are one but for case and signs (a file's name has no apostrophe)."""
    one, two = ("".join(letter for letter in name.casefold() if letter.isalnum()) for name in (true, named))
    return one == two


# dates


def hard(row: Row) -> bool:
    """Whether the row's date is of the hard kinds; told from the truth's own marks where it names no kind."""
    if "date_kind" in row:
        return str(row["date_kind"]) in HARD
    marked = any(row.get(mark) for mark in ("days", "ditto", "year_from", "bounds_by_convention"))
    return marked or bool(row["when"]["uncertain"]) or row["when"]["precision"] not in ("day", "minute")


def _score_date(tally: Counter[str], row: Row, entries: list[Row]) -> None:
    true = row["when"]
    if row.get("expect"):
        tally["dates invented"] += any(one["when"]["start"] or one["when"]["end"] for one in entries)
        return
    if row.get("score_when") is False:
        return
    kind = row.get("date_kind", "hard" if hard(row) else "plain")
    tally["dates"] += 1
    tally[f"dates of {kind}"] += 1
    tally["dates hard"] += hard(row)
    whens = [one["when"] for one in entries]
    if not whens:
        return
    right = interval_right(row, whens)
    tally["dates right"] += right
    tally[f"dates right of {kind}"] += right
    tally["dates hard right"] += right and hard(row)
    tally["precision right"] += _precision_right(row, whens)
    tally["times right"] += {when["time"] for when in whens} == {true["time"]}
    tally["dates invented"] += any(invents(row, when) for when in whens)


def interval_right(row: Row, whens: list[Row]) -> bool:
    """Whether the first and last days are those of the words."""
    true = row["when"]
    if row.get("days") and len(whens) > 1:
        return sorted(when["start"] for when in whens if when["start"]) == row["days"]
    when = whens[0]
    if row.get("bounds_by_convention"):
        return _overlap(true, when)
    return (when["start"], when["end"]) == (true["start"], true["end"])


def _precision_right(row: Row, whens: list[Row]) -> bool:
    if row.get("days") and len(whens) > 1:
        return True
    return whens[0]["precision"] in {row["when"]["precision"], *row.get("precision_also", [])}


def invents(row: Row, when: Row) -> bool:
    """Whether an interval says more than the words do, or says days that the words exclude."""
    true = row["when"]
    if not when["start"] and not when["end"]:
        return False
    if not _overlap(true, when):
        return True
    if row.get("days"):
        return False
    if row.get("bounds_by_convention"):
        return _width(when) == 0 < _width(true)
    return _width(when) < _width(true)


def _width(when: Row) -> int:
    if not when["start"] or not when["end"]:
        return 10**6
    return (date.fromisoformat(when["end"]) - date.fromisoformat(when["start"])).days


def _overlap(one: Row, two: Row) -> bool:
    starts = [when["start"] or "0001-01-01" for when in (one, two)]
    ends = [when["end"] or "9999-12-31" for when in (one, two)]
    return max(starts) <= min(ends) and bool(two["start"] or two["end"])


# findings


def _score_findings(
    tally: Counter[str], truth: Mapping[str, Any], given: Mapping[str, Any], at: Mapping[str, Row]
) -> None:
    kinds: dict[str, list[Row]] = defaultdict(list)
    known = {entry["id"] for entry in given["entries"]}
    for finding in given["findings"]:
        kinds[finding["kind"]].append(finding)
        ids = finding.get("entries", [])
        tally["findings"] += 1
        tally["findings with source"] += bool(ids) and all(one in known for one in ids)
    pairs = [
        (at[one]["id"], at[two]["id"])
        for finding in kinds["same_event"]
        for one, two in combinations(finding["entries"], 2)
        if one in at and two in at
    ]
    score_pairs(tally, truth, pairs)
    _score_conflicts(tally, truth, kinds["conflict"], at)
    _score_rows(tally, "one_sided", truth["one_sided"], kinds["one_sided"], at)
    _score_rows(tally, "order", truth["order"], kinds["order"], at)
    _score_silences(tally, truth["silences"], kinds["silence"])


def true_pairs(truth: Mapping[str, Any]) -> set[frozenset[str]]:
    """Pairs of rows, of two agencies, that tell of one event."""
    agency = {row["id"]: row["agency"] for row in truth["rows"]}
    return {
        frozenset(pair)
        for group in truth["same_event"]
        for pair in combinations(group["rows"], 2)
        if agency[pair[0]] != agency[pair[1]]
    }


def score_pairs(tally: Counter[str], truth: Mapping[str, Any], pairs: Iterable[tuple[str, str]]) -> None:
    """Add the figures of same_event for pairs of row ids."""
    agency = {row["id"]: row["agency"] for row in truth["rows"]}
    found = {frozenset(pair) for pair in pairs if agency[pair[0]] != agency[pair[1]]}
    wanted = true_pairs(truth)
    decoys = {frozenset(one["rows"]) for one in truth.get("decoys", [])}
    tally["same_event wanted"] += len(wanted)
    tally["same_event given"] += len(found)
    tally["same_event found"] += len(found & wanted)
    tally["same_event right"] += len(found & wanted)
    tally["decoys"] += len(decoys)
    tally["decoys taken"] += len(found & decoys)


def family(field: str) -> str:
    """The family of a conflict's field; what is of no other is an outcome."""
    told = field.casefold()
    return next((family for word, family in FAMILIES.items() if word in told), "outcome")


def _score_conflicts(
    tally: Counter[str], truth: Mapping[str, Any], found: list[Row], at: Mapping[str, Row]
) -> None:
    wanted = [(one["event_key"], family(one["field"])) for one in truth["conflicts"]]
    hit = set()
    for finding in found:
        keys = Counter(at[one]["event_key"] for one in finding["entries"] if one in at)
        key = max(keys, key=lambda one: keys[one], default="")
        if keys[key] > 1 and (key, family(finding["field"])) in wanted:
            hit.add((key, family(finding["field"])))
            tally["conflict right"] += 1
    tally["conflict wanted"] += len(set(wanted))
    tally["conflict given"] += len(found)
    tally["conflict found"] += len(hit)


def _score_rows(
    tally: Counter[str], kind: str, wanted: list[Row], found: list[Row], at: Mapping[str, Row]
) -> None:
    expected = {one["row"]: one.get("expected_agency", "") for one in wanted}
    hit = set()
    for finding in found:
        rows = {at[one]["id"] for one in finding["entries"] if one in at} & set(expected)
        named = finding.get("expected_agency", "")
        rows = {row for row in rows if not named or not expected[row] or same_agency(expected[row], named)}
        hit |= rows
        tally[f"{kind} right"] += bool(rows)
    tally[f"{kind} wanted"] += len(expected)
    tally[f"{kind} given"] += len(found)
    tally[f"{kind} found"] += len(hit)


def _score_silences(tally: Counter[str], wanted: list[Row], found: list[Row]) -> None:
    hit = set()
    for finding in found:
        same = [n for n, one in enumerate(wanted) if _silence_right(one, finding)]
        hit |= set(same)
        tally["silence right"] += bool(same)
    tally["silence wanted"] += len(wanted)
    tally["silence given"] += len(found)
    tally["silence found"] += len(hit)


def _silence_right(true: Row, finding: Row) -> bool:
    if not same_agency(true["agency"], finding["agency"]):
        return False
    days = [date.fromisoformat(one[end]).toordinal() for end in ("start", "end") for one in (true, finding)]
    common = min(days[2:]) - max(days[:2])
    return common >= OVERLAP * (max(days[2:]) - min(days[:2]))


def ratio(part: int, whole: int) -> float:
    """A share, 1 when there was nothing to find."""
    return part / whole if whole else 1.0


def recall(tally: Mapping[str, int], kind: str) -> float:
    return ratio(tally[f"{kind} found"], tally[f"{kind} wanted"])


def precision(tally: Mapping[str, int], kind: str) -> float:
    return ratio(tally[f"{kind} right"], tally[f"{kind} given"])


def f1(tally: Mapping[str, int], kind: str) -> float:
    one, two = precision(tally, kind), recall(tally, kind)
    return 2 * one * two / (one + two) if one + two else 0.0


def truth_in(folder: Path) -> dict[str, Any]:
    """The truth of a folder."""
    loaded: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return loaded
