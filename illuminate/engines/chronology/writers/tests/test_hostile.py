"""Exports that were damaged, cut short or meddled with: one plain sentence, and never a crash."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology import Entry, Reading, Refused, Source, UnreadableFile, read_file
from illuminate.engines.chronology.writers import ENDINGS
from illuminate.engines.chronology.writers.columns import COLUMNS, entry_of
from illuminate.engines.chronology.writers.tests.make import SOME_DAY, an_entry, bytes_of, combined, texts

EXPORTS = {ending: bytes_of(combined(an_entry(when=SOME_DAY), an_entry(row=3)), ending) for ending in ENDINGS}


def read_or_refused(data: bytes, name: str) -> None:
    try:
        assert isinstance(read_file(data, name), Reading)
    except UnreadableFile as refused:
        assert str(refused).startswith(name)
        assert "\n" not in str(refused)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(cut=st.floats(0, 1), byte=st.integers(0, 255), whole=st.booleans())
def test_a_damaged_export_is_read_or_refused(ending: str, cut: float, byte: int, whole: bool) -> None:
    data = EXPORTS[ending]
    at = int(cut * (len(data) - 1))
    rest = data[at + 1 :] if whole else b""
    read_or_refused(data[:at] + bytes([byte]) + rest, f"out{ending}")


def rewritten(ending: str, member: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(EXPORTS[ending])) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            if one != member:
                new.writestr(one, old.read(one))
        if content:
            new.writestr(member, content)
    return stream.getvalue()


NONSENSE = (b"", b"<a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\x00")


@pytest.mark.parametrize("content", NONSENSE)
@pytest.mark.parametrize(
    ("ending", "member"), [(".docx", "word/document.xml"), (".xlsx", "xl/worksheets/sheet1.xml")]
)
def test_a_table_that_was_replaced_is_refused(ending: str, member: str, content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_file(rewritten(ending, member, content), f"out{ending}")


@pytest.mark.parametrize("content", NONSENSE)
def test_a_sheet_beside_the_entries_that_was_replaced_is_no_crash(content: bytes) -> None:
    read_or_refused(rewritten(".xlsx", "xl/worksheets/sheet3.xml", content), "out.xlsx")


@given(cells=st.fixed_dictionaries({column.heading: texts for column in COLUMNS}))
def test_any_row_at_all_is_an_entry_or_refused(cells: dict[str, str]) -> None:
    assert isinstance(entry_of(cells, Source("out.csv", "", 2)), Entry | Refused)


@pytest.mark.parametrize(
    "changed",
    [
        {"Time": "half two"},
        {"From": "0000-13-99"},
        {"To": "soon"},
        {"From": ""},
        {"Row": "9" * 5000},
        {"Row": "٣"},
    ],
)
def test_a_row_that_was_changed_to_nonsense(changed: dict[str, str]) -> None:
    cells = {column.heading: column.words(an_entry(when=SOME_DAY)) for column in COLUMNS} | changed
    found = entry_of(cells, Source("out.csv", "", 7))
    if "Row" in changed:
        assert isinstance(found, Entry)
    else:
        assert isinstance(found, Refused) and "makes no sense" in found.why
