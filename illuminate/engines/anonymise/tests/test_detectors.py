"""What is found without a register: references, addresses, days and ages; and what only looks like one."""

import pytest

from illuminate.engines.anonymise.detectors import detected


def found(text: str, kind: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in detected(text) if hit.kind == kind]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("her postcode is NB4", "NB4", "postcode"),
        ("ring +48 601 555 014", "+48 601 555 014", "phone"),
        ("ring +44 (0)7700 900417", "+44 (0)7700 900417", "phone"),
        ("ring 0 7 7 0 0 9 0 0 4 1 7", "0 7 7 0 0 9 0 0 4 1 7", "phone"),
        ("write to nell dot barr at example dot org", "nell dot barr at example dot org", "email"),
        ("write to nell [at] example.org", "nell [at] example.org", "email"),
        ("see facebook.com/nell.barr.9", "facebook.com/nell.barr.9", "url"),
        ("Passport no: 533401372", "533401372", "passport"),
        ("licence BARR9803146N99AB seen", "BARR9803146N99AB", "driving_licence"),
        ("sort code 20-00-00, account 55779911", "20-00-00", "bank_account"),
        ("sort code 20-00-00, account 55779911", "55779911", "bank_account"),
        ("Her NI number is QQ 12 34 56 C", "QQ 12 34 56 C", "ni_number"),
        ("the car, qn16 zkb, was", "qn16 zkb", "vehicle"),
        ("crime 14/90211/22 was filed", "14/90211/22", "reference"),
        ("the log is 118 of 4 June", "118 of 4 June", "reference"),
        ("log number 118 of 4 June", "118 of 4 June", "reference"),
        ("sentenced in T20198812 there", "T20198812", "reference"),
        ("the phone, exhibit NB/2, was", "NB/2", "reference"),
        ("prisoner A1234BC moved", "A1234BC", "reference"),
        ("the coroner's file, INQ 2018/0411", "INQ 2018/0411", "reference"),
        ("tenancy HA-T-00871 ended", "HA-T-00871", "reference"),
        ("he is of 12 Elm Road and", "12 Elm Road", "address"),
        (
            "at Flat 3, Weir House, 9 Mill Lane, Aberwen NB4 7QX",
            "Flat 3, Weir House, 9 Mill Lane, Aberwen NB4 7QX",
            "address",
        ),
        ("lives at 4 Heol y Felin now", "4 Heol y Felin", "address"),
        ("on the corner of Pump Street", "Pump Street", "address"),
        ("near Upper Gorse Farm one night", "Upper Gorse Farm", "address"),
        ("he stood outside number 31 all night", "number 31", "address"),
        ("she was born on the third of May 1988", "the third of May 1988", "date"),
        ("DOB 03-MAY-88", "03-MAY-88", "date"),
        ("On 6 June 2017 he was arrested", "6 June 2017", "date"),
        ("her son, who was aged six, saw it", "aged six", "age"),
        ("a seven-year-old girl", "seven-year-old girl", "age"),
        ("her daughter, Nell, 9, saw", "9", "age"),
        ("her half-sister, who is two, slept", "half-sister, who is two", "age"),
    ],
)
def test_finds(text: str, words: str, kind: str) -> None:
    assert words in found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "section 47 and sections 17(1) and 20",
        "a score of 15/21 on the GAD-7, and PHQ-9 of 17",
        "NICE guideline CG110 and ISO 27001",
        "SI 2015/1817 and [2019] EWCA Civ 412",
        "sertraline 50mg and 500mcg/5ml",
        "version 2.3 of Form C8 in 2022/23",
        "Recommendation 4/11 and Table 3",
        "Downing Street and Coronation Street",
        "the Crown Court and 3 Family Court hearings",
        "The panel met on 3 March 2022 to discuss the death",
        "guidance published on 4 May 2021",
        "He was aged 34 and she was 41",
        "children under the age of five",
        "the National Helpline, 0808 2000 247",
        "see www.legislation.gov.uk/ukpga/2021/17",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert detected(text) == []
