"""Files written whole or not at all: beside their place first, checked, and only then moved there."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, TextIO

from illuminate.engines.chronology.writers.combined import Combined

Write = Callable[[IO[bytes], Combined], None]
Check = Callable[[bytes, str], None]


class NotWritten(Exception):
    """A file that could not be written. The message is a plain sentence; nothing was left behind."""


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
    ready: list[tuple[Path, Path]] = []
    name = ""
    try:
        for path, writer in outputs.items():
            name, target = path.name, path.resolve()
            ready.append((_beside(target), target))
            beside = ready[-1][0]
            _fill(beside, target, writer, combined)
            if check:
                check(beside.read_bytes(), name)
        for beside, target in ready:
            name = target.name
            beside.replace(target)
    except OSError as error:
        raise NotWritten(f"{name} can't be written: {_reason(error)}. Nothing was written.") from error
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    """A new, empty file in the same folder, so that the move into place is one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    os.close(handle)
    return Path(name)


def _fill(beside: Path, target: Path, writer: Write, combined: Combined) -> None:
    with beside.open("w+b") as stream:
        writer(stream, combined)
        stream.flush()
        os.fsync(stream.fileno())
    beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())


def _umask() -> int:
    """What new files are not allowed to be here; it can only be asked by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error) or "unknown fault").rstrip(".").lower()
