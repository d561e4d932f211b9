"""What the chronology's pages show, put together from what was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.design.days import is_late, moment
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import (
    blockers,
    checking,
    history,
    permissions,
    queries,
    queries_arrival,
    queries_findings,
    words,
    words_findings,
)
from illuminate.journey.chronology.listing import Wanted
from illuminate.journey.chronology.models import ChronologyFile, Entry, Finding, Mark
from illuminate.journey.chronology.models_findings import FindingKind, MarkKind
from illuminate.journey.chronology.queries import Sender
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.models import Review

REFUSED_SHOWN = 100


@dataclass(frozen=True)
class Sign:
    """A finding or a mark beside an entry: a character, words, where it stands, and where it leads."""

    symbol: str
    text: str
    state: str = ""
    url: str = ""


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
    findings: list[Sign] = field(default_factory=list)
    marks: list[Sign] = field(default_factory=list)


def lines(page: Iterable[Entry], files: Iterable[ChronologyFile] = ()) -> list[Line]:
    """The rows of a list; with `files` each says which of them it comes from."""
    names = queries.file_names(list(files))
    return [_line(entry, names.get(entry.file_id, "")) for entry in page]


def with_signs(
    page: Iterable[Entry], files: Iterable[ChronologyFile], review: Review, user: User
) -> list[Line]:
    """The rows of the combined list, each with its findings and marks in words."""
    entries, files = list(page), list(files)
    found = queries_findings.about(entries, review.pk, user)
    marked = queries_findings.marks_on(entries, review.pk, user)
    agencies = {file.organisation_id: file.organisation.name for file in files}
    told = lines(entries, files)
    return [
        replace(line, findings=[_finding_sign(one, agencies) for one in found[entry.identity]],
                marks=[_mark_sign(one) for one in marked[entry.identity]])
        for line, entry in zip(told, entries, strict=True)
    ]  # fmt: skip


def _finding_sign(one: Finding, agencies: dict[UUID, str]) -> Sign:
    text = words_findings.short(one, agencies)
    url = reverse("chronology:finding", args=[one.pk])
    return Sign(
        words_findings.SYMBOLS[FindingKind(one.kind)],
        text[:1].upper() + text[1:],
        words_findings.state(one)[0],
        url,
    )


def _mark_sign(one: Mark) -> Sign:
    return Sign(words_findings.MARKS[MarkKind(one.kind)], MarkKind(one.kind).label)


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


def combined(review: Review, files: list[ChronologyFile], user: User, wanted: Wanted) -> dict[str, Any]:
    """The list's surroundings: which files are in it, which rows could not be read, who has not sent theirs."""
    names = queries.file_names(files)
    refused = queries.refused(review, user, agency=wanted.agency, words=wanted.words)
    count = refused.count()
    oversees = permissions.oversees(review.pk, user)
    senders = queries.senders(review) if oversees else []
    return frame(review.compartment, "Combined chronology", reverse("desk:review", args=[review.slug])) | {
        "review": review,
        "files": [(file, names[file.pk], words.state(file)) for file in files if file.is_current],
        "replaced": _only_replaced(files),
        "refused": list(refused[:REFUSED_SHOWN]) if count else [],
        "refused_count": count,
        **_outstanding(senders),
        "nil": [sender.name for sender in senders if sender.nil],
        "oversees": oversees,
        "comparison": comparison(review, user) if oversees else None,
    }


def comparison(review: Review, user: User) -> dict[str, Any] | None:
    """How far comparing the entries has come, in words; None when there has been nothing to compare."""
    found = queries_findings.comparison_of(review.pk, user)
    if found is None:
        return None
    number = f"{found.entry_count:,} entries"
    if found.is_done:
        when = moment(localtime(found.finished_at)) if found.finished_at else ""
        return {"state": "done", "text": f"{number} were compared on {when}."}
    if found.failed:
        return {
            "state": "failed",
            "text": "The entries could not be compared. Nothing that was settled is lost.",
        }
    if found.began_at:
        return {
            "state": "now",
            "text": f"{number} are being compared since {localtime(found.began_at):%H:%M}.",
        }
    return {"state": "waiting", "text": "New entries wait to be compared."}


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
    return frame(request.compartment, "Chronology", back) | {
        "asked": request,
        "unread": queries_arrival.unread(request),
        "versions": [(file, names[file.pk], words.state(file)) for file in versions],
        "may_send": may_send,
        "blockers": blockers.to_receive(request) if may_send else [],
        "submit_label": "Upload the chronology",
    }


def file(found: ChronologyFile, page: Page[Entry], user: User) -> dict[str, Any]:
    refused = queries.refused_of(found, user)
    return frame(found.compartment, "Chronology as it was read", _back(found, user)) | {
        "file": found,
        "name": queries.file_names([found])[found.pk],
        "state": words.state(found),
        "counts": words.counts(found),
        "changes": words.changes(found),
        "missing": words.missing(found) if found.is_current else "",
        "decided": words.decided(found),
        "choices": words.choices(found),
        "refused": list(refused[:REFUSED_SHOWN]),
        "page": page,
        "lines": lines(page),
        "other_agency": words.other_agency(found),
        "nobody_named": checking.names_nobody(found, user),
        "meanings": words.meanings(found),
        "may_release": permissions.may_release(found.review_id, user) and not blockers.to_release(found),
        "may_send": permissions.may_send(found.request, user) if _sees_request(found, user) else False,
        "events": history.of(found.pk, found.document_id),
    }


def columns(found: ChronologyFile) -> dict[str, Any]:
    back = reverse("chronology:file", args=[found.pk])
    mapping = queries.mapping_of(found.request)
    return frame(found.compartment, "What the columns mean", back) | {
        "file": found, "seen": mapping.revision if mapping else 0, "cancel_url": back,
        "submit_label": "Save, and read the file again", "blockers": blockers.to_read_again(found, None, 0),
    }  # fmt: skip


def release(found: ChronologyFile, why_not: list[Any]) -> dict[str, Any]:
    back = reverse("chronology:file", args=[found.pk])
    return frame(found.compartment, "Release this chronology to the panel", back) | {
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
    return frame(review.compartment, "Begin the analysis", reverse("desk:review", args=[review.slug])) | {
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


def frame(place: Compartment, title: str, back: str) -> dict[str, Any]:
    """What every page of this room has around it; never a real name."""
    return {"title": title, "caption": f"{place.title}, {place.reference}", "back_url": back}
