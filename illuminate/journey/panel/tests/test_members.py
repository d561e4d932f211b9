"""Who sits on the panel."""

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.panel import NO_PART, chaired, convened
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.panel import actions, queries
from illuminate.journey.panel.models import PanelMember
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def add(cast: Cast, review: Review, by: User | None = None, **what: object) -> PanelMember:
    facts = {"name": "Hilary Stroud", "role": "Head of Safeguarding", "organisation_name": "The hospital trust",
             "independence": NO_PART, **what}  # fmt: skip
    return do(actions.add_member, review=review, by=by or cast.coordinator, **facts)


def test_members_with_an_account_read_the_panels_part_and_nothing_else(cast: Cast) -> None:
    review = convened(cast)
    with acting_as(cast.panel_member.pk):
        seats = access.seats_of(cast.panel_member).values_list("compartment__kind", "role")
        assert set(seats) == {(Kind.PANEL, Role.PANEL_MEMBER)}
        assert Review.objects.get().pk == review.pk
        assert [one.name for one in queries.members(review)] == ["Callum Deverell", "Farah Siddall"]


def test_a_member_without_an_address_is_only_listed(cast: Cast) -> None:
    assert add(cast, chaired(cast)).user is None


def test_the_independent_chair_may_invite_somebody_new(cast: Cast) -> None:
    member = add(cast, chaired(cast), by=cast.independent_chair, email="new.member@example.org")
    assert member.user == User.objects.by_email("new.member@example.org")


def test_nobody_sits_twice(cast: Cast) -> None:
    review = convened(cast)
    with pytest.raises(Refused, match="callum deverell is already on the panel"):
        add(cast, review, name="callum deverell", organisation_name="northbridge carers' alliance")
    with pytest.raises(Refused, match="already on the panel"):
        add(cast, review, name="Somebody else", email=cast.panel_member.email)
    with pytest.raises(Refused, match="already leads the panel"):
        add(cast, review, name="Imogen Ashdown", email=cast.independent_chair.email)
    with pytest.raises(Refused, match="no part in the case"):
        add(cast, review, independence=" ")


def test_whoever_leaves_reads_nothing_from_then_on(cast: Cast) -> None:
    review = convened(cast)
    with acting_as(cast.coordinator.pk):
        member = queries.members(review).get(name="Callum Deverell")
        actions.remove_member(member=member, by=cast.coordinator)
    with acting_as(cast.panel_member.pk):
        assert not Review.objects.exists()
        assert not PanelMember.objects.exists()
    with pytest.raises(Refused, match="already left"):
        do(actions.remove_member, member=member, by=cast.coordinator)
    assert add(cast, review, name="Callum Deverell", email=cast.panel_member.email).user == cast.panel_member


@pytest.mark.parametrize("who", ["panel_member", "partnership_chair", "stranger"])
def test_only_those_who_lead_change_the_panel(cast: Cast, who: str) -> None:
    review = convened(cast)
    with pytest.raises(PermissionDenied):
        add(cast, review, by=getattr(cast, who))
