"""What the chronology's pages show, put together from what was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.design.days import is_late
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import blockers, history, permissions, queries, words
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.chronology.queries import Sender
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.models import Review

REFUSED_SHOWN = 100


@dataclass(frozen=True)
class Line:
    """One entry as a row of a list. `meaning` is what its words were taken for, where they name no one day."""

    when: str
    meaning: str
    agency: str
    event: str
    response: str
    source: str
    url: str


def lines(page: Iterable[Entry], files: Iterable[ChronologyFile] = ()) -> list[Line]:
    """The rows of a list; with `files` each says which of them it comes from."""
    names = queries.file_names(list(files))
    return [_line(entry, names.get(entry.file_id, "")) for entry in page]


def _line(entry: Entry, name: str) -> Line:
    return Line(
        when=words.day_words(entry),
        meaning=words.understood(entry) if words.is_own_words(entry) else "",
        agency=entry.file.organisation.name,
        event=entry.event,
        response=entry.response,
        source=f"{name}, {entry.place}" if name else entry.place,
        url=reverse("chronology:entry", args=[entry.pk]),
    )


def combined(review: Review, files: list[ChronologyFile], user: User, said: dict[str, str]) -> dict[str, Any]:
    """The list's surroundings: which files are in it, which rows could not be read, who has not sent theirs."""
    names = queries.file_names(files)
    refused = queries.refused(review, user, agency=said.get("agency", ""), words=said.get("words", ""))
    count = refused.count()
    oversees = permissions.oversees(review.pk, user)
    senders = queries.senders(review) if oversees else []
    return _frame(review.compartment, "Combined chronology", reverse("desk:review", args=[review.slug])) | {
        "review": review,
        "files": [(file, names[file.pk], words.state(file)) for file in files if file.is_current],
        "replaced": _only_replaced(files),
        "refused": list(refused[:REFUSED_SHOWN]) if count else [],
        "refused_count": count,
        **_outstanding(senders),
        "nil": [sender.name for sender in senders if sender.nil],
        "oversees": oversees,
    }


def _outstanding(senders: list[Sender]) -> dict[str, Any]:
    """Who has not sent a chronology, with how many of them are late."""
    out = [sender for sender in senders if sender.is_outstanding]
    late = sum(1 for sender in out if is_late(sender.due_on, localdate()))
    told = f"{len(out)} of {len(senders)} agencies have not sent theirs yet" if len(out) != 1 else (
        f"1 of {len(senders)} agencies has not sent its chronology yet"
    )  # fmt: skip
    return {"outstanding": out, "outstanding_words": f"{told}, {late} overdue" if late else told}


def _only_replaced(files: list[ChronologyFile]) -> list[str]:
    """Agencies whose released version was replaced by one that the reader can't see yet."""
    current = {file.request_id for file in files if file.is_current}
    return list(dict.fromkeys(file.organisation.name for file in files if file.request_id not in current))


def upload(request: InformationRequest, user: User) -> dict[str, Any]:
    back = reverse("agencies:request", args=[request.pk])
    versions = queries.versions_of(request, user)
    names = queries.file_names(versions)
    may_send = permissions.may_send(request, user)
    return _frame(request.compartment, "Chronology", back) | {
        "asked": request,
        "versions": [(file, names[file.pk], words.state(file)) for file in versions],
        "may_send": may_send,
        "blockers": blockers.to_receive(request) if may_send else [],
        "submit_label": "Upload the chronology",
    }


def file(found: ChronologyFile, page: Page[Entry], user: User) -> dict[str, Any]:
    refused = queries.refused_of(found, user)
    return _frame(found.compartment, "Chronology as it was read", _back(found, user)) | {
        "file": found,
        "name": queries.file_names([found])[found.pk],
        "state": words.state(found),
        "counts": words.counts(found),
        "decided": words.decided(found),
        "choices": words.choices(found),
        "refused": list(refused[:REFUSED_SHOWN]),
        "page": page,
        "lines": lines(page),
        "other_agency": words.other_agency(found),
        "may_release": permissions.may_release(found.review_id, user) and not blockers.to_release(found),
        "may_send": permissions.may_send(found.request, user) if _sees_request(found, user) else False,
        "events": history.of(found.pk, found.document_id),
    }


def entry(found: Entry, user: User) -> dict[str, Any]:
    back = reverse("chronology:file", args=[found.file_id])
    name = queries.file_names([found.file])[found.file_id]
    return _frame(found.compartment, "One entry and its source", back) | {
        "entry": found,
        "source": [
            ("Agency", found.file.organisation.name),
            ("File", name),
            ("Place in the file", found.place),
            ("Date, as written", found.original_date),
            ("Time, as written", found.original_time),
        ],
        "meaning": [
            ("Date, as understood", words.understood(found)),
            ("How exact", found.get_precision_display()),
        ],
        "row": _row(found),
        "is_current": found.file.is_current,
        "events": history.of(found.pk, found.file_id),
    }


def _row(entry: Entry) -> list[tuple[str, str]]:
    """The rest of the source row; what it doesn't hold is left out."""
    cells = [
        ("What happened", entry.event),
        ("Response", entry.response),
        ("Comment", entry.comment),
        ("People named", entry.subjects),
        ("Kind of contact", entry.contact),
        ("Source record", entry.origin),
        ("Practitioner", entry.practitioner),
        *entry.columns().items(),
    ]
    return [(heading, text) for heading, text in cells if text]


def release(found: ChronologyFile, why_not: list[Any]) -> dict[str, Any]:
    back = reverse("chronology:file", args=[found.pk])
    return _frame(found.compartment, "Release this chronology to the panel", back) | {
        "consequences": [
            f"the panel can read the file of {found.organisation.name} and all its {found.entry_count:,} entries, "
            "with the real names in them",
            "the entries appear in the panel’s combined chronology",
            "it stays released; a newer version has to be released anew",
        ],
        "blockers": why_not,
        "submit_label": "Release to the panel",
        "cancel_url": back,
    }


def begin_analysis(review: Review, senders: list[Sender]) -> dict[str, Any]:
    out = [sender.name for sender in senders if sender.is_outstanding]
    consequences = ["the review moves on to the analysis, and the coordinator is told"]
    if out:
        consequences.append(f"what these send later is still taken in: {listed(out)}")
    return _frame(review.compartment, "Begin the analysis", reverse("desk:review", args=[review.slug])) | {
        "consequences": consequences,
        "submit_label": "Begin the analysis",
    }


def listed(names: list[str]) -> str:
    return ", ".join(names)


def _back(found: ChronologyFile, user: User) -> str:
    """The combined list for who sees the review, the request's page for the agency itself."""
    review = reviews.visible_to(user).filter(pk=found.review_id).first()
    if review:
        return reverse("chronology:combined", args=[review.slug])
    return reverse("chronology:upload", args=[found.request_id])


def _sees_request(found: ChronologyFile, user: User) -> bool:
    return queries.visible_to(user, InformationRequest.objects.filter(pk=found.request_id)).exists()


def _frame(place: Compartment, title: str, back: str) -> dict[str, Any]:
    """What every page of this room has around it; never a real name."""
    return {"title": title, "caption": f"{place.title}, {place.reference}", "back_url": back}
