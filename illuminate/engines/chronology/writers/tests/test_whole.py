"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

import pytest

from illuminate.engines.chronology.writers import Combined, NotWritten, whole, write, write_all
from illuminate.engines.chronology.writers.tests.make import an_entry, combined

SOME = combined(an_entry())


def full_disk(stream: IO[bytes], chronology: Combined) -> None:
    stream.write(b"half of it")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("last week's")
    with pytest.raises(
        NotWritten, match=r"^out.csv can't be written: no space left on device. Nothing was written.$"
    ):
        write_all({out: full_disk}, SOME)
    assert out.read_text() == "last week's"
    assert list(tmp_path.iterdir()) == [out]


def test_of_two_files_none_is_written_when_one_can_not_be(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"^b.json can't"):
        write_all(
            {tmp_path / "a.json": whole.writer_for(Path("a.json")), tmp_path / "b.json": full_disk}, SOME
        )
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_under_excels_own_files_is_said_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xlsxwriter.exceptions import FileCreateError

    from illuminate.engines.chronology.writers import workbook

    def fails(*_: object) -> None:
        raise FileCreateError("no space left")

    monkeypatch.setattr(workbook, "write_xlsx", fails)
    with pytest.raises(NotWritten, match=r"out.xlsx can't be written: no space left"):
        write(tmp_path / "out.xlsx", SOME)
    assert list(tmp_path.iterdir()) == []


def test_what_fails_the_check_is_not_left_behind(tmp_path: Path) -> None:
    class Leak(Exception):
        pass

    def check(data: bytes, name: str) -> None:
        assert data and name == "out.csv"
        raise Leak

    with pytest.raises(Leak):
        write(tmp_path / "out.csv", SOME, check=check)
    assert list(tmp_path.iterdir()) == []


def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    usual = tmp_path / "usual"
    usual.touch()
    write(out, SOME)
    assert out.stat().st_mode == usual.stat().st_mode
    out.chmod(0o600)
    write(out, SOME)
    assert out.stat().st_mode & 0o777 == 0o600


def test_an_ending_that_nobody_writes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"out.pdf is not a kind of file that is written: use .xlsx, .docx"):
        write(tmp_path / "out.pdf", SOME)
