"""Why something can't be done yet. One small shape for every room."""

from illuminate.foundation.access.models import User
from illuminate.foundation.access.refusals import Blocker, Refused, refuse_if
from illuminate.foundation.access.roles import Role

__all__ = ["Blocker", "Refused", "refuse_if"]

ROLES_GIVEN_BY_HAND = frozenset({Role.REPORT_AUTHOR})

ENDED_ELSEWHERE = {
    Role.INDEPENDENT_CHAIR: "Record on the panel’s page that the independent chair has left.",
    Role.PANEL_MEMBER: "Record on the panel’s page that they have left the panel.",
    Role.FAMILY_MEMBER: "Close their private link on the family’s page.",
    Role.ADVOCATE: "Change on the family’s page who stands beside them.",
    Role.AGENCY_AUTHOR: "Change on the agency’s page who answers for it.",
}


def to_end(reason: str) -> list[Blocker]:
    """Withdrawing or joining a review needs a reason (journey.md, "The stages")."""
    return [] if reason.strip() else [Blocker("Say why the review ends here.")]


def to_join_team(person: User, role: Role) -> list[Blocker]:
    """Only an open account can take part, and only in a role that is given by hand."""
    blockers = []
    if not person.is_active:
        blockers.append(Blocker("This account is closed. Open it again first, or choose somebody else."))
    if role not in ROLES_GIVEN_BY_HAND:
        blockers.append(
            Blocker("This role is not given here: it comes with a post, an appointment or a request.")
        )
    return blockers


def to_leave_team(role: Role, ended: int) -> list[Blocker]:
    """Nobody leaves twice; what came with an appointment or a request ends there, where it is put on record."""
    if role in ENDED_ELSEWHERE:
        return [Blocker(ENDED_ELSEWHERE[role])]
    if ended:
        return []
    return [Blocker("This person does not hold that role in this review any more. Open the page again.")]
