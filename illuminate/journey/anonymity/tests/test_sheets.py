"""A file's words as sheets, with each finding marked once and nothing of the text lost."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from illuminate.journey.anonymity.sheets import MOST, UNREAD, sheets


def item(number: int, paragraph: int, start: int, end: int, part: str = "body") -> dict[str, Any]:
    return {
        "unread": False, "number": number, "part": part, "paragraph": paragraph, "start": start, "end": end,
        "text": "x" * (end - start),
    }  # fmt: skip


def part(*paragraphs: str, name: str = "body") -> dict[str, Any]:
    return {"name": name, "paragraphs": [[n, words, n == 0] for n, words in enumerate(paragraphs, 1)]}


def test_a_finding_stands_where_it_was_found() -> None:
    (sheet,) = sheets([part("Maggie rang.", "Then Maggie left.")], [item(1, 1, 0, 6), item(2, 2, 5, 11)])
    first, second = sheet.sections[0].paragraphs
    assert [(one.text, one.number) for one in first.pieces] == [("Maggie", 1), (" rang.", 0)]
    assert [(one.text, one.number) for one in second.pieces] == [("Then ", 0), ("Maggie", 2), (" left.", 0)]


def test_a_long_file_is_cut_between_paragraphs_and_says_that_it_goes_on() -> None:
    made = sheets([part(*["word " * 400] * 12)], [item(1, 12, 0, 4)])
    assert len(made) == 4 and made[-1].findings == [1]
    assert [sheet.sections[0].goes_on for sheet in made] == [False, True, True, True]
    assert all(sum(len(one.pieces[0].text) for one in sheet.sections[0].paragraphs) <= MOST for sheet in made)


def test_the_text_is_read_before_what_stands_beside_it() -> None:
    parts = [part("report.docx", name="file name"), part("Mags", name="comment 1"), part("Text")]
    (sheet,) = sheets(parts, [])
    assert [section.part for section in sheet.sections] == ["body", "file name", "comment 1"]


def test_what_nobody_could_read_and_what_has_no_words_stand_at_the_end() -> None:
    unread = {"unread": True, "number": 2, "part": "picture 1", "why": "A picture."}
    made = sheets([part("Text")], [item(1, 9, 0, 6, "header"), unread])
    assert made[-1].findings == [1, 2]
    assert made[-1].sections[-1].part == UNREAD
    assert made[-1].sections[-1].paragraphs[0].pieces[0].text == "Picture 1: A picture."


@given(
    some.text(max_size=60), some.lists(some.tuples(some.integers(0, 70), some.integers(0, 70)), max_size=6)
)
def test_nothing_of_the_text_is_lost_however_findings_lie(text: str, spans: list[tuple[int, int]]) -> None:
    items = [item(number, 1, min(span), max(span)) for number, span in enumerate(spans, 1)]
    made = sheets([part(text or "-")], items)
    pieces = [
        piece
        for one in made
        for section in one.sections
        for line in section.paragraphs
        for piece in line.pieces
    ]
    assert "".join(piece.text for piece in pieces) == (text or "-")
    assert sorted(piece.number for piece in pieces if piece.number) == [one["number"] for one in items]
