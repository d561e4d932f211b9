"""Plants a name in every place of a file, and prints what becomes of it.

.venv/bin/python -m benchmarks.anonymising.places [--only WORD] [--why]
"""

import argparse

from illuminate.engines.anonymise import read_register

from .every import every_place
from .measure import MEASURES, Outcome, tried
from .planting import REGISTER


def main() -> None:
    """Print each place that is not right in every way, and how many are, by kind of file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="places whose ending and name hold this")
    parser.add_argument("--why", action="store_true", help="say what was seen instead")
    arguments = parser.parse_args()
    register = read_register(REGISTER)
    found = [place for place in every_place() if arguments.only in f"{place.ending} {place.name}"]
    outcomes = [tried(place, register) for place in found]
    for outcome in outcomes:
        wrong = [measure for measure in MEASURES if not outcome.right[measure]]
        if wrong:
            print(f"{outcome.place.ending} {outcome.place.name}: not {', '.join(wrong)}")
            for measure in wrong if arguments.why else ():
                print(f"    {measure}: {outcome.why[measure][:1500]}")
    for ending in dict.fromkeys(place.ending for place in found):
        print(_line(ending, [outcome for outcome in outcomes if outcome.place.ending == ending]))


def _line(ending: str, outcomes: list[Outcome]) -> str:
    counts = (f"{measure} {sum(one.right[measure] for one in outcomes)}" for measure in MEASURES)
    return f"{ending} {len(outcomes)} places: {', '.join(counts)}"


if __name__ == "__main__":
    main()
