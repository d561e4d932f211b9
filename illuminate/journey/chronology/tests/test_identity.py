"""An entry is known again when its file is sent anew; two are never taken for one."""

from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from illuminate.journey.chronology.identity import Told, carried

WORDS = st.sampled_from(
    ["Seen at home.", "Telephone call, no answer.", "Referral sent", "Letter", "", "Visit with police"]
)
ENTRY = st.builds(
    Told, part=st.sampled_from(["", "table 1"]), row=st.integers(1, 6), date=st.sampled_from(["1/2/18", "2/2/18", ""]),
    time=st.sampled_from(["", "10:00"]), text=WORDS,
)  # fmt: skip
STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def known(entries: list[Told]) -> list[tuple[UUID, Told]]:
    return [(uuid4(), one) for one in entries]


@STEADY
@given(st.lists(ENTRY, max_size=12))
def test_the_same_file_keeps_every_identity(entries: list[Told]) -> None:
    old = known(entries)
    assert carried(old, entries) == [identity for identity, _ in old]


@STEADY
@given(st.lists(ENTRY, max_size=10), st.lists(ENTRY, max_size=10))
def test_no_identity_is_given_twice_and_none_is_invented(before: list[Told], after: list[Told]) -> None:
    old = known(before)
    found = [one for one in carried(old, after) if one]
    assert len(found) == len(set(found)) and set(found) <= {identity for identity, _ in old}


def test_a_row_above_a_mended_word_and_a_mended_date_change_nothing() -> None:
    old = known(
        [
            Told("", 2, "1/2/18", "", "Seen at home with two children, well."),
            Told("", 3, "5/2/18", "", "Called."),
        ]
    )
    new = [
        Told("", 2, "30/1/18", "", "Registered."),
        Told("", 3, "1/2/18", "", "Seen at home with the two children, well."),
        Told("", 4, "5/2/2018", "", "Called."),
    ]
    first, second, third = carried(old, new)
    assert first is None and second == old[0][0]
    assert third is None, "another date and another row: nothing says that it is the same call"
    assert carried(old, [new[1], Told("", 3, "5/2/2018", "", "Called.")])[1] == old[1][0]


def test_two_rows_that_say_the_same_stay_two() -> None:
    twice = [Told("", 2, "1/2/18", "", "No answer."), Told("", 3, "1/2/18", "", "No answer.")]
    old = known(twice)
    assert carried(old, [twice[1]]) == [old[1][0]]
