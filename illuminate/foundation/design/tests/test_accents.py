"""Every colour a partnership can choose is readable with white words on it."""

import re
from pathlib import Path

import pytest

from illuminate.foundation.design.accents import ACCENTS, DEFAULT_ACCENT

CSS = (Path(__file__).parents[1] / "static" / "design" / "illuminate.css").read_text()


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", [name for name, _ in ACCENTS])
def test_white_words_can_be_read_on_it(name):
    found = re.search(rf"\.accent-{name}\{{--accent: (#\w{{6}});--accent-dark: (#\w{{6}})", CSS)
    for colour in found.groups():
        assert 1.05 / (luminance(colour) + 0.05) >= 7


def test_the_style_sheet_and_the_list_agree():
    assert set(re.findall(r"\.accent-(\w+)", CSS)) == {name for name, _ in ACCENTS}
    assert DEFAULT_ACCENT in dict(ACCENTS)
