"""From commissioned to gathering: what must stand first, and what the tasks say."""

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.intake import commissioned
from illuminate.cli.demo.story.panel import LINES, TERMS, chaired, convened, gathering, met, ready
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.panel import actions, blockers, queries
from illuminate.journey.panel.tasks import tasks, waiting_for
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def why_not(cast: Cast, review: Review) -> list[str]:
    with acting_as(cast.coordinator.pk):
        return [blocker.text for blocker in blockers.to_begin_gathering(reloaded(cast, review))]


def test_chair_panel_and_terms_come_first(cast: Cast) -> None:
    review = reloaded(cast, commissioned(cast))
    assert why_not(cast, review) == [
        "Appoint the independent chair.", "Add the panel’s members.", "Agree the terms of reference.",
    ]  # fmt: skip
    with pytest.raises(Refused, match="Appoint the independent chair"):
        do(actions.begin_gathering, review=review, by=cast.coordinator)


def test_without_a_specialist_service_the_reason_is_asked(cast: Cast) -> None:
    review = ready(cast)
    with acting_as(cast.coordinator.pk):
        specialist = queries.members(review).get(is_specialist=True)
        actions.remove_member(member=specialist, by=cast.coordinator)
    assert [text[:54] for text in why_not(cast, review)] == [
        "Nobody on the panel comes from a specialist domestic a"
    ]
    with pytest.raises(Refused, match="Say why"):
        do(actions.explain_absence, review=review, reason="", by=cast.coordinator)
    do(
        actions.explain_absence,
        review=review,
        reason="The only service closed last year.",
        by=cast.coordinator,
    )
    do(
        actions.explain_absence,
        review=review,
        reason="It closed; the next one declined.",
        by=cast.coordinator,
    )
    assert why_not(cast, review) == []


def test_the_review_moves_on_once(cast: Cast) -> None:
    review = gathering(cast)
    assert (review.stage, review.stage_since.isoformat()) == ("gathering", "2022-01-31")
    with pytest.raises(Refused, match="“Gathering”"):
        do(actions.begin_gathering, review=review, by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert Message.objects.filter(to_user=cast.coordinator, subject__contains="Agencies can now").exists()


@pytest.mark.parametrize("who", ["partnership_chair", "panel_member", "stranger"])
def test_only_those_who_lead_begin(cast: Cast, who: str) -> None:
    review = ready(cast)
    with pytest.raises(PermissionDenied):
        do(actions.begin_gathering, review=review, by=getattr(cast, who))


def test_the_task_list_follows_the_setting_up(cast: Cast) -> None:
    review = chaired(cast)
    with acting_as(cast.coordinator.pk):
        assert [(task.text, task.status) for task in tasks(review, cast.coordinator)] == [
            ("Appoint the independent chair", "done"),
            ("Bring the panel together", "to_do"),
            ("Agree the terms of reference", "to_do"),
            ("Plan the first panel meeting", "to_do"),
            ("Begin gathering accounts", "waiting"),
        ]
        assert [item.text for item in waiting_for(cast.coordinator)] == ["Agree the terms of reference"]


def test_missing_minutes_wait_for_those_who_lead(cast: Cast) -> None:
    review = convened(cast)
    do(actions.agree_terms, review=review, details=TERMS, lines=LINES, by=cast.coordinator)
    met(cast, review)
    with acting_as(cast.independent_chair.pk):
        waiting = [item.text for item in waiting_for(cast.independent_chair)]
        assert waiting == ["Begin gathering accounts", "File the minutes of the panel meeting"]
    with acting_as(cast.panel_member.pk):
        assert waiting_for(cast.panel_member) == []
        assert tasks(review, cast.panel_member) == []
