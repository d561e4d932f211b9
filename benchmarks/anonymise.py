"""The figures of the anonymiser on texts whose every mention is known.

.venv/bin/python -m benchmarks.anonymise [--case FOLDER]... [--misses]
"""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.anonymising.score import Tally, missed, score_copy, score_risks, score_text, truth_in
from illuminate.engines.anonymise import StillThere, apply, check, read_register

WITH_PUBLISHED = True
CASES = Path(__file__).parent / "anonymising/cases"


def main() -> None:
    arguments = _arguments()
    total: Tally = Counter()
    for folder in arguments.case or sorted(path for path in CASES.iterdir() if path.is_dir()):
        tally = scored(folder, arguments.misses)
        print("\n".join([folder.name, *lines_of(tally)]))
        total += tally
    print("\n".join(["all", *lines_of(total)]))


def scored(folder: Path, says_misses: bool = False) -> Tally:
    """The counts of one case, over its texts; with what was missed and falsely found, if that is wanted."""
    register = read_register(folder / "register.csv")
    openly = folder / "published.txt"
    published = openly.read_text(encoding="utf-8").splitlines() if openly.exists() and WITH_PUBLISHED else []
    tally: Tally = Counter()
    for name, truth in truth_in(folder).items():
        data = (folder / "texts" / f"{name}.txt").read_bytes()
        report = check(data, f"{name}.txt", register, published=published).to_json()
        tally += score_text(data.decode("utf-8"), truth, report["findings"])
        tally += score_risks(truth, report["risk"])
        try:
            copy = apply(data, f"{name}.txt", register).data.decode("utf-8")
        except StillThere:
            copy = ""  # no copy was made: nothing stands where it should
        tally += score_copy(truth, copy)
        tally += Counter({"all copies made": 1, "found copies made": int(bool(copy))})
        if says_misses:
            print("\n".join(missed(data.decode("utf-8"), truth, report["findings"])))
    return tally


def lines_of(tally: Tally) -> list[str]:
    """A line a figure: share, and the counts behind it."""
    names = [
        name.removeprefix("all ")
        for name in sorted(tally)
        if name.startswith("all ") and name != "all negatives"
    ]
    lines = [_line(name, tally[f"found {name}"], tally[f"all {name}"]) for name in names]
    lines.append(_line("precision", tally["findings of something"], tally["findings"]))
    lines.append(_line("negatives touched", tally["touched negatives"], tally["all negatives"]))
    return lines


def _line(name: str, part: int, whole: int) -> str:
    return f"  {name:20s} {100 * part / whole:6.1f} %  ({part} of {whole})" if whole else f"  {name:20s} none"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--case", type=Path, action="append", help="a folder with register.csv, texts and truth.json"
    )
    parser.add_argument(
        "--misses", action="store_true", help="say each fault; never for a case that is kept unread"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
