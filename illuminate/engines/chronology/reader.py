"""One agency's file in, everything that it says out."""

from __future__ import annotations

from os import PathLike
from pathlib import Path, PurePath

from illuminate.engines.chronology.columns import Columns
from illuminate.engines.chronology.exported import recognise
from illuminate.engines.chronology.kinds import ENDINGS, contents_of
from illuminate.engines.chronology.mapping import check_columns
from illuminate.engines.chronology.model import Reading, UnreadableFile
from illuminate.engines.chronology.plan import Plan
from illuminate.engines.chronology.resting import collector_at_rest
from illuminate.engines.chronology.safe import check_size

__all__ = ["ENDINGS", "read_file"]


def read_file(
    path_or_bytes: str | PathLike[str] | bytes, name: str | None = None, *, columns: Columns | None = None
) -> Reading:
    """Read one agency's chronology.

    ``name`` is the file's name as its sender gave it; it is needed with bytes, and is what ``source.file``
    says. ``columns`` says what headings mean, where a person knows better than the synonyms; what it does
    not name is found as without it. Raises UnreadableFile, whose message is a plain sentence, when the whole
    file can't be read, and WrongColumns, which is one, when the mapping does not fit it; a row that can't be
    read never raises, it is in ``refused``.

    ``source.part`` of a Word table is "table N", counted in the order in which tables begin: one nested in a
    cell comes after the one around it. A nested table that is no chronology is part of its cell's words.
    """
    if isinstance(path_or_bytes, bytes):
        data, file = path_or_bytes, PurePath(name or "file").name
    else:
        file = PurePath(name or path_or_bytes).name
        data = _bytes_of(path_or_bytes, file)
    check_columns(columns or Columns())
    if ours := recognise(data, file):
        return ours
    check_size(data, file)
    with collector_at_rest():
        reading = Plan(contents_of(data, file), file, columns or Columns()).reading()
    if not (reading.entries or reading.refused):
        passed_over = any(one.source for one in reading.decided)
        below = "only dates, titles, totals or notes" if passed_over else "no rows"
        raise UnreadableFile(
            f"{file} has headings and {below} below them: put each contact on a row of its own."
        )
    return reading


def _bytes_of(path: str | PathLike[str], file: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{file} can't be opened: {(error.strerror or 'unknown fault').lower()}."
        ) from error
