"""How far the machine's work on a file has come, in words."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from illuminate.foundation.access import keys
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import queries_work
from illuminate.journey.anonymity.models import MachineCheck, MachineWork
from illuminate.journey.reviews.models import Review

NO_LONGER = "Whoever asked for this may no longer see the file. Ask the machine again."
WAITING = {
    MachineWork.Kind.LOOK: "The machine was asked to look at this file, and begins as soon as it is free.",
    MachineWork.Kind.COPY: "The machine was asked to make the copy, and begins as soon as it is free.",
}
NOW = {
    MachineWork.Kind.LOOK: "The machine is reading the file since {since}.",
    MachineWork.Kind.COPY: "The machine is making the copy, and proving that nothing is left in it, since {since}.",
}
DONE = {
    MachineWork.Kind.LOOK: "The machine has looked at the file.",
    MachineWork.Kind.COPY: "The copy is made.",
}


def progress(work: MachineWork) -> dict[str, str]:
    """How far it has come: a word for the page's script, and a sentence for its reader."""
    kind = MachineWork.Kind(work.kind)
    if work.is_done:
        return {"state": "done", "text": DONE[kind]}
    if work.failed:
        return {"state": "failed", "text": work.why_not or NO_LONGER}
    if work.began_at is None:
        return {"state": "waiting", "text": WAITING[kind]}
    return {"state": "now", "text": NOW[kind].format(since=f"{localtime(work.began_at):%H:%M}")}


def of_file(review: Review, document: Document, kind: str, since: MachineCheck | None) -> dict[str, Any]:
    """The work on a file that is not done yet, or came to nothing after the machine's last look."""
    work = queries_work.latest(review, document.digest, kind)
    if work is None or work.is_done or (work.failed and since and since.recorded_at > work.recorded_at):
        return {}
    with keys.holding(review.pk):
        return {"work_url": reverse("anonymity:progress", args=[work.pk]), "work": progress(work)}
