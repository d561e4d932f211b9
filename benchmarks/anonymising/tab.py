"""The Text Anonymization Benchmark (Pilán and others, 2022): court cases in which one person is to be protected.

.venv/bin/python -m benchmarks.anonymising.tab FILE [--plain] [--misses]

FILE is the benchmark's `train_dev.jsonl` (MIT licence; not in this repository). Scored as its paper does: an entity
counts as protected when every mention of it is covered whole, and of the words covered those count as right that an
annotator marked for masking. The file has one annotator's marks only, so the precision said here is a lower bound.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from illuminate.engines.anonymise import Register, check

Span = tuple[int, int]
Tally = Counter[str]
_WORD = re.compile(r"[^\W_]+")
# Words that may stay beside a name, as in the paper: they are no part of what identifies.
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "the", "of", "and", "a", "an", "s"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--plain", action="store_true", help="without the thorough look")
    parser.add_argument(
        "--misses", action="store_true", help="say what was missed, and what was covered for nothing"
    )
    arguments = parser.parse_args()
    tally: Tally = Counter()
    for document in documents(arguments.file):
        spans = spans_found(document["text"], is_thorough=not arguments.plain)
        tally += scored(document, spans)
        if arguments.misses:
            print("\n".join(missed(document, spans)))
    print("\n".join(lines_of(tally)))


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of the file, a line each."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def spans_found(text: str, *, is_thorough: bool) -> list[Span]:
    """What a check with an empty register proposes, as offsets in the whole text."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    report = check(text.encode(), "case.txt", Register(()), is_thorough=is_thorough)
    return [
        (starts[one.where.paragraph - 1] + one.where.start, starts[one.where.paragraph - 1] + one.where.end)
        for one in report.findings
    ]


def scored(document: Mapping[str, Any], spans: Sequence[Span]) -> Tally:
    """Entities by how they identify and by type, and words covered."""
    text, tally = document["text"], Counter[str]()
    for kind, of_type, mentions in _entities(document):
        is_found = all(_is_covered(text, mention, spans) for mention in mentions)
        for name in (kind, f"{kind} {of_type}"):
            tally.update({f"all {name}": 1, f"found {name}": is_found})
    wanted = _words(
        text,
        [
            (one["start_offset"], one["end_offset"])
            for one in document["entities"]
            if one["identifier_type"] != "NO_MASK"
        ],
    )
    covered = _words(text, spans)
    tally.update({"all words": len(covered), "found words": len(covered & wanted)})
    return tally


def _entities(document: Mapping[str, Any]) -> Iterator[tuple[str, str, list[Span]]]:
    by_entity: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for one in document["entities"]:
        by_entity[one["entity_id"], one["identifier_type"]].append(one)
    for (_, kind), mentions in by_entity.items():
        if kind != "NO_MASK":
            spans = [(one["start_offset"], one["end_offset"]) for one in mentions]
            yield kind, mentions[0]["entity_type"], spans


def _is_covered(text: str, mention: Span, spans: Iterable[Span]) -> bool:
    near = [span for span in spans if span[0] < mention[1] and mention[0] < span[1]]
    words = [match for match in _WORD.finditer(text, *mention) if match[0].lower() not in _TITLES]
    return all(any(start <= word.start() and word.end() <= end for start, end in near) for word in words)


def _words(text: str, spans: Iterable[Span]) -> set[int]:
    return {
        match.start()
        for start, end in spans
        for match in _WORD.finditer(text, start, end)
        if match[0].lower() not in _TITLES
    }


def missed(document: Mapping[str, Any], spans: Sequence[Span]) -> Iterator[str]:
    """What was missed, and what was covered that nobody marked, a line each."""
    text = document["text"]
    for kind, of_type, mentions in _entities(document):
        for start, end in mentions:
            if not _is_covered(text, (start, end), spans):
                yield f"missed {kind} {of_type}: {_around(text, start, end)}"
    marked = [
        (one["start_offset"], one["end_offset"], one["identifier_type"]) for one in document["entities"]
    ]
    for start, end in spans:
        over = {kind for first, last, kind in marked if first < end and start < last}
        if not over - {"NO_MASK"}:
            yield f"false {'.'.join(over)}: {_around(text, start, end)}"


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"


def lines_of(tally: Tally) -> list[str]:
    """A line a figure."""
    names = sorted(name.removeprefix("all ") for name in tally if name.startswith("all "))
    return [
        f"  {name:18s} {tally[f'found {name}'] / tally[f'all {name}']:.3f}"
        f"  ({tally[f'found {name}']} of {tally[f'all {name}']})"
        for name in names
    ]


if __name__ == "__main__":
    main()
