"""Whether names are found alike, whoever's they are: recall by origin, over the same sentences for all.

.venv/bin/python -m benchmarks.anonymising.origins [--misses]

Each origin's names go through the same sentences: a person by full name, later by the first name alone, behind a
title and by the surname alone. The names are in `origins.toml`, made for this; some are in no list anywhere.
"""

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from illuminate.engines.anonymise.names import strangers_in

SEED = 20
ROUNDS = 3
Tally = Counter[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--misses", action="store_true", help="say which names in which sentences were missed"
    )
    shows_misses = parser.parse_args().misses
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        data = tomllib.load(file)
    shares = {}
    total: Tally = Counter()
    for origin in data["origin"]:
        tally = measured(data, origin, shows_misses)
        total += tally
        shares[origin["name"]] = tally["found"] / tally["all"]
        print(line_of(origin["name"], tally))
    print(line_of("all", total))
    print(f"gap {100 * (max(shares.values()) - min(shares.values())):.1f} points")


def measured(data: Mapping[str, Any], origin: Mapping[str, str], shows_misses: bool = False) -> Tally:
    """Mentions and what was found of them, for one origin."""
    tally: Tally = Counter()
    for seed in range(SEED, SEED + ROUNDS):
        told = list(review(data, origin, random.Random(seed)))
        named = strangers_in([text for text, _, _ in told])
        for (text, name, form), found in zip(told, named, strict=True):
            is_found = _covers(text, name, [(one.start, one.end) for one in found])
            tally.update({"all": 1, f"all {form}": 1, "found": is_found, f"found {form}": is_found})
            if shows_misses and not is_found:
                print(f"    missed {form}: {name!r} in {text}")
    return tally


def review(
    data: Mapping[str, Any], origin: Mapping[str, str], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Sentences of one document with the name in each and its form: as many people as there are given names."""
    given, family = origin["given"].split("|"), origin["family"].split("|")
    forms = {
        form: data[f"sentences_{form}"].strip().splitlines() for form in ("full", "first", "last", "alone")
    }
    family = chance.sample(family, len(family))
    for first, last in zip(given, family, strict=True):
        full = f"{last} {first}" if origin.get("order") == "family first" else f"{first} {last}"
        title = chance.choice(data["titles"].split("|"))
        names = {"full": full, "first": first, "last": last, "alone": last}
        for form in ("full", "first", "first", "last", "alone"):
            sentence = chance.choice(forms[form])
            told = sentence.format(full=full, first=first, last=last, title=title)
            yield told[:1].upper() + told[1:], names[form], form


def _covers(text: str, name: str, spans: Iterable[tuple[int, int]]) -> bool:
    start = text.lower().index(name.lower())
    taken = {at for first, last in spans for at in range(first, last)}
    return all(at in taken for at in range(start, start + len(name)) if text[at].isalpha())


def line_of(name: str, tally: Tally) -> str:
    """A line for one origin: all mentions, then each form."""
    shares = [
        f"{form} {100 * tally[f'found {form}'] / tally[f'all {form}']:5.1f}"
        for form in ("full", "first", "last", "alone")
    ]
    return f"{name:24s} {100 * tally['found'] / tally['all']:5.1f} %   " + "  ".join(shares)


if __name__ == "__main__":
    main()
