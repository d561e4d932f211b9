"""What the anonymity pages show, in words."""

# ruff: noqa: A001, A002 - a round is what everybody calls it

from typing import Any

from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import blockers, pages_work, permissions, queries, queries_work, standing
from illuminate.journey.anonymity.models import (
    NEEDED,
    Check,
    Copy,
    MachineCheck,
    MachineWork,
    Round,
    Verdict,
)
from illuminate.journey.reviews.models import Review


def frame(review: Review, title: str, back: str = "") -> dict[str, Any]:
    """What every page of this room has around it; never a real name."""
    return {
        "title": title,
        "caption": f"{review.title}, {review.reference}",
        "back_url": back or reverse("anonymity:checks", args=[review.slug]),
        "review": review,
    }


def checks(review: Review, user: User) -> dict[str, Any]:
    """Both rounds with their files and where each stands."""
    runs = permissions.may_run(review.pk, user)
    rounds = [(Round(round), _files(review, round, user, runs)) for round in Round.values]
    return frame(review, "Anonymity", reverse("desk:review", args=[review.slug])) | {
        "rounds": [(round.label, _explained(round), files) for round, files in rounds],
        "again": again_words(sum(file["again"] for _, files in rounds for file in files)),
        "own": [check for check in queries.waiting_checks(user) if check.review_id == review.pk],
    }


def _explained(round: Round) -> str:
    if round == Round.SUBMISSION:
        return (
            "The machine and one person who did not write the report check each file before the Home Office reads "
            "it."
        )
    return (
        "The machine and two people who did not write the report check the exact bytes that will be published. "
        "Neither person sees the other’s verdict before giving their own."
    )


def _files(review: Review, round: str, user: User, runs: bool) -> list[dict[str, Any]]:
    documents = queries.documents_in(review, round, user)
    digests = [document.digest for document in documents]
    machine = queries.latest_machine_checks(review, digests, user)
    asked = queries.checks_of(review, round, digests, user)
    again = queries_work.looked_at_again(review, digests) if runs else set()
    with keys.holding(review.pk):
        return [
            {
                "what": sentence(queries.called(document)),
                "name": str(document.name),
                "url": reverse("anonymity:document", args=[review.slug, round, document.pk]) if runs else "",
                "machine": machine_words(machine.get(document.digest)) if runs else "",
                "again": document.digest in again,
                "people": people_words(
                    [check for check in asked if check.digest == document.digest],
                    queries.verdicts(review, document.digest, round, user=user), Round(round),
                ),
            }
            for document in documents
        ]  # fmt: skip


def again_words(number: int) -> str:
    """How many files wait for another look."""
    if not number:
        return ""
    return f"{'1 file is' if number == 1 else f'{number} files are'} being looked at again."


def machine_words(check: MachineCheck | None) -> str:
    """Where the machine's check stands."""
    if check is None:
        return "The machine has not checked it yet."
    if check.failure:
        return f"Not clean. {check.failure}"
    if check.is_clean:
        return "The machine found nothing."
    found = f"{_things(check.finding_count)} that may identify somebody" if check.finding_count else "nothing"
    unread = f", and could not read {_parts(check.unread_count)}" if check.unread_count else ""
    new = (
        f" {check.new_count} of this {'is' if check.new_count == 1 else 'are'} new since its look before."
        if check.new_count
        else ""
    )
    return f"The machine found {found}{unread}.{new}"


def _things(number: int) -> str:
    return "1 thing" if number == 1 else f"{number} things"


def _parts(number: int) -> str:
    return "1 part" if number == 1 else f"{number} parts"


def copy_words(copy: Copy) -> str:
    """What the machine's last look at a copy still said."""
    if not (copy.found or copy.unread):
        return "In the copy the machine found nothing more."
    found = f"{_things(copy.found)} that stay as decided" if copy.found else "nothing"
    unread = f", and could not read {_parts(copy.unread)}" if copy.unread else ""
    return f"In the copy the machine still found {found}{unread}."


def people_words(asked: list[Check], given: list[Verdict], round: Round) -> str:
    """Where the people's checks stand. As long as verdicts are hidden, their number is too."""
    needed = NEEDED[round]
    if not asked:
        return (
            "Nobody has been asked to check it."
            if needed == 1
            else "Nobody has been asked; it needs two people."
        )
    names = " and ".join(str(check.checker.name) for check in asked)
    if len(given) < needed:
        shown = (
            "The verdict is shown when it is given."
            if needed == 1
            else "Verdicts are shown when both are given."
        )
        return f"Asked: {names}. {shown}"
    return " ".join(verdict_words(verdict) for verdict in given)


def verdict_words(verdict: Verdict) -> str:
    said = "found something" if verdict.verdict == Verdict.Answer.NOT_CLEAN else "found nothing"
    return f"{verdict.given_by.name} {said}."


def document(review: Review, found: Document, round: Round, user: User) -> dict[str, Any]:
    """One file in one round: the machine, the people, and what still blocks."""
    what = queries.called(found)
    known = standing.of_files(review, [found], round)[found.digest]
    with keys.holding(review.pk):
        name = str(found.name)
        given = queries.verdicts(review, found.digest, round, user=user)
    asked = queries.checks_of(review, round, [found.digest], user)
    return (
        frame(review, f"Anonymity: {what}")
        | {
            "document": found,
            "name": name,
            "round": round,
            "machine": known.machine,
            "machine_words": machine_words(known.machine),
            "machine_blockers": blockers.by_machine(known, what),
            "people_blockers": blockers.by_people(known, round, what),
            "people": people_words(asked, [], round) if not given else "",
            "may_ask": permissions.may_ask(review.pk, user) and review.stage in blockers.STAGES[round],
        }
        | pages_work.of_file(review, found, MachineWork.Kind.LOOK, known.machine)
    )


def findings(check: MachineCheck) -> dict[str, Any]:
    """What every page about a look at a file has around it."""
    back = reverse("anonymity:document", args=[check.review.slug, check.round, check.document_id])
    return frame(check.review, f"What the machine found: {queries.called(check.document)}", back) | {
        "check": check,
        "words": machine_words(check),
    }


def ask(review: Review, found: Document, round: Round, people: list[User]) -> dict[str, Any]:
    back = reverse("anonymity:document", args=[review.slug, round, found.pk])
    return frame(review, f"Ask somebody to check the {queries.called(found)}", back) | {
        "nobody": not people,
        "submit_label": "Ask them",
        "cancel_url": back,
    }


def check(found: Check, user: User) -> dict[str, Any]:
    """A checker's own page: the file, what the machine said, and their verdict once it is given."""
    given = queries.own_verdict(found)
    sees_findings = permissions.may_run(found.review_id, user)
    with keys.holding(found.review_id):
        others = queries.verdicts(found.review, found.digest, found.round, user=user) if given else []
        told = [verdict_words(one) for one in others if one.given_by_id != user.pk]
        return frame(found.review, f"Check the {queries.called(found.document)}", reverse("desk:desk")) | {
            "check": found,
            "name": str(found.document.name),
            "given": given,
            "note": given.note if given else "",
            "others": told,
            "machine": counted(found.machine),
            "findings": queries.latest_machine_check(found.review, found.digest) if sees_findings else None,
            "submit_label": "Give my verdict",
        }


def counted(machine: dict[str, Any]) -> str:
    """What the machine had found when the person was asked, as numbers only."""
    if not machine:
        return "The machine had not checked the file when you were asked."
    if not (machine["found"] or machine["unread"]):
        return "The machine found nothing, and could read every part."
    unread = (
        f", and could not read {_parts(machine['unread'])}: look at pictures yourself"
        if machine["unread"]
        else ""
    )
    kept = f" Of these, {machine['kept']} were looked at and stay as they are." if machine["kept"] else ""
    return f"When you were asked, the machine had found {_things(machine['found'])} to look at{unread}.{kept}"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
