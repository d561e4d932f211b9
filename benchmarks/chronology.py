"""The figures of the combined chronology on the example case and on invented ones, beside its peers, in one run.

.venv/bin/python -m benchmarks.chronology [--cases 8] [--seed 100] [--quick] [--json] [--case FOLDER]...
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.chronologies import engine, peers
from benchmarks.chronologies.bulk import write_bulk
from benchmarks.chronologies.score import f1, precision, ratio, recall, score, truth_in
from benchmarks.chronologies.write import write_case
from benchmarks.needs import need

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "illuminate/cli/demo/case/chronologies"
EXAMPLE_TRUTH = Path(__file__).parent / "chronologies/alder"
HANDS = Path(__file__).parent / "chronologies/hands"
SIZES = {1_000: (4, 250), 10_000: (10, 1_000), 100_000: (20, 5_000)}
Case = tuple[Path, dict[str, Any]]
Tallies = dict[str, Counter[str]]


def main() -> None:
    arguments = _arguments()
    need("dateparser", "rapidfuzz", "recordlinkage", "splink", "xlwt")
    with tempfile.TemporaryDirectory(prefix="illuminate-") as folder:
        cases = _cases(arguments, Path(folder))
        report: dict[str, Any] = {"quality": {}, "peers": {}, "speed": {}}
        report["quality"] = {name: _quality(group) for name, group in cases.items()}
        report["peers"] = _peers(cases, arguments.quick)
        report["speed"] = (
            {} if arguments.no_speed else _speed(arguments.keep or Path(folder), arguments.quick)
        )
    if arguments.json:
        print(json.dumps(report, indent=1))
    else:
        _print(report)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=8, help="invented cases")
    parser.add_argument("--seed", type=int, default=100, help="of the first of them")
    parser.add_argument("--quick", action="store_true", help="without splink and the 100,000 rows")
    parser.add_argument("--no-speed", action="store_true", help="quality alone")
    parser.add_argument("--json", action="store_true", help="the counts themselves")
    parser.add_argument(
        "--case", type=Path, action="append", default=[], help="a folder of files and truth.json"
    )
    parser.add_argument("--keep", type=Path, help="where the many rows are kept for another run")
    where = os.environ.get("ILLUMINATE_EXAMPLE_CHRONOLOGIES", EXAMPLE)
    parser.add_argument("--example", type=Path, default=Path(where), help="the example case's chronologies")
    return parser.parse_args()


def _cases(arguments: argparse.Namespace, folder: Path) -> dict[str, list[Case]]:
    example = arguments.example
    cases = {
        "example": [(example, truth_in(example if (example / "truth.json").exists() else EXAMPLE_TRUTH))]
    }
    cases["hands"] = [(one, truth_in(one)) for one in sorted(HANDS.iterdir()) if one.is_dir()]
    if arguments.case:
        cases["given"] = [(given, truth_in(given)) for given in arguments.case]
    seeds = range(arguments.seed, arguments.seed + arguments.cases)
    cases["invented"] = [
        (folder / f"case-{seed}", write_case(seed, folder / f"case-{seed}")) for seed in seeds
    ]
    return cases


def _quality(cases: list[Case]) -> Tallies:
    tallies: Tallies = {"files": Counter(), "rows": Counter()}
    for folder, truth in cases:
        tallies["files"] += _counted(score(truth, engine.merged(engine.files_in(folder))))
        tallies["rows"] += _counted(score(truth, engine.found_in_truth(truth)))
    return tallies


def _counted(tally: Counter[str]) -> Counter[str]:
    return Counter({name: int(count) for name, count in tally.items()})


def _peers(cases: dict[str, list[Case]], quick: bool) -> dict[str, Tallies]:
    """Dates by dateparser, same_event by the matchers at the threshold that is best on the example case."""
    told: dict[str, Tallies] = {}
    example = cases["example"][0][1]
    for name, matcher in peers.MATCHERS.items():
        if quick and name == "splink":
            continue
        window, threshold = peers.best_on(example, matcher(example))
        for group, members in cases.items():
            total: Counter[str] = Counter()
            for _, truth in members:
                total += peers.taken(truth, matcher(truth), window, threshold)
            told.setdefault(group, {})[name] = total
    for group, members in cases.items():
        dates: Counter[str] = Counter()
        for _, truth in members:
            dates += _counted(peers.dated_by_dateparser(truth))
        told.setdefault(group, {})["dateparser"] = dates
    return told


# speed


def _speed(folder: Path, quick: bool) -> dict[str, Any]:
    sizes: dict[str, Any] = {}
    for rows, (agencies, each) in SIZES.items():
        if quick and rows > 10_000:
            continue
        made = folder / f"rows-{rows}"
        write_bulk(made, agencies, each)
        sizes[str(rows)] = {mode: _measure(mode, made) for mode in ("find", "read", "bare")}
    largest = folder / f"rows-{list(sizes)[-1]}"
    kinds = {path.suffix: path for path in engine.files_in(largest)}
    files = {
        kind: {mode: _measure(mode, path) for mode in ("read", "bare")}
        for kind, path in sorted(kinds.items())
    }
    return {"sizes": sizes, "files": files}


def _measure(mode: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.chronologies.measure", mode, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path.cwd())
    if done.returncode:
        raise SystemExit(f"Measuring {mode} of {path.name} failed:\n{done.stderr}")
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


# printing


def _print(report: Mapping[str, Any]) -> None:
    for group, tallies in report["quality"].items():
        print(f"\n{group.upper()}: from files to findings; in brackets with rows and dates already extracted")
        for line in _lines(tallies["files"], tallies["rows"]):
            print("  " + line)
    for group, told in report["peers"].items():
        print(f"\n{group.upper()}: beside the peers, all with rows already extracted")
        _print_peers(report["quality"][group], told)
    if report["speed"]:
        _print_speed(report["speed"])


def _lines(files: Counter[str], rows: Counter[str]) -> list[str]:
    def share(name: str, of: str) -> str:
        return f"{100 * ratio(files[name], files[of]):6.1f} %  ({files[name]} of {files[of]})"

    def both(kind: str) -> str:
        told = [
            f"precision {precision(t, kind):.2f}  recall {recall(t, kind):.2f}  F1 {f1(t, kind):.2f}"
            for t in (files, rows)
        ]
        return f"{told[0]}   [{told[1]}]"

    def found(kind: str) -> str:
        told = [
            f"{t[f'{kind} found']} of {t[f'{kind} wanted']}, false {t[f'{kind} given'] - t[f'{kind} right']}"
            for t in (files, rows)
        ]
        return f"{told[0]}   [{told[1]}]"

    return [
        f"rows accounted for       {share('rows accounted', 'rows')}",
        f"  wrongly refused        {files['rows wrongly refused']}, phantom {files['rows phantom']}",
        f"agencies right           {share('agencies right', 'agencies')}",
        f"date interval right      {share('dates right', 'dates')}",
        f"  of the hard kinds      {share('dates hard right', 'dates hard')}",
        f"precision word right     {share('precision right', 'dates')}",
        f"time right               {share('times right', 'dates')}",
        f"dates invented           {files['dates invented']}",
        f"same_event               {both('same_event')}",
        f"  decoys taken           {files['decoys taken']} of {files['decoys']}   [{rows['decoys taken']}]",
        f"conflict                 {both('conflict')}",
        f"one_sided                {both('one_sided')}",
        f"silence found            {found('silence')}",
        f"order found              {found('order')}",
        f"findings with source     {share('findings with source', 'findings')}",
    ]


def _print_peers(quality: Tallies, told: Tallies) -> None:
    print(f"  {'dates':24} {'right':>8} {'hard':>8} {'word':>8} {'invented':>9}")
    for name, dates in (("illuminate (from files)", quality["files"]), ("dateparser", told["dateparser"])):
        shares = [ratio(dates["dates right"], dates["dates"]), ratio(dates["dates hard right"], dates["dates hard"]),
                  ratio(dates["precision right"], dates["dates"])]  # fmt: skip
        print(
            f"  {name:24} "
            + " ".join(f"{100 * one:6.1f} %" for one in shares)
            + f" {dates['dates invented']:9}"
        )
    print(f"  {'same_event':24} {'precision':>9} {'recall':>8} {'F1':>6} {'decoys':>7}")
    matchers = {
        "illuminate": quality["rows"],
        **{name: tally for name, tally in told.items() if name != "dateparser"},
    }
    for name, tally in matchers.items():
        one, two, both = (measure(tally, "same_event") for measure in (precision, recall, f1))
        print(f"  {name:24} {one:9.2f} {two:8.2f} {both:6.2f} {tally['decoys taken']:7}")


def _print_speed(speed: Mapping[str, Any]) -> None:
    print("\nSPEED on one core, from files to findings (reading alone; the bare file library)")
    print(
        f"  {'rows':>8} {'seconds':>8} {'peak MB':>8} {'reading':>8} {'bare':>7} {'ratio':>6}"
        f" {'s per n log n, to the first':>28}"
    )
    first = 0.0
    for rows, at in speed["sizes"].items():
        count = int(rows)
        unit = at["find"]["seconds"] / (count * math.log(count))
        first = first or unit
        print(
            f"  {count:8,} {at['find']['seconds']:8.2f} {at['find']['peak_mb']:8.0f} {at['read']['seconds']:8.2f}"
            f" {at['bare']['seconds']:7.2f} {at['read']['seconds'] / at['bare']['seconds']:6.1f} {unit / first:28.2f}"
        )
    print("  reading one file beside the bare library: " + ", ".join(
        f"{kind} {at['read']['seconds']:.2f} s ({at['read']['seconds'] / at['bare']['seconds']:.1f} x)"
        for kind, at in speed["files"].items()
    ))  # fmt: skip


if __name__ == "__main__":
    main()
