"""Why a step of intake can't be taken yet, in words that say what to do. Pure functions."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.design.answers import Answer
from illuminate.journey.intake import legal_test
from illuminate.journey.intake.choices import Outcome, PersonKind
from illuminate.journey.intake.details import DecisionPaper, NotificationDetails, SubjectAnswer
from illuminate.journey.intake.models import Notification
from illuminate.journey.intake.queries import Asked, nobody_knew
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import CARDS, ENDED, Stage
from illuminate.journey.reviews.models import Review

FAMILY_STAGES = frozenset(Stage) - ENDED - {Stage.NOTIFIED, Stage.DECIDING} | {Stage.NO_REVIEW}


def to_notify(details: NotificationDetails, told: Sequence[User], today: date) -> list[Blocker]:
    """A notification names who died, gives days that can be true, and reaches somebody at once."""
    found = []
    if not told:
        found.append(Blocker("Nobody at this partnership can be told here. Telephone its chair instead."))
    if not details.of_kind(PersonKind.VICTIM):
        found.append(Blocker("Add the person who died, with what you know."))
    if details.told_on > today:
        found.append(Blocker("The date on which you tell the partnership can't be in the future."))
    return [*found, *_wrong_days(details, today)]


def _wrong_days(details: NotificationDetails, today: date) -> list[Blocker]:
    first, last = details.died_from, details.died_until or details.died_from
    found = []
    if last and last > today:
        found.append(Blocker("The date of death can't be in the future."))
    if first and last and first > last:
        found.append(Blocker("The earliest date of death must be before the latest."))
    if first and first > details.told_on:
        found.append(Blocker("The partnership can't have been told before the death."))
    born = [(person.kind, person.born) for person in details.people if person.born]
    if any(day > today for _, day in born):
        found.append(Blocker("A date of birth can't be in the future."))
    if last and any(day > last for kind, day in born if kind == PersonKind.VICTIM):
        found.append(Blocker("The person who died can't have been born after the date of death."))
    if any(person.charged_on and person.charged_on > today for person in details.people):
        found.append(Blocker("The date of the charge can't be in the future."))
    return found


def to_open_scoping(review: Review, notification: Notification | None) -> list[Blocker]:
    """Scoping begins once, from a notification."""
    if review.stage != Stage.NOTIFIED:
        return [Blocker(f"Scoping has been opened already: the review is at “{_stage(review)}”.")]
    return [] if notification else [Blocker("There is no notification to begin from.")]


def to_ask_agency(
    review: Review, organisation: Organisation, asked: Sequence[Asked], day: date, today: date
) -> list[Blocker]:
    """Each agency is asked once; whoever does not answer is reminded."""
    found = _not_scoping(review)
    if any(one.request.organisation_id == organisation.pk for one in asked):
        url = reverse("intake:scoping", args=[review.slug])
        found.append(Blocker(f"{organisation.name} has been asked already. Remind them instead.", url))
    if day > today or day < review.notified_on:
        found.append(Blocker("The agency is asked today or earlier, and not before the notification."))
    return found


def to_remind(answered: bool) -> list[Blocker]:
    return [Blocker("This agency has answered already.")] if answered else []


def to_record_return(
    review: Review, subjects: Sequence[SubjectAnswer], latest: int, version: int, day: date, today: date
) -> list[Blocker]:
    """An answer says of each subject whether they were known, and follows the answer that the writer saw."""
    found = _not_scoping(review)
    if version != latest + 1:
        found.append(
            Blocker("Somebody else has just recorded an answer for this agency. Open the page again.")
        )
    if not subjects or any(answer.known not in Answer.values for answer in subjects):
        found.append(Blocker("Say of each person whether the agency knew them: yes, no or not known."))
    if day > today:
        found.append(Blocker("The date of the answer can't be in the future."))
    return found


def _not_scoping(review: Review) -> list[Blocker]:
    if review.stage == Stage.NOTIFIED:
        return [Blocker("Open scoping first.", reverse("intake:scoping", args=[review.slug]))]
    if Stage(review.stage) in ENDED:
        return [Blocker(f"The review has ended: it is at “{_stage(review)}”.")]
    return []


def to_decide(
    review: Review, paper: DecisionPaper | None = None, asked: Sequence[Asked] = (), names: Sequence[str] = ()
) -> list[Blocker]:
    """Without a paper: whether the chair can begin. With one: what it still lacks (journey.md, "Decision record")."""
    if review.stage == Stage.NOTIFIED:
        return [Blocker("Scoping has not been opened yet.", reverse("intake:scoping", args=[review.slug]))]
    if review.stage != Stage.DECIDING:
        return [Blocker(f"The decision has been made already: the review is at “{_stage(review)}”.")]
    if paper is None:
        return []
    return [*_limbs(review, paper), *_record(paper), *_before_a_no(paper, asked), *_scoping(review, paper, asked),
            *_named(names)]  # fmt: skip


def _limbs(review: Review, paper: DecisionPaper) -> list[Blocker]:
    given = {limb.limb: limb for limb in paper.limbs}
    found = []
    for limb in legal_test.load(review.edition).limbs:
        answer = given.get(limb.code)
        if answer is None or answer.met not in Answer.values:
            found.append(Blocker(f"Answer “{limb.question}”: yes, no or not known."))
        elif answer.met != Answer.UNKNOWN and not answer.evidence.strip():
            found.append(Blocker(f"Give the evidence for your answer to “{limb.question}”."))
    return found


def _record(paper: DecisionPaper) -> list[Blocker]:
    needed = [
        (paper.facts, "Write the short facts for the Home Office, without names."),
        (paper.consulted, "Say who was consulted and what they said. If nobody was, say why."),
        (paper.reasons, "Give the reasons for the decision."),
    ]
    if paper.outcome not in Outcome.values:
        needed.append(("", "Decide: hold a review, or do not hold one."))
    if paper.outcome == Outcome.NOT_HOLD:
        needed.append((paper.alternatives, "Say which alternatives to a review were considered."))
    return [Blocker(text) for said, text in needed if not said.strip()]


def _before_a_no(paper: DecisionPaper, asked: Sequence[Asked]) -> list[Blocker]:
    """ "Neither was known to any agency" may be a reason for no, after asking why, and what others knew."""
    if paper.outcome != Outcome.NOT_HOLD or not nobody_knew(asked):
        return []
    needed = [
        (
            paper.why_nobody_knew,
            "No agency knew them. Before deciding on no review, say why nobody knew them.",
        ),
        (paper.what_family_knew, "Say what family and friends knew. If nobody has asked them, ask first."),
    ]
    return [Blocker(text) for said, text in needed if not said.strip()]


def _scoping(review: Review, paper: DecisionPaper, asked: Sequence[Asked]) -> list[Blocker]:
    if any(one.answer for one in asked) or paper.why_without_scoping.strip():
        return []
    url = reverse("intake:scoping", args=[review.slug])
    return [
        Blocker("No agency has answered yet. Wait for an answer, or say why the decision can't wait.", url)
    ]


def _named(names: Sequence[str]) -> list[Blocker]:
    return [
        Blocker(
            f"The words for the Home Office hold “{name}”, which is on the register. Write them without names."
        )
        for name in names
    ]


def to_date_decision(review: Review, day: date, today: date) -> list[Blocker]:
    """A decision is dated between the notification and today."""
    if review.notified_on <= day <= today:
        return []
    return [Blocker("The date of the decision is today or earlier, and not before the notification.")]


def to_tell_home_office(office: Organisation | None) -> list[Blocker]:
    return [] if office else [Blocker("The Home Office is not set up here yet. Ask whoever runs the system.")]


def to_answer_decision(stage: str, reasons: str, day: date, decided_on: date, today: date) -> list[Blocker]:
    """A "no" is answered once, with reasons."""
    if stage != Stage.NOT_HELD:
        return [Blocker("This decision does not wait for an answer, or has been answered already.")]
    found = [] if reasons.strip() else [Blocker("Give the reasons for your answer.")]
    if not decided_on <= day <= today:
        found.append(Blocker("The date of the answer is today or earlier, and not before the decision."))
    return found


def to_commission(review: Review) -> list[Blocker]:
    """What the Home Office asked for is commissioned once."""
    if review.stage == Stage.DIRECTED:
        return []
    return [Blocker(f"There is nothing to commission: the review is at “{_stage(review)}”.")]


def to_tell_family(review: Review, to_whom: str, day: date, today: date) -> list[Blocker]:
    """The family are told after the decision, not before."""
    found = []
    if Stage(review.stage) not in FAMILY_STAGES:
        found.append(Blocker("There is no decision yet to tell the family of."))
    if not to_whom.strip():
        found.append(Blocker("Say who was told."))
    if not review.notified_on <= day <= today:
        found.append(Blocker("The date of the letter is today or earlier, and not before the notification."))
    return found


def _stage(review: Review) -> str:
    return CARDS[Stage(review.stage)].name
