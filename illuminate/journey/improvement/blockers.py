"""Why an action can't be handed over, reported on or closed yet, spoken of in public, or the review closed."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from illuminate.foundation.access.models import Organisation
from illuminate.journey.anonymity import queries as anonymity
from illuminate.journey.improvement import queries
from illuminate.journey.improvement.choices import Outcome, Status
from illuminate.journey.improvement.models import FollowUp, PublicStatement
from illuminate.journey.report.models import PlannedAction
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

FOLLOWING = (Stage.APPROVED, Stage.PUBLISHED)


def to_hand_over(
    review: Review, action: PlannedAction, organisation: Organisation | None, addressee: str
) -> list[Blocker]:
    """Once the Home Office agrees, the plan stands: each action goes to one owner, once."""
    if review.stage not in FOLLOWING:
        return [Blocker("Actions are handed over once the Home Office has agreed to publication, because the plan "
                        "stands then.")]  # fmt: skip
    if action.taken_out_at:
        return [Blocker("This action was taken out of the plan.")]
    if queries.follow_up_of(action):
        return [
            Blocker(
                "This action has been handed over already. Open the plan again to see to whom.", _plan(review)
            )
        ]
    if organisation is None and not addressee.strip():
        return [Blocker("Choose the organisation that carries it out, or say to whom it is sent.")]
    return []


def to_change_lead(follow_up: FollowUp, stage: str) -> list[Blocker]:
    if follow_up.organisation_id is None:
        return [Blocker("This action was sent to somebody without an account here, so it has no lead.")]
    return to_be_open(follow_up, stage)


def to_be_open(follow_up: FollowUp, stage: str) -> list[Blocker]:
    """Nothing is added to what is closed."""
    if stage not in FOLLOWING:
        return [Blocker("The review has been closed, so nothing can be added to this action.")]
    if follow_up.closure:
        return [Blocker("This action has been closed. The coordinator can open it again.")]
    return []


def to_record_progress(
    follow_up: FollowUp, stage: str, *, text: str, status: str, happened_on: date, today: date
) -> list[Blocker]:
    found = to_be_open(follow_up, stage)
    if not text.strip():
        found.append(Blocker("Say what has been done."))
    if status not in Status.values:
        found.append(Blocker("Say how the action stands."))
    if happened_on > today:
        found.append(Blocker("The day must be today or in the past."))
    return found


def to_record_addressee(
    follow_up: FollowUp, stage: str, *, days: Sequence[date | None], answer: str, today: date
) -> list[Blocker]:
    """Sent on, acknowledged on, answered: each after the one before, none in the future."""
    found = to_be_open(follow_up, stage)
    sent, acknowledged, answered = days
    if any(day and day > today for day in days):
        found.append(Blocker("The days must be today or in the past."))
    if (acknowledged or answered) and not sent:
        found.append(Blocker("Enter the day on which it was sent."))
    if sent and any(day and day < sent for day in (acknowledged, answered)):
        found.append(Blocker("It can’t be acknowledged or answered before it was sent."))
    if bool(answered) != bool(answer.strip()):
        found.append(Blocker("Enter both what was answered and on which day."))
    return found


def to_close_action(
    follow_up: FollowUp, stage: str, *, outcome: str, account: str, evidence_seen: bool, explanation: str
) -> list[Blocker]:
    """Every action is done or explained, and evidence seen (journey.md, "The stages", 13)."""
    found = to_be_open(follow_up, stage)
    if not account.strip():
        found.append(Blocker("Say what came of the action."))
    has_files = bool(list(follow_up.evidence.all()))
    if evidence_seen and not has_files:
        found.append(
            Blocker("There is no evidence on record that could have been seen. Ask for it, or say why there is none.",
                    _page("progress", follow_up))
        )  # fmt: skip
    if not evidence_seen and not explanation.strip():
        found.append(Blocker("Say why no evidence was seen." if outcome == Outcome.DONE else
                             "Say why the action was not done, or why no evidence was seen."))  # fmt: skip
    return found


def to_reopen_action(follow_up: FollowUp, stage: str, reason: str) -> list[Blocker]:
    if stage not in FOLLOWING:
        return [Blocker("The review has been closed, so its actions can’t be opened again.")]
    if follow_up.closure is None:
        return [Blocker("This action is open already.")]
    return [] if reason.strip() else [Blocker("Say why the action is opened again.")]


def to_write_statement(
    follow_up: FollowUp, stage: str, text: str, digest: str, *, is_after: bool
) -> list[Blocker]:
    """A statement can also be made on an action that is closed, as long as the review is followed up."""
    if stage not in FOLLOWING:
        return [Blocker("The review has been closed, so nothing more is said about its actions.")]
    if is_after:
        return [Blocker("The day must be today or in the past.")]
    if not text.strip():
        return [Blocker("Write the statement.")]
    known = PublicStatement.objects.filter(follow_up=follow_up, digest=digest, dropped_on=None).exists()
    return [Blocker("Exactly this has been written already. It is on the action’s page.")] if known else []


def to_confirm_statement(review: Review, statement: PublicStatement, by: object) -> list[Blocker]:
    """The machine finds nothing, and one person who didn't write it says so too."""
    if statement.confirmed_on:
        return [Blocker("This statement has been confirmed already.")]
    if statement.written_by_id == by:
        return [Blocker("You wrote this statement, so somebody else confirms that it identifies nobody.")]
    return statement_is_anonymous(review, statement.text)


def to_state_publicly(
    review: Review, statement: PublicStatement, digest: str, *, is_public: bool
) -> list[Blocker]:
    """Confirmed words only, and the very words that were confirmed."""
    if is_public:
        return [Blocker("This statement is public already.")]
    found = []
    if review.stage != Stage.PUBLISHED:
        found.append(Blocker("The report is not public, so there is no page for this statement yet."))
    if not statement.confirmed_on:
        found.append(
            Blocker("Somebody who did not write the statement confirms first that it identifies nobody.")
        )
    if digest != statement.digest:
        found.append(Blocker("The words are not the ones that were confirmed. Write the statement anew."))
    return found + statement_is_anonymous(review, statement.text)


def statement_is_anonymous(review: Review, text: str) -> list[Blocker]:
    """The machine's look, in words that don't repeat what it found."""
    count = len(anonymity.slips_in(review, text))
    if not count:
        return []
    what = "something" if count == 1 else f"{count} things"
    return [Blocker(f"The statement holds {what} that identify a person or a place on the register, or a number or "
                    "address. Write it anew without them.")]  # fmt: skip


def to_close_review(review: Review) -> list[Blocker]:
    """Every action of the plan was handed over, and closed with evidence or an explanation."""
    found = []
    for line in queries.plan(review):
        for planned in line.actions:
            name = f"Action {line.recommendation.number}.{planned.action.number}"
            if planned.follow_up is None:
                url = reverse("improvement:hand_over", args=[review.slug, planned.action.pk])
                found.append(Blocker(f"{name} has not been handed over to anybody.", url))
            elif planned.follow_up.closure is None:
                found.append(Blocker(f"{name} is not closed.", _page("action", planned.follow_up)))
    return found


def _plan(review: Review) -> str:
    return reverse("improvement:plan", args=[review.slug])


def _page(name: str, follow_up: FollowUp) -> str:
    return reverse(f"improvement:{name}", args=[follow_up.pk])
