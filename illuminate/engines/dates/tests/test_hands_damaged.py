"""What typing, scanning and exporting do to a date; and what is no date at all."""

from __future__ import annotations

import pytest

from illuminate.engines.dates import Refusal, read
from illuminate.engines.dates.tests.table import TODAY, answers, lines

SLIPS = """
l2/O3/2Ol9 => day 2019-03-12
I2/03/2019 => day 2019-03-12
12/03/2O19 => day 2019-03-12
12/O3/19 => day 2019-03-12
1S/0B/2016 => day 2016-08-15
2l May 2Ol6 => day 2016-05-21
lst May 2016 => day 2016-05-01
12-0ct-2019 => day 2019-10-12
3 Ju1y 2018 => day 2018-07-03
3 Apri1 2018 => day 2018-04-03
12/03/2019 14:3O => minute 2019-03-12 14:30
12//03/2019 => day 2019-03-12
12/03/019 => day 2019-03-12
12/03/219 => day 2019-03-12
12 March 219 => day 2019-03-12
12-3-016 => day 2016-03-12
9fed Awst 2019 => day 2019-08-09
2il Mai 2019 => day 2019-05-02
Dyddiad: 21ain Medi 2019 => day 2019-09-21
12/03//2019 => day 2019-03-12
12/ /03/2019 => day 2019-03-12
12.03,2019 => day 2019-03-12
12 / 03 - 2019 => day 2019-03-12
12-/03/2019 => day 2019-03-12
12./03/2019 => day 2019-03-12
12..03..19 => day 2019-03-12
12;03;2019 => day 2019-03-12
12:03:2019 => day 2019-03-12
12|03|2019 => day 2019-03-12
/12/03/2019 => day 2019-03-12
12/03/2019/ => day 2019-03-12
12/03/2019. => day 2019-03-12
12/03/2019 , => day 2019-03-12
12/03/20 19 => day 2019-03-12 doubted
12/03/201 9 => day 2019-03-12 doubted
12/03/2 019 => day 2019-03-12 doubted
12/0 3/2019 => day 2019-03-12 doubted
30.0919 => day 2019-09-30 doubted
3009.19 => day 2019-09-30 doubted
12.2019 => month 2019-12-01 2019-12-31
30.1319 => impossible
'43711 => day 2019-09-03
1203/2019 => day 2019-03-12
12/032019 => day 2019-03-12
12  March   2019 => day 2019-03-12
12-March--2019 => day 2019-03-12
12 March,, 2019 => day 2019-03-12
12â€“Marâ€“2019 => day 2019-03-12
12�Mar�2019 => day 2019-03-12
3 Febuary 2018 => day 2018-02-03
3 Feburary 2018 => day 2018-02-03
3 Janurary 2018 => day 2018-01-03
3 Jaunary 2018 => day 2018-01-03
3 Agust 2018 => day 2018-08-03
3 Augst 2018 => day 2018-08-03
3 Setember 2018 => day 2018-09-03
3 Septmber 2018 => day 2018-09-03
3 Ocotber 2018 => day 2018-10-03
3 Novemeber 2018 => day 2018-11-03
3 Decmber 2018 => day 2018-12-03
3 Apirl 2018 => day 2018-04-03
3 Mrach 2018 => day 2018-03-03
Jnauary 1-2, 2010 => range 2010-01-01 2010-01-02
3 Jully 2018 => day 2018-07-03
3 Juen 2018 => day 2018-06-03
Wensday 2 May 2018 => day 2018-05-02
Wendesday 2nd May 2018 => day 2018-05-02
Thrusday 3 May 2018 => day 2018-05-03
Saterday 5 May 2018 => day 2018-05-05
Wensday 3 May 2018 => day 2018-05-03 doubted
Febuary 2018 => month 2018-02-01 2018-02-28
mid-Febuary 2018 => range 2018-02-11 2018-02-20
Janurary - Febuary 2018 => range 2018-01-01 2018-02-28
12-l4/03/2019 => range 2019-03-12 2019-03-14
early 2Ol8 => range 2018-01-01 2018-04-30
Chrismas 2018 => range 2018-12-24 2018-12-26
w/c O4/06/18 => range 2018-06-04 2018-06-10
"""

NOT_DATES = """
date unknown => no_date
Date not known => no_date
n/k => no_date
N/K => no_date
undated => no_date
Not recorded => no_date
date not recorded => no_date
tbc => no_date
TBC. => no_date
(not known) => no_date
— => no_date
– => no_date
? => no_date
??/??/???? => no_date
no date given => no_date
Unknown date => no_date
illegible => unreadable
######## => unreadable
#REF! => unreadable
#VALUE! => unreadable
â€š => unreadable
05/22/2016 => impossible
31/04/2018 => impossible
29/2/2019 => impossible
30 February 2018 => impossible
32/01/2018 => impossible
12/13/2018 => impossible
0/0/2016 => impossible
31 June 2018 => impossible
12/03/1066 => impossible
12/03/201 => unreadable
12/03/209 => unreadable
12/03/243 => unreadable
12/03 => unreadable
17 Aug => unreadable
3rd => unreadable
17 => unreadable
Tuesday => unreadable
May => unreadable
Christmas => unreadable
between 3 and 9 May => unreadable
14:30 => unreadable
am => unreadable
yesterday => unreadable
as above => unreadable
24/7 => unreadable
PC 1234 => unreadable
Marsh 2018 => unreadable
Mary 2018 => unreadable
Mark 12 2018 => unreadable
NB4 7QX => unreadable
0191 498 0123 => unreadable
943 476 5919 => unreadable
1.2.3 => unreadable
page 3 of 2018 => unreadable
2 police officers attended => unreadable
12/03/????  => unreadable
March 18 => ambiguous
5/31 => ambiguous
"""


@pytest.mark.parametrize(("text", "wanted"), lines(SLIPS))
def test_a_slip_of_the_hand_or_the_scanner(text: str, wanted: str) -> None:
    assert answers(text) == wanted


@pytest.mark.parametrize("space", ["\u00a0", "\u200b", "\u202f", "\ufeff", "\u2009", "\u00ad", "\t", "\n"])
def test_spaces_that_cannot_be_seen(space: str) -> None:
    assert answers(f"{space}12/03/2019{space}") == "day 2019-03-12"
    assert answers(f"12{space}/{space}03/2019") == "day 2019-03-12"
    assert answers(f"{space}12{space} March {space}2019") == "day 2019-03-12"


@pytest.mark.parametrize(("text", "wanted"), lines(NOT_DATES))
def test_what_is_no_date_is_refused_in_one_sentence(text: str, wanted: str) -> None:
    refusal = read(text, today=TODAY)
    assert isinstance(refusal, Refusal), refusal
    assert refusal.kind == wanted
    assert refusal.original == text
    assert refusal.why
    assert "\n" not in refusal.why


def test_what_the_slip_was_read_as_is_said() -> None:
    for text in ("l2/O3/2Ol9", "12//03/2019", "3 Febuary 2018"):
        when = read(text, today=TODAY)
        assert not isinstance(when, Refusal)
        assert any(text.casefold() in note.casefold() or "read as" in note for note in when.decided), text
