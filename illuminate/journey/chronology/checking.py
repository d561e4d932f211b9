"""Whether a file looks like the chronology of another case."""

import json
import re

from django.db.models import Q

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.people import permissions as people_permissions
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import queries as reviews

SHORTEST = 3


def names_nobody(file: ChronologyFile, user: User) -> bool:
    """Whether none of the people that the review is about stands in a file: their names, or their initials.

    Only for those who may read those names; for everybody else the answer is no.
    """
    if not people_permissions.may_read(file.review_id, user):
        return False
    review = reviews.visible_to(user).filter(pk=file.review_id).first()
    subjects = people.subjects(review) if review else []
    if not subjects:
        return False
    with keys.holding(file.review_id):
        names = [str(name) for one in subjects for name in (one.name, one.other_names) if name]
        told = " ".join(name for name, _ in json.loads(file.people or "[]"))
    parts = {part.casefold() for name in names for part in re.findall(r"\w+", name) if len(part) >= SHORTEST}
    if not parts:
        return False
    initials = {short for name in names for short in _initials(re.findall(r"\w+", name))}
    said = set(re.findall(r"\w+", told.casefold()))
    return not (said & (parts | initials)) and not _in_text(file, parts)


def _initials(parts: list[str]) -> set[str]:
    """Of all names, and of the first and the last."""
    letters = "".join(part[0] for part in parts).casefold()
    return {letters, letters[:1] + letters[-1:]}


def _in_text(file: ChronologyFile, parts: set[str]) -> bool:
    anywhere = Q()
    for part in parts:
        for column in ("event", "response", "comment"):
            anywhere |= Q(**{f"{column}__icontains": part})
    return Entry.objects.filter(anywhere, file=file).exists()
