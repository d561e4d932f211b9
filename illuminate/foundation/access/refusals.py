"""Why something can't be done yet: one small shape for every room, and how a form shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django import forms


@dataclass(frozen=True)
class Blocker:
    """What is still missing, in one sentence that says what to do, and the page where it is done."""

    text: str
    url: str = ""


class Refused(Exception):
    """Somebody who may do this can't do it now. Says why, one sentence a blocker."""

    def __init__(self, blockers: list[Blocker]) -> None:
        self.blockers = blockers
        super().__init__(" ".join(blocker.text for blocker in blockers))


def refuse_if(blockers: list[Blocker]) -> None:
    """Raise `Refused` unless the list is empty."""
    if blockers:
        raise Refused(blockers)


@dataclass
class Outcome:
    """Whether the action inside `trying` was done."""

    done: bool = False


@contextmanager
def trying(form: forms.BaseForm) -> Iterator[Outcome]:
    """Run an action; what refuses it is shown in the form's error summary instead of an error page."""
    outcome = Outcome()
    try:
        yield outcome
        outcome.done = True
    except Refused as refused:
        for blocker in refused.blockers:
            form.add_error(None, blocker.text)
