"""Fit what each piece of evidence for a same event is worth, and say what it gives on cases left out.

    python -m benchmarks.chronologies.fitting FOLDER... [--write]

Each case is judged by weights fitted on all the others, so that the figures are those of hands not seen. ``--write``
puts the weights of all cases together into the engine's ``words/evidence.toml``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.chronologies import engine
from benchmarks.chronologies.score import f1, precision, recall, score_pairs, true_pairs, truth_in
from illuminate.engines.chronology.findings.reading.features import Features, lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.same_event import beside, pairs
from illuminate.engines.chronology.findings.same_event.evidence import RULED, Evidence
from illuminate.engines.chronology.findings.same_event.groups import group
from illuminate.engines.chronology.findings.same_event.weights import Weights, rarity

Pair = tuple[int, int]
Table = tuple[float, dict[str, float]]
Matrix = NDArray[np.float64]
_RIDGE = 60.0  # how hard a weight is held near nought, on evidence of like spread
_DECOYS = 3.0  # times that a pair made to mislead counts at the second look
_CAUTION = 0.4  # taken off the second look: two events taken for one cost the reader more than one told twice
_LEAST = 0.02  # weight on like spread below which evidence is left out
_STEPS = 30


@dataclass(frozen=True)
class Case:
    """One case with all evidence of each candidate, and which of them are true or made to mislead."""

    name: str
    truth: Mapping[str, object]
    features: Sequence[Features]
    ids: Sequence[str]
    evidence: Mapping[Pair, Evidence]
    true: frozenset[Pair]
    decoys: frozenset[Pair]


def read_case(folder: Path) -> Case:
    """Read a case's truth and gather the evidence of its candidates."""
    truth = truth_in(folder)
    entries = engine.entries_in_truth(truth)
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = (read_features(entry, index, agencies, lexer) for index, entry in enumerate(entries))
    features = sorted((one for one in read if one), key=lambda one: (one.start, one.end, one.index))
    weights = Weights.of(features, rarity(features))
    gathered = beside.gathered(features, weights, pairs.reasoned(features, weights))
    ids = [entries[one.index].id for one in features]
    true, decoys = true_pairs(truth), {frozenset(one["rows"]) for one in truth.get("decoys", [])}
    named = {pair: frozenset(ids[place] for place in pair) for pair in gathered}
    return Case(
        folder.name, truth, features, ids, gathered,
        frozenset(pair for pair, both in named.items() if both in true),
        frozenset(pair for pair, both in named.items() if both in decoys),
    )  # fmt: skip


def fit(cases: Iterable[tuple[Case, Mapping[Pair, Evidence]]], decoys: float) -> Table:
    """Fit the weights by logistic regression with a ridge; evidence is put on like spread for it and back after."""
    rows = [(found, pair in case.true, decoys if pair in case.decoys else 1.0)
            for case, known in cases for pair, found in known.items()]  # fmt: skip
    names = sorted({name for found, _, _ in rows for name in found} - RULED.keys())
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for number, (found, _, _) in enumerate(rows):
        for name in found.keys() & place.keys():
            table[number, place[name]] = found[name]
    true = np.array([float(row[1]) for row in rows])
    counts = np.array([row[2] for row in rows])
    middle, spread = table.mean(0), np.maximum(table.std(0), 1e-6)
    solved = _solve((table - middle) / spread, true, counts)
    kept = {name: float(weight / width) for name, weight, width in zip(names, solved, spread, strict=False)
            if abs(weight) >= _LEAST}  # fmt: skip
    begins = float(solved[-1]) - sum(kept[name] * float(middle[place[name]]) for name in kept)
    return begins, kept


def _solve(table: Matrix, true: Matrix, counts: Matrix) -> Matrix:
    full = np.hstack([table, np.ones((len(table), 1))])
    hold = np.diag([*[_RIDGE] * table.shape[1], 0.0])
    weights = np.zeros(full.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-full @ weights))
        slope = full.T @ (counts * (likely - true)) + hold @ weights
        bend = (full * (counts * likely * (1 - likely))[:, None]).T @ full + hold
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-5:
            break
    return weights


def summed(table: Table, known: Mapping[Pair, Evidence]) -> dict[Pair, float]:
    """The sum of each pair by a table of weights."""
    begins, weights = table
    return {
        pair: begins
        + sum(weights.get(name, 0.0) * size for name, size in found.items())
        + beside.ruled(found)
        for pair, found in known.items()
    }


def with_neighbours(case: Case, table: Table) -> dict[Pair, Evidence]:
    """All evidence of a case's pairs, seen beside each other by a table for the first look."""
    near = beside.neighbours(case.features, summed(table, case.evidence))
    return {pair: found | near[pair] for pair, found in case.evidence.items()}


def left_out(cases: Sequence[Case]) -> dict[str, dict[Pair, float]]:
    """The sums of each case by weights that it had no part in."""
    firsts = {
        case.name: fit([(one, one.evidence) for one in cases if one is not case], 1.0) for case in cases
    }
    seen = {case.name: with_neighbours(case, firsts[case.name]) for case in cases}
    return {
        case.name: summed(
            _second([(one, seen[one.name]) for one in cases if one is not case]), seen[case.name]
        )
        for case in cases
    }


def _second(cases: Iterable[tuple[Case, Mapping[Pair, Evidence]]]) -> Table:
    begins, weights = fit(cases, _DECOYS)
    return begins - _CAUTION, weights


def judged(case: Case, sums: Mapping[Pair, float]) -> Counter[str]:
    """Count what the groups made of these sums get right."""
    groups = group(
        case.features, {pair: beside.settled(total, case.evidence[pair]) for pair, total in sums.items()}
    )
    found = [
        (case.ids[one], case.ids[two]) for row in groups for n, one in enumerate(row) for two in row[n + 1 :]
    ]
    tally: Counter[str] = Counter()
    score_pairs(tally, case.truth, found)
    return tally


def written(first: Table, second: Table) -> str:
    """The weights as the engine's word list."""
    lines = [
        "# What each piece of evidence for a same event is worth: fitted, see benchmarks/chronologies/fitting.py."
    ]
    for look, (begins, weights) in (("first", first), ("second", second)):
        lines += ["", f"[{look}]", f"begins = {begins:.3f}", "", f"[{look}.weights]"]
        lines += [f'"{name}" = {weight:.3f}' for name, weight in sorted(weights.items())]
    return "\n".join(lines) + "\n"


def _line(name: str, tally: Counter[str]) -> str:
    kind = "same_event"
    return (f"{name:10s} F1 {f1(tally, kind):.3f} precision {precision(tally, kind):.3f} "
            f"recall {recall(tally, kind):.3f} decoys taken {tally['decoys taken']}")  # fmt: skip


def main() -> None:
    """Read the cases, print the figures of each left out, write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    cases = [read_case(folder) for folder in given.folders]
    total: Counter[str] = Counter()
    sums = left_out(cases)
    for case in cases:
        tally = judged(case, sums[case.name])
        total += tally
        print(_line(case.name, tally))
    print(_line("together", total))
    if given.write:
        first = fit([(case, case.evidence) for case in cases], 1.0)
        second = _second((case, with_neighbours(case, first)) for case in cases)
        room = files("illuminate.engines.chronology.findings")
        Path(str(room.joinpath("words", "evidence.toml"))).write_text(written(first, second), "utf-8")


if __name__ == "__main__":
    main()
