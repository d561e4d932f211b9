"""What there is to do about anonymity, for a review's page and for the desk."""

# ruff: noqa: A001, A002 - a round is what everybody calls it

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import blockers, permissions, queries
from illuminate.journey.anonymity.models import Check, Round
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task


def tasks(review: Review, user: User) -> list[Task]:
    """The checks of the stage: every file for those who see to it, their own for those who were asked."""
    found = [
        Task(_asked(check), reverse("anonymity:check", args=[check.pk]))
        for check in waiting_checks(user)
        if check.review_id == review.pk
    ]
    if permissions.may_run(review.pk, user):
        for round, stages in blockers.STAGES.items():
            if review.stage in stages:
                left = blockers.to_pass(review, queries.documents_in(review, round, user), round)
                found += [_file(review, document, round, missing) for document, missing in left.items()]
    return found


def _file(review: Review, document: Document, round: Round, left: list[Blocker]) -> Task:
    url = reverse("anonymity:document", args=[review.slug, round, document.pk])
    text = f"Check the anonymity of the {queries.called(document)}, {round.label.lower()}"
    return task(text, url, done=not left, hint=" ".join(blocker.text for blocker in left))


def _asked(check: Check) -> str:
    return f"Check whether the {queries.called(check.document)} could identify anybody"


def waiting_for(user: User) -> list[Waiting]:
    """The files that a person was asked to check."""
    return [
        Waiting(_asked(check), reverse("anonymity:check", args=[check.pk]),
                check.compartment.title)
        for check in waiting_checks(user)
    ]  # fmt: skip


def waiting_checks(user: User) -> list[Check]:
    """Those whose round is open, of versions that nothing newer has replaced."""
    waiting = [
        check for check in queries.waiting_checks(user)
        if check.review.stage in blockers.STAGES[Round(check.round)]
    ]  # fmt: skip
    old = queries.replaced(waiting) if waiting else set()
    return [check for check in waiting if check.digest not in old]
