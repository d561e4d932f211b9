"""Appointing the independent chair."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.intake import commissioned, deciding
from illuminate.cli.demo.story.panel import INDEPENDENCE, chaired
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.panel import actions, queries
from illuminate.journey.panel.models import ChairAppointment
from illuminate.journey.reviews.actions import leave_team
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def appoint(cast: Cast, review: Review, person: object, **what: object) -> ChairAppointment:
    return do(
        actions.appoint_chair, review=reloaded(cast, review), person=person, by=cast.coordinator,
        **{"independence": INDEPENDENCE, **what},
    )  # fmt: skip


def test_the_chair_sees_the_whole_review_and_is_told_without_a_name(cast: Cast) -> None:
    review = chaired(cast)
    with acting_as(cast.independent_chair.pk):
        assert Review.objects.get().pk == review.pk
        assert access.roles_in(cast.independent_chair, review.pk) == {Role.INDEPENDENT_CHAIR}
        message = Message.objects.get(to_user=cast.independent_chair)
        assert review.reference in message.subject
        for word in ("Holloway", "Margaret", "Alder", "Ashdown", "homicide"):
            assert word.lower() not in f"{message.subject} {message.body}".lower()
        assert f"/reviews/{review.slug}/panel/" in message.body
        event = AuditEvent.objects.get(kind="panel.chair_appointed")
        assert event.happened_on == date(2022, 1, 14)
        assert event.actor_id == cast.coordinator.pk


def test_somebody_without_an_account_is_invited(cast: Cast) -> None:
    appointment = appoint(cast, commissioned(cast), Newcomer("Dr Imogen Ashdown", "new.chair@example.org"))
    invited = User.objects.by_email("new.chair@example.org")
    assert appointment.person == invited
    assert invited.invitations.exists()


def test_an_address_that_has_an_account_is_that_account(cast: Cast) -> None:
    newcomer = Newcomer("Somebody", cast.independent_chair.email.upper())
    assert appoint(cast, commissioned(cast), newcomer).person == cast.independent_chair


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("partnership_chair", "works for Safer Northbridge Partnership"),
        ("hospital_author", "works for Northbridge and Vale Hospitals NHS Trust"),
        ("officer", "works for Northshire Police"),
        ("quality_reader", "works for Home Office"),
    ],
)
def test_nobody_with_a_part_in_the_review_leads_it(cast: Cast, who: str, words: str) -> None:
    review = commissioned(cast)
    with pytest.raises(Refused, match=words):
        appoint(cast, review, getattr(cast, who))
    assert not access.roles_in(getattr(cast, who), review.pk) & {Role.INDEPENDENT_CHAIR}


def test_a_post_elsewhere_does_not_matter(cast: Cast) -> None:
    assert appoint(cast, commissioned(cast), cast.stranger).person == cast.stranger


def test_independence_has_to_be_said(cast: Cast) -> None:
    with pytest.raises(Refused, match="why the chair is independent"):
        appoint(cast, commissioned(cast), cast.independent_chair, independence="  ")


def test_a_closed_account_can_not_lead(cast: Cast) -> None:
    review = commissioned(cast)
    cast.independent_chair.is_active = False
    cast.independent_chair.save()
    with pytest.raises(Refused, match="can’t be used"):
        appoint(cast, review, cast.independent_chair)


def test_the_second_of_two_coordinators_is_refused(cast: Cast) -> None:
    review = chaired(cast)
    with pytest.raises(Refused, match="Imogen Ashdown already leads this review"):
        appoint(cast, review, cast.stranger)


def test_not_before_the_decision_and_not_in_the_future(cast: Cast) -> None:
    with pytest.raises(Refused, match="“Deciding”"):
        appoint(cast, deciding(cast), cast.independent_chair)


def test_not_in_the_future(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the future"):
        appoint(cast, commissioned(cast), cast.independent_chair, happened_on=localdate() + timedelta(days=1))


@pytest.mark.parametrize("who", ["independent_chair", "officer", "stranger", "hospital_author"])
def test_only_the_partnership_appoints(cast: Cast, who: str) -> None:
    review = commissioned(cast)
    with pytest.raises(PermissionDenied):
        do(actions.appoint_chair, review=review, person=cast.independent_chair, independence=INDEPENDENCE,
           by=getattr(cast, who))  # fmt: skip


def test_whoever_leaves_sees_nothing_and_another_can_be_appointed(cast: Cast) -> None:
    review = chaired(cast)
    with acting_as(cast.coordinator.pk):
        appointment = queries.chair(review)
        actions.end_appointment(appointment=appointment, reason="Ill health", by=cast.coordinator)
        assert queries.chair(review) is None
    with acting_as(cast.independent_chair.pk):
        assert not Review.objects.exists()
    with pytest.raises(Refused, match="already left"):
        do(actions.end_appointment, appointment=appointment, reason="Again", by=cast.coordinator)
    appoint(cast, review, cast.stranger)
    with acting_as(cast.coordinator.pk):
        assert queries.chair(review).person == cast.stranger
        assert [one.person for one in queries.former_chairs(review)] == [cast.independent_chair]


def test_the_team_page_does_not_end_an_appointment_silently(cast: Cast) -> None:
    review = chaired(cast)
    with pytest.raises(Refused, match="on the panel’s page"):
        do(
            leave_team,
            review=review,
            person=cast.independent_chair,
            role=Role.INDEPENDENT_CHAIR,
            by=cast.coordinator,
        )
    with acting_as(cast.independent_chair.pk):
        assert Review.objects.exists()


def test_leaving_needs_a_reason(cast: Cast) -> None:
    review = chaired(cast)
    with acting_as(cast.coordinator.pk), pytest.raises(Refused, match="Say why"):
        actions.end_appointment(appointment=queries.chair(review), reason=" ", by=cast.coordinator)


def test_whoever_writes_an_agencys_account_can_not_lead(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.coordinator.pk):
        actions.end_appointment(appointment=queries.chair(review), reason="Moved away", by=cast.coordinator)
    author = cast.person("Rowena Tamblyn", "safeguarding@nfrs.example.org")
    with pytest.raises(Refused, match="writes an agency’s account"):
        appoint(cast, review, author)
