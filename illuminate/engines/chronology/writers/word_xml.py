"""Paragraphs and tables of a Word document as text, quick enough for thousands of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from illuminate.engines.chronology.writers.escapes import printable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BREAKS = re.compile(r"([\n\t])")
_FITS_A_PAGE = 1_000  # letters in a cell, above which a row may go on over the page
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def run(text: str) -> str:
    """Words with their line breaks and tabs."""
    if not text:
        return ""
    told = printable(text)
    if "\n" not in told and "\t" not in told:
        return f'<w:r><w:t xml:space="preserve">{escape(told)}</w:t></w:r>'
    inside = (
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _BREAKS.split(told)
        if piece
    )
    return f"<w:r>{''.join(inside)}</w:r>"


def paragraph(text: str, style: str = "Normal", tint: str = "") -> str:
    """A paragraph; with a tint a swatch of that colour stands before it."""
    swatch = ""
    if tint:
        swatch = (
            f'<w:r><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:rPr>'
            '<w:t xml:space="preserve">      </w:t></w:r><w:r><w:t xml:space="preserve">  </w:t></w:r>'
        )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{swatch}{run(text)}</w:p>'


def table(
    headings: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[tuple[Sequence[str], str]],
    *,
    title: str,
    tinted: Sequence[str] = (),
) -> Iterator[str]:
    """A table whose headings stand on every page. Each row is its cells and the tint of its ``tinted`` ones."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )
    yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for heading, width in zip(headings, widths, strict=True):
        yield _cell(heading, width, "CellHeading", "0B0C0C")
    yield "</w:tr>"
    marked = [heading in tinted for heading in headings]
    for cells, tint in rows:
        inside = (
            _cell(text, width, "Cell", tint if is_tinted else "")
            for text, width, is_tinted in zip(cells, widths, marked, strict=True)
        )
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, cells)) < _FITS_A_PAGE else ""
        yield f"<w:tr>{whole}{''.join(inside)}</w:tr>"
    yield "</w:tbl>"


def _cell(text: str, width: int, style: str, tint: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>' if tint else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{paragraph(text, style)}</w:tc>'
