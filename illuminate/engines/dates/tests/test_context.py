"""Dates that lean on a heading, a sheet or the row before; without those words they stay refused."""

from __future__ import annotations

from datetime import date

import pytest

from illuminate.engines.dates import Refusal, When, read
from illuminate.engines.dates.tests.table import TODAY, answers, lines

UNDER_MAY_2016 = """
3rd => day 2016-05-03
17 => day 2016-05-17
Tues 17th => day 2016-05-17
Wed 17th => day 2016-05-17 doubted
17th 14:30 => minute 2016-05-17 14:30
17 - 14:30 => minute 2016-05-17 14:30
17th am => day 2016-05-17
?17 => day 2016-05-17 doubted
3-7 => range 2016-05-03 2016-05-07
3-5 => range 2016-05-03 2016-05-05 doubted
3rd-5th => range 2016-05-03 2016-05-05 doubted
17/18 => range 2016-05-17 2016-05-18
3, 5 and 9 => range 2016-05-03 2016-05-09
3rd & 5th => range 2016-05-03 2016-05-05
17 May => day 2016-05-17
17/5 => day 2016-05-17
3/5 => day 2016-05-03
w/c 16th => range 2016-05-16 2016-05-22
28 April => day 2016-04-28
17/5/17 => day 2017-05-17
June 2018 => month 2018-06-01 2018-06-30
32 => impossible
"""

UNDER_2016 = """
17 Aug => day 2016-08-17
17th of August => day 2016-08-17
17/8 => day 2016-08-17
17.8. => day 2016-08-17
Wed 17 Aug => day 2016-08-17
17 Aug 14:30 => minute 2016-08-17 14:30
17 Aug 1430 => minute 2016-08-17 14:30
August => month 2016-08-01 2016-08-31
mid-August => range 2016-08-11 2016-08-20
Easter => range 2016-03-25 2016-03-28
summer => season 2016-06-01 2016-08-31
between 3 and 9 May => range 2016-05-03 2016-05-09
overnight 3/4 May => range 2016-05-03 2016-05-04
w/c 16 May => range 2016-05-16 2016-05-22
March 18 => day 2016-03-18
March 16 => month 2016-03-01 2016-03-31 doubted
17 Aug 2014 => day 2014-08-17
17 Aug 14 => day 2014-08-17
12/03/2109 => impossible
12 March 2109 => minute 2016-03-12 21:09 doubted
12 March 2131 => minute 2016-03-12 21:31
17 => unreadable
14:30 => unreadable
"""

BELOW_3_MAY_2016 = """
14:30 => minute 2016-05-03 14:30
1430hrs => minute 2016-05-03 14:30
1430 => minute 2016-05-03 14:30
1930 => ambiguous
2015 => year 2015-01-01 2015-12-31
2.30pm => minute 2016-05-03 14:30
approx 14:30 => minute 2016-05-03 14:30 doubted
10ish => minute 2016-05-03 10:00 doubted
14:30-15:15 => minute 2016-05-03 14:30
pm => day 2016-05-03
evening => day 2016-05-03
same day => day 2016-05-03
Same day, 14:30 => minute 2016-05-03 14:30
later that day => day 2016-05-03
later that evening => day 2016-05-03
next day => day 2016-05-04
the following day at 9am => minute 2016-05-04 09:00
the day before => day 2016-05-02
17th => unreadable
17 Aug => unreadable
Tuesday => unreadable
"""


@pytest.mark.parametrize(("text", "wanted"), lines(UNDER_MAY_2016))
def test_a_row_under_the_heading_of_a_month(text: str, wanted: str) -> None:
    assert answers(text, month_hint=(2016, 5)) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(UNDER_2016))
def test_a_row_under_the_heading_of_a_year(text: str, wanted: str) -> None:
    assert answers(text, year_hint=2016) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(BELOW_3_MAY_2016))
def test_a_row_that_points_at_the_one_above(text: str, wanted: str) -> None:
    assert answers(text, near=date(2016, 5, 3)) == wanted


@pytest.mark.parametrize(
    "text", ["3rd", "17", "14:30", "same day", "17 Aug", "Tuesday", "evening", "next day"]
)
def test_without_the_words_around_it_there_is_no_date(text: str) -> None:
    assert isinstance(read(text, today=TODAY), Refusal)


def test_what_was_leaned_on_is_said() -> None:
    by_heading = read("3rd", month_hint=(2016, 5), today=TODAY)
    by_row = read("14:30", near=date(2016, 5, 3), today=TODAY)
    assert isinstance(by_heading, When)
    assert isinstance(by_row, When)
    assert by_heading.decided == ("May 2016 comes from the heading above",)
    assert by_row.decided == ("14:30 was put on 03/05/2016, by the row before",)


def test_a_new_year_under_the_heading_of_december() -> None:
    when = read("2 Jan", month_hint=(2016, 12), today=TODAY)
    assert isinstance(when, When)
    assert (when.start, when.uncertain) == (date(2017, 1, 2), True)
    assert "nearest" in when.decided[0]


def test_numbers_in_cells_under_a_heading() -> None:
    assert answers(17, month_hint=(2016, 5)) == "day 2016-05-17"
    assert answers(17.0, month_hint=(2016, 5)) == "day 2016-05-17"
    assert answers(17) == "unreadable"
    assert answers(20160522) == "day 2016-05-22"
    assert answers(12.03) == "unreadable"


def test_march_18_is_a_month_where_the_file_is_of_that_time() -> None:
    assert answers("March 18", century_hint=[2014, 2019]) == "month 2018-03-01 2018-03-31 doubted"
    assert answers("March 18", century_hint=[2020, 2021]) == "ambiguous"
    assert answers("5/31", century_hint=[2020, 2021]) == "ambiguous"


def test_the_latest_years_of_the_file_choose_the_century() -> None:
    assert answers("16.1.18", century_hint=[1917, 2012]) == "day 2018-01-16"
    assert answers("16.1.18", century_hint=[1917, 1925]) == "day 1918-01-16"
