"""One day, or one minute of it, in the hands of many services. The answers are a person's."""

from __future__ import annotations

import pytest

from illuminate.engines.dates.tests.table import answers, lines

SYSTEMS = """
12-Mar-2019 14:05 => minute 2019-03-12 14:05
12 Mar 2019 14:05 => minute 2019-03-12 14:05
Tue 12 Mar 2019 14:05 => minute 2019-03-12 14:05
12/03/2019 14:05:00 => minute 2019-03-12 14:05
12/03/2019 14:05 hrs => minute 2019-03-12 14:05
14:05:33 12/03/2019 => minute 2019-03-12 14:05
12/03/2019 2:05 PM => minute 2019-03-12 14:05
Mar 12 2019  2:05PM => minute 2019-03-12 14:05
2019-03-12 14:05:00.000 => minute 2019-03-12 14:05
12-MAR-19 14.05.00.000000 => minute 2019-03-12 14:05
12MAR2019:14:05:00 => minute 2019-03-12 14:05
Tuesday, 12 March 2019 14:05 => minute 2019-03-12 14:05
Tue 12/03/2019 14:05 => minute 2019-03-12 14:05
[12/03/2019, 14:05:33] => minute 2019-03-12 14:05
20190312T140500 => minute 2019-03-12 14:05
201903121405 => minute 2019-03-12 14:05
20190312140533 => minute 2019-03-12 14:05
2019-03-12T14:05:00+00:00 => minute 2019-03-12 14:05
2019-03-12T14:05Z => minute 2019-03-12 14:05
2019-03-12 14:05:00+01 => minute 2019-03-12 14:05
12/03/2019 | 14:05 => minute 2019-03-12 14:05
2019-03-12 => day 2019-03-12
2019-3-2 => day 2019-03-02
20190312 => day 2019-03-12
12032019 => day 2019-03-12
12-Mar-19 => day 2019-03-12
12-MAR-2019 => day 2019-03-12
12/03/2019 00:00:00 => day 2019-03-12
2019-03-12T00:00:00 => day 2019-03-12
43536 => day 2019-03-12
43536.0 => day 2019-03-12
43536.5 => minute 2019-03-12 12:00
43536.586805 => minute 2019-03-12 14:05
2019/03/12 => day 2019-03-12
2019.03.12 => day 2019-03-12
2019-Mar-12 => day 2019-03-12
2019 March 12 => day 2019-03-12
"""

HANDS = """
22.05/16 => day 2016-05-22
22nd Febuary 2016 => day 2016-02-22
22May2016 => day 2016-05-22
22-May-16 => day 2016-05-22
Sunday 22nd of May, 2016 => day 2016-05-22
Sun, 22 May 2016 => day 2016-05-22
22 May 2016. => day 2016-05-22
22 May 2016: => day 2016-05-22
(22 May 2016) => day 2016-05-22
[22/05/2016] => day 2016-05-22
"22/05/2016" => day 2016-05-22
‘22/05/2016’ => day 2016-05-22
22 May ‘16 => day 2016-05-22
22/5/’16 => day 2016-05-22
22 May, 2016 => day 2016-05-22
22nd day of May 2016 => day 2016-05-22
the 22nd of May 2016 => day 2016-05-22
twenty-second of May 2016 => day 2016-05-22
The third of June 2018 => day 2018-06-03
May 22nd, 2016 => day 2016-05-22
May the 22nd 2016 => day 2016-05-22
22 nd May 2016 => day 2016-05-22
22th May 2016 => day 2016-05-22
22 MAY 2016 => day 2016-05-22
22/May/2016 => day 2016-05-22
22.May.16 => day 2016-05-22
22 05 2016 => day 2016-05-22
22 5 16 => day 2016-05-22
22,05,2016 => day 2016-05-22
22\\05\\2016 => day 2016-05-22
22_05_2016 => day 2016-05-22
22–05–2016 => day 2016-05-22
22—05—16 => day 2016-05-22
22‑May‑2016 => day 2016-05-22
22 May 2016 (Sunday) => day 2016-05-22
Sunday (22 May 2016) => day 2016-05-22
22/5/16 Sun => day 2016-05-22
Sun. 22.5.16 => day 2016-05-22
on 22/5/16 => day 2016-05-22
On the 22nd May 2016 => day 2016-05-22
Date: 22/05/2016 => day 2016-05-22
dated 22 May 2016 => day 2016-05-22
22/05/2016 (late entry) => day 2016-05-22
22/05/2016 (recorded 25/05/2016) => day 2016-05-22
22/05/2016* => day 2016-05-22
22/05/2016¹ => day 2016-05-22
22/05/2016 (time not known) => day 2016-05-22
22/05/2016 time unknown => day 2016-05-22
22/05/2016, time n/k => day 2016-05-22
14 Mawrth 2019 => day 2019-03-14
sept 3rd 2018 => day 2018-09-03
3 Sept. 2018 => day 2018-09-03
Weds 3 May 2017 => day 2017-05-03
Thur 4/5/17 => day 2017-05-04
Tues. 2nd May 2017 => day 2017-05-02
1st Jan 2018 => day 2018-01-01
29/02/2020 => day 2020-02-29
1/1/00 => day 2000-01-01
03/04/1987 => day 1987-04-03
3.4.87 => day 1987-04-03
"""

PARTS_OF_DAY = """
22/5/16 am => day 2016-05-22
22/5/16 PM => day 2016-05-22
22/5/16 (pm) => day 2016-05-22
22 May 2016 p.m. => day 2016-05-22
22 May 2016, evening => day 2016-05-22
22 May 2016 - morning => day 2016-05-22
Evening of 22 May 2016 => day 2016-05-22
morning, 22/05/16 => day 2016-05-22
early hours of 22 May 2016 => day 2016-05-22
22/5/16 early hours => day 2016-05-22
in the early hours of Sunday 22nd May 2016 => day 2016-05-22
the afternoon of 22 May 2016 => day 2016-05-22
late evening 22/5/16 => day 2016-05-22
night of 22 May 2016 => day 2016-05-22
22/5/16 lunchtime => day 2016-05-22
22/5/16 during the night => day 2016-05-22
22 May 2016 after school => day 2016-05-22
22/5/16 before 9am => day 2016-05-22
"""

TIMES = """
22/5/16 1430hrs => minute 2016-05-22 14:30
22/5/16 1430 hours => minute 2016-05-22 14:30
22/5/16 14:30h => minute 2016-05-22 14:30
22/5/16 14h30 => minute 2016-05-22 14:30
22/5/16 2.30pm => minute 2016-05-22 14:30
22/5/16 2:30 p.m. => minute 2016-05-22 14:30
22/5/16 2 30 pm => minute 2016-05-22 14:30
22/5/16 14.30 => minute 2016-05-22 14:30
22/5/16 - 14:30 => minute 2016-05-22 14:30
22/5/16 – 1430 => minute 2016-05-22 14:30
22/5/16; 14:30 => minute 2016-05-22 14:30
22/5/16 (14:30) => minute 2016-05-22 14:30
22/5/16 @1430 => minute 2016-05-22 14:30
22/5/16 at 1430 => minute 2016-05-22 14:30
22 May 2016 at 2.30 in the afternoon => minute 2016-05-22 14:30
22/5/16 14:30-15:15 => minute 2016-05-22 14:30
22/5/16 14:30 to 15:15 => minute 2016-05-22 14:30
22/5/16 between 14:30 and 15:15 => minute 2016-05-22 14:30
22/5/16 1430-1515hrs => minute 2016-05-22 14:30
22/5/16 2-3pm => minute 2016-05-22 14:00
22/5/16 11-1pm => minute 2016-05-22 11:00
22/5/16 2pm => minute 2016-05-22 14:00
22/5/16 2 o'clock pm => minute 2016-05-22 14:00
22/5/16 noon => minute 2016-05-22 12:00
22/5/16 12 noon => minute 2016-05-22 12:00
midday on 22/5/16 => minute 2016-05-22 12:00
22/5/16 midnight => minute 2016-05-22 00:00
22/5/16 0000hrs => minute 2016-05-22 00:00
22/5/16 0005 => minute 2016-05-22 00:05
14:30 on 22 May 2016 => minute 2016-05-22 14:30
At 14:30 hours on Sunday 22nd May 2016 => minute 2016-05-22 14:30
1430hrs 22/05/2016 => minute 2016-05-22 14:30
2.30pm, 22 May 2016 => minute 2016-05-22 14:30
Sunday 22 May 2016, 2:30pm => minute 2016-05-22 14:30
22 May 2016 time: 14:30 => minute 2016-05-22 14:30
22/05/16 14:30 GMT => minute 2016-05-22 14:30
22/05/2016 02:30 => minute 2016-05-22 02:30
22/05/16 12:30am => minute 2016-05-22 00:30
22/5/16 14:30, 16:45 => minute 2016-05-22 14:30
approx 14:30 on 3/5/16 => minute 2016-05-03 14:30 doubted
3/5/16 approx 0200 => minute 2016-05-03 02:00 doubted
3/5/16 at approx. 02:00hrs => minute 2016-05-03 02:00 doubted
3/5/16 c.2am => minute 2016-05-03 02:00 doubted
3/5/16 10ish => minute 2016-05-03 10:00 doubted
3/5/16 around 10pm => minute 2016-05-03 22:00 doubted
3/5/16 just after midnight => minute 2016-05-03 00:00 doubted
3/5/16 (approx 14:30) => minute 2016-05-03 14:30 doubted
3/5/16 ?14:30 => minute 2016-05-03 14:30 doubted
3/5/16 14:30? => minute 2016-05-03 14:30 doubted
3/5/16 2400hrs => day 2016-05-03
3/5/16 25:00 => day 2016-05-03
"""

DOUBTED = """
?22 may 2016 => day 2016-05-22 doubted
? 22/5/16 => day 2016-05-22 doubted
22/05/2016? => day 2016-05-22 doubted
22/05/2016 (?) => day 2016-05-22 doubted
22/05/2016 (approx) => day 2016-05-22 doubted
22/05/2016 approx. => day 2016-05-22 doubted
~22/05/2016 => day 2016-05-22 doubted
c22/05/2016 => day 2016-05-22 doubted
circa 22 May 2016 => day 2016-05-22 doubted
on or about 22 May 2016 => day 2016-05-22 doubted
On or around the 22nd May 2016 => day 2016-05-22 doubted
around 22 May 2016 => day 2016-05-22 doubted
approximately 22.5.16 => day 2016-05-22 doubted
Possibly 22/5/16 => day 2016-05-22 doubted
22/5/16 possibly => day 2016-05-22 doubted
believed to be 22/5/16 => day 2016-05-22 doubted
thought to be 22 May 2016 => day 2016-05-22 doubted
22 May 2016 (date uncertain) => day 2016-05-22 doubted
22/5/16 (date not confirmed) => day 2016-05-22 doubted
22/5/16 tbc => day 2016-05-22 doubted
22/5/16 (sic) => day 2016-05-22
22?/05/2016 => day 2016-05-22 doubted
Monday 22 May 2016 => day 2016-05-22 doubted
Wed 22/5/16 => day 2016-05-22 doubted
22 May 2016 or thereabouts => day 2016-05-22 doubted
"""


@pytest.mark.parametrize(("text", "wanted"), lines(SYSTEMS))
def test_what_systems_write(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(HANDS.replace("\\\\", "\\")))
def test_what_people_write(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(PARTS_OF_DAY))
def test_a_part_of_a_day_is_no_time(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(TIMES))
def test_times_beside_a_day(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), lines(DOUBTED))
def test_a_doubt_is_kept_and_the_day_too(text: str, wanted: str) -> None:
    assert answers(text) == wanted
