"""What people write at the end of a long day: vague, half known, counted from another day, damaged on its way."""

from __future__ import annotations

import pytest

from illuminate.engines.dates import take_date
from illuminate.engines.dates.tests.table import TODAY, answer, answers, lines

YEARS = (2019, 2020, 2021, 2022)

UNDER_A_YEAR = """
2021-01-2?T => range 2021-01-20 2021-01-29 doubted
2021-01-2?T14:30 => range 2021-01-20 2021-01-29 doubted
2021-01-??T => month 2021-01-01 2021-01-31
202?-01-12 => range 2020-01-12 2026-01-12 doubted
7/5/2? => range 2020-05-07 2026-05-07 doubted
??/5 => month 2021-05-01 2021-05-31
7/5/20?? => ambiguous
unknown day in May => month 2021-05-01 2021-05-31
TBC May 2021 => month 2021-05-01 2021-05-31 doubted
one evening over Christmas => range 2021-12-24 2021-12-26
a foggy morning in early March => range 2021-03-01 2021-03-10
beginning of Feb 20 => range 2020-02-01 2020-02-10
late in Sept 20 => range 2020-09-21 2020-09-30
end of March 31 => ambiguous
the Friday before 12 May => day 2021-05-07
the Monday after 5 May => day 2021-05-10
the weekend after 5 May => range 2021-05-08 2021-05-09
the weekend before Christmas => range 2021-12-18 2021-12-19
the Friday before Easter => unreadable
3-4 days after 12 May => range 2021-05-15 2021-05-16
two days after Christmas => range 2021-12-26 2021-12-28
10 days before Easter => range 2021-03-23 2021-03-26
a couple of days after 12 May => after 2021-05-13
two weeks after 12 May => day 2021-05-26 doubted
1 week before 12 May => day 2021-05-05 doubted
BH Mon 30 August => day 2021-08-30
day prior to 19 July => day 2021-07-18
3 May (3 days) => range 2021-05-03 2021-05-05
from 3rd May for five days => range 2021-05-03 2021-05-07
3 May for 2 nights => range 2021-05-03 2021-05-05
weekly 7 May - 28 May => range 2021-05-07 2021-05-28
every Friday in May => month 2021-05-01 2021-05-31
May at the earliest => after 2021-05-01
by 3 May at latest => before 2021-05-03
w.e.f. 3 May => after 2021-05-03
May, maybe June => range 2021-05-01 2021-06-30 doubted
June-ish => month 2021-06-01 2021-06-30 doubted
3rd/4th/5th May => range 2021-05-03 2021-05-05
Mar/Apr/May => range 2021-03-01 2021-05-31
Sat-Sun 8-9 May => range 2021-05-08 2021-05-09
Mon or Tues 19/20 July => range 2021-07-19 2021-07-20
Dec 30 - Jan 2 => range 2020-12-30 2021-01-02
turn of the year 2020/21 => range 2020-12-15 2021-01-15
Xmas hols => range 2021-12-18 2022-01-06
7 May 2 o'clock => day 2021-05-07
7/5/21 pm - 8/5/21 am => range 2021-05-07 2021-05-08
first thing on 7 May => day 2021-05-07
On the morning of Wednesday 19th May 2021 => day 2021-05-19
o/n 7-8 May => range 2021-05-07 2021-05-08
07/05/21 (2) => day 2021-05-07
07/05/21 cont'd => day 2021-05-07
Date of visit: 07/05/21 => day 2021-05-07
07/05/21 DOB => unreadable
J anuary 1-2, 2010 => unreadable
'07/05/2021 => day 2021-05-07
07l05l2021 => day 2021-05-07
07/05/2021 n/k => day 2021-05-07 doubted
early nineties => range 1990-01-01 1993-12-31
1998/9 => range 1998-01-01 1999-12-31
'98-'03 => range 1998-01-01 2003-12-31
2018ish => year 2018-01-01 2018-12-31 doubted
10ish => unreadable
up to & including 7 May => before 2021-05-07
the last days of May => range 2021-05-21 2021-05-31
"""


@pytest.mark.parametrize(("text", "wanted"), lines(UNDER_A_YEAR))
def test_dates_under_a_heading_with_the_year(text: str, wanted: str) -> None:
    assert answers(text, year_hint=2021, century_hint=YEARS) == wanted


HEADS = """
Some time over Easter weekend => range 2021-04-02 2021-04-05
One quiet night in August => month 2021-08-01 2021-08-31
Mar-Apr => range 2021-03-01 2021-04-30
March/April => range 2021-03-01 2021-04-30
June-ish => month 2021-06-01 2021-06-30 doubted
Friday 7th May, night => day 2021-05-07
Feb half-term 2020 => range 2020-02-08 2020-02-28
7 May half past two => day 2021-05-07
sometime May => month 2021-05-01 2021-05-31
19/07/20 21 => none
"""


@pytest.mark.parametrize(("text", "wanted"), lines(HEADS))
def test_at_the_head_of_a_line_all_of_their_words_count(text: str, wanted: str) -> None:
    found = take_date(f"{text}: Seen by the duty worker.", today=TODAY, year_hint=2021, century_hint=YEARS)
    assert answer(found[0] if found else None) == wanted
    assert found is None or (found[1], found[2]) == (text, "Seen by the duty worker.")


@pytest.mark.parametrize(
    "text", ["One man in May's house", "A day at work", "Some point-scoring", "Each was seen"]
)
def test_words_that_only_begin_so_are_no_dates(text: str) -> None:
    assert take_date(f"{text}: Seen by the duty worker.", today=TODAY, year_hint=2021) is None
