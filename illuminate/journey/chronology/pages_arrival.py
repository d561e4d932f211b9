"""What the page of a large file on its way shows."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from illuminate.foundation.access.models import User
from illuminate.journey.chronology import history, permissions, queries
from illuminate.journey.chronology.models import Arrival
from illuminate.journey.chronology.pages import frame

NO_LONGER = "Whoever sent this file may no longer send one for this agency. Try again yourself, or ask the coordinator."
NEW = {
    "sent_words": "sent",
    "left_words": "Nothing of this file is in the list. The file itself is kept here.",
    "instead_words": "Send another file instead",
}


def arrival(found: Arrival, user: User) -> dict[str, Any]:
    upload = reverse("chronology:upload", args=[found.request_id])
    title = "Chronology that could not be read" if found.failed else "Chronology on its way"
    return (
        frame(found.compartment, title, upload)
        | {
            "arrival": found,
            "name": str(found.document.name),
            "progress": progress(found),
            "may_send": permissions.may_send(found.request, user),
            "instead_url": upload,
            "events": history.of(found.pk, found.document_id),
        }
        | (_correction(found) if found.is_correction else NEW)
    )


def _correction(found: Arrival) -> dict[str, str]:
    """Of a file that is here already: it stays as it was read before, until its columns are put right."""
    current = queries.current_of(found.request)
    upload = reverse("chronology:upload", args=[found.request_id])
    return {
        "sent_words": "to be read again with its columns put right, asked for",
        "left_words": "What was read of it before is still in the list, and its columns mean what they did.",
        "instead_words": "Put the columns right again",
        "instead_url": reverse("chronology:columns", args=[current.pk]) if current else upload,
    }


def progress(found: Arrival) -> dict[str, str]:
    """How far reading has come: a word for the page's script, and a sentence for its reader."""
    if found.file_id:
        return {"state": "done", "text": "The file was read, and its entries are in the combined chronology."}
    if found.failed:
        return {"state": "failed", "text": found.why_not or NO_LONGER}
    if found.began_at is None:
        return {"state": "waiting", "text": "The file is stored. Its rows wait to be read."}
    if found.rows is None:
        since = f"{localtime(found.began_at):%H:%M}"
        return {"state": "now", "text": f"The file is stored. Its rows are being read since {since}."}
    return {"state": "now", "text": f"{found.rows:,} rows were read, and are being put into the list."}
