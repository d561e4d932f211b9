"""Combinations that single somebody out, and sentences that only sound like one."""

import pytest

from illuminate.engines.anonymise import check
from illuminate.engines.anonymise.places import Part
from illuminate.engines.anonymise.risk import risks_in

from .build import register


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They were the only Igbo-speaking family in the village.", "only_one"),
        ("He is the town's only blind piano tuner.", "only_one"),
        ("She was the first woman in the county to captain a lifeboat.", "first_or_last"),
        ("He was given an MBE for it.", "honour"),
        ("Her picture was on the front page of two newspapers.", "media"),
        ("He is the brother of a well-known singer.", "famous_relative"),
        ("Her uncle was killed in the colliery disaster.", "unusual_death"),
        (
            "She died three days before her birthday, and two weeks after her birthday card was posted.",
            "birthday",
        ),
        ("She was the seventh of nine and loved it.", "family_count"),
        ("He has a rare disease of the blood.", "rare_history"),
    ],
)
def test_says_what_singles_out(sentence: str, kind: str) -> None:
    (risk,) = risks_in([Part("body", [f"He came home late. {sentence} Then it rained."])])
    assert (risk.kind, risk.text + ".") == (kind, sentence)
    assert risk.why.endswith(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "The only agency in contact with her was the surgery.",
        "It was the first time that she had spoken of it.",
        "The panel noted that the only woman in the group left.",
        "There were six contacts and three assessments.",
        "They had two children.",
        "She had lived in the town for twenty years.",
    ],
)
def test_common_things_are_no_risk(sentence: str) -> None:
    assert risks_in([Part("body", [sentence])]) == []


def test_a_report_carries_its_risks_and_stays_clean_for_them() -> None:
    report = check(b"They were the only Igbo-speaking family in the village.", "a.txt", register())
    assert [risk["kind"] for risk in report.to_json()["risk"]] == ["only_one"]
    assert report.clean
