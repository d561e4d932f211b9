"""Readings put together: each entry once, overlaps said, counts that add up."""

from __future__ import annotations

from illuminate.engines.chronology import Refused, Source
from illuminate.engines.chronology.writers import put_together, repeated
from illuminate.engines.chronology.writers.tests.make import a_reading, an_entry, find

TOLD = (an_entry(), an_entry(), an_entry("Seen.", row=3))
REFUSED = Refused(Source("gp.docx", "table 1", 9), "no date", "n/k")


def test_an_export_beside_its_source_is_taken_once() -> None:
    original = a_reading(*TOLD, refused=[REFUSED])
    export = a_reading(*TOLD, an_entry("Added.", row=12), refused=[REFUSED], file="combined.xlsx")
    both = put_together([original, export], find)
    assert [entry.event for entry in both.entries] == ["Visit at home.", "Visit at home.", "Seen.", "Added."]
    assert both.refused == (REFUSED,)


def test_a_row_that_says_another_thing_now_is_kept_beside_the_first() -> None:
    changed = a_reading(an_entry("Visit at the surgery."), file="combined.xlsx")
    both = put_together([a_reading(an_entry()), changed], find)
    assert len(both.entries) == 2


def test_one_file_may_say_a_thing_twice() -> None:
    assert len(put_together([a_reading(*TOLD)], find).entries) == 3


def test_two_files_that_say_the_same_are_kept_and_said() -> None:
    newer = tuple(an_entry(row=row, source=Source("new.docx", "table 1", row)) for row in (2, 3))
    both = put_together([a_reading(an_entry()), a_reading(*newer, file="new.docx")], find)
    assert len(both.entries) == 3
    assert repeated(both.entries) == [(one.source, an_entry().source) for one in newer]
    assert "says the same as gp.docx, table 1, row 2" in {one.words for one in both.decided}


def test_rows_are_counted_once_each() -> None:
    [part] = put_together([a_reading(*TOLD, refused=[REFUSED])], find).parts()
    assert (part.rows, part.entries, part.refused) == (3, 3, 1)
