"""The files named on the command line, each read or refused by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from illuminate.cli.plain import fault_of, nothing_said_past_us, progress
from illuminate.engines.chronology import Reading, UnreadableFile, read_file
from illuminate.engines.chronology.columns import Columns
from illuminate.engines.chronology.safe import MOST_BYTES
from illuminate.engines.chronology.writers import place

_LISTED = 20


@dataclass
class Intake:
    """What was read; ``faults`` need a person (exit code 1), ``notes`` are to be known."""

    readings: list[Reading] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_all(paths: Sequence[Path], columns: Mapping[str, Columns] | None = None) -> Intake:
    """Read every file once. One that can't be read is a fault, and the others are read all the same.

    ``columns`` says what headings mean, by the name of a file or of an agency.
    """
    intake = Intake()
    known = _Known(columns or {})
    names: dict[str, str] = {}
    for path in progress(paths, label="Reading", length=len(paths)):
        try:
            data = _bytes_of(path)
            digest = hashlib.sha256(data).hexdigest()
            if digest in names:
                intake.notes.append(f"{path.name} is the same file as {names[digest]}: it was read once.")
                continue
            names[digest] = _own_name(path.name, set(names.values()), intake.notes)
            intake.readings.append(known.read(data, names[digest]))
        except UnreadableFile as fault:
            intake.faults.append(str(fault))
    intake.notes.extend(known.unused())
    intake.faults.extend(line for reading in intake.readings for line in _not_read(reading))
    return intake


class _Known:
    """What a person has said of headings, and whether it was needed."""

    def __init__(self, columns: Mapping[str, Columns]) -> None:
        self._columns = columns
        self._used: set[str] = set()

    def read(self, data: bytes, name: str) -> Reading:
        """Read a file as was said of it; what was said of an agency is known only once its file was read."""
        if name in self._columns:
            self._used.add(name)
            return _read(data, name, self._columns[name])
        reading = _read(data, name, None)
        if reading.agency in self._columns:
            self._used.add(reading.agency)
            return _read(data, name, self._columns[reading.agency])
        return reading

    def unused(self) -> list[str]:
        """Sentences for what was said of files and agencies that are not here."""
        unused = (name for name in self._columns if name not in self._used)
        return [
            f"The columns of {name} were not needed: no file and no agency has that name." for name in unused
        ]


def _read(data: bytes, name: str, columns: Columns | None) -> Reading:
    try:
        with nothing_said_past_us():
            return read_file(data, name, columns=columns)
    except UnreadableFile:
        raise
    except Exception as error:
        # A fault of ours on one agency's file must not lose the other agencies' files.
        raise UnreadableFile(
            f"{name} can't be read, for a fault of this program ({fault_of(error)}): save the file in another "
            "format and try again, and report the fault."
        ) from error


def _bytes_of(path: Path) -> bytes:
    """The whole file. Raises UnreadableFile for a folder, a device, or a file too large to be a chronology."""
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder: name the files in it, each by itself.")
        if path.exists() and not path.is_file():
            raise UnreadableFile(f"{path} is not a file: name a file with a chronology.")
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{path.name} is larger than 200 MB: split it, or remove its pictures.")
        return path.read_bytes()
    except PermissionError as error:
        raise UnreadableFile(
            f"{path} may not be read by you: close it in other programs, or ask its owner for a copy."
        ) from error
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise UnreadableFile(f"{path} can't be opened ({why}): check its name and its folder.") from error


def _own_name(name: str, taken: set[str], notes: list[str]) -> str:
    """The file's name; a second one of the same name is told apart, for rows are known by their file."""
    path, number, own = Path(name), 2, name
    while own in taken:
        own, number = f"{path.stem} ({number}){path.suffix}", number + 1
    if own != name:
        notes.append(f"Two files are named {name}: the rows of the later one are listed under {own}.")
    return own


def _not_read(reading: Reading) -> list[str]:
    """A sentence for each row that was not read; of very many, the first ones and how many more."""
    lines = [
        f"{place(one.source)} was not read ({one.why}): correct the row, or ask the agency."
        for one in reading.refused[:_LISTED]
    ]
    more = len(reading.refused) - _LISTED
    if more > 0:
        lines.append(f"{reading.file} has {more:,} more rows that were not read: the output lists them all.")
    return lines
