"""Who sees what is decided by the database, whatever Python forgets to filter."""

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from illuminate.foundation.access import compartments, keys
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Membership
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.reviews import actions, queries
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review, StageMove
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def opened(cast: Cast) -> uuid.UUID:
    """A review opened by the police officer, as the notification does it."""
    review_id = uuid.uuid4()
    with acting_as(cast.officer.pk), compartments.opening(review_id):
        actions.open_review(
            review_id=review_id, partnership=cast.partnership, notified_on=date(2026, 10, 12), by=cast.officer
        )
        compartments.open_compartment(
            review_id=review_id,
            kind=Kind.NOTIFIER,
            organisation=cast.police,
            title="Alder",
            reference="SN-2026-001",
            by=cast.officer,
        )
        compartments.admit(
            review_id=review_id,
            seat=Seat(Role.NOTIFIER, user_id=cast.officer.pk, own_organisation_id=cast.police.pk),
            by=cast.officer,
        )
    return review_id


def kinds_seen() -> set[str]:
    return set(Compartment.objects.values_list("kind", flat=True))


def test_the_partnership_sees_the_review_and_the_officer_only_the_notification(cast: Cast) -> None:
    review_id = opened(cast)
    with acting_as(cast.officer.pk):
        assert kinds_seen() == {"notifier"}
        assert not Review.objects.exists()
        assert not StageMove.objects.exists()
    with acting_as(cast.coordinator.pk):
        assert kinds_seen() == {"core", "panel", "notifier"}
        assert Review.objects.get().pk == review_id
    with acting_as(cast.partnership_chair.pk):
        assert Review.objects.get().stage == "notified"


def test_without_any_filter_in_python_nobody_elses_rows_come_back(cast: Cast) -> None:
    opened(cast)
    for nobody in (cast.stranger.pk, None, uuid.uuid4()):
        with acting_as(nobody):
            for model in (Review, StageMove, Compartment, Membership):
                assert not model.objects.exists()
            assert not AuditEvent.objects.exclude(compartment_id=None).exists()
    assert not Review.objects.exists()


def test_a_stranger_can_neither_write_into_a_compartment_nor_seat_themselves(cast: Cast) -> None:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        panel = Compartment.objects.get(kind="panel")
    with acting_as(cast.stranger.pk):
        with pytest.raises(ProgrammingError), transaction.atomic():
            Review.objects.create(
                compartment_id=panel.pk,
                reference="X-1",
                code_word="Yew",
                partnership=cast.partnership,
                stage_since=date(2026, 1, 1),
                notified_on=date(2026, 1, 1),
            )
        with (
            pytest.raises(DatabaseError, match="own team"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT access_admit(%s, %s, NULL, 'coordinator')", [panel.pk, cast.stranger.pk])
        with pytest.raises(DatabaseError, match="own team"), transaction.atomic():
            compartments.open_compartment(
                review_id=review_id, kind=Kind.COMMISSIONER, title="x", reference="x", by=cast.stranger
            )
        with pytest.raises(ProgrammingError), transaction.atomic():
            Membership.objects.create(
                compartment_id=panel.pk,
                user=cast.stranger,
                role="coordinator",
                admitted_by=cast.stranger.pk,
                admitted_at="2026-01-01T00:00Z",
            )
        with pytest.raises(keys.KeyErased):
            keys.review_key(review_id)


def test_the_sight_of_who_opens_a_review_ends_with_the_opening(cast: Cast) -> None:
    review_id = uuid.uuid4()
    with acting_as(cast.officer.pk):
        with compartments.opening(review_id):
            actions.open_review(
                review_id=review_id,
                partnership=cast.partnership,
                notified_on=date(2026, 10, 12),
                by=cast.officer,
            )
            assert Review.objects.count() == 1
        assert not Review.objects.exists()


def test_a_chair_sees_each_agency_and_an_agency_sees_only_itself(cast: Cast) -> None:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        compartments.admit(
            review_id=review_id,
            seat=Seat(Role.INDEPENDENT_CHAIR, user_id=cast.independent_chair.pk),
            by=cast.coordinator,
        )
        for agency, author in ((cast.hospital, cast.hospital_author), (cast.housing, cast.housing_author)):
            compartments.open_compartment(
                review_id=review_id,
                kind=Kind.AGENCY,
                organisation=agency,
                title="Alder",
                reference="SN-2026-001",
                by=cast.coordinator,
            )
            compartments.admit(
                review_id=review_id,
                seat=Seat(Role.AGENCY_AUTHOR, user_id=author.pk, own_organisation_id=agency.pk),
                by=cast.coordinator,
            )
    with acting_as(cast.independent_chair.pk):
        assert Compartment.objects.filter(kind="agency").count() == 2
    with acting_as(cast.housing_author.pk):
        assert [c.organisation for c in Compartment.objects.all()] == [cast.housing]


def test_whoever_leaves_the_team_stops_seeing_at_once(cast: Cast) -> None:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        compartments.admit(
            review_id=review_id,
            seat=Seat(Role.PANEL_MEMBER, user_id=cast.panel_member.pk),
            by=cast.coordinator,
        )
    with acting_as(cast.panel_member.pk):
        assert kinds_seen() == {"panel"}
    with acting_as(cast.coordinator.pk):
        assert (
            compartments.dismiss(
                review_id=review_id, user=cast.panel_member, role=Role.PANEL_MEMBER, by=cast.coordinator
            )
            == 1
        )
    with acting_as(cast.panel_member.pk):
        assert kinds_seen() == set()


def test_moving_a_stage_twice_is_refused_the_second_time(cast: Cast) -> None:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        actions.move(review_id=review_id, to=Stage.DECIDING, by=cast.coordinator)
        assert queries.stage_of(review_id) == "deciding"
        with pytest.raises(Exception, match="can't go to"):
            actions.move(review_id=review_id, to=Stage.DECIDING, by=cast.coordinator)
    with acting_as(cast.stranger.pk):
        assert queries.stage_of(review_id) == ""
