"""Names by which agencies go, and bodies that are outside the case."""

from illuminate.engines.chronology.findings.reading.kinds import UNKNOWN, role_of, roles_in
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    POLICE,
    entry,
    unanswered,
)
from illuminate.engines.chronology.findings.text import plain
from illuminate.engines.chronology.initialled import full_names


def test_a_cold_house_is_not_the_housing_office() -> None:
    assert unanswered(entry(GP, "2018-04-10", "Referred to MASH - house damp, no beds.")) == [(0, CSC)]


def test_a_referral_to_a_national_charity_is_none_to_the_local_service() -> None:
    assert unanswered(entry(GP, "2018-04-10", "Referral to Victim Support sent.")) == []


def test_a_name_that_tells_nothing_is_known_by_its_daily_work() -> None:
    told = [entry("New Leaf Weald", "2018-04-10", f"Keywork session {n}, harm reduction.") for n in range(5)]
    assert role_of("New Leaf Weald") == UNKNOWN
    assert roles_in(["New Leaf Weald", POLICE], told, {}) == ["substance", "police"]
    assert roles_in(["New Leaf Weald"], [], {}) == [UNKNOWN]


def test_a_name_is_known_with_and_without_its_accents() -> None:
    assert plain("Ref'd to Cysgod y Môr, Siân Órla") == plain("ref'd to cysgod y mor, sian orla")


def test_an_agency_named_by_initials_is_meant_by_the_words_that_others_spell_it_with() -> None:
    sent = entry(POLICE, "2018-04-10", "Referral sent to Fenshire Recovery and Advice Service (FRAS).")
    calls = [entry("FRAS", f"2018-{month:02d}-04", "Drop-in; tea and a talk.") for month in range(1, 12)]
    assert unanswered(sent, *calls) == [(0, "FRAS")]
    other = entry(POLICE, "2018-05-10", "Fenland Rural Aid Scheme rang.")
    assert full_names(["FRAS"], [sent, other]) == {}
