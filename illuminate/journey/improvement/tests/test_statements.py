"""What is public of progress: words that two people and the machine have looked at, and nothing else."""

import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from illuminate.cli.demo.story.improvement import DONE_ON, STATEMENT, public, reported, stated
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.improvement import actions
from illuminate.journey.improvement.models import PublicStatement
from illuminate.journey.publication import actions as publication
from illuminate.journey.publication import queries as released
from illuminate.journey.publication.models import ReleasedStatement
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db


def written(cast: Cast, text: str = STATEMENT) -> PublicStatement:
    return do(
        actions.write_statement, follow_up=reported(cast), text=text, said_on=DONE_ON, by=cast.housing_author
    )


def test_a_statement_stands_under_its_action(cast: Cast) -> None:
    stated(cast)
    row = ReleasedStatement.objects.select_related("action__recommendation").get()
    assert (row.text, row.said_on) == (STATEMENT, DONE_ON)
    assert row.digest == hashlib.sha256(STATEMENT.encode()).hexdigest()
    assert (row.action.recommendation.number, row.action.number) == (1, 1)


def test_whoever_wrote_it_does_not_confirm_it(cast: Cast) -> None:
    statement = do(actions.write_statement, follow_up=reported(cast), text=STATEMENT, by=cast.coordinator)
    with pytest.raises(Refused, match="You wrote this statement"):
        do(actions.confirm_statement, statement=statement, by=cast.coordinator)
    with acting_as(cast.coordinator.pk), pytest.raises(IntegrityError), transaction.atomic():
        PublicStatement.objects.filter(pk=statement.pk).update(
            confirmed_by=cast.coordinator, confirmed_on=DONE_ON
        )
    for person in (cast.housing_author, cast.panel_member, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.confirm_statement, statement=statement, by=person)


def test_unconfirmed_words_are_not_published(cast: Cast) -> None:
    statement = written(cast)
    with pytest.raises(Refused, match="confirms first that it identifies nobody"):
        do(actions.state_publicly, statement=statement, by=cast.coordinator)
    assert not ReleasedStatement.objects.exists()


@pytest.mark.parametrize("slip", ["Maggie Holloway", "14 Quarry Bank", "07700 900417", "NB4 7QX"])
def test_a_name_or_a_number_is_found_and_not_repeated(cast: Cast, slip: str) -> None:
    statement = written(cast, f"Nobody is charged any more, as {slip} was.")
    with pytest.raises(Refused, match="The statement holds") as refused:
        do(actions.confirm_statement, statement=statement, by=cast.partnership_chair)
    assert slip not in str(refused.value)


def test_words_changed_after_they_were_confirmed_are_not_published(cast: Cast) -> None:
    statement = written(cast)
    do(actions.confirm_statement, statement=statement, by=cast.partnership_chair)
    with acting_as(cast.coordinator.pk):
        PublicStatement.objects.filter(pk=statement.pk).update(text="Something else.")
    with pytest.raises(Refused, match="not the ones that were confirmed"):
        do(actions.state_publicly, statement=statement, by=cast.coordinator)


def test_the_same_words_are_said_and_published_once(cast: Cast) -> None:
    statement = stated(cast)
    with pytest.raises(Refused, match="written already"):
        do(
            actions.write_statement,
            follow_up=statement.follow_up,
            text=f" {STATEMENT}\r\n",
            by=cast.coordinator,
        )
    with pytest.raises(Refused, match="public already"):
        do(actions.state_publicly, statement=statement, by=cast.coordinator)
    with pytest.raises(Refused, match="confirmed already"):
        do(actions.confirm_statement, statement=statement, by=cast.independent_chair)
    assert ReleasedStatement.objects.count() == 1


def test_only_the_coordinator_publishes_a_statement(cast: Cast) -> None:
    statement = written(cast)
    do(actions.confirm_statement, statement=statement, by=cast.partnership_chair)
    for person in (cast.partnership_chair, cast.housing_author, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.state_publicly, statement=statement, by=person)


def test_a_dropped_statement_leaves_the_public_page(cast: Cast) -> None:
    statement = stated(cast)
    do(actions.drop_statement, statement=statement, by=cast.coordinator)
    assert not ReleasedStatement.objects.exists()


def test_what_is_said_of_a_report_that_was_taken_down_is_public_no_more(cast: Cast) -> None:
    statement = stated(cast)
    with acting_as(cast.coordinator.pk):
        release = released.release_of(public(cast))
    do(publication.take_down, release=release, reason="A slip.", by=cast.coordinator)
    assert not ReleasedStatement.objects.exists()
    with pytest.raises(Refused, match="The report is not public"):
        do(actions.state_publicly, statement=statement, by=cast.coordinator)
    assert reloaded(cast, public(cast)).stage == "approved"
