"""Rule 6: the lifecycle is one table, complete, and what it names exists."""

from importlib import import_module

import pytest

from illuminate.journey.reviews.lifecycle import CARDS, ENDED, MOVES, Move, Stage
from illuminate.journey.reviews.models import Review
from tests.guards.house import PACKAGE


def name_of(move: Move) -> str:
    return f"{move.start} to {move.to}"


def test_every_stage_has_a_card_and_can_be_reached() -> None:
    assert set(CARDS) == set(Stage)
    reached = {Stage.NOTIFIED}
    while more := {move.to for move in MOVES if move.start in reached} - reached:
        reached |= more
    assert reached == set(Stage)


def test_only_the_ends_have_no_way_on() -> None:
    assert {stage for stage in Stage if not any(move.start == stage for move in MOVES)} == ENDED


def test_no_step_stands_twice() -> None:
    steps = [(move.start, move.to) for move in MOVES]
    assert len(steps) == len(set(steps))


@pytest.mark.parametrize("move", MOVES, ids=name_of)
def test_what_a_step_names_exists(move: Move) -> None:
    room, action = move.action.split(".")
    assert callable(getattr(import_module(f"illuminate.journey.{room}.actions"), action))
    room, question = move.must_hold.split(".")
    assert callable(getattr(import_module(f"illuminate.journey.{room}.blockers"), question))
    assert move.who


@pytest.mark.parametrize("move", MOVES, ids=name_of)
def test_the_room_that_a_review_leaves_asks_its_blockers(move: Move) -> None:
    room, question = move.must_hold.split(".")
    text = "".join(path.read_text() for path in (PACKAGE / "journey" / room).rglob("actions*.py"))
    text += "".join(path.read_text() for path in (PACKAGE / "journey" / room).glob("actions/*.py"))
    assert question in text


def test_the_database_knows_the_same_stages() -> None:
    constraint = next(item for item in Review._meta.constraints if item.name == "review_stage_known")
    assert set(constraint.condition.children[0][1]) == {stage.value for stage in Stage}
