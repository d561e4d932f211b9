"""Write an invented case to look at: .venv/bin/python -m benchmarks.chronologies.write --seed 7 --out DIR"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.chronologies.book import Book, Line
from benchmarks.chronologies.forms import lay_out
from benchmarks.chronologies.invent import invent
from benchmarks.chronologies.layout import ENDINGS
from benchmarks.chronologies.sheet_files import write_csv, write_ods, write_xls, write_xlsx
from benchmarks.chronologies.truth import Filed, truth_of
from benchmarks.chronologies.word_files import write_docx
from benchmarks.needs import need


def write_case(seed: int, folder: Path, endings: Sequence[str] = ENDINGS) -> dict[str, Any]:
    """Write the files and truth.json of the case of a seed; gives back the truth. ``endings`` are drawn from."""
    folder.mkdir(parents=True, exist_ok=True)
    story = invent(seed)
    rng = random.Random(seed * 7919 + 1)
    filed: list[Filed] = []
    for kind, ending in zip(story.cast.agencies, rng.sample(endings, len(story.cast.agencies)), strict=True):
        book = lay_out(story, kind, ending, rng)
        filed.append(Filed(kind, book, write_book(book, folder / book.file, rng)))
    truth = truth_of(story, filed)
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
    return truth


def write_book(book: Book, path: Path, rng: random.Random) -> list[Line]:
    """Write one file; gives back the lines of a cover sheet."""
    if book.ending == ".docx":
        write_docx(book, path, rng)
        return []
    writers: dict[str, Callable[[Book, Path, random.Random], list[Line]]] = {
        ".xlsx": write_xlsx,
        ".xls": write_xls,
        ".ods": write_ods,
        ".csv": write_csv,
    }
    return writers[book.ending](book, path, rng)


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Writes an invented case: agencies' chronologies and their truth."
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    need("xlwt")
    truth = write_case(arguments.seed, arguments.out)
    for name, count in truth["counts"].items():
        print(f"{name:14} {count}")


if __name__ == "__main__":
    main()
