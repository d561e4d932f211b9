"""Merging an exported file again changes nothing, whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology import Entry, Refused
from illuminate.engines.chronology.writers import ENDINGS
from illuminate.engines.chronology.writers.escapes import (
    LONGEST_CELL,
    as_it_was,
    as_written,
    from_lines,
    neutral,
    pieces,
    printable,
    to_lines,
)
from illuminate.engines.chronology.writers.tests.make import (
    a_reading,
    again,
    an_entry,
    bytes_of,
    combined,
    entries,
    long_texts,
    refusals,
    texts,
)

SLOWLY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("ending", ENDINGS)
@SLOWLY
@given(told=st.lists(entries(), min_size=1, max_size=4), refused=st.lists(refusals, max_size=2))
def test_an_export_read_again_gives_the_same(ending: str, told: list[Entry], refused: list[Refused]) -> None:
    before = combined(*told, refused=refused)
    after = again(before, ending)
    assert after.entries == before.entries
    assert after.refused == before.refused
    assert after.findings == before.findings
    assert after.parts() == before.parts()


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".json"])
def test_what_was_decided_is_kept(ending: str) -> None:
    before = combined(an_entry())
    assert before.decided
    assert again(before, ending).decided == before.decided


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=5, deadline=None)
@given(event=long_texts, comment=long_texts)
def test_a_cell_of_forty_thousand_characters_comes_back_whole(ending: str, event: str, comment: str) -> None:
    before = combined(an_entry(event=event, comment=comment), an_entry("Short.", row=3))
    assert again(before, ending).entries == before.entries


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_second_export_is_the_first(ending: str) -> None:
    before = combined(an_entry("=1+1", comment="a\nb"), an_entry("Seen.", row=3, extra={"Log: no": "7"}))
    if ending == ".csv":  # what was decided has no place in a csv
        before = again(before, ending)
    first, second = bytes_of(before, ending), bytes_of(again(before, ending), ending)
    assert ending == ".xlsx" or first == second  # Excel's file names the minute in which it was made


@given(text=texts)
def test_every_escape_has_a_way_back(text: str) -> None:
    assert as_it_was(printable(text)) == text
    assert as_written(neutral(text)) == text
    assert as_it_was(as_written(neutral(printable(text)))) == text


@given(labelled=st.dictionaries(texts, texts, max_size=4))
def test_labelled_lines_have_a_way_back(labelled: dict[str, str]) -> None:
    assert from_lines(to_lines(labelled)) == labelled


@given(text=st.text(max_size=20), times=st.integers(0, 12_000))
def test_pieces_are_short_enough_for_excel_and_lose_nothing(text: str, times: int) -> None:
    cut = list(pieces(text * times))
    assert "".join(cut) == text * times
    assert all(len(piece.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST_CELL for piece in cut)


def test_a_reading_is_what_its_files_made_it() -> None:
    assert combined(an_entry()).parts()[0].rows == 1
    assert a_reading(an_entry()).agency == "Larch GP"
