"""The example case's own report: a clean one is left alone, a draft's slips are found."""

from pathlib import Path

import pytest

from illuminate.engines.anonymise import check, read_register

CASE = Path(__file__).parents[2] / "demo" / "case"
REGISTER = read_register(CASE / "register.csv")


@pytest.mark.parametrize("name", ["overview_final_clean.docx", "overview_final_clean.pdf"])
def test_in_a_report_that_is_clean_only_the_childrens_ages_are_proposed(name: str) -> None:
    """Its panel, its agencies and the pseudonyms are named openly."""
    report = check((CASE / "report" / name).read_bytes(), name, REGISTER)
    body = [one for one in report.findings if one.where.part != "properties"]
    assert {one.kind for one in body} <= {"age"}
    assert not any(one.on_register for one in report.findings)


def test_those_whom_a_draft_names_by_slip_are_found_and_its_panel_is_not() -> None:
    data = (CASE / "report" / "overview_draft.docx").read_bytes()
    report = check(data, "overview_draft.docx", REGISTER)
    found = {one.text for one in report.findings}
    assert "Grace Adeyemi" in found
    assert not found & {"Dr Imogen Ashdown", "Marian Lofthouse", "Sunita Rao-Bell", "Tidewell Homes"}
