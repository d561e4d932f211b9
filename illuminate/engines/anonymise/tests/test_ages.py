"""Ages and sexes of children, however they are told; and the numbers that are none."""

import pytest

from .marked import touched, uncovered

FOUND = {
    "with years": [
        "her [[six-year-old son]] saw it",
        "a [[6 year old]] and a [[9-year-old girl]]",
        "The child is [[6 yrs old]].",
        "a [[6yo]] and a [[3 y/o]]",
        "her [[four and a half year old]]",
        "the [[eighteen-month-old baby]]",
        "a [[three week old]] infant",
        "a boy of [[six years]]",
        "her son, who is [[six years of age]]",
        "two children, [[a 6 year old girl]] and [[a 4 year old boy]]",
        "her daughter ([[6 years]])",
        "her [[5yr old]]",
        "a [[ten-day-old]] baby",
    ],
    "aged": [
        "Her son, [[aged six]], was in bed.",
        "children [[aged 4 and 7]] were in the house",
        "three children, aged [[two, four and nine]]",
        "Her girls (aged [[3, 5 and 11]]) were safe.",
        "the child, [[age 9]], said so",
        "[[aged 18 months]]",
        "the baby was [[aged three weeks]]",
        "She left school at [[the age of 15]] with a baby.",
        "Her children were [[aged between 4 and 9]].",
    ],
    "bare numbers": [
        "Her daughter, Elin, [[9]], told a teacher.",
        "Her sons, Rhys ([[12]]) and Gwil ([[9]]), heard it.",
        "The children, who were [[six and four]], were asleep.",
        "Her daughter was only [[six]] when it began.",
        "Her eldest child is [[eleven]].",
        "Her son is [[13]] now and lives with an aunt.",
        "The boy was [[seven]] at the time.",
        "They have two daughters of [[eight]] and [[ten]].",
        "Her son had just turned [[four]].",
        "She has a son of [[14]].",
        "The younger boy, now [[five]], has started school.",
        "The baby was [[nine weeks]] when they left.",
        "Her brother, then [[ten]], rang 999.",
        "the children (boy [[7]], girl [[5]])",
        "The girl is nearly [[seven]].",
        "child 1 ([[9]]) and child 2 ([[7]])",
    ],
    "school and birth": [
        "Her son is in [[Year 4]] at the school.",
        "Her daughter was in [[Reception]] when he left.",
        "the child, born in [[2014]]",
        "Her son (b. [[2011]]) was there.",
        "[[Year Six]] pupil",
    ],
    "sex": [
        "She was delivered of a [[baby girl]].",
        "a healthy [[boy]] of 3.2 kg",
        "her [[infant son]]",
        "the [[female child]]",
        "her [[teenage daughter]]",
        "her [[newborn daughter]]",
        "her [[toddler son]]",
        "the [[male infant]]",
        "her [[unborn daughter]]",
    ],
}

LEFT = [
    "He was aged 34 and she was 41.",
    "children under the age of five",
    "young people aged 16 to 25 may use the service",
    "anyone over 16 can apply",
    "Section 7, paragraph 4",
    "It was the third time in six months.",
    "There were six calls and three visits.",
    "She was at number six.",
    "a year 2 review of the plan",
    "All children aged two are offered a check.",
    "in year 3 of the strategy",
    "The two children were not seen.",
    "at the age of criminal responsibility",
    "She had worked there for six years.",
    "It was six or seven weeks later.",
    "The score was 9, which is medium.",
    "on the 6th of the month, at 4",
]


@pytest.mark.parametrize(
    "sentence", [pytest.param(one, id=f"{kind}: {one[:30]}") for kind, ones in FOUND.items() for one in ones]
)
def test_finds(sentence: str) -> None:
    assert uncovered(sentence, "age", "date") == []


@pytest.mark.parametrize("sentence", LEFT)
def test_leaves_alone(sentence: str) -> None:
    assert [one for one in touched(sentence) if one[1] == "age"] == []
