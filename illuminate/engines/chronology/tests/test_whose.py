"""Whose chronology it is: only what looks like an agency names one."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from openpyxl import Workbook

from illuminate.engines.chronology import read_file
from illuminate.engines.chronology.agency import find_agency
from illuminate.engines.chronology.tests.files import Document

TITLES = [
    ("Fenshire Police. Single agency chronology (confidential)", "Fenshire Police"),
    ("DHR chronology, Probation Service: West Fen", "Probation Service: West Fen"),
    (
        "Fen Council: Children, Families and Learning - template",
        "Fen Council: Children, Families and Learning",
    ),
    ("The Reed Project (IDVA service): chronology for the review panel", "The Reed Project (IDVA service)"),
    ("FENSHIRE POLICE - Review Team", "Fenshire Police"),
    ("Fenshire Integrated Care NHS Trust, hospital", "Fenshire Integrated Care NHS Trust"),
    ("Reed Contact Centre - chronology", "Reed Contact Centre"),
    ("Fen Kinship Carers (registered charity)", "Fen Kinship Carers"),
    ("Family Mediation Service", "Family Mediation Service"),
    ("Fenshire Council - Adult Social Care (Intake)", "Fenshire Council Adult Social Care"),
    ("High Street Surgery, Fenton", "High Street Surgery"),
    ("Reed Homes, Housing Association", "Reed Homes"),
    ("Tai Dyffryn, Cymdeithas Tai", "Tai Dyffryn"),
    ("Heddlu Gwent: cronoleg", "Heddlu Gwent"),
    ("Chronology of Reed Homes' contact with the family", "Reed Homes"),
    ("Chronology completed by Fen Probation Service for the DHR", "Fen Probation Service"),
    ("CHRONOLOGY FROM HMP FENWOOD", "HMP Fenwood"),
    ("THE REED PROJECT   case log   client 12", "The Reed Project"),
    ("Return from: Oakwood Primary School", "Oakwood Primary School"),
]
NAMELESS = [
    "SORREL", "DHR chronology", "Operation Linnet", "Please do not forward", "Records checked: all systems",
    "Compiled by: Review Team, A.B.", "Completed by: Team Manager",
    "Mrs Jean Reed – contacts in the year 2019", "Author: DS Brown", "Domestic Homicide Review SORREL",
]  # fmt: skip
FILES = [
    ("fenshire_constabulary_export.csv", "Fenshire Constabulary"),
    ("fen_0_19_service_v2.ods", "Fen 0-19 Service"),
    ("GP_chronology_final_v2 (1).docx", "GP"),
    ("asc.docx", "ASC"),
    ("women_s_aid_case_log.xls", "Women's Aid"),
    ("Fen Ambulance Service CAD.csv", "Fen Ambulance Service"),
    ("reed_pre_school_dates_amended.docx", "Reed Pre-School"),
    ("FenshirePolice_Chronology.xlsx", "Fenshire Police"),
]


@pytest.mark.parametrize(("title", "agency"), TITLES)
def test_a_title_names_the_agency(title: str, agency: str) -> None:
    assert find_agency([[title]], [], "a.docx")[0] == agency


@pytest.mark.parametrize("title", NAMELESS)
def test_a_code_word_a_person_and_a_preamble_name_nobody(title: str) -> None:
    assert find_agency([[title]], [title], "fen_housing.docx")[0] == "Fen Housing"


@pytest.mark.parametrize(("file", "agency"), FILES)
def test_the_name_of_a_file_is_written_as_a_name(file: str, agency: str) -> None:
    assert find_agency([], ["Timeline"], file)[0] == agency


def test_what_the_agency_did_is_no_agency() -> None:
    rows = [["1/2/2019", f"Call number {n} from the house.", "Viable."] for n in range(8)]
    text = "\n".join("|".join(row) for row in [["Date", "Event", "What did the agency do?"], *rows])
    reading = read_file(text.encode(), "fenshire_police.csv")
    assert {entry.agency for entry in reading.entries} == {"Fenshire Police"}
    assert {entry.response for entry in reading.entries} == {"Viable."}


def test_a_column_that_names_agencies_gives_each_row_its_own() -> None:
    names = ["Fenshire Police", "High Street Surgery", "Fenshire Police", "High Street Surgery"]
    rows = [[f"{n}/2/2019", name, f"Contact number {n} was made."] for n, name in enumerate(names, start=1)]
    text = "\n".join("|".join(row) for row in [["Date", "Held by", "Event"], *rows])
    assert [entry.agency for entry in read_file(text.encode(), "a.csv").entries] == names


def test_rows_across_a_table_that_name_agencies() -> None:
    document = Document().line("Significant events")
    document.table(
        ["Date", "Event"], ["High Street Surgery"], ["1/2/2019", "Seen."], ["Fen Hospitals NHS Trust"],
        ["3/2/2019", "Attended."], ["4/2/2019", "Left."],
    )  # fmt: skip
    found = [entry.agency for entry in document.read().entries]
    assert found == ["High Street Surgery", "Fen Hospitals NHS Trust", "Fen Hospitals NHS Trust"]


def test_headings_over_tables_that_name_agencies() -> None:
    document = Document().line("High Street Surgery", "Heading 1")
    document.table(["Date", "Event"], ["1/2/2019", "Seen."], ["2/2/2019", "Rang."])
    document.line("Fen Hospitals NHS Trust", "Heading 1")
    document.table(["Date", "Event"], ["3/2/2019", "Attended."])
    assert [entry.agency for entry in document.read().entries][1:] == [
        "High Street Surgery",
        "Fen Hospitals NHS Trust",
    ]


def test_departments_of_one_agency_stay_one() -> None:
    document = Document().line("Fen Hospitals NHS Trust", "Heading 1")
    document.table(
        ["Date", "Event"], ["Health Visiting Service"], ["1/2/2019", "Seen."], ["Maternity Services"],
        ["3/2/2019", "Attended."],
    )  # fmt: skip
    assert {entry.agency for entry in document.read().entries} == {"Fen Hospitals NHS Trust"}


def test_a_column_that_names_one_agency_all_the_way_down_says_whose_it_is() -> None:
    text = "Contact date;Service;Contact;Outcome\n" + "".join(
        f"{day}/03/2020;Fenmouth Probation Service;Seen at the office.;Next week.\n" for day in range(1, 6)
    )
    assert read_file(text.encode(), "contacts.csv").agency == "Fenmouth Probation Service"


def test_a_sheet_with_headings_of_its_own_does_not_go_on_from_the_one_before() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "0-19"
    first.append(["Agency: Fen 0-19 Service"])
    first.append([])
    first.append(["Date", "Child", "Contact", "Outcome", "Worker", "Comment"])
    first.append(["01/02/2020", "T", "Weighed at the clinic.", "Well.", "HV", ""])
    second = book.create_sheet("Drugs")
    second.append(["Agency: Reed Drug and Alcohol Service"])
    second.append([])
    second.append(["Contact on", "What was said / done", "Next", "Worker", "Remark", "Client"])
    for day in range(1, 5):
        second.append(
            [f"0{day}/02/2020", f"Seen for key work, session {day} of the course.", "Weekly.", "JO", "", "K"]
        )
    stream = BytesIO()
    book.save(stream)
    reading = read_file(stream.getvalue(), "two.xlsx")
    assert not reading.refused
    assert Counter(entry.agency for entry in reading.entries) == {
        "Fen 0-19 Service": 1, "Reed Drug and Alcohol Service": 4,
    }  # fmt: skip


def test_empty_lines_on_top_name_nobody() -> None:
    reading = read_file(b"\n\nAgency: Reed Homes\n\nDate,Event\n01/02/2020,Rang about the door.\n", "a.csv")
    assert [entry.agency for entry in reading.entries] == ["Reed Homes"]


def test_a_health_boards_teams_over_its_tables_are_the_health_board() -> None:
    document = Document().line("Fenshire University Health Board")
    for team in ("Hospital", "Memory Service", "District nursing"):
        document.line(team).table(["Date", "Event"], ["03/04/2018", "Seen at home."], ["04/04/2018", "Rang."])
    assert {entry.agency for entry in document.read().entries} == {"Fenshire University Health Board"}


def test_a_hospitals_department_in_brackets_is_no_part_of_its_name() -> None:
    document = Document()
    document.table(
        ["Date", "Fell Infirmary (Emergency Department)", "Fell Police"],
        ["1/2/2019", "Cut to the hand, closed with glue.", "Called to the flat by a neighbour."],
        ["3/2/2019", "Back with a headache, scanned.", ""],
    )
    assert {entry.agency for entry in document.read().entries} == {"Fell Infirmary", "Fell Police"}


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Fell Hospitals NHS Trust (A&E) chronology", "Fell Hospitals NHS Trust"),
        ("Fell Partnership NHS Trust (Crisis Team)", "Fell Partnership NHS Trust (Crisis Team)"),
        ("Fell Council (Leaving Care)", "Fell Council (Leaving Care)"),
    ],
)
def test_a_team_in_brackets_stays_and_a_place_does_not(title: str, agency: str) -> None:
    document = Document().line(title, "Heading 1")
    document.table(["Date", "Event"], ["1/2/2019", "Seen."])
    assert {entry.agency for entry in document.read().entries} == {agency}


def test_initials_are_spelt_out_where_the_file_says_what_they_stand_for() -> None:
    lines = [["FRAS"], ["FRAS is the Fenshire Recovery and Advice Service, a charity."]]
    assert find_agency([["Agency: FRAS"], *lines], [], "a.docx")[0] == "Fenshire Recovery and Advice Service"
    assert find_agency([["Agency: FRAS"], ["Fenshire Relief Service"]], [], "a.docx")[0] == "FRAS"
