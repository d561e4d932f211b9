"""From the public report to an action that was followed up, through real actions."""

from datetime import date

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.publication import published
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.improvement import actions, queries
from illuminate.journey.improvement.models import FollowUp, PublicStatement
from illuminate.journey.report.models import PlannedAction
from illuminate.journey.reviews.models import Review

HANDED_ON = date(2023, 12, 11)
DONE_ON = date(2024, 1, 22)
CLOSED_ON = date(2024, 2, 5)
STATEMENT = (
    "Tidewell Homes no longer charges for damage caused by abuse. It looked again at past charges and paid the money "
    "back."
)


def public(cast: Cast) -> Review:
    """The report is public. A test module that builds this once for all its tests keeps it in `cast.public`."""
    known = cast.__dict__.get("public")
    return reloaded(cast, known or published(cast).review)


def handed_over(cast: Cast) -> FollowUp:
    """The coordinator has handed the action over to the housing association's lead."""
    return hand_over(cast, planned(cast, public(cast)))


def hand_over(cast: Cast, action: PlannedAction) -> FollowUp:
    return do(actions.hand_over, action=action, organisation=cast.housing, lead=cast.housing_author,
              happened_on=HANDED_ON, by=cast.coordinator)  # fmt: skip


def planned(cast: Cast, review: Review, number: int = 1, recommendation: int = 1) -> PlannedAction:
    """An action of the plan, as the coordinator sees it."""
    with acting_as(cast.coordinator.pk):
        rows = PlannedAction.objects.select_related("review", "recommendation", "organisation")
        return rows.get(
            review=review, recommendation__number=recommendation, number=number, taken_out_at=None
        )


def reported(cast: Cast) -> FollowUp:
    """The lead has recorded progress, with what shows it."""
    follow_up = handed_over(cast)
    evidence = Upload(
        "policy.txt", b"Recharge policy, withdrawn on 28 July. Thirty-four recharges cancelled.\n"
    )
    do(actions.record_progress, follow_up=follow_up, status="complete", text="The policy is withdrawn; 34 recharges "
       "were cancelled.", evidence=[evidence], happened_on=DONE_ON, by=cast.housing_author)  # fmt: skip
    return again(cast, follow_up)


def stated(cast: Cast) -> PublicStatement:
    """The lead's public statement was confirmed by the chair of the partnership, and the coordinator published it."""
    follow_up = reported(cast)
    statement = do(actions.write_statement, follow_up=follow_up, text=STATEMENT, said_on=DONE_ON,
                   by=cast.housing_author)  # fmt: skip
    do(actions.confirm_statement, statement=statement, by=cast.partnership_chair)
    return do(actions.state_publicly, statement=statement, by=cast.coordinator)


def followed(cast: Cast) -> Review:
    """The coordinator has seen the evidence and closed the action; the public page says what was done."""
    statement = stated(cast)
    do(actions.close_action, follow_up=statement.follow_up, outcome="done", account="No recharge since July.",
       evidence_seen=True, happened_on=CLOSED_ON, by=cast.coordinator)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        return Review.objects.select_related("partnership").get(pk=statement.review_id)


def addressed(cast: Cast, review: Review) -> None:
    """The national recommendation was sent on and acknowledged; no answer of substance came, and that is explained."""
    follow_up = do(actions.hand_over, action=planned(cast, review, recommendation=2), organisation=None,
                   addressee="Home Office", happened_on=HANDED_ON, by=cast.coordinator)  # fmt: skip
    do(actions.record_addressee, follow_up=again(cast, follow_up), sent_on=date(2023, 12, 15),
       acknowledged_on=date(2024, 1, 8), by=cast.coordinator)  # fmt: skip
    do(actions.close_action, follow_up=again(cast, follow_up), outcome="partly", account="Sent and acknowledged.",
       evidence_seen=False, explanation="The answer has been asked for twice and has not come.",
       happened_on=CLOSED_ON, by=cast.coordinator)  # fmt: skip


def closed(cast: Cast) -> Review:
    """Every action is closed, and so is the review."""
    review = followed(cast)
    addressed(cast, review)
    do(actions.close_review, review=review, happened_on=date(2024, 2, 12), by=cast.partnership_chair)
    return reloaded(cast, review)


def again(cast: Cast, follow_up: FollowUp) -> FollowUp:
    """The action as it stands now."""
    with acting_as(cast.coordinator.pk):
        return queries.whole().get(pk=follow_up.pk)
