"""Named alternatives, given rows that are already extracted: dates by dateparser, same_event by three matchers.

Each matcher gives every pair of rows of two agencies within its days a score; it is taken at the threshold and the
number of days that do best on the example case, and used as it is on all others.
"""

from __future__ import annotations

import calendar
import logging
import warnings
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from benchmarks.chronologies.score import f1, hard, interval_right, invents, score_pairs

Scored = list[tuple[str, str, int, float]]  # two row ids, days between them, score
WINDOWS = (0, 1, 3, 7, 14, 30)
WIDEST = max(WINDOWS)


def dated_by_dateparser(truth: Mapping[str, Any]) -> Counter[str]:
    """What dateparser makes of the date cells: day first, and the period that it says for month and year."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first", "RETURN_TIME_AS_PERIOD": True},
    )
    tally: Counter[str] = Counter()
    for row in truth["rows"]:
        if row.get("score_when") is False:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = parser.get_date_data(row["original"]["date"]) if row["original"]["date"].strip() else None
        when = _period(found.date_obj.date(), found.period) if found and found.date_obj else None
        if row.get("expect"):
            tally["dates invented"] += when is not None
            continue
        tally["dates"] += 1
        tally["dates hard"] += hard(row)
        if when:
            right = interval_right(row, [when])
            tally["dates right"] += right
            tally["dates hard right"] += right and hard(row)
            day = "day" if row["when"]["precision"] == "minute" else row["when"]["precision"]
            tally["precision right"] += when["precision"] == day
            tally["dates invented"] += invents(row, when)
    return tally


def _period(day: date, period: str) -> dict[str, Any]:
    first, last = day, day
    if period == "month":
        first, last = day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    elif period == "year":
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    precision = period if period in ("month", "year") else "day"
    return {"start": first.isoformat(), "end": last.isoformat(), "precision": precision}


def _rows(truth: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows with a day, the words of each in one text."""
    rows = []
    for row in truth["rows"]:
        start, end = row["when"]["start"], row["when"]["end"]
        if start and end:
            text = f"{row['event']} {row['response']}".casefold()
            rows.append(
                {
                    "id": row["id"],
                    "agency": row["agency"],
                    "day": date.fromisoformat(start),
                    "text": text,
                    "subjects": " ".join(sorted(row["subjects"])),
                }
            )
    return sorted(rows, key=lambda row: row["day"])


def _near(rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any], int]]:
    pairs = []
    for number, one in enumerate(rows):
        for two in rows[number + 1 :]:
            days = (two["day"] - one["day"]).days
            if days > WIDEST:
                break
            if one["agency"] != two["agency"]:
                pairs.append((one, two, days))
    return pairs


def by_rapidfuzz(truth: Mapping[str, Any]) -> Scored:
    """Plain fuzzy likeness of the words."""
    from rapidfuzz import fuzz

    return [
        (one["id"], two["id"], days, fuzz.token_set_ratio(one["text"], two["text"]))
        for one, two, days in _near(_rows(truth))
    ]


def by_recordlinkage(truth: Mapping[str, Any]) -> Scored:
    """recordlinkage's comparisons of day, words and subjects, added up."""
    import pandas
    import recordlinkage

    rows = _rows(truth)
    frame = pandas.DataFrame(rows).set_index("id")
    frame["day"] = pandas.to_datetime(frame["day"])
    pairs = _near(rows)
    index = pandas.MultiIndex.from_tuples([(one["id"], two["id"]) for one, two, _ in pairs])
    compare = recordlinkage.Compare()
    compare.string("text", "text", method="cosine", label="text")
    compare.string("text", "text", method="qgram", label="letters")
    compare.string("subjects", "subjects", method="cosine", label="subjects")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vectors = compare.compute(index, frame)
    sums = (vectors["text"] * 2 + vectors["letters"] + vectors["subjects"] * 0.5).tolist()
    return [
        (one["id"], two["id"], days, total + max(0.0, 1 - days / 7))
        for (one, two, days), total in zip(pairs, sums, strict=True)
    ]


def by_splink(truth: Mapping[str, Any]) -> Scored:
    """splink's Fellegi-Sunter model, trained without labels on the case itself."""
    import pandas
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator

    logging.getLogger("splink").setLevel(logging.ERROR)
    rows = _rows(truth)
    days = {row["id"]: row["day"] for row in rows}
    frame = pandas.DataFrame(
        [
            {**row, "unique_id": row["id"], "day": row["day"].isoformat(), "words": _words(row["text"])}
            for row in rows
        ]
    )
    apart = "abs(date_diff('day', try_cast(l.day as date), try_cast(r.day as date)))"
    near = f"{apart} <= {WIDEST} and l.agency <> r.agency"
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[near],
        comparisons=[
            compare.DateOfBirthComparison(
                "day",
                input_is_string=True,
                datetime_thresholds=[1, 3, 10],
                datetime_metrics=["day", "day", "day"],
            ),
            compare.JaccardAtThresholds("text", [0.85, 0.75, 0.65, 0.55]),
            compare.ArrayIntersectAtSizes("words", [5, 3, 2, 1]),
            compare.ExactMatch("subjects"),
        ],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(DuckDBAPI().register(frame), settings, log_level=None)
        linker.training.estimate_probability_two_random_records_match(
            ["l.day = r.day and l.subjects = r.subjects"], recall=0.5
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=1e5, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(
            "l.day = r.day and l.agency <> r.agency"
        )
        linker.training.estimate_parameters_using_expectation_maximisation(
            "l.subjects = r.subjects and l.agency <> r.agency and substr(l.day, 1, 7) = substr(r.day, 1, 7)"
        )
        found = linker.inference.predict(threshold_match_weight=-30).as_pandas_dataframe()
    return [
        (one, two, abs((days[one] - days[two]).days), weight)
        for one, two, weight in zip(
            found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True
        )
    ]


_STOP = {"the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "for", "with", "by", "from", "was", "is", "are",
         "had", "has", "her", "his", "she", "he", "re", "not", "no", "be", "been", "as", "that", "it"}  # fmt: skip


def _words(text: str) -> list[str]:
    return sorted({word.strip(".,:;()'\"") for word in text.split()} - _STOP - {""})


MATCHERS: dict[str, Callable[[Mapping[str, Any]], Scored]] = {
    "rapidfuzz": by_rapidfuzz,
    "recordlinkage": by_recordlinkage,
    "splink": by_splink,
}


def best_on(truth: Mapping[str, Any], scored: Scored) -> tuple[int, float]:
    """The number of days and the threshold with the best F1 on a case."""
    best, chosen = -1.0, (0, 0.0)
    steps = sorted({round(one[3], 2) for one in scored})
    for window in WINDOWS:
        for step in steps[:: max(1, len(steps) // 60)]:
            value = f1(taken(truth, scored, window, step), "same_event")
            if value > best:
                best, chosen = value, (window, step)
    return chosen


def taken(truth: Mapping[str, Any], scored: Scored, window: int, threshold: float) -> Counter[str]:
    """The figures of same_event for the pairs at a threshold."""
    tally: Counter[str] = Counter()
    score_pairs(
        tally,
        truth,
        [(one, two) for one, two, days, value in scored if days <= window and value >= threshold],
    )
    return tally
