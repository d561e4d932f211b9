"""Which finding is which: each on record is taken once, and the same question is always known again."""

from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology.findings import Finding as Found
from illuminate.journey.chronology.continuity import OnRecord, key_of, known_again, sort_of

ENTRIES = [UUID(int=number) for number in range(1, 9)]
GROUP = st.frozensets(st.sampled_from(ENTRIES), min_size=1, max_size=4)
FOUND = st.builds(
    lambda kind, group: Found(kind, tuple(str(one) for one in sorted(group)), "Why."),
    st.sampled_from(["same_event", "conflict"]), GROUP,
)  # fmt: skip
STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def recorded(found: Found) -> OnRecord:
    return OnRecord(uuid4(), key_of(found), sort_of(found), frozenset(UUID(one) for one in found.entries))


@STEADY
@given(st.lists(FOUND, max_size=8))
def test_comparing_the_same_again_finds_each_again_unchanged(found: list[Found]) -> None:
    record = list({key_of(one): recorded(one) for one in found}.values())
    same = known_again(record, found)
    assert {one.before for one in same} == {one.pk for one in record} and not any(one.changed for one in same)


@STEADY
@given(st.lists(FOUND, max_size=8), st.lists(FOUND, max_size=8))
def test_nothing_on_record_is_taken_twice_and_none_for_another_question(
    before: list[Found], after: list[Found]
) -> None:
    record = {one.pk: one for one in {key_of(one): recorded(one) for one in before}.values()}
    same = known_again(record.values(), after)
    taken = [one.before for one in same if one.before]
    assert len(taken) == len(set(taken)) and len(same) == len({key_of(one) for one in after})
    for one in same:
        if one.before:
            old = record[one.before]
            assert old.sort == sort_of(one.found) and old.entries & {
                UUID(entry) for entry in one.found.entries
            }


def test_a_group_that_gains_an_entry_is_the_group_that_it_was() -> None:
    two, three = ENTRIES[:2], ENTRIES[:3]
    old = recorded(Found("same_event", tuple(map(str, two)), "Why."))
    (same,) = known_again([old], [Found("same_event", tuple(map(str, three)), "Why.")])
    assert (same.before, same.changed) == (old.pk, True)
