"""How a file is refused, and how a stored one is found wanting."""

from illuminate.foundation.access.refusals import Blocker, Refused


class NotAccepted(Refused, ValueError):
    """A file is not taken. Says why and what to do, in plain words."""

    def __init__(self, sentence: str) -> None:
        super().__init__([Blocker(sentence)])


class Unreadable(Refused):
    """A stored file is missing or damaged. Says so in plain words."""

    def __init__(self, sentence: str) -> None:
        super().__init__([Blocker(f"{sentence} Ask whoever runs the system to restore it from a backup.")])


DAMAGED = "The file is damaged or incomplete. Open it, save it again, then choose the new file."
LOCKED = "The file is protected by a password. Take the password off, save it, then choose the new file."
MACROS = "The file holds macros, which are never stored. Save a copy without them, then choose that copy."
TOO_MUCH = (
    "The file unpacks to far more than it seems to hold. Open it, save it again, then choose the new file."
)
DECLARES = (
    "The file declares things that a document of its kind never needs, and could be harmful. Open it, save it "
    "again, then choose the new file."
)
RUNS = (
    "The file is a web page that runs something when it is opened, which is never stored. Open it in Excel, save it as "
    ".xlsx, then choose the new file."
)
ACTS = "The PDF runs something when it is opened, which is never stored. Print it to a new PDF, then choose that one."
