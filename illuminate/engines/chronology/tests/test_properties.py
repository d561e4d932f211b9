"""What holds for every table: no row is lost, none is counted twice, and the order is one order."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology import (
    Entry,
    Original,
    Reading,
    Source,
    UnreadableFile,
    combine,
    read_file,
    sort_key,
)
from illuminate.engines.dates import When

WORDS = st.text(alphabet="abcdefgh ,;\"'\n0123", max_size=12)
DATES = st.one_of(
    st.dates(date(2010, 1, 1), date(2021, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    st.sampled_from(["", "n/k", "31/2/2016", "June 2019", '"', "nonsense", "before 2010", "3.2.14 am"]),
)


@given(st.lists(st.tuples(DATES, WORDS, WORDS), min_size=1, max_size=15), st.sampled_from(",;\t|"))
def test_every_row_is_an_entry_or_refused(rows: list[tuple[str, str, str]], mark: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=mark).writerows([("Date", "Event", "Outcome"), *rows])
    if not any(cell.strip() for row in rows for cell in row):
        with pytest.raises(UnreadableFile, match="headings and no rows"):
            read_file(stream.getvalue().encode(), "a.csv")
        return
    try:
        reading = read_file(stream.getvalue().encode(), "a.csv")
    except UnreadableFile as refused:
        assert "headings and only dates, titles, totals or notes below them" in str(refused)
        assert not any(day.strip() and event.strip() for day, event, _ in rows)
        return

    read = [one.source.row for one in (*reading.entries, *reading.refused)]
    said = [
        decision.source.row
        for decision in reading.decided
        if decision.source and "not for an" in decision.words
    ]
    filled = [number for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert sorted([*read, *said]) == filled
    for entry in reading.entries:
        written, event, response = rows[entry.source.row - 2]
        assert entry.original.date == written.strip()
        assert entry.event == event.replace("\r\n", "\n").strip()
        assert entry.response == response.replace("\r\n", "\n").strip()
    assert all(refused.why and "\n" not in refused.why.split(":")[0] for refused in reading.refused)


DAYS = st.dates(date(2010, 1, 1), date(2012, 1, 1))
WHENS = st.one_of(
    st.builds(lambda day: When(day, day, "day"), DAYS),
    st.builds(lambda day, hour: When(day, day, "minute", time(hour)), DAYS, st.integers(0, 23)),
    st.builds(lambda day, more: When(day, day + timedelta(days=more), "range"), DAYS, st.integers(1, 90)),
    st.builds(lambda day: When(None, day, "before"), DAYS),
    st.builds(lambda day: When(day, None, "after"), DAYS),
)
ENTRIES = st.builds(
    lambda when, agency, row: Entry(agency, Source("f", "", row), Original("", "", ""), when),
    WHENS,
    st.sampled_from(["GP", "Police"]),
    st.integers(1, 9),
)


@given(st.lists(st.lists(ENTRIES, max_size=6), max_size=4))
def test_combine_loses_nothing_and_is_in_order(files: list[list[Entry]]) -> None:
    readings = [Reading("f", "a", tuple(entries), (), ()) for entries in files]
    combined = combine(readings)
    assert [entry.id for entry in combined] == [f"e{number:06d}" for number in range(1, len(combined) + 1)]
    keys = [sort_key(entry) for entry in combined]
    assert keys == sorted(keys)
    assert sorted(keys) == sorted(sort_key(entry) for entries in files for entry in entries)
    assert combine(readings) == combined


def test_the_order_of_one_day() -> None:
    day = date(2016, 5, 22)
    whens = [
        When(day, date(2016, 6, 30), "range"),
        When(day, day, "day"),
        When(day, day, "minute", time(14)),
        When(day, day, "minute", time(9)),
        When(None, day - timedelta(days=1), "before"),
    ]
    entries = tuple(Entry("a", Source("f", "", 1), Original("", "", ""), when) for when in whens)
    combined = combine([Reading("f", "a", entries, (), ())])
    assert [entry.when for entry in combined] == [whens[4], whens[3], whens[2], whens[1], whens[0]]


HEADINGS = {
    "date": ["Date", "DATE OF EVENT", "When", "Contact date", "Dyddiad", "Date & time of contact"],
    "event": [
        "Event",
        "Details of contact",
        "What happened",
        "Agency contact/Significant event",
        "Digwyddiad",
    ],
    "response": ["Outcome", "Action taken", "Response or decision"],
    "source": ["Source", "Record"],
    "odd": ["Widget", "Was the child seen?"],
}
SENTENCES = st.sampled_from(
    [
        "Visit to the home; nobody in.",
        "Rang the surgery in tears",
        "Letter of 3 May received",
        "DNA",
        "Seen with baby.",
        "9/10 pain",
    ]
)
FURNITURE = st.sampled_from(["blank", "repeat", "band", "title", "total"])
# Words for a date below a gap may as well be a key's, so they are left to the stories.
ROWS = st.lists(
    st.one_of(st.tuples(DATES.filter(lambda words: words != "nonsense"), SENTENCES, WORDS), FURNITURE),
    min_size=1,
    max_size=25,
)


@settings(deadline=None)
@given(
    st.data(),
    st.permutations(sorted(HEADINGS)).map(lambda order: order[:5]),
    ROWS,
    st.lists(st.sampled_from(["Fen Trust", "", "Chronology for the review", "Author: A Smith"]), max_size=3),
)
def test_whatever_the_layout_rows_are_accounted_for_once(
    data: st.DataObject, order: list[str], rows: list[tuple[str, str, str] | str], preamble: list[str]
) -> None:
    names = [data.draw(st.sampled_from(HEADINGS[field])) for field in order]
    written: list[list[str]] = [[line] + [""] * 4 for line in preamble] + [names]
    expected: list[int] = []
    for row in rows:
        if isinstance(row, tuple):
            cells = dict(zip(("date", "event", "response"), row, strict=True))
            written.append([cells.get(field, "") for field in order])
            expected.append(len(written))
        else:
            place = order.index("date")
            words = {"blank": "", "band": "2016", "title": "After the separation", "total": "Total: 12"}.get(
                row, ""
            )
            written.append(names if row == "repeat" else ["" if at != place else words for at in range(5)])
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(written)
    if not expected:
        with pytest.raises(UnreadableFile, match=r"headings and (no rows|only dates)"):
            read_file(stream.getvalue().encode(), "a.csv")
        return
    reading = read_file(stream.getvalue().encode(), "a.csv")

    read = sorted({one.source.row for one in (*reading.entries, *reading.refused)})
    assert read == expected
    assert reading.rows_read == len(expected)
    assert not {one.source.row for one in reading.entries} & {one.source.row for one in reading.refused}
    again = read_file(stream.getvalue().encode(), "a.csv", columns=reading.columns)
    # What is given is no decision any more, so only what was read has to be the same.
    assert replace(again, decided=()) == replace(reading, decided=())
