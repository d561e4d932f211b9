"""A combined chronology as a file, by its ending; several of one merge are written all, or none."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePath
from typing import IO, TextIO

from illuminate.engines.chronology.writers.combined import Combined
from illuminate.engines.whole import Check, NotWritten, write_whole

Write = Callable[[IO[bytes], Combined], None]


def _xlsx(stream: IO[bytes], combined: Combined) -> None:
    from xlsxwriter.exceptions import XlsxWriterException

    from illuminate.engines.chronology.writers.workbook import write_xlsx

    try:
        _zipped(stream, combined, write_xlsx)
    except XlsxWriterException as error:
        # The library's own wrapping of a full disk.
        raise OSError(str(error)) from error


def _docx(stream: IO[bytes], combined: Combined) -> None:
    from illuminate.engines.chronology.writers.document import write_docx

    _zipped(stream, combined, write_docx)


def _zipped(stream: IO[bytes], combined: Combined, write: Write) -> None:
    """Put a zip together in memory; on a disk that is full, Python's own would leave a traceback behind."""
    zipped = io.BytesIO()
    write(zipped, combined)
    stream.write(zipped.getbuffer())


def _csv(stream: IO[bytes], combined: Combined) -> None:
    from illuminate.engines.chronology.writers.separated import write_csv

    with _text(stream, "utf-8-sig") as words:
        write_csv(words, combined)


def _json(stream: IO[bytes], combined: Combined) -> None:
    from illuminate.engines.chronology.writers.as_json import write_json

    with _text(stream, "utf-8") as words:
        write_json(words, combined)


def findings_alone(stream: IO[bytes], combined: Combined) -> None:
    """Write the .json form's findings and refusals, without the entries."""
    from illuminate.engines.chronology.writers.as_json import write_json

    with _text(stream, "utf-8") as words:
        write_json(words, combined, findings_alone=True)


@contextmanager
def _text(stream: IO[bytes], encoding: str) -> Iterator[TextIO]:
    """Text over a stream of bytes, which stays open."""
    words = io.TextIOWrapper(stream, encoding=encoding, newline="")
    yield words
    words.detach()


_WRITERS: Mapping[str, Write] = {".xlsx": _xlsx, ".docx": _docx, ".csv": _csv, ".json": _json}
ENDINGS = tuple(_WRITERS)


def writer_for(path: PurePath) -> Write:
    """The writer that a file's ending asks for. Raises NotWritten for an ending that is none of ``ENDINGS``."""
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise NotWritten(f"{path.name} is not a kind of file that is written: use {', '.join(ENDINGS)}.")
    return writer


def write(path: Path, combined: Combined, *, check: Check | None = None) -> None:
    """Write one file by its ending. Raises NotWritten."""
    write_all({path: writer_for(path)}, combined, check=check)


def write_all(outputs: Mapping[Path, Write], combined: Combined, *, check: Check | None = None) -> None:
    """Write several files of one merge: all of them, or none.

    ``check`` is given the bytes and the name of each before any is put in its place; what it raises is passed
    on. Raises NotWritten when a disk or a folder does not allow it. What stood there before then still does.
    """
    write_whole({path: partial(_fill, writer, combined) for path, writer in outputs.items()}, check=check)


def _fill(writer: Write, combined: Combined, stream: IO[bytes]) -> None:
    writer(stream, combined)
