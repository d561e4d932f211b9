"""docs/roles.md, written from the table of roles."""

from illuminate.foundation.access.queries_people import NATIONAL_ROLES, ROLES_AT
from illuminate.foundation.access.roles import CARDS, Kind, Role, RoleCard

KINDS = {
    Kind.CORE: ("Core", "the partnership's and the chair's own papers: identities, decision, sign-off"),
    Kind.PANEL: ("Panel", "what the panel works with: terms of reference, meetings, drafts, lessons"),
    Kind.AGENCY: (
        "Agency",
        "one agency's papers, sealed: its request, chronology, IMR, the chair's questions",
    ),
    Kind.RELEASED: ("Released", "what the chair has released of an agency's papers to the panel"),
    Kind.FAMILY: ("Family", "one branch of a family: its wishes, words, and the draft's reading"),
    Kind.NOTIFIER: ("Notification", "the notification that a force or agency sent"),
    Kind.HOME_OFFICE: ("Home Office", "what was sent to the Home Office, and its answers"),
    Kind.COMMISSIONER: ("Commissioner", "what was sent to the Domestic Abuse Commissioner"),
    Kind.ANALYSIS: (
        "Analysis",
        "what comparing the agencies' chronologies raises, and what is decided about it",
    ),
    Kind.ACTION: ("Actions", "one organisation's actions, their progress and evidence"),
}
HEAD = """# Who sees what

Written by `illuminate docs write` from `illuminate/foundation/access/roles.py`: change the table, then write it
again. The database itself keeps to it: a page that forgot to ask would show nothing.

A post is a role in an organisation, over all its reviews. Other roles are given in one review. What each part of a
review holds is said below the table.

"""


def markdown() -> str:
    """The page: each role with its sentence and what it opens, then each part of a review."""
    return HEAD + _roles() + _kinds() + _posts()


def _roles() -> str:
    rows = ["| role | what it is for | opens | may add people to a review |", "| --- | --- | --- | --- |"]
    rows += [
        f"| {card.name} | {card.sentence} | {_opened(card)} | {'yes' if card.may_admit else 'no'} |"
        for card in CARDS.values()
    ]
    return "\n".join(rows) + "\n\n"


def _opened(card: RoleCard) -> str:
    if card.every == frozenset(Kind):
        return "every part"
    every = [KINDS[kind][0] for kind in Kind if kind in card.every]
    own = [f"{KINDS[kind][0]} (own only)" for kind in Kind if kind in card.own]
    return ", ".join([*every, *own])


def _kinds() -> str:
    rows = ["## The parts of a review", "", "| part | what lies in it |", "| --- | --- |"]
    return "\n".join(rows + [f"| {name} | {words} |" for name, words in KINDS.values()]) + "\n\n"


def _posts() -> str:
    rows = ["## Posts, and who gives them", "", "| at | posts | given by |", "| --- | --- | --- |"]
    rows += [f"| {type_.label} | {_names(roles)} | a coordinator |" for type_, roles in ROLES_AT.items()]
    rows += [f"| {type_.label} | {_names(roles)} | the operator |" for type_, roles in NATIONAL_ROLES.items()]
    return "\n".join(rows) + "\n"


def _names(roles: tuple[Role, ...]) -> str:
    return ", ".join(CARDS[role].name for role in roles)
