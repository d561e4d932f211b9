"""The shapes in which every room tells the desk what there is to do."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from illuminate.journey.reviews.blockers import Blocker

Status = Literal["done", "to_do", "waiting"]


@dataclass(frozen=True)
class Task:
    """One line of a stage's task list. `waiting` means that its blockers say why not yet."""

    text: str
    url: str = ""
    status: Status = "to_do"
    blockers: list[Blocker] = field(default_factory=list)
    hint: str = ""


@dataclass(frozen=True)
class Waiting:
    """Something that waits for one person: what, where, of which review, until when."""

    text: str
    url: str
    title: str
    due: date | None = None
    holder: str = "You"


def task(text: str, url: str, *, done: bool, blockers: list[Blocker] | None = None, hint: str = "") -> Task:
    """A line whose status follows from whether it is done and what still blocks it."""
    why = [] if done else (blockers or [])
    status: Status = "done" if done else "waiting" if why else "to_do"
    return Task(text, url, status, why, hint)
