"""CPU seconds and memory of each pass over a report of 300,000 characters (100 pages), each in a process of its own.

.venv/bin/python -m benchmarks.anonymising.passes
"""

import argparse
import io
import resource
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf

from illuminate.engines.anonymise import apply, check, read_register, verify

CASE = Path(__file__).parent / "cases/lark"
LENGTH = 300_000
WANTED = {"quick": 2.0, "check": 5.0, "apply": 15.0, "verify": 1.0}  # CPU seconds
KINDS = (".txt", ".docx", ".pdf")
_LINES = 34  # a page
_WIDTH = 92  # characters


def main() -> None:
    """Print a line for each pass and kind of file; `--one` measures a single one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--one", nargs=2, metavar=("PASS", "KIND"), help="measure one, in this process")
    arguments = parser.parse_args()
    if arguments.one:
        measure(*arguments.one)
        return
    for kind in KINDS:
        for name in WANTED:
            command = [sys.executable, "-m", "benchmarks.anonymising.passes", "--one", name, kind]
            subprocess.run(command, check=True)


def measure(name: str, kind: str) -> None:
    """Make the file, load what is loaded once, and measure the pass over it."""
    register = read_register(CASE / "register.csv")
    data = made(kind)
    start = time.process_time()
    check(b"Then Kobina Tilbrook went home.", "a.txt", register)
    load = time.process_time() - start
    if name == "verify":
        data = apply(data, f"a{kind}", register).data
    run: dict[str, Callable[[], object]] = {
        "quick": lambda: check(data, f"a{kind}", register, is_quick=True),
        "check": lambda: check(data, f"a{kind}", register),
        "apply": lambda: apply(data, f"a{kind}", register),
        "verify": lambda: verify(data, f"a{kind}", register),
    }
    start = time.process_time()
    run[name]()
    took = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:7s} {kind:5s} {took:6.2f} s (wanted {WANTED[name]:.0f})  loading {load:.2f} s  {most:.0f} MB",
        flush=True,
    )


def made(kind: str) -> bytes:
    """A report of the case's own papers, one after another until it is long enough."""
    lines = list(_lines())
    if kind == ".txt":
        return "\n".join(lines).encode("utf-8")
    return _word(lines) if kind == ".docx" else _pdf(lines)


def _lines() -> Iterator[str]:
    papers = sorted((CASE / "texts").glob("[eio][mxv]*.txt"))
    size = 0
    while size < LENGTH:
        for path in papers:
            for line in path.read_text(encoding="utf-8").splitlines():
                size += len(line) + 1
                yield line
                if size >= LENGTH:
                    return


def _word(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf(lines: list[str]) -> bytes:
    rows = [row for line in lines for row in textwrap.wrap(line, _WIDTH) or [""]]
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    shared = document.make_indirect(font)
    for first in range(0, len(rows), _LINES):
        page = document.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=shared))
        page.obj.Contents = document.make_stream(_drawn(rows[first : first + _LINES]))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _drawn(rows: list[str]) -> bytes:
    escaped = (row.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for row in rows)
    shown = "".join(f"({row}) Tj T*\n" for row in escaped)
    return f"BT /F1 10 Tf 20 TL 40 790 Td\n{shown}ET".encode("cp1252", errors="replace")


if __name__ == "__main__":
    main()
