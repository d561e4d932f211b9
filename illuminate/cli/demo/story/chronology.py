"""The example case from the agencies' chronologies to the beginning of the analysis, through real actions.

The hospital sends a Word table, housing an Excel sheet; each has a row without a date.
"""

from datetime import date
from io import BytesIO
from typing import Protocol

from docx import Document as Word
from openpyxl import Workbook

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story import everything
from illuminate.cli.demo.story.agencies import asked
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import actions, comparing
from illuminate.journey.chronology.models import ChronologyFile
from illuminate.journey.reviews.models import Review

Rows = list[tuple[object, ...]]
HEADINGS = ("Date", "Time", "Who", "Event", "Response")
HOSPITAL: Rows = [
    ("11/06/2014", "10:30", "MH", "Seen with a bruise to the arm.", "Asked whether she was safe at home."),
    ("early 2018", "", "MH", "Weight clinic; said she was tired.", "Routine."),
    ("?22 may 2016", "am", "MH; IM", "Did not attend.", "Letter sent."),
    ("n/k", "", "MH", "Note left at reception about post.", "None shown."),
]
HOUSING: Rows = [
    (date(2014, 6, 11), "09:15", "Tenant", "Neighbour reported shouting.", "Diary sheets sent."),
    (date(2018, 4, 3), "", "Tenant", "Asked for the locks to be changed.", "Changed the same day."),
    ("", "", "Tenant", "Says that her ex follows her.", "No action shown."),
]


class _Saved(Protocol):
    """A Word or an Excel file."""

    def save(self, to: BytesIO, /) -> None: ...


def word(rows: Rows, name: str = "hospital.docx", headings: tuple[str, ...] = HEADINGS) -> Upload:
    """A Word file with one table."""
    file = Word()
    table = file.add_table(rows=0, cols=len(headings))
    for row in [headings, *rows]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(text)
    return Upload(name, _bytes(file))


def sheet(rows: Rows, name: str = "housing.xlsx", headings: tuple[str, ...] = HEADINGS) -> Upload:
    """An Excel file with one sheet."""
    book = Workbook(write_only=True)
    contacts = book.create_sheet("Contacts")
    for row in [headings, *rows]:
        contacts.append(list(row))
    return Upload(name, _bytes(book))


def separated(rows: Rows, name: str = "export.csv", headings: tuple[str, ...] = HEADINGS) -> Upload:
    """A CSV file."""
    lines = [",".join(f'"{cell}"' for cell in row) for row in [headings, *rows]]
    return Upload(name, "\n".join(lines).encode())


def _bytes(file: _Saved) -> bytes:
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def request_to(cast: Cast, review: Review, organisation: Organisation) -> InformationRequest:
    """What an agency was asked, as the coordinator sees it."""
    with acting_as(cast.coordinator.pk):
        rows = InformationRequest.objects.select_related("organisation", "compartment")
        return rows.get(review=review, organisation=organisation)


def file_of(cast: Cast, review: Review, organisation: Organisation) -> ChronologyFile:
    """An agency's current chronology, as the chair sees it."""
    with acting_as(cast.independent_chair.pk):
        rows = ChronologyFile.objects.select_related("document", "compartment", "organisation")
        return rows.get(review=review, organisation=organisation, replaced_at=None)


def received(cast: Cast) -> Review:
    """The hospital and housing have sent their chronologies."""
    review = asked(cast)
    do(actions.receive, request=request_to(cast, review, cast.hospital), upload=word(HOSPITAL),
       happened_on=date(2022, 2, 14), by=cast.hospital_author)  # fmt: skip
    do(actions.receive, request=request_to(cast, review, cast.housing), upload=sheet(HOUSING),
       happened_on=date(2022, 2, 21), by=cast.housing_author)  # fmt: skip
    return review


def compared(cast: Cast, review: Review) -> Review:
    """What has come in has been compared, as the worker would do it."""
    comparing.run(review.pk, eyes=cast.independent_chair.pk)
    return review


def released(cast: Cast) -> Review:
    """The chair has opened the hospital's chronology to the panel; housing's is still sealed."""
    review = received(cast)
    do(actions.release, file=file_of(cast, review, cast.hospital), happened_on=date(2022, 3, 1),
       by=cast.independent_chair)  # fmt: skip
    return review


def analysing(cast: Cast) -> Review:
    """The chair has begun the analysis with what has come in."""
    review = released(cast)
    if cast.every_file:
        everything.told(cast, review)
    do(actions.begin_analysis, review=review, happened_on=date(2022, 3, 7), by=cast.independent_chair)
    return reloaded(cast, review)
