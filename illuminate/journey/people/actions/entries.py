"""Putting people, places, organisations, dates and numbers on the register, and correcting them."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from illuminate.engines.anonymise import Entry
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import blockers, pasted, permissions, queries, queue
from illuminate.journey.people.actions.common import core, lock, make_entry, register_kind
from illuminate.journey.people.actions.naming import agree_pseudonym
from illuminate.journey.people.choices import ROLES
from illuminate.journey.people.events import Event
from illuminate.journey.people.models import RegisterEntry, Subject
from illuminate.journey.people.pasted import Line
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


class Particulars(TypedDict, total=False):
    """What may be known of a subject beside kind and name."""

    other_names: str
    born: date | None
    died: date | None
    address: str
    nhs_number: str
    gp: str
    sex: str
    gender_as_at_birth: str
    ethnicity: str
    religion: str
    disability: str
    disability_details: str
    sexual_orientation: str
    nationality: str
    immigration_status: str
    relationship: str


@transaction.atomic
def record_subject(
    *, review: Review, kind: str, name: str, role: str = "", pseudonym: str = "", by: User,
    **particulars: Unpack[Particulars],
) -> Subject:  # fmt: skip
    """Record somebody the review is about, with their entry on the register.

    The name may be blank until it is known. Two people of one name are two entries.
    """
    permissions.require_can_keep(review.pk, by=by)
    lock(review)
    entry = make_entry(
        review, Entry("person", name.strip(), "", role or ROLES[kind] or particulars.get("relationship", "")[:120],
                      _other_forms(particulars.get("other_names", ""))),
    )  # fmt: skip
    subject = Subject.objects.create(
        review=review, compartment=core(review), kind=kind, entry=entry, name=name.strip(), **particulars
    )
    record(Event.SUBJECT_RECORDED, subject, by=by, detail={"kind": str(kind)})
    queue.register_changed(review, by)
    if pseudonym:
        agree_pseudonym(entry=entry, pseudonym=pseudonym, by=by)
    return subject


@transaction.atomic
def add_entry(
    *, review: Review, kind: str, real: str, pseudonym: str = "", role: str = "", aliases: str = "", by: User
) -> RegisterEntry:
    """Put a name, place, organisation, date or number on the register. `aliases` are separated by |."""
    line = Line(real, pseudonym, role, aliases)
    return add_entries(review=review, kind=kind, lines=[line], by=by)[0]


@transaction.atomic
def add_entries(*, review: Review, kind: str, lines: Sequence[Line], by: User) -> list[RegisterEntry]:
    """Put several of one kind on the register: all of them, or none."""
    permissions.require_can_keep(review.pk, by=by)
    if any(line.pseudonym.strip() for line in lines):
        permissions.require_can_agree_pseudonym(review.pk, by=by)
    lock(review)
    with keys.holding(review.pk):
        faults = pasted.faults(queries.register(review), kind, lines, review.stage)
        refuse_if([blocker for _, blocker in faults])
        added = [_add(review, kind, line, by) for line in lines]
    queue.register_changed(review, by)
    return added


@transaction.atomic
def correct_entry(*, entry: RegisterEntry, real: str, role: str, aliases: str, by: User) -> RegisterEntry:
    """Correct a real name, or give one that was not known; its other forms, and the role beside it."""
    permissions.require_can_keep(entry.review_id, by=by)
    review = Review.objects.get(pk=entry.review_id)
    lock(review)
    refuse_if(blockers.to_correct_entry(queries.register(review), entry, real))
    entry.real, entry.role = real.strip(), role.strip()
    entry.aliases = "|".join(_forms(aliases))
    entry.save(update_fields=["real", "role", "aliases"])
    subject = Subject.objects.filter(entry=entry).first()
    if subject:
        subject.name = entry.real
        subject.save(update_fields=["name"])
    record(Event.ENTRY_CHANGED, entry, by=by)
    queue.register_changed(review, by)
    return entry


@transaction.atomic
def strike_forms(*, entry: RegisterEntry, struck: Sequence[str], by: User) -> RegisterEntry:
    """Choose which of the forms that were worked out are not looked for. What is listed always is."""
    permissions.require_can_keep(entry.review_id, by=by)
    review = Review.objects.get(pk=entry.review_id)
    lock(review)
    entry.struck = "\n".join(dict.fromkeys(form for form in struck if tokens_of(form)))
    entry.save(update_fields=["struck"])
    record(Event.FORMS_STRUCK, entry, by=by, detail={"struck": len(entry.struck_forms)})
    queue.register_changed(review, by)
    return entry


def _add(review: Review, kind: str, line: Line, by: User) -> RegisterEntry:
    row = Entry(
        register_kind(kind),
        line.real.strip(),
        line.pseudonym.strip(),
        line.role.strip(),
        _forms(line.aliases),
    )
    entry = make_entry(review, row)
    record(Event.ENTRY_ADDED, entry, by=by, detail={"kind": str(kind)})
    return entry


def _forms(aliases: str) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in aliases.split("|") if alias.strip())


def _other_forms(other_names: str) -> tuple[str, ...]:
    separated = other_names.replace(";", ",").replace("\n", ",").replace("|", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in separated if part.strip()))
