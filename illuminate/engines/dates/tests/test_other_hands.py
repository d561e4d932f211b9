"""Dates as hands of other reviews wrote them: clocks behind days, stays, free words, figures not legible."""

from __future__ import annotations

from datetime import date

import pytest

from illuminate.engines.dates import split_days
from illuminate.engines.dates.tests.table import TODAY, answers, lines

YEARS = (2015, 2019, 2021, 2022)

ALONE = """
23 May 2020, 04.10 => minute 2020-05-23 04:10
19 July 2019, 22.05 => minute 2019-07-19 22:05
19 July 2019 22.05 => minute 2019-07-19 22:05
30/08/2018 13:05:00 => minute 2018-08-30 13:05
30/08/2018, 13:05:00 => minute 2018-08-30 13:05
30/08/2018 13.05 => minute 2018-08-30 13:05
30/08/2018 13.05.00 => minute 2018-08-30 13:05
30/08/2018, 11.05.00 => minute 2018-08-30 11:05
30/08/18 9.05 => minute 2018-08-30 09:05
30/08/18, 9.05 => minute 2018-08-30 09:05
30.08.18 09.05 => minute 2018-08-30 09:05
30.08.18, 09.05 => minute 2018-08-30 09:05
24 May 2020, l.3Opm => minute 2020-05-24 13:30
1 9/1O/2021 => day 2021-10-19 doubted
1 9/10/2021 => day 2021-10-19 doubted
Leave began 8 June 2021, returned 5 June 2021 => range 2021-06-05 2021-06-08
in 14-Feb-20, out 09-Feb-20 => range 2020-02-09 2020-02-14
Bail 26/11/2017 to 24/11/2017 => range 2017-11-24 2017-11-26
admitted 12/8/19, went home 9/8/19 => range 2019-08-09 2019-08-12
opened 3/4/19 closed 5/6/19 => range 2019-04-03 2019-06-05
started 3 April 2019 - ended 5 June 2019 => range 2019-04-03 2019-06-05
from 3 April 2019 until 1 March 2019 => range 2019-03-01 2019-04-03
Arrested 3/5/18, released 2/5/18 => range 2018-05-02 2018-05-03
1st wk or so Jan 19 => range 2019-01-01 2019-01-07 doubted
last wk Aug 2019 => range 2019-08-25 2019-08-31
2018-01-?? => month 2018-01-01 2018-01-31
2021-01-2? => range 2021-01-20 2021-01-29 doubted
2[8/9] April 2021 => range 2021-04-28 2021-04-29 doubted
2?.10.2022 => range 2022-10-20 2022-10-29 doubted
?2.10.2022 => day 2022-10-02 doubted
?2.3.23 => day 2023-03-02 doubted
Before we broke up for Christmas 2018 => before 2018-12-24
end of March 21 => range 2021-03-21 2021-03-31
10 Mach 2019 => day 2019-03-10
10 Juy 2019 => day 2019-07-10
10 /1/ 14 => day 2014-01-10
after the news (15 Sept 2019 onwards) => after 2019-09-15
2019-08-02/04 => range 2019-08-02 2019-08-04
30 Jun '21 1805 => minute 2021-06-30 18:05
spring 2020 => season 2020-03-01 2020-05-31
O6-Apr-22 => day 2022-04-06
14th 5eptember 2023 => day 2023-09-14
Sat 2l/O7/2018 23:20 => minute 2018-07-21 23:20
30.9.19 9pm? => minute 2019-09-30 21:00 doubted
date not legible => unreadable
Week of 13 September 2021 => range 2021-09-13 2021-09-19
3, 5 and 9 May 2018 => range 2018-05-03 2018-05-09
21/06/16, 23/06/16 and 27/06/16 => range 2016-06-21 2016-06-27
19/02, 21/02, 26/02 & 01/03/2018 => range 2018-02-19 2018-03-01
12.05, 14.05 and 16.05.2018 => range 2018-05-12 2018-05-16
12.05.2018, 14.05.2018 => range 2018-05-12 2018-05-14
2 and 3.10.2018 => range 2018-10-02 2018-10-03
"""
UNDER_A_YEAR = """
19 October, 9.10 | 2022 => minute 2022-10-19 09:10
19 July 22.05 | 2019 => minute 2019-07-19 22:05
19 July, 22.05 | 2019 => minute 2019-07-19 22:05
admitted 12/8 … went home 9/8 | 2019 => range 2019-08-09 2019-08-12
2 September, gone 11pm | 2019 => minute 2019-09-02 23:00 doubted
One wet night in August | 2019 => month 2019-08-01 2019-08-31
some time over Easter weekend | 2019 => range 2019-04-19 2019-04-22
30.08 09.05 | 2018 => minute 2018-08-30 09:05
Admitted 13 Feb, discharged 11 Feb | 2017 => range 2017-02-11 2017-02-13
12/11 2031 | 2012 => minute 2012-11-12 20:31 doubted
5-7 October | 2021 => range 2021-10-05 2021-10-07
"""
UNDER_A_MONTH = """
middle of the month | 2018-09 => range 2018-09-11 2018-09-20
first ten days or so | 2021-06 => range 2021-06-01 2021-06-10 doubted
through the month | 2022-04 => month 2022-04-01 2022-04-30
throughout the month | 2022-04 => month 2022-04-01 2022-04-30
end of the month | 2022-04 => range 2022-04-21 2022-04-30
last week | 2022-04 => range 2022-04-24 2022-04-30
12th | 2022-04 => day 2022-04-12
Thursday 4th, 10 o'clock | 2021-02 => minute 2021-02-04 10:00
l4th | 2021-02 => day 2021-02-14
15 1855 | 2021-02 => minute 2021-02-15 18:55
"""
BELOW_4_FEBRUARY_2021 = """
the next day, 11am => minute 2021-02-05 11:00
next day => day 2021-02-05
"""

# What looks like a second day behind a whole one is a clock, and no day may be made of it.
ONE_DAY = [
    "23 May 2020, 04.10",
    "19 July 2019, 22.05",
    "30/08/18, 9.05",
    "30.08.18, 09.05",
    "30/08/2018 13:05:00",
    "30/08/2018, 11.05.00",
]


@pytest.mark.parametrize(("text", "wanted"), lines(ALONE))
def test_dates_alone(text: str, wanted: str) -> None:
    assert answers(text, century_hint=YEARS) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(UNDER_A_YEAR))
def test_dates_under_the_heading_of_a_year(text: str, wanted: str) -> None:
    words, year = text.split(" | ")
    assert answers(words, century_hint=YEARS, year_hint=int(year)) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(UNDER_A_MONTH))
def test_dates_under_the_heading_of_a_month(text: str, wanted: str) -> None:
    words, month = text.split(" | ")
    year, number = map(int, month.split("-"))
    assert answers(words, century_hint=YEARS, month_hint=(year, number)) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(BELOW_4_FEBRUARY_2021))
def test_dates_below_a_row_of_a_day(text: str, wanted: str) -> None:
    assert answers(text, near=date(2021, 2, 4)) == wanted


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_clock_behind_a_whole_day_is_no_second_day(text: str) -> None:
    assert len(split_days(text, century_hint=YEARS, today=TODAY)) == 1


def test_days_listed_in_one_way_of_writing_stay_days() -> None:
    for text in ("12.05, 14.05 and 16.05.2018", "12.05.2018, 14.05.2018, 16.05.2018"):
        assert len(split_days(text, today=TODAY)) == 3, text


def test_an_end_before_its_start_is_kept_as_written() -> None:
    for text in (
        "Leave began 8 June 2021, returned 5 June 2021",
        "in 14-Feb-20, out 09-Feb-20",
        "12 Aug to 9 Aug 2019",
    ):
        assert answers(text, century_hint=YEARS).startswith("range 20"), text
