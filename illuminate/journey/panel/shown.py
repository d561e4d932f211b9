"""The panel's rows as its pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from illuminate.foundation.design.days import week_day
from illuminate.journey.panel.models import Meeting, Paper, TermsOfReference

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in a list: when in words, its state in words, its papers."""

    meeting: Meeting
    when: str
    state: str
    colour: str
    papers: list[Paper]


def meeting_lines(meetings: Iterable[Meeting]) -> list[MeetingLine]:
    """Every meeting, in order of time."""
    return [
        MeetingLine(meeting, hours(meeting), *_state(meeting), list(meeting.papers.all()))
        for meeting in meetings
    ]


def hours(meeting: Meeting) -> str:
    """Thursday 24 February 2022, 10:00 to 12:30."""
    start, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return f"{week_day(start.date())}, {start:%H:%M} to {end:%H:%M}"


def _state(meeting: Meeting) -> tuple[str, str]:
    if meeting.cancelled_on:
        return "Cancelled", "grey"
    if not meeting.is_past:
        return "Planned", "blue"
    has_minutes = any(paper.kind == Paper.Kinds.MINUTES for paper in meeting.papers.all())
    return ("Minutes filed", "green") if has_minutes else ("Minutes missing", "yellow")


def terms_parts(terms: TermsOfReference, labels: dict[str, str]) -> Pairs:
    """The prose of a version by its labels; what was left blank is left out."""
    return [(label, getattr(terms, name)) for name, label in labels.items() if getattr(terms, name)]
