"""Somebody named by name and e-mail address: the account they have, or one that they are invited to."""

from dataclasses import dataclass

from illuminate.foundation.access import actions as access
from illuminate.foundation.access.models import User
from illuminate.journey.reviews.models import Review


@dataclass(frozen=True)
class Newcomer:
    """A person as others know them, before it is known whether they have an account."""

    name: str
    email: str


def account_of(person: User | Newcomer, *, review: Review, by: User) -> User:
    """The account of a person; without one they are invited by e-mail, to this review only.

    Call inside an action that has asked whether `by` may seat people in the review.
    """
    if isinstance(person, User):
        return person
    known = User.objects.by_email(person.email)
    return known or access.invite(name=person.name, email=person.email, partnership=review.partnership, by=by)
