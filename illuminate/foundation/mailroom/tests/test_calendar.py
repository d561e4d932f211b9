"""Invitations that diaries understand."""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from illuminate.foundation.mailroom import calendar

LONDON = ZoneInfo("Europe/London")


def invited(sequence: int = 0, **more: bool) -> Calendar:
    made = calendar.invitation(
        "meeting-1@illuminate", datetime(2026, 7, 1, 10, tzinfo=LONDON), datetime(2026, 7, 1, 12, tzinfo=LONDON),
        "Panel meeting: Alder", "Town Hall, room 2", sequence, "coordinator@example.org", "member@example.org",
        **more,
    )  # fmt: skip
    return Calendar.from_ical(made)


def test_an_invitation_says_when_where_and_what_it_asks() -> None:
    parsed = invited()
    meeting = parsed.walk("VEVENT")[0]
    assert parsed["METHOD"] == "REQUEST"
    assert meeting["UID"] == "meeting-1@illuminate"
    assert meeting["DTSTART"].dt.isoformat() == "2026-07-01T09:00:00+00:00"
    assert (meeting["SUMMARY"], meeting["LOCATION"]) == ("Panel meeting: Alder", "Town Hall, room 2")
    assert str(meeting["ORGANIZER"]) == "mailto:coordinator@example.org"
    assert str(meeting["ATTENDEE"]) == "mailto:member@example.org"


def test_a_move_keeps_the_meeting_and_counts_up() -> None:
    first, second = (invited(number).walk("VEVENT")[0] for number in (0, 1))
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)


def test_a_meeting_can_be_called_off() -> None:
    parsed = invited(2, cancelled=True)
    assert parsed["METHOD"] == "CANCEL"
    assert parsed.walk("VEVENT")[0]["STATUS"] == "CANCELLED"
