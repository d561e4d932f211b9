"""One finding of the machine as pages show it: its kind, what was decided, and what will stand in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from illuminate.engines.anonymise.wording import neutral
from illuminate.foundation.design.days import long_day
from illuminate.journey.anonymity import kinds, sheets
from illuminate.journey.anonymity.kinds import Group
from illuminate.journey.anonymity.models import Settlement


class State(models.TextChoices):
    """Where a finding stands; a finding on the register needs nobody's word to be replaced."""

    OPEN = "open", "Not decided"
    REGISTER = "register", "On the register, not looked at"
    CHANGED = "changed", "Replaced"
    KEPT = "kept", "Stays"


@dataclass(frozen=True)
class Line:
    """A finding with its decision. `proposed` is what is offered in its place, `new` what was decided on.

    `asks`: what a person has to decide because it is in doubt whose name it is. `is_new`: the look before had it not.
    """

    number: int
    text: str
    kind: str
    group: Group
    on_register: bool
    state: str
    proposed: str
    new: str = ""
    reason: str = ""
    decided: str = ""
    asks: str = ""
    is_new: bool = False

    @property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.REGISTER)

    @property
    def state_is_unread(self) -> bool:
        return self.group is kinds.UNREAD

    @property
    def becomes(self) -> str:
        """What will stand there as things are now; empty when it stays, or nobody has said."""
        if self.state == State.CHANGED:
            return self.new
        return self.proposed if self.state == State.REGISTER else ""

    @property
    def chosen(self) -> str:
        """The answer that was given, as the form has it."""
        if self.state == State.KEPT:
            return "keep"
        if self.state != State.CHANGED:
            return ""
        proposed = self.new == self.proposed or self.on_register or self.state_is_unread
        return "accept" if proposed else "change"

    @property
    def said(self) -> str:
        """What a mark says to somebody who does not see it."""
        state = State.OPEN if self.is_open else State(self.state)
        known = "on the register" if self.on_register else "not on the register"
        told = [self.group.label, "" if self.state_is_unread else known, state.label]
        return ", ".join(words.lower() for words in told if words)


def line_of(item: Mapping[str, Any], settlement: Settlement | None) -> Line:
    """A finding as it is kept, with what was decided about it."""
    if item["unread"]:
        text, kind, group = sheets.unread_words(item), "", kinds.UNREAD
        on_register, proposed = False, ""
    else:
        text, kind, on_register = item["text"], item["kind"], item["on_register"]
        group = kinds.group_of(kind)
        proposed = _from_register(item) if on_register else kinds.proposed(kind, text)
    line = Line(
        item["number"], text, kind, group, on_register, _untouched(item), proposed,
        asks=item.get("asks", ""), is_new=item.get("is_new", False),
    )  # fmt: skip
    return line if settlement is None else _settled(line, settlement)


def _untouched(item: Mapping[str, Any]) -> State:
    """What is on the register goes by itself, unless it is in doubt whose it is."""
    sure = not item["unread"] and item["on_register"] and not item.get("asks")
    return State.REGISTER if sure else State.OPEN


def _settled(line: Line, settlement: Settlement) -> Line:
    goes = settlement.outcome == Settlement.Outcome.CHANGE
    return replace(
        line, state=State.CHANGED if goes else State.KEPT, reason=settlement.reason,
        new=(settlement.word or line.proposed) if goes else "",
        decided=f"{settlement.settled_by.name}, {long_day(settlement.settled_on)}",
    )  # fmt: skip


def _from_register(item: Mapping[str, Any]) -> str:
    if item.get("goes_on"):
        return "(goes with the line before)"
    return item["pseudonym"] or neutral(item["kind"], item["text"])
