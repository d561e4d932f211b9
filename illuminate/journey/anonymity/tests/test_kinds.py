"""Every kind that the machine finds has a letter, a word, and a sentence that says how much of it is missed."""

import re

import pytest

from illuminate.engines.anonymise import Register, check
from illuminate.engines.anonymise.detectors import detected
from illuminate.engines.anonymise.register import KINDS
from illuminate.journey.anonymity import kinds

SAMPLES = (
    "She lived at 12 Orchard Rise, Lower Beddick, postcode SW1A 2AA, and rang 01632 960123 or 07700 900123.",
    "Her NHS number was 943 476 5919 and her National Insurance number AB123456C.",
    "E-mail tess@example.org, see https://example.org/tess, and @tess_rides on Instagram.",
    "Her car, registration AB12 CDE, was seen. Passport number 123456789, driving licence MORGA657054SM9IJ.",
    "Sort code 12-34-56, account 12345678. Crime reference 42/12345/19. She was aged 34, her son aged six.",
    "She was born on 3 March 1985.",
)


@pytest.mark.parametrize("text", SAMPLES)
def test_every_kind_that_is_found_has_its_group(text: str) -> None:
    found = detected(text)
    assert found
    assert not [hit.kind for hit in found if kinds.group_of(hit.kind) is kinds.OTHER]


def test_every_kind_of_the_register_and_of_names_has_its_group() -> None:
    assert not [kind for kind in KINDS if kinds.group_of(kind) is kinds.OTHER]
    found = check(
        b"Mrs Gertrude Oxenhope went to Bluebell Primary School in Lower Beddick.", "a.txt", Register(())
    )
    assert found.findings and all(kinds.group_of(one.kind) is not kinds.OTHER for one in found.findings)


def test_each_group_has_a_letter_of_its_own_and_a_sentence() -> None:
    letters = [one.letter for one in (*kinds.groups(), kinds.OTHER, kinds.UNREAD)]
    assert len(set(letters)) == len(letters)
    sentences = [*kinds.missed(), *kinds.missed_forms(), kinds.missed_risks()]
    assert len(kinds.missed()) == len(kinds.groups())
    assert all(re.fullmatch(r"Of .+ about \d+ in 100 (is|are) missed(: .+)?\.", one) for one in sentences)


def test_a_kind_that_nobody_listed_is_still_shown() -> None:
    assert kinds.group_of("shoe_size") is kinds.OTHER and kinds.proposed("shoe_size", "9") == ""


def test_a_whole_day_becomes_its_month() -> None:
    assert kinds.proposed("date", "3 March 2019") == "March 2019"
    assert kinds.proposed("date", "the Tuesday after") == "a date"
    assert kinds.register_kind("date", "3 March 2019") == "date"
    assert kinds.register_kind("date", "the Tuesday after") == "identifier"
