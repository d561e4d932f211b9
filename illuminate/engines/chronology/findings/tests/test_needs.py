"""The letters by which a question is passed over quickly stand in everything that its answers can be told by."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology.findings.claims import axes, relations
from illuminate.engines.chronology.findings.lexicon import words_of

WITH_NEEDS = [axis for axis in axes("ella") if axis.needs]
LETTERS = st.characters(codec="ascii", exclude_categories=("Cc", "Lu"))


@pytest.mark.parametrize("axis", WITH_NEEDS, ids=lambda axis: str(axis.name))
@settings(max_examples=40, deadline=None, derandomize=True)
@given(data=st.data())
def test_what_an_answer_finds_holds_some_of_the_letters(axis: object, data: st.DataObject) -> None:
    name = getattr(axis, "name", "")
    row = next(words_of(file)[name] for file in ("claims", "axes", "answers") if name in words_of(file))
    written = data.draw(st.sampled_from([one for known in row["values"].values() for one in known]))
    one = written.replace("REL", f"(?:{relations()[0]})").replace("CHILD", "ella").replace("MATE", "partner")
    told = data.draw(st.from_regex(re.compile(one, re.ASCII), fullmatch=False, alphabet=LETTERS))
    found = re.search(one, told)
    assert found and any(letters in told for letters in row["needs"]), (one, told)
