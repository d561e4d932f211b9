"""The legal test as data, and what answers to it say."""

import pytest

from illuminate.engines.clock import editions
from illuminate.journey.intake import legal_test

ALL = ("age", "cause", "relative", "household", "suicide")


@pytest.mark.parametrize("edition", editions())
def test_every_edition_of_the_guidance_has_its_test(edition: str) -> None:
    test = legal_test.load(edition)
    assert [limb.code for limb in test.limbs] == list(ALL)
    assert all(limb.question.endswith("?") and limb.short for limb in test.limbs)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("yes yes yes no no", "yes"),
        ("yes yes no yes no", "yes"),
        ("yes yes no yes unknown", "yes"),
        ("yes yes no no no", "no"),
        ("yes no yes yes no", "no"),
        ("no yes yes yes yes", "no"),
        ("no unknown unknown unknown unknown", "no"),
        ("yes no no no yes", "yes"),
        ("yes unknown unknown unknown no", "unknown"),
        ("yes no no no unknown", "unknown"),
        ("unknown yes yes no no", "unknown"),
        ("yes yes unknown no no", "unknown"),
        ("yes unknown no no no", "no"),
    ],
)
def test_what_the_answers_say(answers: str, says: str) -> None:
    assert legal_test.reads(dict(zip(ALL, answers.split(), strict=True))) == says


def test_what_was_not_answered_is_not_known() -> None:
    assert legal_test.reads({}) == "unknown"
    assert legal_test.reads({"age": ""}) == "unknown"
