"""The plain forms are read in one step, and must say what the slower readers say of the same words."""

from __future__ import annotations

import pytest

from illuminate.engines.dates import context_of
from illuminate.engines.dates.phrases import read_phrase
from illuminate.engines.dates.quick import read_plain
from illuminate.engines.dates.tests.table import TODAY, answer
from illuminate.engines.dates.tidying import tidy

CONTEXT = context_of([2016, 2019], today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "22nd of May 2016",
        "3 of May 16",
        "Sunday 22nd of May 2016,",
        "22/05/2016.",
        "22 May 2016 14:30.",
        "2016-05-22,",
    ],
)
def test_what_is_read_in_one_step_is_what_the_slower_readers_read(text: str) -> None:
    quick = read_plain(text, CONTEXT)
    assert quick is not None
    slow = read_phrase(tidy(text), CONTEXT)
    assert not isinstance(slow, tuple)
    assert answer(quick) == answer(slow)


@pytest.mark.parametrize(
    "text", ["22nd of of May 2016", "31st of June 2016", "Monday 22nd of May 2016", "22 of 05 2016"]
)
def test_what_is_not_plain_is_left_to_them(text: str) -> None:
    assert read_plain(text, CONTEXT) is None
