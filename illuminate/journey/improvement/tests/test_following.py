"""An action in its owner's hands: handed over, reported on, closed with evidence or an explanation."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.improvement import (
    CLOSED_ON,
    DONE_ON,
    addressed,
    again,
    closed,
    followed,
    hand_over,
    handed_over,
    planned,
    public,
    reported,
)
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.improvement import actions, blockers, queries
from illuminate.journey.improvement.models import Closure, Evidence, FollowUp, Progress, PublicStatement
from illuminate.journey.report.models import PlannedAction, Recommendation
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def invited(cast: Cast) -> tuple[FollowUp, User]:
    """The action goes to somebody who has no part in the review but this."""
    follow_up = do(actions.hand_over, action=planned(cast, public(cast)), organisation=cast.housing,
                   lead=Newcomer("Piers Langham", "p.langham@tidewell.example.org"), by=cast.coordinator)  # fmt: skip
    return follow_up, User.objects.by_email("p.langham@tidewell.example.org")


def test_the_lead_has_what_they_need_and_sees_nothing_else_of_the_review(cast: Cast) -> None:
    follow_up, lead = invited(cast)
    with acting_as(lead.pk):
        assert [one.kind for one in Compartment.objects.all()] == ["action"]
        own = queries.mine(lead)
        assert own == [follow_up]
        assert "stop recharging" in own[0].recommendation_text
        assert own[0].action_text == "Recharge policy withdrawn; past recharges reviewed"
        assert "No recharge" in own[0].expected_change
        assert own[0].compartment.title == "Louise"
        for model in (Review, PlannedAction, Recommendation):
            assert not model.objects.exists()


def test_others_rows_do_not_come_back_whatever_is_forgotten(cast: Cast) -> None:
    follow_up = reported(cast)
    do(actions.write_statement, follow_up=follow_up, text="Done.", by=cast.coordinator)
    do(actions.close_action, follow_up=follow_up, outcome="done", account="Done.", evidence_seen=True,
       by=cast.coordinator)  # fmt: skip
    people = (
        cast.stranger,
        cast.officer,
        cast.hospital_author,
        cast.panel_member,
        cast.quality_reader,
        cast.analyst,
    )
    for nobody in (None, *(person.pk for person in people)):
        with acting_as(nobody):
            for model in (FollowUp, Progress, Evidence, Closure, PublicStatement):
                assert not model.objects.exists(), (nobody, model)


def test_the_lead_is_told_by_a_link_without_a_detail(cast: Cast) -> None:
    _, lead = invited(cast)
    with acting_as(cast.coordinator.pk):
        mail = [one for one in mailroom.waiting() if one.to_user_id == lead.pk and one.review_id]
        assert [one.subject.split(" (")[0] for one in mail] == ["An action has been given to you"]
        assert "Louise" not in mail[0].body
        assert "recharg" not in mail[0].body


def test_an_action_is_handed_over_once_and_to_somebody(cast: Cast) -> None:
    follow_up = handed_over(cast)
    with pytest.raises(Refused, match="handed over already"):
        hand_over(cast, planned(cast, public(cast)))
    with pytest.raises(Refused, match="say to whom it is sent"):
        do(
            actions.hand_over,
            action=planned(cast, public(cast), recommendation=2),
            organisation=None,
            by=cast.coordinator,
        )
    assert follow_up.state(localdate()) == ("Overdue", "red")


def test_only_the_partnership_hands_over(cast: Cast) -> None:
    action = planned(cast, public(cast))
    for person in (cast.independent_chair, cast.housing_author, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.hand_over, action=action, organisation=cast.housing, by=person)


def test_progress_is_on_record_with_what_shows_it(cast: Cast) -> None:
    follow_up = reported(cast)
    assert follow_up.state(localdate()) == ("To be closed", "turquoise")
    with acting_as(cast.coordinator.pk):
        evidence = Evidence.objects.get()
        assert evidence.document.compartment.kind == "action"
        assert AuditEvent.objects.get(kind="improvement.progress_recorded").detail == {
            "status": "complete",
            "files": 1,
        }
    with acting_as(cast.panel_member.pk):
        assert not Document.objects.filter(pk=evidence.document_id).exists()


def test_the_newest_day_says_how_it_stands(cast: Cast) -> None:
    follow_up = reported(cast)
    do(actions.record_progress, follow_up=follow_up, status="at_risk", text="Found later in the files.",
       happened_on=DONE_ON - timedelta(days=30), by=cast.housing_author)  # fmt: skip
    assert again(cast, follow_up).status == "complete"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "  "}, "Say what has been done"),
        ({"status": "splendid"}, "Say how the action stands"),
        ({"happened_on": localdate() + timedelta(days=1)}, "today or in the past"),
    ],
)
def test_wrong_progress_is_refused_in_words(cast: Cast, wrong: dict[str, object], words: str) -> None:
    follow_up = handed_over(cast)
    given = {"status": "on_track", "text": "Begun.", **wrong}
    with pytest.raises(Refused, match=words):
        do(actions.record_progress, follow_up=follow_up, **given, by=cast.housing_author)


def test_a_file_that_is_refused_leaves_no_progress(cast: Cast) -> None:
    follow_up = handed_over(cast)
    with pytest.raises(Refused):
        do(actions.record_progress, follow_up=follow_up, status="on_track", text="Begun.",
           evidence=[Upload("a.txt", b"A note.\n"), Upload("b.pdf", b"not a PDF")], by=cast.housing_author)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        assert not Progress.objects.exists()
        assert not Evidence.objects.exists()


def test_only_the_lead_and_the_partnership_report(cast: Cast) -> None:
    follow_up = handed_over(cast)
    for person in (cast.independent_chair, cast.hospital_author, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.record_progress, follow_up=follow_up, status="on_track", text="Begun.", by=person)


def test_another_lead_takes_over_and_the_first_sees_it_no_more(cast: Cast) -> None:
    follow_up, first = invited(cast)
    do(actions.change_lead, follow_up=follow_up, lead=cast.housing_author, by=cast.coordinator)
    with acting_as(first.pk):
        assert not FollowUp.objects.exists()
    with acting_as(cast.housing_author.pk):
        assert FollowUp.objects.get().lead == cast.housing_author


def test_an_action_closes_with_evidence_or_an_explanation(cast: Cast) -> None:
    follow_up = handed_over(cast)
    given = {"follow_up": follow_up, "outcome": "done", "account": "Done.", "by": cast.coordinator}
    with pytest.raises(Refused, match="Say why no evidence was seen"):
        do(actions.close_action, **given, evidence_seen=False)
    with pytest.raises(Refused, match="no evidence on record"):
        do(actions.close_action, **given, evidence_seen=True)
    with pytest.raises(Refused, match="Say what came of the action"):
        do(
            actions.close_action,
            **{**given, "account": " "},
            evidence_seen=False,
            explanation="None was kept.",
        )
    do(actions.close_action, **given, evidence_seen=False, explanation="Seen on a visit.")
    assert again(cast, follow_up).state(localdate()) == ("Done", "green")
    with pytest.raises(Refused, match="has been closed"):
        do(actions.close_action, **given, evidence_seen=False, explanation="Again.")
    with pytest.raises(Refused, match="has been closed"):
        do(
            actions.record_progress,
            follow_up=follow_up,
            status="on_track",
            text="More.",
            by=cast.housing_author,
        )


def test_the_lead_does_not_close_their_own_action(cast: Cast) -> None:
    follow_up = reported(cast)
    with pytest.raises(PermissionDenied):
        do(actions.close_action, follow_up=follow_up, outcome="done", account="Done.", evidence_seen=True,
           by=cast.housing_author)  # fmt: skip


def test_a_closed_action_can_be_opened_again_and_keeps_its_past(cast: Cast) -> None:
    follow_up = reported(cast)
    do(actions.close_action, follow_up=follow_up, outcome="done", account="Done.", evidence_seen=True,
       happened_on=CLOSED_ON, by=cast.coordinator)  # fmt: skip
    with pytest.raises(Refused, match="Say why"):
        do(actions.reopen_action, follow_up=follow_up, reason=" ", by=cast.coordinator)
    do(actions.reopen_action, follow_up=follow_up, reason="A recharge was found.", by=cast.partnership_chair)
    with pytest.raises(Refused, match="open already"):
        do(actions.reopen_action, follow_up=follow_up, reason="Again.", by=cast.coordinator)
    now = again(cast, follow_up)
    assert now.closure is None
    assert [one.reopened_why for one in now.closures.all()] == ["A recharge was found."]


def test_a_national_recommendation_has_its_answer_on_record(cast: Cast) -> None:
    review = public(cast)
    action = planned(cast, review, recommendation=2)
    follow_up = do(
        actions.hand_over, action=action, organisation=None, addressee="Home Office", by=cast.coordinator
    )
    given = {"follow_up": follow_up, "by": cast.coordinator}
    with pytest.raises(Refused, match="before it was sent"):
        do(actions.record_addressee, **given, sent_on=DONE_ON, acknowledged_on=DONE_ON - timedelta(days=1))
    with pytest.raises(Refused, match="Enter the day on which it was sent"):
        do(actions.record_addressee, **given, sent_on=None, acknowledged_on=DONE_ON)
    with pytest.raises(Refused, match="both what was answered and on which day"):
        do(actions.record_addressee, **given, sent_on=DONE_ON, answered_on=CLOSED_ON)
    do(actions.record_addressee, **given, sent_on=DONE_ON, answered_on=CLOSED_ON, answer="Accepted.")
    assert again(cast, follow_up).answer == "Accepted."
    with pytest.raises(Refused, match="has no lead"):
        do(actions.change_lead, follow_up=follow_up, lead=cast.housing_author, by=cast.coordinator)


def test_a_review_closes_when_every_action_is_closed(cast: Cast) -> None:
    review = followed(cast)
    with acting_as(cast.coordinator.pk):
        assert [blocker.text for blocker in blockers.to_close_review(review)] == [
            "Action 2.1 has not been handed over to anybody."
        ]
    with pytest.raises(Refused, match=r"Action 2\.1"):
        do(actions.close_review, review=review, by=cast.coordinator)
    addressed(cast, review)
    do(actions.close_review, review=review, by=cast.coordinator)
    assert reloaded(cast, review).stage == "closed"
    with pytest.raises(Refused, match="can't go to"):
        do(actions.close_review, review=review, by=cast.coordinator)


def test_after_the_review_is_closed_nothing_more_is_added(cast: Cast) -> None:
    review = closed(cast)
    with acting_as(cast.coordinator.pk):
        follow_up = FollowUp.objects.get(recommendation_number=1)
    for act, what in (
        (actions.record_progress, {"status": "on_track", "text": "More."}),
        (actions.reopen_action, {"reason": "More."}),
        (actions.write_statement, {"text": "More."}),
    ):
        with pytest.raises(Refused, match="The review has been closed"):
            do(act, follow_up=follow_up, **what, by=cast.coordinator)
    assert review.stage == "closed"
