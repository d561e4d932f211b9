"""Why something can't be done yet. One small shape for every room."""

from dataclasses import dataclass


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


def to_end(reason: str) -> list[Blocker]:
    """Withdrawing or joining a review needs a reason (journey.md, "The stages")."""
    return [] if reason.strip() else [Blocker("Say why the review ends here.")]
