"""`illuminate chronology merge` and `illuminate chronology check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from illuminate.cli.chronology.intake import Intake, read_all
from illuminate.cli.chronology.mapping import read_columns
from illuminate.cli.chronology.strangers import strangers
from illuminate.cli.chronology.understood import understood
from illuminate.cli.plain import PlainError, on_one_line, plainly, progress, require_free, show
from illuminate.engines.chronology import Entry, Reading
from illuminate.engines.chronology.writers import (
    Combined,
    NotWritten,
    findings_alone,
    put_together,
    repeated,
    write_all,
    writer_for,
)

if TYPE_CHECKING:
    from illuminate.engines.chronology.findings import Finding
    from illuminate.engines.chronology.writers.pseudonyms import Pseudonyms
    from illuminate.engines.chronology.writers.whole import Write

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))

_COLUMNS = click.option(
    "--columns", type=click.Path(path_type=Path),
    help="A .toml that says what headings mean, by file or agency (docs/how-to/chronology.md).",
)  # fmt: skip


@click.group()
def chronology() -> None:
    """Agencies' chronologies: merged into one with its findings, or checked one by one.

    Needs no server, no account and no network.
    """


@chronology.command()
@_FILES
@_COLUMNS
@plainly
def check(files: tuple[Path, ...], columns: Path | None) -> None:
    """Say what was understood of each FILE (.docx, .xlsx, .xls, .ods, .csv), and what was not."""
    intake = read_all(files, read_columns(columns) if columns else None)
    for reading in intake.readings:
        show([*understood(reading), ""])
    _say(intake)
    _leave(intake)


@chronology.command()
@_FILES
@click.option("--out", type=click.Path(path_type=Path), help="What to write: .xlsx, .docx, .csv or .json.")
@click.option(
    "--register", type=click.Path(path_type=Path), help="A register: names in it leave as their pseudonyms."
)
@click.option(
    "--json", "findings", type=click.Path(path_type=Path),
    help="Also write everything as .json; without --out, the findings and the rows not read alone.",
)  # fmt: skip
@_COLUMNS
@plainly
def merge(
    files: tuple[Path, ...],
    out: Path | None,
    register: Path | None,
    findings: Path | None,
    columns: Path | None,
) -> None:
    """Merge agencies' chronologies (each FILE one agency's) into one, and say what does not fit."""
    outputs = _outputs(out, findings, files)
    pseudonyms = _pseudonyms(register, outputs) if register else None
    intake = read_all(files, read_columns(columns) if columns else None)
    if not intake.readings:
        _say(intake)
        _leave(intake)
    intake.notes.extend(strangers(intake.readings, pseudonyms.matcher if pseudonyms else None))
    combined = _combined(intake.readings, pseudonyms)
    intake.notes.extend(_said_twice(intake.readings, combined))
    _say(intake)
    for step in progress([_write], label="Writing", length=1):
        step(outputs, combined, pseudonyms)
    show(_summary(intake, combined, list(outputs)), "The files were written, but what they hold")
    _leave(intake)


def _outputs(out: Path | None, findings: Path | None, files: Sequence[Path]) -> dict[Path, Write]:
    """What to write where. Wrong usage is said before anything is read."""
    if out is None and findings is None:
        raise PlainError("Say where the result goes: --out OUT, --json FINDINGS.json, or both.", 2)
    outputs: dict[Path, Write] = {}
    try:
        if out is not None:
            outputs[out] = writer_for(out)
        if findings is not None:
            outputs[findings] = findings_alone if out is None else writer_for(Path("whole.json"))
    except NotWritten as refused:
        raise PlainError(str(refused), 2) from refused
    require_free([path for path in (out, findings) if path is not None], files)
    return outputs


def _pseudonyms(register: Path, outputs: dict[Path, Write]) -> Pseudonyms:
    from illuminate.cli.registers import register_in
    from illuminate.engines.chronology.writers.pseudonyms import Pseudonyms
    from illuminate.engines.chronology.writers.verify import NamesLeft, verify_name

    pseudonyms = Pseudonyms(register_in(register))
    try:
        for path in outputs:
            verify_name(path.name, pseudonyms.matcher)
    except NamesLeft as error:
        raise PlainError(str(error), 1) from error
    return pseudonyms


def _combined(readings: Sequence[Reading], pseudonyms: Pseudonyms | None) -> Combined:
    """Merge and find. Names go first, so that findings are made from what may be seen."""
    from illuminate.engines.chronology.findings import find

    def find_clean(entries: Sequence[Entry]) -> list[Finding]:
        found = find(entries)
        return [pseudonyms.finding(one) for one in found] if pseudonyms else found

    if pseudonyms:
        clean = progress(readings, label="Replacing names", length=len(readings))
        readings = [pseudonyms.reading(one) for one in clean]
    merged = (put_together(one, find_clean) for one in [readings])
    [combined] = progress(merged, label="Comparing", length=1)
    return combined


def _write(outputs: dict[Path, Write], combined: Combined, pseudonyms: Pseudonyms | None) -> None:
    try:
        if pseudonyms is None:
            write_all(outputs, combined)
            return
        from illuminate.engines.chronology.writers.verify import NamesLeft, verify

        try:
            write_all(outputs, combined, check=lambda data, name: verify(data, name, pseudonyms.matcher))
        except NamesLeft as left:
            raise PlainError(str(left), 1) from left
    except NotWritten as refused:
        raise PlainError(str(refused), 2) from refused


def _said_twice(readings: Sequence[Reading], combined: Combined) -> list[str]:
    """What overlaps: an export beside its own sources, and two files of one agency."""
    more = sum(len(reading.entries) for reading in readings) - len(combined.entries)
    told = [f"{more:,} entries were in two files with the same source, and were taken once."] if more else []
    pairs = Counter((source.file, other.file) for source, other in repeated(combined.entries))
    told.extend(
        f"{file} says the same as {other} in {number:,} {'row' if number == 1 else 'rows'}: both are kept; if one "
        "replaces the other, merge again without the older."
        for (file, other), number in sorted(pairs.items())
    )
    return told


def _summary(intake: Intake, combined: Combined, outputs: Sequence[Path]) -> list[str]:
    told = {entry.source for entry in combined.entries}
    refused = {one.source for one in combined.refused} - told
    kinds = Counter(one.kind.replace("_", " ") for one in combined.findings)
    named = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
    return [
        f"Files read: {len(intake.readings):,}",
        f"Rows read: {len(told) + len(refused):,} = {len(told):,} with entries + {len(refused):,} not read",
        f"Entries: {len(combined.entries):,}",
        f"Findings: {len(combined.findings):,}" + (f" ({named})" if named else ""),
        f"Written: {', '.join(map(str, outputs))}",
    ]


def _say(intake: Intake) -> None:
    for line in (*intake.notes, *intake.faults):
        click.echo(f"illuminate: {on_one_line(line)}", err=True)


def _leave(intake: Intake) -> NoReturn:
    """Leave with the exit code: 2 when nothing could be read, 1 when something could not, else 0."""
    sys.exit(2 if not intake.readings else 1 if intake.faults else 0)
