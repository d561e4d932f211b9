"""Two people lead the same review in the same moment."""

import pytest

from illuminate.cli.demo.story.intake import commissioned
from illuminate.cli.demo.story.panel import INDEPENDENCE, LINES, NO_PART, TERMS
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.panel import actions
from illuminate.journey.panel.models import ChairAppointment, PanelMember, TermsOfReference
from illuminate.journey.reviews.blockers import Refused
from tests.at_once import at_once
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.usefixtures("committed")


def test_one_chair_one_member_and_one_version_come_of_it(cast: Cast) -> None:
    review = reloaded(cast, commissioned(cast))
    chair, stranger, coordinator = cast.independent_chair, cast.stranger, cast.coordinator

    def appoint(person: object) -> object:
        return do(actions.appoint_chair, review=reloaded(cast, review), person=person, independence=INDEPENDENCE,
                  by=coordinator)  # fmt: skip

    def add() -> object:
        return do(actions.add_member, review=reloaded(cast, review), name="Sunita Rao-Bell", role="Chief Executive",
                  organisation_name="Lantern", independence=NO_PART, email="s@lantern.example.org",
                  by=coordinator)  # fmt: skip

    def agree() -> object:
        return do(actions.agree_terms, review=reloaded(cast, review), details=TERMS, lines=LINES, based_on=0,
                  by=coordinator)  # fmt: skip

    for first, second, words in (
        (lambda: appoint(chair), lambda: appoint(stranger), "already leads this review"),
        (add, add, "already on the panel"),
        (agree, agree, "Version 1 was agreed while you were writing"),
    ):
        (refused,) = at_once(first, second)
        assert isinstance(refused, Refused), refused
        assert words in str(refused)
    with acting_as(coordinator.pk):
        assert [model.objects.count() for model in (ChairAppointment, PanelMember, TermsOfReference)] == [
            1,
            1,
            1,
        ]
