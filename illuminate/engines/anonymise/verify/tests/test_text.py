"""Plain text: every coding, and every way in which the same letters may be read."""

import base64

import pytest

from illuminate.engines.anonymise import verify
from illuminate.engines.anonymise.tests.build import register

REGISTER = register()


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_in_any_coding(coding: str) -> None:
    (finding,) = verify("One.\nWe saw Siân then".encode(coding), "a.txt", REGISTER).findings
    assert (finding.text, finding.where.part, finding.where.paragraph, finding.where.start) == (
        "Siân",
        "body",
        2,
        7,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mag\u200bgie", "Mag\u00adgie", "Hollo-\nway", "Ｍａｇｇｉｅ", "M&#97;ggie", "Mag**gie**", "<b>Mag</b>gie",
        "Hol_lo_way", "H o l l o w a y", "\u202eyawolloH\u202c", "H%6Flloway", "<!-- Maggie -->",
        "Margaret\r\nHolloway",
    ],
)  # fmt: skip
def test_the_same_letters_in_another_way(text: str) -> None:
    report = verify(f"Then {text} came".encode(), "a.md", REGISTER)
    assert len({one.text for one in report.findings}) == 1, report.findings


def test_a_file_written_into_the_text_is_opened() -> None:
    inside = base64.b64encode(b"what Maggie wrote down").decode()
    report = verify(f"![x](data:text/plain;base64,{inside})".encode(), "a.md", REGISTER)
    assert [(one.text, one.where.part) for one in report.findings] == [("Maggie", "attachment 1")]


def test_bytes_that_are_no_text_are_unread() -> None:
    assert not verify(bytes(range(256)), "a.txt", REGISTER).clean


def test_ordinary_words_stay_clean() -> None:
    assert verify(b"Louise will come in May. Mark this. The marsh froze.", "a.txt", REGISTER).clean
