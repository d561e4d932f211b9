"""The terms of reference: by pseudonym, version by version."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.panel import LINES, TERMS, chaired, ready
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.panel import actions, queries
from illuminate.journey.panel.actions import TermsDetails
from illuminate.journey.panel.models import KeyLine, TermsOfReference
from illuminate.journey.people import actions as people
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def agree(
    cast: Cast, review: Review, details: TermsDetails = TERMS, lines: list[str] = LINES, by: User | None = None,
    **what: object,
) -> TermsOfReference:  # fmt: skip
    return do(
        actions.agree_terms, review=review, details=details, lines=lines, by=by or cast.coordinator, **what
    )


def test_a_new_version_keeps_the_old_one(cast: Cast) -> None:
    review = ready(cast)
    agree(cast, review, replace(TERMS, family_said="They ask what the children said."), LINES[:2], based_on=1)
    with acting_as(cast.panel_member.pk):
        versions = list(queries.all_terms(review))
        assert [(one.version, len(one.key_lines.all())) for one in versions] == [(2, 2), (1, 7)]
        assert versions[1].family_said == ""
        assert [line.number for line in queries.key_lines(review)] == [1, 2]
        assert queries.current_terms(review).period_to == date(2021, 10, 9)


def test_the_period_is_encrypted(cast: Cast) -> None:
    ready(cast)
    with acting_as(cast.coordinator.pk):
        raw = TermsOfReference.objects.values_list("period_to", flat=True).get()
    assert b"2021-10-09" not in bytes(raw)


def test_a_stale_page_does_not_overwrite(cast: Cast) -> None:
    review = ready(cast)
    with pytest.raises(Refused, match="Version 1 was agreed while you were writing"):
        agree(cast, review, based_on=0)
    agree(cast, review, based_on=1)
    with pytest.raises(Refused, match="Version 2 was agreed"):
        agree(cast, review, based_on=1)


@pytest.mark.parametrize(
    ("part", "text", "name"),
    [
        ("purpose", "To learn from the death of Margaret Holloway.", "Margaret"),
        ("family_plan", "Siân will be written to first.", "Siân"),
        ("media_plan", "The address, 14 Quarry Bank, is in the papers.", "14 Quarry Bank"),
    ],
)
def test_real_names_are_refused_wherever_they_stand(cast: Cast, part: str, text: str, name: str) -> None:
    review = chaired(cast)
    do(people.add_entry, review=review, kind="place", real="14 Quarry Bank", by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        agree(cast, review, replace(TERMS, **{part: text}))
    assert name in str(refused.value)
    assert "Use the agreed pseudonym" in str(refused.value)
    with acting_as(cast.coordinator.pk):
        assert not TermsOfReference.objects.exists()


def test_real_names_are_refused_in_a_key_line(cast: Cast) -> None:
    with pytest.raises(Refused, match=r"Craig.* in “Key lines of enquiry”"):
        agree(cast, chaired(cast), lines=["What did anybody know of Craig Marsh?"])


def test_ordinary_words_that_are_names_elsewhere_stay(cast: Cast) -> None:
    assert agree(cast, chaired(cast), lines=["Will agencies change how they listen to a carer?"]).version == 1


def test_without_questions_or_with_an_upside_down_period_nothing_is_agreed(cast: Cast) -> None:
    review = chaired(cast)
    with pytest.raises(Refused, match="at least one key line"):
        agree(cast, review, lines=["  "])
    with pytest.raises(Refused, match="ends before it begins"):
        agree(cast, review, replace(TERMS, period_to=date(2013, 12, 31)))


def test_a_panel_member_reads_and_does_not_agree(cast: Cast) -> None:
    review = ready(cast)
    with pytest.raises(PermissionDenied):
        agree(cast, review, by=cast.panel_member)
    with acting_as(cast.stranger.pk):
        assert not TermsOfReference.objects.exists()
        assert not KeyLine.objects.exists()
