"""One measurement in a process of its own: python -m benchmarks.chronologies.measure read|bare|find FOLDER

Prints seconds of the work (imports are done before) and the peak memory of the whole process in MB.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import resource
import sys
import time
from pathlib import Path

from docx import Document
from python_calamine import CalamineWorkbook

from benchmarks.chronologies.engine import files_in, merged
from illuminate.engines.chronology import read_file


def main() -> None:
    mode, folder = sys.argv[1], Path(sys.argv[2])
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    files = files_in(folder) if folder.is_dir() else [folder]
    started = time.perf_counter()
    found: dict[str, int] = {}
    if mode == "bare":
        for path in files:
            _bare(path)
    elif mode == "read":
        for path in files:
            found["entries"] = found.get("entries", 0) + len(read_file(path).entries)
    else:
        made = merged(files)
        found = {"entries": len(made["entries"]), "findings": len(made["findings"])}
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, **found}))


def _bare(path: Path) -> int:
    """Every cell's words by the file's own library, and nothing else."""
    if path.suffix == ".csv":
        text = path.read_bytes()
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            with contextlib.suppress(UnicodeError):
                return sum(len(row) for row in csv.reader(text.decode(encoding).splitlines(keepends=True)))
        return 0
    if path.suffix == ".docx":
        return sum(
            len(cell.text) for table in Document(str(path)).tables for row in table.rows for cell in row.cells
        )
    workbook = CalamineWorkbook.from_path(str(path))
    return sum(
        len(row) for name in workbook.sheet_names for row in workbook.get_sheet_by_name(name).to_python()
    )


if __name__ == "__main__":
    main()
