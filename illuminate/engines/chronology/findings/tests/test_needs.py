"""The letters by which a question is passed over quickly stand in everything that its answers can be told by."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.chronology.findings.conflicts.claims import Axis, axes

LETTERS = st.characters(codec="ascii", exclude_categories=("Cc", "Lu"))


@pytest.mark.parametrize("axis", axes(), ids=lambda axis: str(axis.name))
@settings(max_examples=40, deadline=None, derandomize=True)
@given(data=st.data())
def test_what_an_answer_finds_holds_some_of_the_letters(axis: Axis, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from([pattern.pattern for _, pattern in axis.values]))
    told = data.draw(st.from_regex(re.compile(written, re.ASCII), fullmatch=False, alphabet=LETTERS))
    found = re.search(written, told)
    assert found and any(letters in told for letters in axis.needs), (written, told)
