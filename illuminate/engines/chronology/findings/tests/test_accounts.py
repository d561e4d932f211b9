"""What two accounts of one event say against each other, slot by slot, and what they may say differently in peace."""

import pytest

from illuminate.engines.chronology import Entry, Reading, combine
from illuminate.engines.chronology.findings.conflicts.conflicts import conflicts
from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.tests.agreeing import AGREE
from illuminate.engines.chronology.findings.tests.answering import AGREED, ANSWERED
from illuminate.engines.chronology.findings.tests.differing import DIFFER
from illuminate.engines.chronology.findings.tests.life import GP, HOSPITAL, Account, quiet_life, told


def differ_on(*accounts: Entry) -> set[str]:
    """The fields on which accounts differ, given that they are of one event."""
    entries = sorted(
        combine([Reading("case", "", (*accounts, *quiet_life()), (), ())]), key=lambda one: one.id
    )
    agencies = Agencies(entries)
    lexer = lexer_for(agencies)
    read = [read_features(one, index, agencies, lexer) for index, one in enumerate(entries)]
    features = sorted((one for one in read if one), key=lambda one: (one.start, one.end, one.index))
    words = {one.original.text for one in accounts}
    group = [at for at, one in enumerate(features) if entries[one.index].original.text in words]
    return {one.field for one in conflicts(entries, features, [group], agencies)}


@pytest.mark.parametrize(("field", "one", "other"), [*DIFFER, *ANSWERED])
def test_two_values_of_one_thing_are_a_conflict_on_it(field: str, one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == {field}


@pytest.mark.parametrize(("one", "other"), [*AGREE, *AGREED])
def test_less_or_other_detail_is_no_conflict(one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == set()


@pytest.mark.parametrize("account", [each for _, *both in [*DIFFER, *ANSWERED] for each in both])
def test_an_account_repeated_by_another_agency_does_not_differ_from_it(account: Account) -> None:
    again = (GP if account[0] != GP else HOSPITAL, *account[1:])
    assert differ_on(told(account), told(again)) == set()
