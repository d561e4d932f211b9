"""Reading the people of a review and its register."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from illuminate.engines.anonymise import Entry, Register
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.people import names, permissions
from illuminate.journey.people.models import RegisterEntry, Subject
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404


def visible_to(user: User) -> QuerySet[RegisterEntry]:
    return access.visible_to(user, RegisterEntry.objects.all())


def in_core_or_404(slug: str, user: User) -> Review:
    """A review for somebody who sits in its core; for a panel member this page does not exist."""
    review = review_or_404(slug, user)
    if not permissions.may_read(review.pk, user):
        raise Http404
    return review


def entry_or_404(review: Review, entry_id: UUID, user: User) -> RegisterEntry:
    return get_object_or_404(visible_to(user).select_related("subject"), review=review, pk=entry_id)


def subjects(review: Review) -> list[Subject]:
    """Whom the review is about: who died first, then the alleged perpetrator, children, others."""
    order = {"victim": 0, "alleged_perpetrator": 1, "child": 2, "other": 3}
    found = Subject.objects.filter(review=review).select_related("entry")
    return sorted(found, key=lambda one: order[one.kind])


def register(review: Review) -> list[RegisterEntry]:
    return list(RegisterEntry.objects.filter(review=review).select_related("subject"))


def engine_register(review: Review) -> Register:
    """The register as the anonymiser reads it."""
    entries = register(review)
    with keys.holding(review.pk):
        return Register(tuple(_engine_entry(entry) for entry in entries if entry.real))


def known(entries: list[RegisterEntry]) -> list[names.Known]:
    """The register as the pure functions of this room read it."""
    return [names.Known(entry.kind, tuple(entry.forms), entry.pseudonym) for entry in entries]


def unsafe_pseudonyms(entries: list[RegisterEntry]) -> list[str]:
    """Pseudonyms that have since turned out to be the real name of somebody in the case."""
    if not entries:
        return []
    with keys.holding(entries[0].review_id):
        everybody = known(entries)
    agreed = {entry.pseudonym for entry in entries if entry.kind == "person" and entry.pseudonym}
    return sorted(one for one in agreed if names.clashes_with(one, everybody))


def names_in(review: Review, text: str) -> list[str]:
    """Real names of the case that stand in a text which must not carry any."""
    entries = register(review)
    with keys.holding(review.pk):
        return names.names_in(text, known(entries))


def labels(review: Review) -> list[tuple[Subject, str]]:
    """The subjects with a name each that tells them apart: pseudonyms, else "child 1", "child 2"."""
    people = subjects(review)
    plain = [one.label for one in people]
    counted: dict[str, int] = {}
    found = []
    for one, label in zip(people, plain, strict=True):
        if plain.count(label) > 1:
            counted[label] = counted.get(label, 0) + 1
            label = f"{label.removeprefix('a ')} {counted[label]}"
        found.append((one, label))
    return found


def _engine_entry(entry: RegisterEntry) -> Entry:
    real, *aliases = entry.forms
    return Entry(entry.kind, real, entry.pseudonym, entry.role, tuple(aliases))  # type: ignore[arg-type]  # the register's kinds are the engine's
