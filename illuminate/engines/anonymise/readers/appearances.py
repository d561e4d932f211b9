"""Words that a PDF shows only in its notes, stamps and form fields, drawn beside the page's own text."""

from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

from ..places import Reading

_SHOWN = ("form field", "comment")


def read_appearances(data: bytes, pages: list[int], reading: Reading) -> None:
    """Press the notes into a copy of each page, and read the lines that come up and aren't known yet.

    `pages`: the indexes of those that have any.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for number in pages:
            before = _lines(document, number)
            page = document[number]
            result = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            if result == pdfium.FLATTEN_FAIL:
                reading.skip(f"page {number + 1} annotations", "Its notes and fields can't be read.")
                continue
            for line in (_lines(document, number) - before).elements():
                if not _is_known(line, reading):
                    reading.add_words(f"page {number + 1} annotations", line)
    finally:
        document.close()


def _lines(document: pypdfium2.PdfDocument, number: int) -> Counter[str]:
    page = document[number]
    text = page.get_textpage().get_text_range()
    page.close()
    return Counter(line.strip() for line in text.splitlines())


def _is_known(line: str, reading: Reading) -> bool:
    parts = (part for name, part in reading.parts.items() if name.startswith(_SHOWN))
    return any(line in paragraph for part in parts for paragraph in part.paragraphs)
