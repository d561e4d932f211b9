"""Meetings as calendar invitations, which Outlook and its like put into the diary."""

from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress, vText


def invitation(
    uid: str, starts: datetime, ends: datetime, title: str, place: str, sequence: int, organiser_email: str,
    attendee_email: str, *, cancelled: bool = False,
) -> bytes:  # fmt: skip
    """An .ics file. The same `uid` with a higher `sequence` moves the meeting in everybody's diary.

    An invitation names the one person it goes to (RFC 5546, 3.2.2), never the others.
    """
    meeting = Event()
    meeting.add("uid", uid)
    meeting.add("sequence", sequence)
    meeting.add("dtstamp", datetime.now(UTC))
    meeting.add("dtstart", starts.astimezone(UTC))
    meeting.add("dtend", ends.astimezone(UTC))
    meeting.add("summary", vText(title))
    meeting.add("location", vText(place))
    meeting.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    meeting.add("class", "PRIVATE")
    meeting.add("organizer", vCalAddress(f"mailto:{organiser_email}"))
    asked = vCalAddress(f"mailto:{attendee_email}")
    asked.params["partstat"] = vText("NEEDS-ACTION")
    asked.params["rsvp"] = vText("FALSE")
    meeting.add("attendee", asked)
    calendar = Calendar()
    calendar.add("prodid", "-//Illuminate//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    calendar.add_component(meeting)
    return bytes(calendar.to_ical())
