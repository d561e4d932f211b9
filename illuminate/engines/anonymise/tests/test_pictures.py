"""A PDF's page as a picture, and where on it words stand."""

import io

import pytest
from pikepdf import Pdf
from PIL import Image

from illuminate.engines.anonymise import FileRefused
from illuminate.engines.anonymise.pictures import Box, picture_of, shape_of
from illuminate.engines.anonymise.readers import read

from .build import line, pdf

PAGE = line("told Margaret", 300) + line("Holloway that", 285)


def boxes_of(data: bytes, words: str) -> list[Box]:
    text = read(data, "a.pdf").parts["page 1"].paragraphs[0]
    start = text.index(words)
    return shape_of(data, 1, [(start, start + len(words))]).boxes


def ink(data: bytes, box: Box) -> int:
    """How many dark points the picture has inside a box."""
    seen = Image.open(io.BytesIO(picture_of(data, 1))).convert("L")
    inside = seen.crop((box.left, box.top, box.left + box.width, box.top + box.height))
    return sum(inside.histogram()[:128])


def test_a_box_stands_round_the_words_and_nothing_else() -> None:
    data = pdf(PAGE)
    (box,) = boxes_of(data, "Margaret")
    assert ink(data, box) > 100
    assert ink(data, Box(box.span, box.left, box.top - 40, box.width, 30)) == 0
    (before,) = boxes_of(data, "told")
    assert before.left < box.left and before.left + before.width <= box.left + 4


def test_words_over_a_line_end_have_a_box_on_each_line() -> None:
    first, second = boxes_of(pdf(PAGE), "Margaret\nHolloway")
    assert second.top > first.top and second.left < first.left


def test_a_page_that_lies_on_its_side_is_drawn_and_boxed_upright() -> None:
    def turn(document: Pdf) -> None:
        document.pages[0].rotate(90, relative=False)

    data = pdf(PAGE, change=turn)
    (box,) = boxes_of(data, "Margaret")
    assert box.width > box.height and ink(data, box) > 100


def test_the_picture_is_as_large_as_is_said() -> None:
    data = pdf(PAGE)
    shape = shape_of(data, 1, [])
    assert Image.open(io.BytesIO(picture_of(data, 1))).size == (shape.width, shape.height)


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(FileRefused, match="no such page"):
        picture_of(pdf(PAGE), number)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", pdf(PAGE)[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused, match="can't be opened"):
        shape_of(data, 1, [])


def test_spans_outside_the_text_have_no_box() -> None:
    assert shape_of(pdf(PAGE), 1, [(500, 600), (5, 5)]).boxes == []
