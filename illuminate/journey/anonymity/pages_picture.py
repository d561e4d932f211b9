"""A PDF's page as it looks, with the findings boxed where their words stand."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from illuminate.engines.anonymise import FileRefused
from illuminate.engines.anonymise.pictures import Box, Shape, picture_of, shape_of
from illuminate.foundation.access import keys
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.refusals import Unreadable
from illuminate.journey.anonymity import pages, pages_findings, queries
from illuminate.journey.anonymity.board import Board
from illuminate.journey.anonymity.finding import Line
from illuminate.journey.anonymity.models import MachineCheck


@dataclass(frozen=True)
class Boxed:
    """A finding's words, or one line of them, on the picture."""

    box: Box
    line: Line
    url: str

    @property
    def sign_top(self) -> int:
        """Where the letter of its kind stands: over the corner of the box, so that no words are covered."""
        return max(14, self.box.top)


def png(check: MachineCheck, number: int) -> bytes:
    """The picture of a page. A file that has none is a 404."""
    try:
        return picture_of(*_page(check, number))
    except FileRefused:
        raise Http404 from None


def page(laid: Board, number: int) -> dict[str, Any]:
    """The page with its boxes, and the same findings as a list."""
    check = laid.check
    found = {line.number: span for line, span in _spans(laid, f"page {number}")}
    by_span = {span: laid.lines[one] for one, span in found.items()}
    shape = _shape(check, number, list(by_span))
    boxes = [
        Boxed(box, by_span[box.span], pages_findings.url_of(laid, by_span[box.span].number))
        for box in shape.boxes
    ]
    back = reverse("anonymity:findings", args=[check.pk])
    return pages.findings(check) | {
        "title": f"Page {number} as it looks: {queries.called(check.document)}",
        "back_url": f"{back}?page={_sheet(laid, number)}",
        "number": number,
        "shape": shape,
        "boxes": boxes,
        "listed": [
            {"line": laid.lines[one], "url": pages_findings.url_of(laid, one), "is_here": False}
            for one in found
        ],
        "before": number - 1,
        "after": number + 1 if _has(laid, number + 1) else 0,
    }


def _spans(laid: Board, part: str) -> list[tuple[Line, tuple[int, int]]]:
    """The findings of a part that is one paragraph, each with where its words begin and end."""
    found = []
    sections = [section for sheet in laid.sheets for section in sheet.sections if section.part == part]
    for paragraph in (one for section in sections for one in section.paragraphs):
        at = 0
        for piece in paragraph.pieces:
            if piece.number:
                found.append((laid.lines[piece.number], (at, at + len(piece.text))))
            at += len(piece.text)
    return found


def _has(laid: Board, number: int) -> bool:
    return bool(_sheet(laid, number))


def _sheet(laid: Board, number: int) -> int:
    """On which sheet, from 1, the words of a page stand; 0 on none."""
    parts = ({section.part for section in sheet.sections} for sheet in laid.sheets)
    return next((place for place, names in enumerate(parts, 1) if f"page {number}" in names), 0)


def _shape(check: MachineCheck, number: int, spans: list[tuple[int, int]]) -> Shape:
    try:
        return shape_of(*_page(check, number), spans)
    except FileRefused:
        raise Http404 from None


def _page(check: MachineCheck, number: int) -> tuple[bytes, int]:
    if check.document.content_type != pages_findings.PDF:
        raise Http404
    try:
        with keys.holding(check.review_id):
            return documents.contents(check.document), number
    except Unreadable:
        raise Http404 from None
