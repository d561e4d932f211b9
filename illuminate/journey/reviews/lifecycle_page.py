"""docs/lifecycle.md, drawn from the lifecycle table."""

from illuminate.foundation.access.roles import CARDS as ROLES
from illuminate.journey.reviews.lifecycle import CARDS, ENDED, MOVES, Stage

HEAD = """# The life of a review

Written by `illuminate docs write` from `illuminate/journey/reviews/lifecycle.py`: change the table, then
write it again.

"""


def markdown() -> str:
    """The page: a diagram, the stages, and every step with who may take it and what must hold."""
    return HEAD + _diagram() + _stages() + _steps()


def _diagram() -> str:
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> notified"]
    lines += [
        f"    {move.start} --> {move.to}" for move in MOVES if move.to not in (Stage.WITHDRAWN, Stage.JOINED)
    ]
    lines += [f"    {stage} --> [*]" for stage in CARDS if stage in ENDED and stage not in _ends()]
    lines += [
        "```",
        "",
        "From every stage before sign-off a review can also be withdrawn or joined with another.",
        "",
    ]
    return "\n".join(lines) + "\n"


def _ends() -> tuple[Stage, Stage]:
    return (Stage.WITHDRAWN, Stage.JOINED)


def _stages() -> str:
    rows = ["| stage | code | what it means | who holds the review |", "| --- | --- | --- | --- |"]
    rows += [f"| {card.name} | `{card.stage}` | {card.sentence} | {card.holder} |" for card in CARDS.values()]
    return "## Stages\n\n" + "\n".join(rows) + "\n\n"


def _steps() -> str:
    rows = [
        "| from | to | action | who may | what must hold | who is told |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for move in MOVES:
        who = ", ".join(ROLES[role].name for role in move.who)
        told = ", ".join(ROLES[role].name for role in move.tells) or "nobody"
        names = f"| {CARDS[move.start].name} | {CARDS[move.to].name} |"
        rows.append(f"{names} `{move.action}` | {who} | `{move.must_hold}` | {told} |")
    return "## Steps\n\n" + "\n".join(rows) + "\n"
