"""The collector of cycles rests while a file is read, and no longer."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from illuminate.engines.chronology import UnreadableFile, read_file
from illuminate.engines.chronology.tests.test_read_file import sheets


def test_the_collector_of_cycles_works_again_after_a_file_that_could_be_read_and_one_that_could_not(
    tmp_path: Path,
) -> None:
    good = sheets(
        tmp_path / "good.xlsx", Log=[["Date", "Event"], ["30th of December 2019", "Seen at surgery."]]
    )
    assert len(read_file(good).entries) == 1
    assert gc.isenabled()
    with pytest.raises(UnreadableFile):
        read_file(b"PK\x03\x04 and no more", "bad.xlsx")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off(tmp_path: Path) -> None:
    good = sheets(tmp_path / "good.xlsx", Log=[["Date", "Event"], ["30 Dec 2019", "Seen at surgery."]])
    gc.disable()
    try:
        read_file(good)
        assert not gc.isenabled()
    finally:
        gc.enable()
