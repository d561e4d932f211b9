"""What the writers of the register share."""

from typing import cast

from illuminate.engines.anonymise import Entry
from illuminate.engines.anonymise.register import Kind as RegisterKind
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind
from illuminate.journey.people.choices import EntryKind, SubjectKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review

TITLE_LENGTH = 80


def core(review: Review) -> Compartment:
    return reviews.compartment_of(review, Kind.CORE)


def lock(review: Review) -> None:
    """Let one person at a time change a review's register."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "pseudonym"])


def make_entry(review: Review, row: Entry) -> RegisterEntry:
    return RegisterEntry.objects.create(
        review=review, compartment=core(review), kind=row.kind, real=row.real, aliases="|".join(row.aliases),
        pseudonym=row.pseudonym, role=row.role,
    )  # fmt: skip


def register_kind(kind: str) -> RegisterKind:
    return cast(RegisterKind, EntryKind(kind).value)


def give_title(review: Review, by: User) -> None:
    """Call the review by the pseudonym of who died, or of all who died. A real name is never its title."""
    victims = RegisterEntry.objects.filter(review=review, subject__kind=SubjectKind.VICTIM).exclude(
        pseudonym=""
    )
    title = " and ".join(victims.values_list("pseudonym", flat=True))[:TITLE_LENGTH]
    if title and title != review.pseudonym:
        reviews.agree_title(review=review, pseudonym=title, by=by)
