"""Every role, with a sentence that a manager can read and the compartments it opens.

A role held as a post belongs to an organisation and lasts over all its reviews; a role held as a seat belongs to
one review. docs/roles.md is generated from this table.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of compartment a review has."""

    CORE = "core"
    PANEL = "panel"
    AGENCY = "agency"
    RELEASED = "released"
    FAMILY = "family"
    NOTIFIER = "notifier"
    HOME_OFFICE = "home_office"
    COMMISSIONER = "commissioner"
    ACTION = "action"
    ANALYSIS = "analysis"


class Role(StrEnum):
    """What somebody is to an organisation or to a review."""

    COORDINATOR = "coordinator"
    PARTNERSHIP_CHAIR = "partnership_chair"
    INDEPENDENT_CHAIR = "independent_chair"
    REPORT_AUTHOR = "report_author"
    PANEL_MEMBER = "panel_member"
    NOTIFIER = "notifier"
    AGENCY_AUTHOR = "agency_author"
    ACTION_LEAD = "action_lead"
    FAMILY_MEMBER = "family_member"
    ADVOCATE = "advocate"
    HOME_OFFICE_READER = "home_office_reader"
    QUALITY_ASSURANCE_READER = "quality_assurance_reader"
    COMMISSIONER_ANALYST = "commissioner_analyst"


@dataclass(frozen=True)
class RoleCard:
    """What a role is for, and what it opens. `own` kinds open only for the holder's own organisation or branch."""

    role: Role
    name: str
    sentence: str
    every: frozenset[Kind] = field(default_factory=frozenset)
    own: frozenset[Kind] = field(default_factory=frozenset)
    may_admit: bool = False


def _card(
    role: Role,
    name: str,
    sentence: str,
    every: tuple[Kind, ...] = (),
    own: tuple[Kind, ...] = (),
    admit: bool = False,
) -> RoleCard:
    return RoleCard(role, name, sentence, frozenset(every), frozenset(own), admit)


CARDS: dict[Role, RoleCard] = {
    card.role: card
    for card in (
        _card(
            Role.COORDINATOR,
            "Coordinator",
            "Does the partnership's daily work on its reviews: letters, teams, agencies, families, publication.",
            every=tuple(Kind),
            admit=True,
        ),
        _card(
            Role.PARTNERSHIP_CHAIR,
            "Chair of the partnership",
            "Decides whether there is a review, signs off the report, and is told of every death at once.",
            every=(Kind.CORE, Kind.PANEL, Kind.RELEASED, Kind.NOTIFIER, Kind.HOME_OFFICE, Kind.COMMISSIONER,
                   Kind.ACTION),
            admit=True,
        ),
        _card(
            Role.INDEPENDENT_CHAIR,
            "Independent chair",
            "Leads the panel, asks the agencies, settles what their accounts raise, hears the family and owns "
            "the report of one review.",
            every=tuple(Kind),
            admit=True,
        ),
        _card(
            Role.REPORT_AUTHOR,
            "Report author",
            "Writes the report of one review for its independent chair, and settles with them what agencies' accounts "
            "raise.",
            every=(Kind.CORE, Kind.PANEL, Kind.AGENCY, Kind.RELEASED, Kind.FAMILY, Kind.NOTIFIER, Kind.HOME_OFFICE,
                   Kind.ANALYSIS),
        ),
        _card(
            Role.PANEL_MEMBER,
            "Panel member",
            "Reads what the chair releases to the panel, and meets to agree the lessons.",
            every=(Kind.PANEL, Kind.RELEASED),
        ),
        _card(
            Role.NOTIFIER,
            "Notifier",
            "Tells a partnership of a death, and can read that notification.",
            own=(Kind.NOTIFIER,),
        ),
        _card(
            Role.AGENCY_AUTHOR,
            "Agency author",
            "Writes an agency's own account and answers the chair's questions; sees that agency's papers only.",
            own=(Kind.AGENCY, Kind.RELEASED),
        ),
        _card(
            Role.ACTION_LEAD,
            "Action lead",
            "Carries out an agency's actions and shows what has changed.",
            own=(Kind.ACTION,),
        ),
        _card(
            Role.FAMILY_MEMBER,
            "Family member or friend",
            "Takes part as they wish, through a private link; sees their own words and what they are sent.",
            own=(Kind.FAMILY,),
        ),
        _card(
            Role.ADVOCATE,
            "Advocate",
            "Helps one branch of a family, and sees what that branch sees.",
            own=(Kind.FAMILY,),
        ),
        _card(
            Role.HOME_OFFICE_READER,
            "Home Office reader",
            "Reads the decisions that partnerships send, and can ask for a review after a no.",
            every=(Kind.HOME_OFFICE,),
        ),
        _card(
            Role.QUALITY_ASSURANCE_READER,
            "Quality Assurance reader",
            "Reads submitted reports and records the Quality Assurance Panel's letter.",
            every=(Kind.HOME_OFFICE,),
        ),
        _card(
            Role.COMMISSIONER_ANALYST,
            "Domestic Abuse Commissioner's analyst",
            "Reads what was sent to the Commissioner, and the national picture.",
            every=(Kind.COMMISSIONER,),
        ),
    )
}  # fmt: skip


def opens(role: str, kind: str, *, own: bool) -> bool:
    """Whether a role opens a kind of compartment; `own` is true for the holder's own organisation or branch."""
    card = CARDS[Role(role)]
    return Kind(kind) in card.every or (own and Kind(kind) in card.own)
