"""The action plan as a Word file, for a partnership that has not made one by hand.

Columns: journey.md, "Action plan".
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT

from illuminate.foundation.design.days import long_day
from illuminate.journey.publication.page import PublicPage

COLUMNS = ("Recommendation", "Scope", "Action", "Lead", "Target date", "Expected change")
FILE_NAME = "action-plan.docx"
THUMBNAIL = "docProps/thumbnail.jpeg"
EPOCH = (1980, 1, 1, 0, 0, 0)


def plan_file(page: PublicPage) -> bytes:
    """The plan as it stands, one row an action. The file names nobody as its author."""
    file = Document()
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    file.add_heading(f"Action plan: {page.title}", level=1)
    file.add_paragraph(f"{page.label}. {page.partnership}.")
    table = file.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = words
    for row in _rows(page):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    properties = file.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "Action plan"
    made = BytesIO()
    file.save(made)
    return _without_times(made)


def _without_times(file: BytesIO) -> bytes:
    """The same plan always gives the same bytes: the moment of saving is left out of them."""
    packed = BytesIO()
    with ZipFile(file) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist()):
            if name != THUMBNAIL:
                after.writestr(ZipInfo(name, EPOCH), _cleaned(name, before.read(name)), ZIP_DEFLATED)
    return packed.getvalue()


def _cleaned(name: str, part: bytes) -> bytes:
    """Without the template's own little picture, which nobody could check."""
    if name != "_rels/.rels":
        return part
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)


def _rows(page: PublicPage) -> list[tuple[str, ...]]:
    return [
        (f"{one.number}. {one.text}", one.scope, f"{one.number}.{action.number} {action.text}", action.owner,
         long_day(action.target_date) if action.target_date else "", one.expected_change)
        for one in page.recommendations
        for action in one.actions
    ]  # fmt: skip
