"""Words that name more than a day: parts, seasons, feasts, ranges, lists, before and after."""

from __future__ import annotations

import pytest

from illuminate.engines.dates.tests.table import answers, lines

MONTHS_AND_YEARS = """
June 2018 => month 2018-06-01 2018-06-30
june 18 => ambiguous
June '18 => month 2018-06-01 2018-06-30
Jun-18 => month 2018-06-01 2018-06-30
Mar-18 => month 2018-03-01 2018-03-31
3/18 => month 2018-03-01 2018-03-31
03/2018 => month 2018-03-01 2018-03-31
2018-03 => month 2018-03-01 2018-03-31
201805 => month 2018-05-01 2018-05-31
2018 March => month 2018-03-01 2018-03-31
month of June 2018 => month 2018-06-01 2018-06-30
during June 2018 => month 2018-06-01 2018-06-30
in June 2018 => month 2018-06-01 2018-06-30
at some point in June 2018 => month 2018-06-01 2018-06-30
some time during June 2018 => month 2018-06-01 2018-06-30
00/05/2016 => month 2016-05-01 2016-05-31
??/05/2016 => month 2016-05-01 2016-05-31
xx/05/16 => month 2016-05-01 2016-05-31
--/05/2016 => month 2016-05-01 2016-05-31
__/05/2016 => month 2016-05-01 2016-05-31
?? May 2016 => month 2016-05-01 2016-05-31
XX.05.2016 => month 2016-05-01 2016-05-31
??/??/2016 => year 2016-01-01 2016-12-31
June 2018 (date unknown) => month 2018-06-01 2018-06-30
June 2018 - exact date not known => month 2018-06-01 2018-06-30
?June 2018 => month 2018-06-01 2018-06-30 doubted
approx June 2018 => month 2018-06-01 2018-06-30 doubted
c. 2015 => year 2015-01-01 2015-12-31 doubted
c2015 => year 2015-01-01 2015-12-31 doubted
2015? => year 2015-01-01 2015-12-31 doubted
sometime in 2017 => year 2017-01-01 2017-12-31
throughout 2017 => year 2017-01-01 2017-12-31
1990s => range 1990-01-01 1999-12-31
the 1990s => range 1990-01-01 1999-12-31
mid 1990s => range 1993-01-01 1996-12-31
late 90s => range 1996-01-01 1999-12-31
201? => range 2010-01-01 2019-12-31 doubted
1?/05/2016 => range 2016-05-10 2016-05-19 doubted
2x/05/2016 => range 2016-05-20 2016-05-29 doubted
"""

PARTS = """
early 2018 => range 2018-01-01 2018-04-30
Early in 2018 => range 2018-01-01 2018-04-30
beginning of 2018 => range 2018-01-01 2018-04-30
mid-2018 => range 2018-05-01 2018-08-31
late 2018 => range 2018-09-01 2018-12-31
the end of 2018 => range 2018-09-01 2018-12-31
mid-June 2018 => range 2018-06-11 2018-06-20
Mid June 2018 => range 2018-06-11 2018-06-20
early June 2018 => range 2018-06-01 2018-06-10
end of March 2018 => range 2018-03-21 2018-03-31
end March 2018 => range 2018-03-21 2018-03-31
Late Feb 2019 => range 2019-02-21 2019-02-28
towards the end of May 2018 => range 2018-05-21 2018-05-31
mid to late June 2018 => range 2018-06-11 2018-06-30
early/mid June 2018 => range 2018-06-01 2018-06-20
first half of May 2018 => range 2018-05-01 2018-05-15
second half of 2017 => range 2017-07-01 2017-12-31
latter half of 2017 => range 2017-07-01 2017-12-31
first week of May 2018 => range 2018-05-01 2018-05-07
1st week in May 2018 => range 2018-05-01 2018-05-07
second week of May 2018 => range 2018-05-08 2018-05-14
last week in June 2019 => range 2019-06-24 2019-06-30
first Monday of May 2018 => day 2018-05-07
last Friday in June 2018 => day 2018-06-29
first weekend of May 2018 => range 2018-05-05 2018-05-06
weekend of 5 May 2018 => range 2018-05-05 2018-05-06
weekend of 5/6 May 2018 => range 2018-05-05 2018-05-06
Q3 2018 => range 2018-07-01 2018-09-30
third quarter of 2018 => range 2018-07-01 2018-09-30
late 2017/early 2018 => range 2017-09-01 2018-04-30
end of March/beginning of April 2018 => range 2018-03-21 2018-04-10
w/c 4/6/18 => range 2018-06-04 2018-06-10
W/C 4th June 2018 => range 2018-06-04 2018-06-10
w/c Mon 4 June 2018 => range 2018-06-04 2018-06-10
week commencing 4.6.18 => range 2018-06-04 2018-06-10
Week beginning 4 June 2018 => range 2018-06-04 2018-06-10
w/b 4/6/18 => range 2018-06-04 2018-06-10
wc 4/6/18 => range 2018-06-04 2018-06-10
w/e 10/6/18 => range 2018-06-04 2018-06-10
week ending Sunday 10 June 2018 => range 2018-06-04 2018-06-10
week of 4 June 2018 => range 2018-06-04 2018-06-10
financial year 2016/17 => range 2016-04-01 2017-03-31
academic year 2016/17 => range 2016-09-01 2017-08-31
2016/17 => range 2016-01-01 2017-12-31
2016/2017 => range 2016-01-01 2017-12-31
"""

FEASTS = """
Easter 2017 => range 2017-04-14 2017-04-17
over Easter 2017 => range 2017-04-14 2017-04-17
Easter weekend 2018 => range 2018-03-30 2018-04-02
Good Friday 2017 => day 2017-04-14
Easter Sunday 2017 => day 2017-04-16
Easter Monday 2017 => day 2017-04-17
Easter Saturday 2017 => day 2017-04-15
before Easter 2017 => before 2017-04-13
Christmas 2018 => range 2018-12-24 2018-12-26
Xmas 2018 => range 2018-12-24 2018-12-26
around Christmas 2018 => range 2018-12-24 2018-12-26 doubted
Christmas Day 2018 => day 2018-12-25
Xmas Eve 2018 => day 2018-12-24
Boxing Day 2018 => day 2018-12-26
before Christmas 2016 => before 2016-12-24
after Christmas 2016 => after 2016-12-27
New Year 2019 => range 2018-12-31 2019-01-01
New Year's Eve 2018 => day 2018-12-31
New Years Day 2019 => day 2019-01-01
NYE 2018 => day 2018-12-31
Christmas and New Year 2018 => range 2018-12-24 2019-01-01
Bonfire Night 2018 => day 2018-11-05
Halloween 2018 => day 2018-10-31
Valentine's Day 2018 => day 2018-02-14
Mothering Sunday 2018 => day 2018-03-11
August bank holiday 2018 => day 2018-08-27
half term 2018 => ambiguous
Whitsun 2018 => ambiguous
summer term 2018 => range 2018-04-01 2018-07-31
second half of the summer term 2018 => range 2018-06-01 2018-07-31
spring 2018 => season 2018-03-01 2018-05-31
Spring of 2018 => season 2018-03-01 2018-05-31
summer of 2017 => season 2017-06-01 2017-08-31
Summer '17 => season 2017-06-01 2017-08-31
the autumn of 2017 => season 2017-09-01 2017-11-30
winter 2016/17 => season 2016-12-01 2017-02-28
winter of 2016-17 => season 2016-12-01 2017-02-28
winter 2016/2017 => season 2016-12-01 2017-02-28
early summer 2017 => range 2017-06-01 2017-06-30
late autumn 2017 => range 2017-11-01 2017-11-30
spring/summer 2018 => range 2018-03-01 2018-08-31
?summer 2017 => season 2017-06-01 2017-08-31 doubted
"""

RANGES = """
12-14/03/2019 => range 2019-03-12 2019-03-14
12th - 14th March 2019 => range 2019-03-12 2019-03-14
12 to 14 March 2019 => range 2019-03-12 2019-03-14
12/03/2019-14/03/2019 => range 2019-03-12 2019-03-14
12/03/19 to 14/03/19 => range 2019-03-12 2019-03-14
12/03/19 until 14/03/19 => range 2019-03-12 2019-03-14
12/3 - 14/3/19 => range 2019-03-12 2019-03-14
12.3.-14.3.19 => range 2019-03-12 2019-03-14
12–14 Mar 2019 => range 2019-03-12 2019-03-14
March 12-14, 2019 => range 2019-03-12 2019-03-14
Tue 12 - Thu 14 March 2019 => range 2019-03-12 2019-03-14
from 12 March 2019 to 14 March 2019 => range 2019-03-12 2019-03-14
between 12 and 14 March 2019 => range 2019-03-12 2019-03-14
between 12/03/2019 and 14/03/2019 => range 2019-03-12 2019-03-14
Between 12th & 14th March 2019 => range 2019-03-12 2019-03-14
2019-03-12 to 2019-03-14 => range 2019-03-12 2019-03-14
2019-03-12/2019-03-14 => range 2019-03-12 2019-03-14
12/03/2019 → 14/03/2019 => range 2019-03-12 2019-03-14
12/03/2019 10:00 - 14/03/2019 16:00 => range 2019-03-12 2019-03-14
between 23:30 on 3/5/16 and 01:15 on 4/5/16 => range 2016-05-03 2016-05-04
28 Dec 2018 - 3 Jan 2019 => range 2018-12-28 2019-01-03
28/12/18-03/01/19 => range 2018-12-28 2019-01-03
28 Dec - 3 Jan 2019 => range 2018-12-28 2019-01-03
30/4-2/5/16 => range 2016-04-30 2016-05-02
overnight 3/4 May 2016 => range 2016-05-03 2016-05-04
Overnight 3rd/4th May 2016 => range 2016-05-03 2016-05-04
night of 3-4/5/16 => range 2016-05-03 2016-05-04
on the night of Tuesday 3rd/Wednesday 4th May 2016 => range 2016-05-03 2016-05-04
3rd/4th June 2018 => range 2018-06-03 2018-06-04
3-4/5/16 overnight => range 2016-05-03 2016-05-04
3, 5 and 9 May 2018 => range 2018-05-03 2018-05-09
3rd, 5th & 9th May 2018 => range 2018-05-03 2018-05-09
3/5/18, 5/5/18, 9/5/18 => range 2018-05-03 2018-05-09
3/5/18; 5/5/18 => range 2018-05-03 2018-05-05
3 and 5/5/18 => range 2018-05-03 2018-05-05
3 or 4 May 2016 => range 2016-05-03 2016-05-04
June-August 2018 => range 2018-06-01 2018-08-31
June/July 2018 => range 2018-06-01 2018-07-31
June & July 2018 => range 2018-06-01 2018-07-31
Sept - Dec 2018 => range 2018-09-01 2018-12-31
between June and August 2018 => range 2018-06-01 2018-08-31
Mar 2018 - Jan 2019 => range 2018-03-01 2019-01-31
03/2018 - 01/2019 => range 2018-03-01 2019-01-31
Nov-Jan 2019 => range 2018-11-01 2019-01-31
2015-2017 => range 2015-01-01 2017-12-31
2015 to 2017 => range 2015-01-01 2017-12-31
2015 – 2017 => range 2015-01-01 2017-12-31
between 2015 and 2017 => range 2015-01-01 2017-12-31
c. 2015-2017 => range 2015-01-01 2017-12-31 doubted
"""

OPEN = """
before 2010 => before 2009-12-31
pre-2010 => before 2009-12-31
Pre 2010 => before 2009-12-31
prior to June 2018 => before 2018-05-31
before 3/5/18 => before 2018-05-02
by 3 May 2018 => before 2018-05-03
no later than 3 May 2018 => before 2018-05-03
on or before 3 May 2018 => before 2018-05-03
up to June 2018 => before 2018-06-30
until 2015 => before 2015-12-31
3 May 2018 or earlier => before 2018-05-03
sometime before 2010 => before 2009-12-31
shortly before Christmas 2016 => before 2016-12-24
since 2014 => after 2014-01-01
after June 2018 => after 2018-07-01
after 3/5/18 => after 2018-05-04
post-2015 => after 2016-01-01
from 3 May 2018 onwards => after 2018-05-03
3 May 2018 onwards => after 2018-05-03
from 3 May 2018 => after 2018-05-03
from June 2018 onward => after 2018-06-01
on or after 3 May 2018 => after 2018-05-03
no earlier than 3 May 2018 => after 2018-05-03
2015 to present => after 2015-01-01
2015 - ongoing => after 2015-01-01
June 2018 to date => after 2018-06-01
c. before 2010 => before 2009-12-31 doubted
"""


@pytest.mark.parametrize(("text", "wanted"), lines(MONTHS_AND_YEARS))
def test_months_years_and_unknown_figures(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(PARTS))
def test_parts_of_months_and_years(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(FEASTS))
def test_feasts_terms_and_seasons(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(RANGES))
def test_ranges_and_lists(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(OPEN))
def test_before_and_after(text: str, wanted: str) -> None:
    assert answers(text) == wanted
