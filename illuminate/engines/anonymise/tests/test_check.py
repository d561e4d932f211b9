"""The report: its form, text files, and what makes a file clean."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.anonymise import UnsupportedFile, check

from .build import register

REGISTER = register()


def test_the_findings_have_the_form_of_the_contract() -> None:
    report = check(b"One line.\nAsk Maggie at nb@example.org.\n", "note.txt", REGISTER)
    assert json.loads(json.dumps(report.to_json())) == {
        "file": "note.txt",
        "findings": [
            {
                "text": "Maggie",
                "kind": "person",
                "on_register": True,
                "pseudonym": "Louise",
                "where": {"part": "body", "paragraph": 2, "start": 4, "end": 10},
                "rule": "alias",
                "confidence": 1.0,
            },
            {
                "text": "nb@example.org",
                "kind": "email",
                "on_register": False,
                "pseudonym": None,
                "where": {"part": "body", "paragraph": 2, "start": 14, "end": 28},
                "rule": "pattern",
                "confidence": 0.99,
            },
        ],
        "risk": [],
        "unread": [],
        "clean": False,
    }


def test_a_file_without_a_finding_is_clean() -> None:
    assert check(b"Louise met Neil. Mark will come.", "note.md", REGISTER).clean


def test_the_name_of_the_file_is_read() -> None:
    (finding,) = check(b"", "dhr_holloway_final.txt", REGISTER).findings
    assert (finding.text, finding.where.part) == ("holloway", "file name")


def test_a_name_over_a_line_end_is_found_on_both_lines() -> None:
    report = check(b"told Margaret\r\nHolloway that", "a.txt", REGISTER)
    got = [(f.text, f.pseudonym, f.where.paragraph, f.where.start) for f in report.findings]
    assert got == [("Margaret", "Louise", 1, 5), ("Holloway", "", 2, 0)]


def test_a_whole_address_goes_and_it_is_known_whose_it_is() -> None:
    (finding,) = check(b"to j.holloway@example.org", "a.txt", REGISTER).findings
    assert (finding.text, finding.on_register, finding.pseudonym) == (
        "j.holloway@example.org",
        True,
        "Louise",
    )


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_in_any_usual_coding(coding: str) -> None:
    (finding,) = check("saw Siân".encode(coding), "a.txt", REGISTER).findings
    assert finding.text == "Siân"


def test_bytes_that_are_no_text_are_unread() -> None:
    report = check(b"\x00\x01\x02Maggie", "a.txt", REGISTER)
    assert report.unread[0].part == "body"
    assert not report.clean


def test_an_unknown_kind_of_file_is_refused_plainly() -> None:
    with pytest.raises(UnsupportedFile, match=r"“a\.odt” can't be read"):
        check(b"", "a.odt", REGISTER)


@settings(deadline=None)  # the first text loads the model
@given(st.text(max_size=300))
def test_every_finding_stands_where_it_says(text: str) -> None:
    lines = (text + "\nwith Maggie").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    report = check((text + "\nwith Maggie").encode("utf-8", "replace"), "a.txt", REGISTER)
    for finding in report.findings:
        where = finding.where
        assert lines[where.paragraph - 1][where.start : where.end] == finding.text
    assert report.findings or report.unread


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.xlsx", "a.pdf"]))
def test_any_bytes_end_in_a_report_that_is_not_clean(data: bytes, name: str) -> None:
    assert not check(data, name, REGISTER).clean
