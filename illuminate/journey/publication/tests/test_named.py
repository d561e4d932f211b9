"""The name on the public page: the pseudonym, or the real one where the family chose it."""

from datetime import date

import pytest

from illuminate.cli.demo.story.intake import deciding
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.people import actions, queries
from illuminate.journey.publication.page import page_of
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def title_of(cast: Cast, review: Review) -> str:
    with acting_as(cast.coordinator.pk):
        return page_of(reloaded(cast, review), died="June 2023", summary="What happened.").title


def test_a_real_name_stands_on_the_public_page_only_by_the_familys_choice(cast: Cast) -> None:
    review = deciding(cast)
    assert title_of(cast, review) == review.title
    with acting_as(cast.coordinator.pk):
        victim = queries.subjects(review)[0].entry
    do(actions.agree_pseudonym, entry=victim, pseudonym="Louise", by=cast.coordinator)
    assert title_of(cast, review) == "Louise"
    do(
        actions.use_real_name,
        entry=victim,
        name="Margaret",
        chosen_on=date(2023, 1, 9),
        by=cast.coordinator,
    )
    assert title_of(cast, review) == "Margaret"
    assert reloaded(cast, review).title == "Louise"
