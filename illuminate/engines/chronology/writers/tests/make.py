"""Chronologies for tests: small ones told by hand, and any that hypothesis thinks of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from io import BytesIO
from itertools import pairwise
from pathlib import PurePath
from typing import Any

from hypothesis import strategies as st

from illuminate.engines.chronology import Entry, Original, Reading, Refused, Source, read_file
from illuminate.engines.chronology.findings import Finding
from illuminate.engines.chronology.model import Decision
from illuminate.engines.chronology.writers import Combined, put_together, writer_for
from illuminate.engines.dates import When

MAY = date(2016, 5, 22)


def an_entry(event: str = "Visit at home.", row: int = 2, **more: Any) -> Entry:
    told = {
        "agency": "Larch GP",
        "source": Source("gp.docx", "table 1", row),
        "original": Original("22/5/16", "", more.get("event", event)),
        "when": When(MAY, MAY, "day"),
        "event": event,
    }
    return Entry(**{**told, **more})


def a_reading(*entries: Entry, refused: Sequence[Refused] = (), file: str = "gp.docx") -> Reading:
    decided = (Decision("the agency, Larch GP, comes from the title"),)
    return Reading(file, "Larch GP", tuple(entries), tuple(refused), decided)


def find(entries: Sequence[Entry]) -> list[Finding]:
    """A finding for every two entries in a row that share a day."""
    pairs = pairwise(entries)
    return [
        Finding("same_event", (one.id, other.id), f"both tell of {one.event[:20]}", confidence=0.9)
        for one, other in pairs
        if one.when.start and one.when.start == other.when.start
    ]


def combined(*entries: Entry, refused: Sequence[Refused] = ()) -> Combined:
    return put_together([a_reading(*entries, refused=refused)], find)


def bytes_of(chronology: Combined, ending: str) -> bytes:
    stream = BytesIO()
    writer_for(PurePath(f"out{ending}"))(stream, chronology)
    return stream.getvalue()


def again(chronology: Combined, ending: str) -> Combined:
    """Written, read back, and merged again."""
    return put_together([read_file(bytes_of(chronology, ending), f"out{ending}")], find)


_ODD = ["=1+1", "+44", "-", "'=x", "\t=", "@SUM(A1)", "\u200b", "\x00", "\x1b", "\r\n", "\n\n", " ", "😀", "_x0007_",
        "_x005F_x0007_", "<r>", "</r>", "\ud800", "\uffff", "\u2407", "\u241b", "a: b", "\\", "    x", "–", "“", "”",
        "]]>", "&amp;", '"', ";", ",", "\ufeff", "\u2028", "\x85"]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(_ODD), st.text(max_size=8)), max_size=5).map("".join)
long_texts = st.one_of(texts, st.builds(lambda a, b: a + "long 😀" * 8_000 + b, texts, texts))
names = texts.map(lambda text: " ".join(text.split())).filter(bool)
days = st.dates(date(1850, 1, 1), date(2120, 1, 1))


@st.composite
def whens(draw: Any) -> When:
    first, last = sorted((draw(days), draw(days)))
    precision = draw(
        st.sampled_from(["minute", "day", "range", "before", "after", "unknown", "month", "season"])
    )
    if precision in ("minute", "day"):
        last = first
    return When(
        None if precision in ("before", "unknown") else first,
        None if precision in ("after", "unknown") else last,
        precision,
        draw(st.times()) if precision == "minute" else None,
        draw(st.booleans()),
        None if precision == "minute" else draw(st.sampled_from([None, "am", "evening"])),
        draw(st.booleans()),
    )


@st.composite
def entries(draw: Any, words: st.SearchStrategy[str] = texts) -> Entry:
    event = draw(words)
    return Entry(
        agency=draw(names),
        source=Source(draw(names), draw(texts), draw(st.integers(1, 99))),
        original=Original(draw(texts), draw(texts), draw(st.one_of(st.just(event), texts))),
        when=draw(whens()),
        subjects=tuple(draw(st.lists(names, max_size=3, unique=True))),
        event=event,
        response=draw(texts),
        comment=draw(texts),
        kind=draw(texts),
        origin=draw(texts),
        practitioner=draw(texts),
        extra=draw(st.dictionaries(texts, texts, max_size=3)),
        hidden=draw(st.booleans()),
    )


refusals = st.builds(Refused, st.builds(Source, names, texts, st.integers(1, 99)), names, texts)
SOME_DAY = When(date(2019, 11, 3), date(2019, 11, 3), "minute", time(9, 30))
