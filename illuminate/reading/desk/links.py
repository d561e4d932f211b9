"""The ways from a review's page into its rooms, for those who may go there."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews.models import Review

CORE = frozenset({Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR})
FAMILY = frozenset({Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR})
PANEL = CORE | {Role.PANEL_MEMBER}

# What it is called, where it is, who may go there.
ROOMS: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("Notification and decision", "intake:scoping", CORE),
    ("People and pseudonyms", "people:list", CORE),
    ("Chair, panel and meetings", "panel:panel", PANEL),
    ("Agencies", "agencies:requests", PANEL),
    ("Combined chronology", "chronology:combined", PANEL),
    ("Family and friends", "involvement:family", FAMILY),
    ("Report, lessons and plan", "report:report", PANEL),
    ("Anonymity", "anonymity:checks", PANEL),
    ("Home Office", "assurance:assurance", CORE),
    ("Publication", "publication:gate", CORE),
    ("What has been done since", "improvement:plan", CORE),
    ("Team", "reviews:team", PANEL),
    ("History", "desk:history", PANEL),
)


def of_review(review: Review, user: User) -> list[tuple[str, str]]:
    """Name and address of each room that the reader's roles open."""
    roles = access.roles_in(user, review.pk)
    return [(name, reverse(url, args=[review.slug])) for name, url, who in ROOMS if roles & who]
