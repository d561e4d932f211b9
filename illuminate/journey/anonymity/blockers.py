"""Why a file can't pass its anonymity check yet (anonymisation.md). Everything binds to its bytes."""

# ruff: noqa: A002 - a round is what everybody calls it

from collections.abc import Iterable

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import permissions, queries, standing
from illuminate.journey.anonymity.models import NEEDED, Check, MachineCheck, Round, Settlement, Verdict
from illuminate.journey.anonymity.standing import Standing
from illuminate.journey.people import permissions as people_permissions
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import permissions as reviews
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

STAGES = {
    Round.SUBMISSION: (Stage.DRAFTING, Stage.SIGNED_OFF, Stage.REVISING),
    Round.FINAL: (Stage.APPROVED,),
}


def to_ask(review: Review, document: Document, round: Round, checker: User) -> list[Blocker]:
    """A person who had no hand in the report, who can open the file, once a round for the same bytes."""
    if review.stage not in STAGES[round]:
        when = "while the report is drafted, until it is submitted" if round == Round.SUBMISSION else (
            "once the Home Office has agreed to publication"
        )  # fmt: skip
        return [Blocker(f"This check is made {when}.")]
    if queries.is_writer(review, checker):
        return [Blocker("Whoever chairs the review or writes its report can’t check it. Ask somebody else.")]
    if checker.pk in queries.too_close(review, document):
        return [Blocker("This person uploaded the file or a version of the report. Ask somebody else.")]
    if checker not in access.holders(document.compartment, *permissions.READERS):
        return [
            Blocker("This person is not on the team that can open this file. Add them to the team first.")
        ]
    if Check.objects.filter(review=review, digest=document.digest, round=round, checker=checker).exists():
        return [Blocker("This person has been asked to check this file already.")]
    return []


def to_give_verdict(check: Check, verdict: str, note: str) -> list[Blocker]:
    """Once only, with where it is when something was found, and by nobody who has since joined the writing."""
    if queries.own_verdict(check):
        return [Blocker("Your verdict on this file was given already. It can’t be changed.")]
    if check.checker_id in queries.too_close(check.review, check.document) or queries.is_writer(
        check.review, check.checker
    ):
        return [
            Blocker(
                "You have had a hand in the report since you were asked, so somebody else has to check it."
            )
        ]
    if verdict == Verdict.Answer.NOT_CLEAN and not note.strip():
        return [Blocker("Say where it is, so that it can be put right.")]
    return []


def to_settle(check: MachineCheck, numbers: list[int], outcome: str, reason: str) -> list[Blocker]:
    """Only what the machine's last look found, and a reason for whatever stays."""
    latest = queries.latest_machine_check(check.review, check.digest)
    if latest != check:
        return [Blocker("The machine has looked at this file again since. Open its page anew.")]
    if not numbers or not set(numbers) <= set(range(1, check.finding_count + check.unread_count + 1)):
        return [Blocker("Choose at least one finding from the list.")]
    if outcome == Settlement.Outcome.KEEP and not reason.strip():
        return [Blocker("Say why it identifies nobody.")]
    return []


def to_replace_by(review: Review, word: str) -> list[Blocker]:
    """What takes the place of a name is nobody's name in this case."""
    return [
        Blocker(f"“{name}” is a real name in this case. Choose other words.")
        for name in people.names_in(review, word)
    ]


def to_agree_everywhere(review: Review, word: str, by: User) -> list[Blocker]:
    """What stands for somebody in every file of the review is agreed as a pseudonym is."""
    if not word or reviews.holds(by, review.pk, *people_permissions.NAMERS):
        return []
    return [
        Blocker(
            "Only the coordinator or the independent chair agrees what stands for something in every file. Decide it "
            "in this place, or ask them."
        )
    ]


def to_pass_submission_check(review: Review, documents: Iterable[Document]) -> list[Blocker]:
    """Before submission: the machine's findings looked at, and one person's clean verdict on these bytes."""
    return _together(to_pass(review, documents, Round.SUBMISSION))


def to_pass_final_check(review: Review, documents: Iterable[Document]) -> list[Blocker]:
    """Before publication: the machine, and two people's clean verdicts on exactly these bytes."""
    return _together(to_pass(review, documents, Round.FINAL))


def to_pass(review: Review, documents: Iterable[Document], round: Round) -> dict[Document, list[Blocker]]:
    """What each file still lacks in a round."""
    files = list(documents)
    known = standing.of_files(review, files, round)
    return {file: _to_pass(review, file, known[file.digest], round) for file in files}


def _together(left: dict[Document, list[Blocker]]) -> list[Blocker]:
    return [blocker for blockers in left.values() for blocker in blockers]


def _to_pass(review: Review, document: Document, known: Standing, round: Round) -> list[Blocker]:
    what = queries.called(document)
    url = reverse("anonymity:document", args=[review.slug, round, document.pk])
    return [Blocker(text, url) for text in (*by_machine(known, what), *by_people(known, round, what))]


def by_machine(known: Standing, what: str) -> list[str]:
    """What the machine's check of a file still lacks."""
    check = known.machine
    if check is None:
        return [f"The machine has not checked this version of the {what}."]
    if check.failure:
        return [f"The machine could not check the {what}: {check.failure}"]
    if check.register_mark != known.mark:
        return [f"The register has changed since the machine checked the {what}. Let it look again."]
    left = check.finding_count + check.unread_count - len(known.outcomes)
    to_change = known.outcomes.count(Settlement.Outcome.CHANGE)
    told = []
    if left:
        told.append(f"Look at what the machine found in the {what}: {left} still to be looked at.")
    if to_change:
        told.append(f"Upload a new version of the {what}: {to_change} found in this one to be changed.")
    return told


def by_people(known: Standing, round: Round, what: str) -> list[str]:
    """What the people's checks of these bytes still lack, as far as whoever is acting may know."""
    if known.not_clean:
        return [f"A person who checked the {what} found something. Put it right and upload a new version."]
    needed = NEEDED[round]
    if len(known.clean) >= needed:
        return []
    if known.asked < needed:
        return [f"Ask {_people(needed - known.asked)} who did not write the {what} to check it."]
    return [f"Wait for {_people(needed)} to give {_theirs(needed)} verdict on the {what}."]


def _people(number: int) -> str:
    return "one person" if number == 1 else "two people"


def _theirs(number: int) -> str:
    return "a" if number == 1 else "each their"
