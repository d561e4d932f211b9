"""Dates that their writer took up again in the same breath."""

from __future__ import annotations

import pytest

from illuminate.engines.dates.tests.table import answers, lines

UNDER_2016 = """
Friday 3rd June, or it could have been the Saturday => range 2016-06-03 2016-06-04 doubted
Friday 3rd June, or possibly Thursday => range 2016-06-02 2016-06-03 doubted
Monday 6 June 2016 (or the Sunday) => range 2016-06-05 2016-06-06 doubted
Monday 6 June or the day after => range 2016-06-06 2016-06-07 doubted
Monday 6 June or maybe the previous day => range 2016-06-05 2016-06-06 doubted
Monday 6 June or the Monday => day 2016-06-06 doubted
beginning of March, the 4th I think => day 2016-03-04 doubted
March, probably the 19th => day 2016-03-19 doubted
mid March 2017, the 14th => day 2017-03-14
late in March - the thirtieth perhaps => day 2016-03-30 doubted
before half term, October 2018 => before 2018-10-14
after half term in May 2019 => after 2019-06-08
"""

NOT_READ = """
beginning of March, the 24th I think => unreadable
June 2018, the 31st => unreadable
spring or the Tuesday => unreadable
before half term, whenever it was => unreadable
"""


@pytest.mark.parametrize(("words", "wanted"), lines(UNDER_2016))
def test_a_day_with_a_second_thought(words: str, wanted: str) -> None:
    assert answers(words, year_hint=2016) == wanted


@pytest.mark.parametrize(("words", "wanted"), lines(NOT_READ))
def test_words_that_contradict_the_first_ones_give_no_day(words: str, wanted: str) -> None:
    assert answers(words) == wanted
