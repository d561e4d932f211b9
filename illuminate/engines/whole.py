"""Files written whole or not at all: without a name first, or beside their place, and only then moved there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

Fill = Callable[[IO[bytes]], None]
Check = Callable[[bytes, str], None]


class NotWritten(Exception):
    """A file that could not be written. The message is a plain sentence; nothing was left behind."""


def write_whole(outputs: Mapping[Path, Fill], *, check: Check | None = None) -> None:
    """Write several files that belong together: all of them, or none.

    ``check`` is given the bytes and the name of each before any is put in its place; what it raises is passed
    on. Raises NotWritten when a disk or a folder does not allow it. What stood there before then still does.
    """
    waiting: list[_Waiting] = []
    name = ""
    try:
        for path, fill in outputs.items():
            name = path.name
            one = _Waiting(path.resolve())
            waiting.append(one)
            data = one.fill(fill)
            if check:
                check(data(), name)
        for one in waiting:
            name = one.target.name
            one.move()
    except OSError as error:
        raise NotWritten(f"{name} can't be written: {_reason(error)}. Nothing was written.") from error
    finally:
        for one in waiting:
            one.drop()


class _Waiting:
    """A file on the way to its place: nameless where the system knows such files, so that a kill leaves nothing."""

    def __init__(self, target: Path) -> None:
        self.target = target
        handle, self._beside = _new_file(target.parent)
        self._stream = os.fdopen(handle, "w+b")

    def fill(self, fill: Fill) -> Callable[[], bytes]:
        """Write it; gives back how its bytes are read again."""
        fill(self._stream)
        self._stream.flush()
        os.fsync(self._stream.fileno())
        old = self.target
        os.fchmod(self._stream.fileno(), old.stat().st_mode & 0o777 if old.exists() else 0o666 & ~_umask())
        return self._bytes

    def _bytes(self) -> bytes:
        self._stream.seek(0)
        return self._stream.read()

    def move(self) -> None:
        """Put it in its place, in one step."""
        if self._beside is None:
            if not self.target.exists():
                self._name(self.target)
                return
            self._beside = self.target.with_name(f".{os.getpid()}-{self._stream.fileno()}.part")
            self._name(self._beside)
        self._beside.replace(self.target)
        self._beside = None

    def _name(self, path: Path) -> None:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            # Only with a folder's handle does Python ask the system to follow the link to the nameless file.
            os.link(
                f"/proc/self/fd/{self._stream.fileno()}", path.name, dst_dir_fd=folder, follow_symlinks=True
            )
        finally:
            os.close(folder)

    def drop(self) -> None:
        """Leave nothing behind of what was not moved."""
        try:
            self._stream.close()
        finally:
            if self._beside is not None:
                self._beside.unlink(missing_ok=True)


def _new_file(folder: Path) -> tuple[int, Path | None]:
    """An empty file's handle, and its name if it has one."""
    try:
        return os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600), None
    except (OSError, AttributeError):
        # Not every disk and system has nameless files.
        handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        return handle, Path(name)


def _umask() -> int:
    """What new files are not allowed to be here; it can only be asked by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error) or "unknown fault").rstrip(".").lower()
