"""A name planted in any place of a file is found there, twice over, and is gone from the copy; a clean twin is let be.

Without the proposals of names that are on no register: `python -m benchmarks.anonymising.places` looks with them too.
"""

import pytest

from benchmarks.anonymising.places.every import every_place
from benchmarks.anonymising.places.planting import CLEAN, LOOKED_FOR, REAL, REGISTER, Place
from benchmarks.anonymising.places.raw import left_in
from illuminate.engines.anonymise import read_register, readers, verify
from illuminate.engines.anonymise.apply import replacements
from illuminate.engines.anonymise.check import Checker
from illuminate.engines.anonymise.writers import writer_for

REGISTER_OF_ONE = read_register(REGISTER)
CHECKER = Checker(REGISTER_OF_ONE)
PLACES = every_place()


@pytest.mark.parametrize("place", PLACES, ids=[f"{place.ending} {place.name}" for place in PLACES])
def test_a_name_is_found_and_gone_and_a_twin_is_let_be(place: Place) -> None:
    data, name = place.build(REAL), place.file(REAL) + place.ending
    reading = readers.read(data, name)
    found = CHECKER.known(reading)
    seen = verify(data, name, REGISTER_OF_ONE)
    assert found or (place.is_unread and reading.unread)
    assert any(one.on_register for one in seen.findings) or (place.is_unread and seen.unread)
    copy = writer_for(name)(data, name, list(replacements(reading, found))).data
    assert not left_in(copy, LOOKED_FOR)

    twin, plain = place.build(CLEAN), place.file(CLEAN) + place.ending
    assert CHECKER.known(readers.read(twin, plain)) == []
    assert verify(twin, plain, REGISTER_OF_ONE).findings == ()


def test_the_look_at_a_copy_sees_what_is_left() -> None:
    for place in PLACES:
        if not place.is_unread and place.file(REAL) == "paper":
            assert left_in(place.build(REAL), LOOKED_FOR), place.name
