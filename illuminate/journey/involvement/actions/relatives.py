"""Whom to be in touch with, what was offered and said by hand, and who reads of it."""

from datetime import date
from typing import Unpack
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import actions as accounts
from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.journey.involvement import blockers, permissions, queries, responsible
from illuminate.journey.involvement.details import Contacts
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import Contribution, Relative, Step, ToldOfPublication
from illuminate.journey.people import actions as people
from illuminate.journey.people import queries as people_queries
from illuminate.journey.people.choices import EntryKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def record_relative(
    *, review: Review, name: str, relationship: str, lives_with_responsible: str, closeness: str = "family",
    branch: UUID | None = None, pseudonym: str = "", by: User, **contacts: Unpack[Contacts],
) -> Relative:  # fmt: skip
    """Record somebody close to the person who died, in a branch of their own unless one is given.

    They stand on the register too. Whoever is responsible for the death, and their household, is refused.
    """
    permissions.require_can_contact(review.pk, by=by)
    review = Review.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=review.pk)
    refuse_if(
        blockers.to_record_relative(
            lives_with_responsible=lives_with_responsible,
            matches_responsible=_matches(review, name, contacts),
        )
    )
    entry = _entry(review, name, relationship, pseudonym, by)
    refuse_if(blockers.to_record_once(Relative.objects.filter(entry=entry).exists()))
    branch = branch or uuid4()
    compartment = compartments.open_compartment(
        review_id=review.pk,
        kind=Kind.FAMILY,
        branch=branch,
        title=review.title,
        reference=review.reference,
        by=by,
    )
    relative = Relative.objects.create(
        review=review, compartment=compartment, branch=branch, name=name.strip(), relationship=relationship.strip(),
        entry=_entry(review, name, relationship, pseudonym, by), closeness=closeness, recorded_by=by, **contacts,
    )  # fmt: skip
    record(Event.RELATIVE_RECORDED, relative, by=by)
    return relative


@transaction.atomic
def change_contacts(*, relative: Relative, by: User, **contacts: Unpack[Contacts]) -> Relative:
    """Change how to reach somebody, and whom they can ring."""
    permissions.require_can_contact(relative.review_id, by=by)
    refuse_if(
        blockers.to_record_relative(
            lives_with_responsible="no",
            matches_responsible=_matches(relative.review, relative.name, contacts),
        )
    )
    for name, value in contacts.items():
        setattr(relative, name, value)
    relative.save(update_fields=list(contacts))
    record(Event.RELATIVE_CHANGED, relative, by=by, detail={"fields": sorted(contacts)})
    return relative


@transaction.atomic
def record_step(
    *, relative: Relative, code: str, state: str, how: str = "", happened_on: date | None = None, by: User
) -> Step:
    """Record what was offered or answered in a call, a letter or a meeting."""
    permissions.require_can_note(relative.review_id, by=by)
    step = Step.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, code=code,
        state=state, how=how, happened_on=happened_on or localdate(), recorded_by=by,
    )  # fmt: skip
    record(Event.STEP_RECORDED, step, by=by, happened_on=happened_on, detail={"code": code, "state": state})
    return step


@transaction.atomic
def record_link_wish(
    *, relative: Relative, wants: str, happened_on: date | None = None, by: User
) -> Relative:
    """Record whether somebody wants a private link: it is given only then."""
    permissions.require_can_note(relative.review_id, by=by)
    relative.wants_link, relative.wish_said_on = wants, happened_on or localdate()
    relative.save(update_fields=["wants_link", "wish_said_on"])
    record(Event.LINK_WISH_RECORDED, relative, by=by, happened_on=happened_on, detail={"wants": wants})
    return relative


@transaction.atomic
def add_advocate(*, relative: Relative, name: str, email: str, by: User) -> User:
    """Seat an advocate beside one branch of a family: an account of their own, and sight of what that branch sees."""
    permissions.require_can_contact(relative.review_id, by=by)
    person = accounts.invite(name=name, email=email, partnership=relative.review.partnership, by=by)
    refuse_if(
        blockers.to_add_advocate(queries.branches_helped_by(person, relative.review_id), relative.branch)
    )
    compartments.admit(
        review_id=relative.review_id,
        seat=Seat(Role.ADVOCATE, user_id=person.pk, branch=relative.branch),
        by=by,
    )
    record(Event.ADVOCATE_SEATED, relative, by=by, detail={"user": str(person.pk)})
    return person


@transaction.atomic
def record_told_of_publication(
    *, relative: Relative, how: str = "", why_not: str = "", happened_on: date | None = None, by: User
) -> ToldOfPublication:
    """Record how somebody was told of the publication, or why they could not be. The newer record replaces it."""
    permissions.require_can_note(relative.review_id, by=by)
    refuse_if(blockers.to_record_told(how, why_not))
    Relative.objects.select_for_update(of=("self",)).get(pk=relative.pk)
    told, _ = ToldOfPublication.objects.update_or_create(
        relative=relative,
        defaults={"review_id": relative.review_id, "compartment_id": relative.compartment_id, "how": how,
                  "why_not": why_not, "happened_on": happened_on or localdate(), "recorded_by": by},
    )  # fmt: skip
    record(Event.PUBLICATION_TOLD, told, by=by, happened_on=happened_on, detail={"told": bool(how)})
    return told


@transaction.atomic
def read_relative(*, relative: Relative, by: User) -> None:
    """Reading a person's page is an event too (architecture.md, rule 9)."""
    record(Event.RELATIVE_READ, relative, by=by)


@transaction.atomic
def read_contribution(*, contribution: Contribution, by: User) -> None:
    """Somebody of the team has read it as it stands now."""
    permissions.require_can_note(contribution.review_id, by=by)
    Contribution.objects.filter(pk=contribution.pk).update(read_revision=contribution.revision)
    record(Event.CONTRIBUTION_READ, contribution, by=by, detail={"revision": contribution.revision})


@transaction.atomic
def show_contacts(*, relative: Relative, by: User) -> Relative:
    """Hand out name and contacts to a member of the team who asks; the asking is recorded (look.md, "Review")."""
    permissions.require_can_note(relative.review_id, by=by)
    record(Event.CONTACTS_SHOWN, relative, by=by)
    return relative


def _matches(review: Review, name: str, contacts: Contacts) -> bool:
    return responsible.matches(
        review,
        name=name,
        address=contacts.get("address", ""),
        responsible_adult=contacts.get("responsible_adult", ""),
    )


def _entry(review: Review, name: str, relationship: str, pseudonym: str, by: User) -> RegisterEntry:
    """The register's entry of a relative: the one there is for the name, or a new one."""
    for entry in people_queries.register(review):
        if entry.kind == EntryKind.PERSON and tokens_of(entry.real) == tokens_of(name):
            if pseudonym and not entry.pseudonym:
                people.agree_pseudonym(entry=entry, pseudonym=pseudonym, by=by)
            return entry
    return people.add_entry(
        review=review, kind=EntryKind.PERSON, real=name, pseudonym=pseudonym, role=relationship[:120], by=by
    )
