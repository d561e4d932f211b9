"""What is true of a written case, in the form of the example's truth.json."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks.chronologies.book import Book, Line
from benchmarks.chronologies.routine import MIN_BEFORE, MIN_GAP
from benchmarks.chronologies.story import Story, Telling

RECEIPT_DAYS = 30


@dataclass
class Filed:
    kind: str
    book: Book
    cover: list[Line]


def truth_of(story: Story, filed: list[Filed]) -> dict[str, Any]:
    """Rows, and everything that a good reader would find in them."""
    rows: list[dict[str, Any]] = []
    not_rows: list[dict[str, Any]] = []
    ids: dict[Telling, str] = {}
    for one in filed:
        not_rows += [
            {"file": one.book.file, "part": "Cover", "row": n, "why": "cover sheet"}
            for n in range(1, len(one.cover) + 1)
        ]
        for part in one.book.parts:
            for number, line in enumerate(part.lines, start=1):
                source = {"file": one.book.file, "part": part.name, "row": number}
                if line.kind == "row" and line.telling:
                    ids[line.telling] = f"{one.kind}-{len(rows) + 1:04d}"
                    rows.append(_row(ids[line.telling], one.book.agency, source, line))
                elif line.kind != "blank":
                    not_rows.append({**source, "why": line.kind})
    found = {
        "same_event": _same(rows),
        "conflicts": _conflicts(story, ids),
        "explained_lags": _lags(rows),
        "one_sided": _one_sided(story, ids, rows),
        "silences": silences(rows),
        "order": [
            {"row": row["id"], "why": row["order"], "likely": row.get("likely")}
            for row in rows
            if row.get("order")
        ],
        "undated": [row["id"] for row in rows if row.get("kind") == "undated"],
        "unreadable": [row["id"] for row in rows if row.get("kind") in ("unreadable", "impossible")],
    }
    decoys = [{"rows": [ids[one], ids[two]], "why": why} for one, two, why in story.decoys]
    per: dict[str, int] = defaultdict(int)
    for row in rows:
        per[row["agency"]] += 1
    counts = {
        "rows": len(rows),
        **{name: len(value) for name, value in found.items()},
        "decoys": len(decoys),
        "per_agency": dict(per),
    }
    return {
        "note": "Fictional, made from a seed.",
        "period": [story.cast.first.isoformat(), story.cast.last.isoformat()],
        "counts": counts,
        "rules": {
            "silence": {"min_days": MIN_GAP, "min_entries_in_year_before": MIN_BEFORE},
            "one_sided_days": RECEIPT_DAYS,
        },
        "rows": rows,
        "not_rows": not_rows,
        **found,
        "decoys": decoys,
    }


def _row(name: str, agency: str, source: dict[str, Any], line: Line) -> dict[str, Any]:
    written, telling = line.written, line.telling
    assert written and telling
    minute = line.minute if written.precision == "day" else None
    when = {
        "start": written.start.isoformat() if written.start else None,
        "end": written.end.isoformat() if written.end else None,
        "time": f"{minute:%H:%M}" if minute else None,
        "precision": "minute" if minute else written.precision,
        "uncertain": written.uncertain,
    }
    row: dict[str, Any] = {
        "id": name,
        "agency": agency,
        "source": source,
        "original": {"date": written.words, "time": line.clock, "text": line.event},
        "when": when,
        "event_key": telling.key,
        "subjects": telling.about,
        "event": line.event,
        "response": line.response,
        "practitioner": line.staff,
        "comment": line.comment,
        "date_kind": written.kind,
    }
    if minute and written.kind == "doubtful":
        row["precision_also"] = ["day"]
    if line.unread:
        row |= {"kind": line.unread, "expect": "refused"}
    return {
        **row,
        **written.extra,
        **{name: value for name, value in telling.extra.items() if name != "slip"},
    }


def _groups(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["event_key"]].append(row)
    return {key: group for key, group in groups.items() if len({row["agency"] for row in group}) > 1}


def _same(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "event_key": key,
            "rows": [row["id"] for row in group],
            "agencies": sorted({row["agency"] for row in group}),
        }
        for key, group in _groups(rows).items()
    ]


def _conflicts(story: Story, ids: dict[Telling, str]) -> list[dict[str, Any]]:
    return [
        {
            "field": one["field"],
            "event_key": one["event_key"],
            "rows": [ids[told] for told in one["tellings"]],
            "why": one["why"],
        }
        for one in story.conflicts
    ]


def _lags(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    lags = []
    for key, group in _groups(rows).items():
        starts = sorted({row["when"]["start"] for row in group if row["when"]["start"]})
        if len(starts) > 1:
            lags.append({"event_key": key, "rows": [row["id"] for row in group], "starts": starts})
    return lags


def _one_sided(story: Story, ids: dict[Telling, str], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those lost, where the other's chronology covers the time."""
    spans: dict[str, tuple[str, str]] = {}
    for row in rows:
        if row["when"]["start"] and row["when"]["precision"] in ("day", "minute"):
            first, last = spans.get(row["agency"], ("9", "0"))
            spans[row["agency"]] = (min(first, row["when"]["start"]), max(last, row["when"]["start"]))
    found = []
    for telling, receiver in story.lost:
        name = story.cast.agencies[receiver].name
        first, last = spans[name]
        if (
            first <= telling.day.isoformat()
            and (telling.day + timedelta(days=RECEIPT_DAYS)).isoformat() <= last
        ):
            found.append(
                {
                    "row": ids[telling],
                    "expected_agency": name,
                    "why": f"no receipt by {name} within {RECEIPT_DAYS} days",
                }
            )
    return found


def silences(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All gaps that the rule gives, from the dates as written (a slip in the year by its probable day)."""
    found = []
    for agency in sorted({row["agency"] for row in rows}):
        spans = sorted(
            _span(row)
            for row in rows
            if row["agency"] == agency and row["when"]["start"] and row["when"]["end"]
        )
        last = spans[0][1]
        for start, end in spans[1:]:
            days = (start - last).days
            before = sum(last - timedelta(days=365) <= one <= last for one, _ in spans)
            if days >= MIN_GAP and before >= MIN_BEFORE:
                found.append(
                    {
                        "agency": agency,
                        "start": last.isoformat(),
                        "end": start.isoformat(),
                        "days": days,
                        "why": f"no contact recorded for {days} days after frequent contact",
                    }
                )
            last = max(last, end)
    return found


def _span(row: dict[str, Any]) -> tuple[date, date]:
    if row.get("likely"):
        return date.fromisoformat(row["likely"]), date.fromisoformat(row["likely"])
    return date.fromisoformat(row["when"]["start"]), date.fromisoformat(row["when"]["end"])
