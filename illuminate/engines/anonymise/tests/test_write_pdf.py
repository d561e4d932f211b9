"""A PDF copy: new pages with the same words in the same order, and nothing of the old file."""

import io
import re
import resource

import pikepdf
import pypdfium2
import pytest

from illuminate.engines.anonymise import check
from illuminate.engines.anonymise.places import Where
from illuminate.engines.anonymise.replacing import CannotReplace, Replacement, Written
from illuminate.engines.anonymise.writers import pdf as writer

from .build import line, pdf, register
from .test_pdf import BEHIND, HIDDEN, PLAIN, picture

REGISTER = register()


def copied(data: bytes) -> Written:
    """A copy with every finding on the register replaced by its pseudonym."""
    findings = check(data, "a.pdf", REGISTER).findings
    wanted = [Replacement(one.where, one.text, one.pseudonym or "") for one in findings if one.on_register]
    return writer.write(data, "a.pdf", wanted)


def pages(written: Written) -> list[str]:
    """The words of each page of the copy, which is tagged and clean."""
    left = check(written.data, "a.pdf", REGISTER)
    assert left.clean, left
    with pikepdf.open(io.BytesIO(written.data)) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
    document = pypdfium2.PdfDocument(written.data)
    try:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()).strip() for page in document]
    finally:
        document.close()


def tags(written: Written) -> set[str]:
    with pikepdf.open(io.BytesIO(written.data)) as document:
        kinds = (obj.get("/S") for obj in document.objects if isinstance(obj, pikepdf.Dictionary))
        return {str(kind) for kind in kinds if kind is not None}


def test_a_name_on_a_page() -> None:
    assert pages(copied(pdf(PLAIN, line("with Maggie, late")))) == ["Louise met Neil.", "with Louise, late"]


def test_a_name_broken_over_lines() -> None:
    page = line("told Margaret", 300) + line("Holloway, then rang", 285)
    assert pages(copied(pdf(page))) == ["told Louise, then rang"]


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_the_eye_does_not_see_is_gone_and_said(content: bytes) -> None:
    copy = copied(pdf(line("Louise met Neil.", 350) + content))
    assert pages(copy) == ["Louise met Neil."]
    assert any(said.startswith("Page 1: words that can't be seen") for said in copy.removed)


def test_a_box_over_a_name_in_a_line_leaves_a_mark() -> None:
    page = line("We thank Maggie for it") + b"0 0 0 rg 92 297 43 14 re f\n"
    assert pages(copied(pdf(page))) == ["We thank [removed] for it"]


@pytest.mark.parametrize(("change", "part"), BEHIND, ids=[change.__name__ for change, _ in BEHIND])
def test_nothing_from_behind_the_page_is_carried_over(change: object, part: str) -> None:
    copy = copied(pdf(PLAIN, change=change))
    assert pages(copy) == ["Louise met Neil."]
    assert copy.removed, part
    assert b"holloway" not in copy.data.lower()


def test_a_picture_is_left_out_with_a_mark() -> None:
    copy = copied(pdf(PLAIN + b"q 90 0 0 90 40 100 cm /Im Do Q", change=picture))
    assert pages(copy) == ["Louise met Neil. [picture left out]"]
    assert any(said.startswith("Page 1: a picture") for said in copy.removed)


def test_a_scan_is_a_page_that_says_so() -> None:
    copy = copied(pdf(b"q 400 0 0 400 0 0 cm /Im Do Q", PLAIN, change=picture))
    assert pages(copy) == ["[Page 1 left out: its words can't be read]", "Louise met Neil."]
    assert any(said.startswith("Page 1 is left out") for said in copy.removed)


def test_headings_lists_and_tables_are_seen() -> None:
    title = b"q BT /F1 24 Tf 40 360 Td (What was found) Tj ET Q\n"
    body = line("The panel met often and read a great deal of what was sent.", 330)
    items = b"".join(
        f"q BT /F1 12 Tf 40 {y} Td (\u2022) Tj 20 0 Td (point {y} of the list) Tj ET Q\n".encode("cp1252")
        for y in (300, 284)
    )
    rules = b"".join(b"%d 200 m %d 260 l S\n" % (x, x) for x in (40, 140, 240))
    rules += b"".join(b"40 %d m 240 %d l S\n" % (y, y) for y in (200, 230, 260))
    words = b"".join(
        f"q BT /F1 12 Tf {x} {y} Td ({text}) Tj ET Q\n".encode()
        for x, y, text in ((45, 240, "Name"), (145, 240, "Age"), (45, 210, "Craig"), (145, 210, "42"))
    )
    copy = copied(pdf(title + body + items + rules + words))
    assert pages(copy)[0].endswith("Name Age Neil 42")
    assert {"/H1", "/P", "/L", "/LI", "/Table", "/TR", "/TD"} <= tags(copy)


def test_words_are_never_orders_to_the_typesetter() -> None:
    text = '#panic\\("x"\\) $a$ @b *c* _d_ `e` = f // g'
    assert pages(copied(pdf(line(text)))) == [text.replace("\\", "")]


def test_the_same_file_makes_the_same_bytes() -> None:
    assert copied(pdf(PLAIN)).data == copied(pdf(PLAIN)).data


def test_many_pages_in_bounded_memory() -> None:
    data = pdf(*[line(f"Page {number} tells of it.") for number in range(2000)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    copy = writer.write(data, "a.pdf", [])
    with pikepdf.open(io.BytesIO(copy.data)) as document:
        assert len(document.pages) == 2000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


def test_a_place_that_does_not_say_so_is_refused() -> None:
    for where in (Where("page 1", 1, 0, 5), Where("page 9", 1, 0, 5), Where("page 1", 2, 0, 5)):
        with pytest.raises(CannotReplace):
            writer.write(pdf(PLAIN), "a.pdf", [Replacement(where, "Wrong", "x")])
