"""The collector of cycles rests while a file is read, and no longer."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from illuminate.engines.chronology import UnreadableFile, read_file
from illuminate.engines.chronology.tables import Row
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


def test_what_is_read_leaves_no_rows_to_the_collector(tmp_path: Path) -> None:
    """What holds itself would stay, file after file, until the next look through everything."""
    good = sheets(
        tmp_path / "good.xlsx",
        Log=[["Date", "Event"], ["30/12/2019", "Seen at surgery."], ["same day", "Rang her back."]],
    )
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        read_file(good)
        gc.collect()
        assert not [one for one in gc.garbage if isinstance(one, Row)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_what_a_server_froze_stays_frozen(tmp_path: Path) -> None:
    good = sheets(tmp_path / "good.xlsx", Log=[["Date", "Event"], ["30 Dec 2019", "Seen at surgery."]])
    gc.freeze()
    try:
        read_file(good)
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
