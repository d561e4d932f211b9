"""Entries that their own words, or the rows beside them, contradict."""

from datetime import date

import pytest

from illuminate.engines.chronology.findings.tests.life import CSC, GP, HOSPITAL, POLICE, entry
from illuminate.engines.chronology.findings.tests.test_silence_and_order import found, sheet

WRONG = {
    "a bare range of days": "Ward stay 14.03.2018 - 12.03.2018.",
    "a range within a month": "Respite from 20th to 16th March 2018.",
    "a bare range of times": "Visit 14:10-13:20. Boys seen.",
    "times with dots": "Home visit 10.00 to 09.15.",
    "before noon": "Session 11.30am to 10.45am.",
    "an order that ran out first": "Order made 20/03/2018, expires 16/03/2018.",
    "a letter": "Letter dated 12/3/18 received 9/3/18.",
    "assessed before it was referred": "Referred on 12/3/18 and assessed on 8/3/18.",
    "charged before the deed": "Charged 9/3/18 with assault on 11/3/18.",
    "two sentences": "Moved in 14/03/2018. Moved out 12/03/2018.",
    "an age in months": "Zayd (dob 11.01.16) now 14 months old.",
    "an age with a sex": "Pt 45F DOB 12/06/1990.",
    "a full stop behind the age": "Age 31. DOB 04/05/1994.",
}
RIGHT = {
    "moved": "Session moved from 11.30 to 10.45.",
    "changed": "Appointment changed from 14/3/18 to 12/3/18.",
    "over midnight": "Night shift 22:10 to 06:30.",
    "over the new year": "Fit note 28/12/17 to 5/1/18.",
    "a dose": "Weight 12.10 to 11.05.",
    "a stay before": "Admitted 12/3/18. Previous stay ended, discharged 10/3/18.",
    "weeks, not months": "Baby born 10/01/2018, now aged 8 weeks.",
    "a mother's birth": "Mother of Ella (5), DOB 3.2.92.",
    "a son's age beside her own": "She has a son aged 4 and is 26 (dob 3.2.92).",
}
SLIPS = {
    "nine years": ["03/11/2018", "14/11/2018", "09/12/2009", "15/12/2018", "12/01/2019", "20/02/2019"],
    "the last row": ["03/11/2018", "14/11/2018", "09/12/2018", "15/12/2018", "12/01/2019", "20/02/2018"],
    "the first row": ["03/11/2017", "14/11/2016", "19/11/2016", "25/12/2016", "12/01/2017", "20/02/2017"],
    "four rows": ["03/11/2018", "14/11/2017", "09/12/2018", "15/12/2018"],
}


@pytest.mark.parametrize("kind", WRONG)
def test_words_that_contradict_themselves(kind: str) -> None:
    assert len(found(entry(HOSPITAL, "2018-03-20", WRONG[kind]), kind="order")) == 1


@pytest.mark.parametrize("kind", RIGHT)
def test_words_that_only_look_so(kind: str) -> None:
    assert found(entry(HOSPITAL, "2018-03-20", RIGHT[kind]), kind="order") == []


@pytest.mark.parametrize("kind", SLIPS)
def test_one_row_of_a_file_is_years_off(kind: str) -> None:
    assert len(found(*sheet("Log", SLIPS[kind]), kind="order")) == 1


def test_a_row_entered_late_is_no_slip() -> None:
    rows = sheet("Log", ["03/11/2018", "09/12/2018", "12/01/2019", "20/06/2018", "12/02/2019", "15/03/2019"])
    assert found(*rows, kind="order") == []


def test_an_age_beside_a_birth_that_another_agency_gives() -> None:
    born = entry(POLICE, "2012-01-03", "Kyle Thorne (dob 14/05/96) stopped.", who="Kyle Thorne")
    fits = entry(GP, "2014-09-04", "Kyle (18) seen.", who="Kyle Thorne")
    wrong = entry(CSC, "2013-09-04", "Kyle, 19, attended.", who="Kyle Thorne")
    [one] = found(born, fits, wrong, kind="order")
    assert "19" in one.why and str(date(1996, 5, 14).year) in one.why
