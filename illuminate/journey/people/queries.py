"""Reading the people of a review and its register."""

import hashlib
import json
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from illuminate.engines.anonymise import Entry, Register
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.people import names, permissions
from illuminate.journey.people import spellings as spelling
from illuminate.journey.people.choices import SubjectKind
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
    return get_object_or_404(
        visible_to(user).select_related("subject", "confirmed_by"), review=review, pk=entry_id
    )


def subjects(review: Review) -> list[Subject]:
    """Whom the review is about: who died first, then the alleged perpetrator, children, others."""
    order = {"victim": 0, "alleged_perpetrator": 1, "child": 2, "other": 3}
    found = Subject.objects.filter(review=review).select_related("entry")
    return sorted(found, key=lambda one: order[one.kind])


def register(review: Review) -> list[RegisterEntry]:
    return list(RegisterEntry.objects.filter(review=review).select_related("subject", "confirmed_by"))


def engine_register(review: Review) -> Register:
    """The register as the anonymiser reads it."""
    with keys.holding(review.pk):
        return Register(tuple(filter(None, map(engine_entry, register(review)))))


def register_mark(review: Review) -> str:
    """The mark of a review's register as it is now."""
    return mark_of(engine_register(review))


def mark_of(register: Register) -> str:
    """A keyed digest of a whole register as the anonymiser reads it: it changes when anything on it does."""
    told = json.dumps([asdict(entry) for entry in register.entries])
    return keys.blind_index(hashlib.sha256(told.encode()).hexdigest(), purpose="register")


@dataclass(frozen=True)
class Spellings:
    """The forms of an entry: those that are listed, those that were worked out, and whether one by one."""

    listed: list[spelling.Form]
    worked_out: list[spelling.Form]
    written_many_ways: int


def spellings(review: Review, entry: RegisterEntry) -> Spellings:
    """What the anonymiser looks for, of one entry, taken-off forms with it."""
    with keys.holding(review.pk):
        as_read = engine_entry(entry)
        forms = spelling.forms_of(engine_register(review), as_read) if as_read else []
    listed = [one for one in forms if one.is_listed]
    rest = [one for one in forms if not one.is_listed]
    if entry.kind in spelling.WRITTEN_MANY_WAYS:
        return Spellings(listed, [], len(rest))
    return Spellings(listed, rest, 0)


def overlaps(review: Review, entry: RegisterEntry) -> list[str]:
    """Which listed forms of an entry others list too, a sentence each."""
    with keys.holding(review.pk):
        as_read = engine_entry(entry)
        return spelling.overlaps(engine_register(review), as_read) if as_read else []


def published_title(review: Review) -> str:
    """What a published report is called: by the real name of who died where the family chose it, else as the review is.

    Inside the system the review keeps its title, so that no real name stands in one before it is published.
    """
    with keys.holding(review.pk):
        entries = [one.entry for one in subjects(review) if one.kind == SubjectKind.VICTIM]
        named = [entry.open_name or entry.pseudonym for entry in entries if entry.is_named]
    return " and ".join(named) if any(entry.is_openly_named for entry in entries) else review.title


def known(entries: list[RegisterEntry]) -> list[names.Known]:
    """The register as the pure functions of this room read it."""
    return [
        names.Known(entry.kind, tuple(entry.forms), entry.pseudonym, entry.open_name or "")
        for entry in entries
    ]


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


def engine_entry(entry: RegisterEntry) -> Entry | None:
    """An entry as the anonymiser reads it; None while it has no real form to look for.

    Where the family chose the real name, that form is what others are replaced with, and is not looked for itself.
    """
    chosen = entry.open_name or ""
    forms = [form for form in entry.forms if form and (not chosen or tokens_of(form) != tokens_of(chosen))]
    if not forms:
        return None
    real, *aliases = forms
    return Entry(
        entry.kind, real, chosen or entry.pseudonym, entry.role, tuple(aliases), tuple(entry.struck_forms)  # type: ignore[arg-type]  # the register's kinds are the engine's
    )  # fmt: skip
