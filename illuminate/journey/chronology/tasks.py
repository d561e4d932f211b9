"""What there is to do about chronologies, for a review's page and for the desk."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.chronology import blockers, permissions, queries, queries_arrival, queries_findings
from illuminate.journey.chronology.models import ChronologyFile
from illuminate.journey.chronology.models_findings import State
from illuminate.journey.chronology.pages import listed
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

STAGES = (Stage.GATHERING, Stage.ANALYSING)


def tasks(review: Review, user: User) -> list[Task]:
    """While evidence is gathered and worked on."""
    if review.stage not in STAGES:
        return []
    combined = reverse("chronology:combined", args=[review.slug])
    if not permissions.oversees(review.pk, user):
        return [Task("Read the combined chronology", combined)]
    found = [_read(review, combined), *_release(review, user, combined), *_settle(review, user)]
    if review.stage == Stage.GATHERING and permissions.may_release(review.pk, user):
        begin = reverse("chronology:begin_analysis", args=[review.slug])
        found.append(
            task("Begin the analysis", begin, done=False, blockers=blockers.to_begin_analysis(review),
                 hint="Nobody waits for every agency: chronologies that come later are still taken in.")
        )  # fmt: skip
    return found


def _read(review: Review, url: str) -> Task:
    senders = queries.senders(review)
    out = [sender.name for sender in senders if sender.is_outstanding]
    sent = sum(1 for sender in senders if sender.file)
    hint = f"{sent} of {len(senders)} are in." + (f" Not in yet: {listed(out)}." if out else "")
    return Task("Read the combined chronology", url, hint=hint if senders else "")


def _release(review: Review, user: User, url: str) -> list[Task]:
    """What the chair has not opened to the panel yet."""
    if not permissions.may_release(review.pk, user):
        return []
    current = ChronologyFile.objects.filter(review=review, replaced_at=None)
    sealed = sum(1 for file in current if not file.is_released)
    if not sealed:
        return []
    one = "1 is" if sealed == 1 else f"{sealed} are"
    return [task("Release chronologies to the panel", url, done=False, hint=f"{one} open to you only.")]


def _settle(review: Review, user: User) -> list[Task]:
    """The questions that the entries raise and nobody has settled."""
    if not permissions.may_settle(review.pk, user):
        return []
    number = queries_findings.findings(review.pk, user).exclude(state=State.SETTLED).count()
    if not number:
        return []
    page = reverse("chronology:findings", args=[review.slug])
    return [task("Settle what the entries raise", page, done=False, hint=f"{number} open.")]


def waiting_for(user: User) -> list[Waiting]:
    """Who sent a large file that could not be read; the chair: a chronology to read and release.

    What an agency has to send, the agencies' room says.
    """
    return [*_unread(user), *_unreleased(user)]


def _unread(user: User) -> list[Waiting]:
    return [
        Waiting("See why the chronology that you sent could not be read, and what to do",
                reverse("chronology:arrival", args=[one.pk]), one.compartment.title)
        for one in queries_arrival.failed_of(user)
    ]  # fmt: skip


def _unreleased(user: User) -> list[Waiting]:
    led = access.reviews_of(user, Role.INDEPENDENT_CHAIR)
    files = ChronologyFile.objects.filter(review__in=led, replaced_at=None, released_on=None).select_related(
        "compartment", "organisation"
    )
    return [
        Waiting(f"Read the chronology of {file.organisation.name}, and release it to the panel",
                reverse("chronology:file", args=[file.pk]), file.compartment.title)
        for file in files
    ]  # fmt: skip
