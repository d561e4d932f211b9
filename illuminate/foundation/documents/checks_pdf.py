"""A look at a PDF: whole, open, and doing nothing by itself."""

from io import BytesIO
from typing import Any

import pikepdf

from illuminate.foundation.documents.refusals import ACTS, DAMAGED, LOCKED, NotAccepted

TAIL = 2048
RUNS = ("/JavaScript", "/Launch")


def look(data: bytes) -> str:
    """.pdf; refuses what is cut off, needs a password, or runs something when it is opened."""
    if b"%%EOF" not in data[-TAIL:]:
        raise NotAccepted(DAMAGED)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if not len(pdf.pages):
                raise NotAccepted(DAMAGED)
            if _acts(pdf):
                raise NotAccepted(ACTS)
    except pikepdf.PasswordError as error:
        raise NotAccepted(LOCKED) from error
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as error:
        if isinstance(error, NotAccepted):
            raise
        raise NotAccepted(DAMAGED) from error
    return ".pdf"


def _acts(pdf: Any) -> bool:
    """Whether opening the file, or turning to one of its pages, starts a script or a program."""
    root = pdf.Root
    if "/Names" in root and "/JavaScript" in root.Names:
        return True
    opening = [root.get("/OpenAction"), *_actions(root)]
    opening += [action for page in pdf.pages for action in _actions(page.obj)]
    return any(_kind(action) in RUNS for action in opening)


def _actions(holder: Any) -> list[Any]:
    """The actions that hang on events of a catalogue or a page."""
    held = holder.get("/AA")
    return list(dict(held.items()).values()) if isinstance(held, pikepdf.Dictionary) else []


def _kind(action: Any) -> str:
    return str(action.get("/S", "")) if isinstance(action, pikepdf.Dictionary) else ""
