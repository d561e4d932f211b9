"""Who was told, whose task it was to tell, and who was there, in accounts that name the same people differently."""

import pytest

from illuminate.engines.chronology.findings.conflicts.conflicts import conflicts
from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.tests.life import CSC, HOUSING, entry

TOLD, THERE = "who was told", "who was present"
AT_ODDS = [
    (TOLD, "Marac. The IDVA will tell her what was decided.", "Marac. Police are the ones to let her know."),
    (TOLD, "Meeting. School will ring the mother.", "Meeting. It was left to us to ring the mother."),
    (TOLD, "Rang the midwife and, straight after, the HV.", "They had not been in touch with the HV."),
    (TOLD, "Asked us on no account to let her parents know.", "Both parents know."),
    (TOLD, "Her husband should not know that she wrote.", "Her husband knows that she wrote."),
    (TOLD, "Mr B has been given the date.", "Asked that Mr Bell be told nothing of the date."),
    (TOLD, "His wife has been kept informed.", "Wife rang. She had no idea."),
    (THERE, "Ward meeting. Wife and son present.", "Ward meeting. Mrs Bell had not been invited."),
    (THERE, "Met with the wife present.", "Wife at home with a cough, nobody had asked her."),
    (THERE, "Came by himself, no relative with him.", "Went in with him."),
    (THERE, "Court. She gave evidence alone.", "Sat beside her while she gave evidence."),
    (THERE, "Grandmother was in the kitchen and left us to it.", "Grandmother sat in throughout."),
    (THERE, "Visit with housing, who stayed throughout.", "I was ill and could not go."),
]  # fmt: skip
AT_ONE = [
    ("Marac. The IDVA will tell her what was decided.", "Marac. Women's aid to let her know."),
    ("Marac. The IDVA will tell her, not police.", "Marac. IDVA to ring her."),
    ("Marac. School will tell her mother.", "Marac. Police are to tell her brother."),
    ("Both parents know that it is closed.", "Parents were told by letter."),
    ("Her husband knows of the pregnancy.", "Her mother does not know yet."),
    ("Mr Bell asleep.", "Says that he has not seen his wife."),
    ("Children at their father's.", "Her adult son opened the door."),
    ("Visit with housing.", "I could not go up the stairs with him."),
    ("Mrs Bell, who told me of it, was calm.", "Nobody had told Mrs Bell of the date."),
]  # fmt: skip


def _fields(mine: str, theirs: str) -> set[str]:
    entries = [entry(CSC, "2019-05-14", mine), entry(HOUSING, "2019-05-14", theirs)]
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(told, place, agencies, lexer) for place, told in enumerate(entries)]
    found = conflicts(entries, [told for told in read if told], [[0, 1]], agencies)
    return {finding.field for finding in found}


@pytest.mark.parametrize(("field", "mine", "theirs"), AT_ODDS)
def test_what_excludes_the_other_account(field: str, mine: str, theirs: str) -> None:
    assert field in _fields(mine, theirs)


@pytest.mark.parametrize(("mine", "theirs"), AT_ONE)
def test_what_may_both_be_so(mine: str, theirs: str) -> None:
    assert not _fields(mine, theirs) & {TOLD, THERE, "children present"}
