"""A second collection of hands, gathered after the first was read: letters, logs, lists and remarks."""

from __future__ import annotations

import pytest

from illuminate.engines.dates.tests.table import answers, lines

ONE_DAY = r"""
Tue 22nd May 18 => day 2018-05-22
the day after Boxing Day 2018 => day 2018-12-27
Early hours 3/5/18 => day 2018-05-03
03/05/18 (early hours) => day 2018-05-03
Sat night 5/5/18 => day 2018-05-05
Saturday night, 5 May 2018 => day 2018-05-05
the evening of Saturday 5th May 2018 => day 2018-05-05
05/05/2018 23:00-02:00 => minute 2018-05-05 23:00
05/05/2018 from 23:00hrs => minute 2018-05-05 23:00
05/05/18 at around 11pm => minute 2018-05-05 23:00 doubted
05/05/18 approx 2300hrs => minute 2018-05-05 23:00 doubted
5/5/18 ~ 11pm => minute 2018-05-05 23:00 doubted
5/5/18, 11:00 pm approx => minute 2018-05-05 23:00 doubted
5/5/18 11pm? => minute 2018-05-05 23:00 doubted
5/5/18 circa 23.00 => minute 2018-05-05 23:00 doubted
5/5/18 late pm => day 2018-05-05
5/5/18 AM/PM => day 2018-05-05
5/5/18 am & pm => day 2018-05-05
05.05.18 11.00 - 12.30 => minute 2018-05-05 11:00
05.05.18 11.00am-12.30pm => minute 2018-05-05 11:00
05/05/18 9.30-10am => minute 2018-05-05 09:30
5/5/18 half past 2 => day 2018-05-05
5/5/18 2.30 => minute 2018-05-05 02:30
5/5/18 14.30hrs. => minute 2018-05-05 14:30
5/5/18 1430 hours approx => minute 2018-05-05 14:30 doubted
5/5/18 c1430 => minute 2018-05-05 14:30 doubted
5/5/18 T: 14:30 => minute 2018-05-05 14:30
Time: 14:30 Date: 5/5/18 => minute 2018-05-05 14:30
Date 5/5/18 Time 1430 => minute 2018-05-05 14:30
Date: 05/05/2018 Time: 14:30 => minute 2018-05-05 14:30
05/05/2018 14:30 (Sat) => minute 2018-05-05 14:30
05/05/2018 (14:30-15:00) => minute 2018-05-05 14:30
05/05/2018 - 14:30 - 15:00 => minute 2018-05-05 14:30
5 May 2018 x2 => day 2018-05-05
5/5/18 x 3 => day 2018-05-05
5/5/18 (x2) => day 2018-05-05
5/5/18 (2 calls) => day 2018-05-05
5/5/18 (1 of 2) => day 2018-05-05
5/5/18 #1 => day 2018-05-05
05/05/2018 (letter dated 03/05/2018) => day 2018-05-05
Letter dated 3/5/18 => day 2018-05-03
Letter of 3 May 2018 => day 2018-05-03
report dated 3.5.18 => day 2018-05-03
Referral received 3/5/18 => day 2018-05-03
on/around 3/5/18 => day 2018-05-03 doubted
on/about 3 May 2018 => day 2018-05-03 doubted
o/a 3 May 2018 => day 2018-05-03 doubted
first of June 2018 => day 2018-06-01
22-05-2018 22:05 => minute 2018-05-22 22:05
22:05 22-05-2018 => minute 2018-05-22 22:05
Thurs 3rd May 2018 @ 2.15pm => minute 2018-05-03 14:15
THURSDAY 03 MAY 2018 => day 2018-05-03
thursday, may 3, 2018 => day 2018-05-03
May 3 2018 2:15 PM => minute 2018-05-03 14:15
03May18 1415 => minute 2018-05-03 14:15
03MAY2018 => day 2018-05-03
03 MAY 18 14:15Z => minute 2018-05-03 14:15
2018-05-03T14:15:22.123Z => minute 2018-05-03 14:15
2018-05-03 14:15:22 +0100 => minute 2018-05-03 14:15
2018-05-03 14:15:22 UTC => minute 2018-05-03 14:15
Thu May  3 14:15:22 2018 => minute 2018-05-03 14:15
Thu, 03 May 2018 14:15:22 +0100 => minute 2018-05-03 14:15
43223 => day 2018-05-03
43223.59375 => minute 2018-05-03 14:15
3 May 2o18 => day 2018-05-03
O3/O5/2O18 => day 2018-05-03
3/5/2018. => day 2018-05-03
- 3/5/2018 => day 2018-05-03
* 3/5/18 => day 2018-05-03
a) 3/5/18 => day 2018-05-03
3/5/18 ) => day 2018-05-03
<3/5/18> => day 2018-05-03
3/5/18 14:30 Hrs => minute 2018-05-03 14:30
3rd  May, 2018 at 2.15 p.m => minute 2018-05-03 14:15
3rd May 2018 at approximately 2.15pm => minute 2018-05-03 14:15 doubted
at 2.15pm on Thursday 3rd May 2018 => minute 2018-05-03 14:15
on 3rd May 2018 between 2pm and 3pm => minute 2018-05-03 14:00
3rd May 2018 (Thursday) 2.15pm => minute 2018-05-03 14:15
Thursday 3rd May 2018 (2.15pm) => minute 2018-05-03 14:15
Wednesday 3rd May 2018 => day 2018-05-03 doubted
3rd of Mai 2018 => day 2018-05-03
3 Septembre 2018 => day 2018-09-03
3 Sep. 2018 => day 2018-09-03
3 Sept 18 => day 2018-09-03
3 Feb'18 => day 2018-02-03
29/2/20 => day 2020-02-29
1/1/1900 => day 1900-01-01
1.1.70 => day 1970-01-01
01/01/2030 => day 2030-01-01
3/5/98 => day 1998-05-03
3/5/45 => day 1945-05-03
3 - May - 2018 => day 2018-05-03
3 . 5 . 18 => day 2018-05-03
3. 5. 2018 => day 2018-05-03
3.5 2018 => day 2018-05-03
03 05 18 => day 2018-05-03
030518 => day 2018-05-03
03052018 => day 2018-05-03
2018 05 03 => day 2018-05-03
20180503 => day 2018-05-03
2018.05.03 => day 2018-05-03
2018-05-03 (approx) => day 2018-05-03 doubted
"3/5/18" => day 2018-05-03
3/5/18 " => day 2018-05-03
3/5/18 (GP) => day 2018-05-03
"""


@pytest.mark.parametrize(("text", "wanted"), lines(ONE_DAY))
def test_one_day_or_minute(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "DOB 3/5/82",
        "3/5/18 Police log 123",
        "Log 123 of 3/5/18",
        "5/5/18 - entry 1",
        "Year 5 (2018)",
        "18/19",
        "bank holiday weekend May 2018",
        "1. 3/5/18",
        "12/2018/03",
    ],
)
def test_what_a_person_would_ask_about(text: str) -> None:
    assert answers(text) in ("unreadable", "ambiguous")
