"""A message in keys and values, for its page."""

from illuminate.foundation.design.filters import moment
from illuminate.foundation.mailroom.models import Message


def rows(message: Message) -> list[tuple[str, str]]:
    """What the coordinator needs to put a failed message right; never its text, which may hold a private link."""
    found = [
        ("Subject", message.subject or "Text message"),
        ("Review", message.about),
        ("To", message.recipient),
        ("Address", _address(message)),
        ("State", message.get_status_display()),
        ("Tried", _times(message.attempts)),
        ("Written", moment(message.recorded_at)),
    ]
    if message.sent_at:
        found.append(("Sent", moment(message.sent_at)))
    if message.error:
        found.append(("What went wrong", message.error))
    if message.status == Message.Status.WAITING:
        found.append(("Next try", moment(message.next_try_at)))
    return found


def _address(message: Message) -> str:
    return str(message.to_user.email if message.to_user else message.address) or "None"


def _times(attempts: int) -> str:
    return "Not yet" if not attempts else "Once" if attempts == 1 else f"{attempts} times"
