"""A text without its marks, and a name that goes out from between them."""

import base64

import pytest

from illuminate.engines.anonymise import apply, check
from illuminate.engines.anonymise.readers.marks import joined, marks_left, without_marks

from .build import register

REGISTER = register()
WRITTEN = {
    "half in bold": ("Mar**garet** Holloway left", "Louise left"),
    "its end in bold": ("Margaret Hol**loway** left", "Louise left"),
    "bold that goes on": ("Margaret **Holloway left** then", "Louise **left** then"),
    "bold that began before": ("**Then Margaret** Holloway left", "**Then Louise** left"),
    "a tag": ("Mar<b>garet</b> Holloway left", "Louise left"),
    "a remark": ("Mar<!-- x -->garet Holloway left", "Louise left"),
    "a letter by its number": ("&#77;argaret Holloway left", "Louise left"),
    "a letter in a link": ("[x](https://example.org/%4Dargaret%20Holloway)", "[x](https://example.org/Louise)"),
    "words of a link": ("[Margaret](https://example.org/) Holloway left", "[Louise](https://example.org/) left"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "want"), WRITTEN.values(), ids=WRITTEN.keys())
def test_the_marks_stay_whole(written: str, want: str) -> None:
    assert apply(written.encode(), "a.md", REGISTER).data.decode() == want


def test_a_text_without_marks_has_no_second_reading() -> None:
    assert without_marks("Louise left at 9 (late).") is None


def test_every_letter_knows_where_it_was_written() -> None:
    text = "a **b** &amp; [c](d)"
    plain = without_marks(text)
    assert plain is not None and plain.text == "a b & c\n(d)"
    assert [text[start:end] for start, end in zip(plain.starts, plain.ends, strict=True)] == [
        "a", " ", "b", " ", "&amp;", " ", "c", ")", "(", "d", ")",
    ]  # fmt: skip


def test_marks_without_their_other_half_stay() -> None:
    assert marks_left("Mar**gar**et") == ""
    assert marks_left("Mar**garet") == "**"
    assert marks_left("<i>Mar</i>garet</b>") == "</b>"
    assert joined("by Louise**", "** there") == "by Louise there"
    assert joined("by **Louise**", " there") == "by **Louise** there"


def test_a_file_that_is_written_into_the_text_is_read_and_goes() -> None:
    letters = base64.b64encode(b"Margaret Holloway was there.").decode()
    text = f"See ![x](data:text/plain;base64,{letters}) there"
    (finding,) = check(text.encode(), "a.md", REGISTER).findings
    assert (finding.where.part, finding.text) == ("attachment 1", "Margaret Holloway")
    done = apply(text.encode(), "a.md", REGISTER)
    assert done.data.decode() == "See ![x](data:,) there"
    assert done.removed == ("Files that were written into the text.",)
