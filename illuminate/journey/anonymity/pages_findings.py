"""The page of a file's findings: its words with the marks in place, the list beside them, one finding to decide."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse

from illuminate.journey.anonymity import kinds, pages, standing
from illuminate.journey.anonymity.board import Board
from illuminate.journey.anonymity.finding import Line, State
from illuminate.journey.anonymity.forms_findings import DecideForm, ShowForm
from illuminate.journey.anonymity.sheets import Section, Sheet

A_LIST = 60
PDF = "application/pdf"
_PAGE = re.compile(r"page (\d+)")


def findings(
    laid: Board,
    show: ShowForm,
    *,
    sheet: str = "",
    chosen: Line | None = None,
    form: DecideForm | None = None,
) -> dict[str, Any]:
    """One sheet with its marks, and the list beside it: of this sheet, or of all that the filter lets through."""
    shown = show.chosen(laid.order)
    place = laid.sheet_of.get(chosen.number, 1) if chosen else sheet
    pages_of = Paginator(laid.sheets, 1).get_page(place)
    here = laid.sheets[pages_of.number - 1] if laid.sheets else Sheet()
    filtered = bool(show.is_bound and any(show.cleaned_data.values()))
    listed = shown if filtered else [laid.lines[number] for number in here.findings]
    query = _query(show)
    return (
        pages.findings(laid.check)
        | {
            "progress": _progress(laid.lines),
            "decided": sum(not line.is_open for line in laid.lines.values()),
            "total": len(laid.lines),
            "on_register": sum(line.state == State.REGISTER for line in laid.lines.values()),
            "is_old": standing.register_mark(laid.check.review) != laid.check.register_mark,
            "groups": _legend(laid.lines),
            "page": pages_of,
            "sections": [_section(laid, section, query, chosen) for section in here.sections],
            "show": show,
            "filtered": filtered,
            "listed": [_entry(laid, line, query, chosen) for line in listed[:A_LIST]],
            "listed_count": len(listed),
            "unlisted": max(0, len(listed) - A_LIST),
            "form": form,
            "chosen": chosen,
        }
        | _ways(laid, shown, query, chosen)
    )


def url_of(laid: Board, number: int, query: str = "") -> str:
    """The address of a finding on its sheet."""
    return f"{reverse('anonymity:finding', args=[laid.check.pk, number])}{query}#f-{number}"


def after(laid: Board, number: int, show: ShowForm) -> str:
    """Where to go on once a finding is decided: the next that is open, else the whole page."""
    following = laid.next_open(number, show.chosen(laid.order)) or laid.next_open(number, laid.order)
    return (
        url_of(laid, following, _query(show))
        if following
        else reverse("anonymity:findings", args=[laid.check.pk])
    )


def _ways(laid: Board, shown: list[Line], query: str, chosen: Line | None) -> dict[str, str]:
    """The links to the next finding, the one before, and the next that is open."""
    numbers = [line.number for line in shown]
    at = numbers.index(chosen.number) if chosen and chosen.number in numbers else -1
    ways = {
        "next_url": numbers[at + 1] if at + 1 < len(numbers) else 0,
        "previous_url": numbers[at - 1] if at > 0 else 0,
        "open_url": laid.next_open(chosen.number if chosen else 0, shown),
    }
    return {name: url_of(laid, number, query) if number else "" for name, number in ways.items()}


def _query(show: ShowForm) -> str:
    said = {name: value for name, value in show.cleaned_data.items() if value} if show.is_valid() else {}
    return f"?{urlencode(said)}" if said else ""


def _section(laid: Board, section: Section, query: str, chosen: Line | None) -> dict[str, Any]:
    """Its heading, and its paragraphs in pieces, each with its mark; and after which the decision is asked."""
    goes_on = ", continued" if section.goes_on else ""
    return {
        "title": f"{pages.sentence(section.part)}{goes_on}",
        "picture_url": _picture_url(laid, section.part),
        "paragraphs": [
            {
                "pieces": [
                    (
                        piece.text,
                        _entry(laid, laid.lines[piece.number], query, chosen) if piece.number else None,
                    )
                    for piece in paragraph.pieces
                ],
                "is_heading": paragraph.is_heading,
                "is_here": bool(chosen and chosen.number in paragraph.findings),
            }
            for paragraph in section.paragraphs
        ],
    }


def _picture_url(laid: Board, part: str) -> str:
    """Where a PDF's page is shown as it looks; of anything else there is no picture."""
    page = _PAGE.fullmatch(part) if laid.check.document.content_type == PDF else None
    return reverse("anonymity:page", args=[laid.check.pk, int(page[1])]) if page else ""


def _entry(laid: Board, line: Line, query: str, chosen: Line | None) -> dict[str, Any]:
    return {"line": line, "url": url_of(laid, line.number, query), "is_here": line is chosen}


def _legend(lines: Mapping[int, Line]) -> list[tuple[str, str, int]]:
    """The letters in use, what they stand for, and how many of each there are."""
    counts: dict[str, int] = {}
    for line in lines.values():
        counts[line.group.name] = counts.get(line.group.name, 0) + 1
    used = [one for one in (*kinds.groups(), kinds.OTHER, kinds.UNREAD) if one.name in counts]
    return [(one.letter, one.label, counts[one.name]) for one in used]


def _progress(lines: Mapping[int, Line]) -> str:
    decided = sum(not line.is_open for line in lines.values())
    by_itself = sum(line.state == State.REGISTER for line in lines.values())
    told = f"{decided} of {len(lines)} decided."
    if by_itself:
        told += f" {by_itself} of the rest {'is' if by_itself == 1 else 'are'} on the register."
    return told
