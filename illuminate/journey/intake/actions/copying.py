"""From the notification into the core: the subjects, and the first entries of the register."""

from datetime import date

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.intake.choices import PersonKind
from illuminate.journey.intake.models import Notification, NotifiedPerson
from illuminate.journey.people import actions as people
from illuminate.journey.people import queries
from illuminate.journey.people.choices import EntryKind, SubjectKind
from illuminate.journey.people.models import DESCRIPTION
from illuminate.journey.reviews.models import Review

KINDS = {
    PersonKind.VICTIM: SubjectKind.VICTIM,
    PersonKind.SUSPECT: SubjectKind.ALLEGED_PERPETRATOR,
    PersonKind.CHILD: SubjectKind.CHILD,
}
PRACTITIONER = "practitioner"

Entry = tuple[EntryKind, str, str, str]
"""Kind, real form, pseudonym, role."""


def copy(review: Review, notification: Notification, by: User) -> None:
    """Make the subjects of the review, and put every name, place, day and number on its register."""
    with keys.holding(review.pk):
        _copy(review, notification, by)


def _copy(review: Review, notification: Notification, by: User) -> None:
    for person in notification.people.all():
        if person.kind in KINDS:
            _subject(review, notification, person, by)
    known = {(entry.kind, tokens_of(entry.real)) for entry in queries.register(review)}
    for kind, real, pseudonym, role in _entries(notification):
        key = (kind.value, tokens_of(real))
        if key[1] and key not in known:
            known.add(key)
            people.add_entry(review=review, kind=kind, real=real, pseudonym=pseudonym, role=role[:120], by=by)


def _subject(review: Review, notification: Notification, person: NotifiedPerson, by: User) -> None:
    described = {name: getattr(person, name) for name in DESCRIPTION}
    if person.kind == PersonKind.VICTIM and notification.day_is_known:
        described["died"] = notification.died_from
    people.record_subject(review=review, kind=KINDS[PersonKind(person.kind)], **described, by=by)


def _entries(notification: Notification) -> list[Entry]:
    found: list[Entry] = []
    for person in notification.people.all():
        found += _of_person(person)
    found += [
        (EntryKind.PERSON, notification.investigator_name, "the senior investigating officer", PRACTITIONER),
        (EntryKind.PERSON, notification.liaison_name, "the family liaison officer", PRACTITIONER),
        (EntryKind.PERSON, _referrer(notification), "the officer who told the partnership", PRACTITIONER),
        (EntryKind.PLACE, notification.died_place, "", "place of death"),
        (EntryKind.ORGANISATION, notification.operation, "the police investigation", "police operation"),
        *_day(notification.died_from if notification.day_is_known else None, "%B %Y", "date of death"),
    ]
    return found


def _referrer(notification: Notification) -> str:
    """Who told the partnership, unless that is an officer named elsewhere, perhaps with a rank."""
    words = set(tokens_of(notification.referrer_name))
    named = (notification.investigator_name, notification.liaison_name)
    return "" if any(words <= set(tokens_of(name)) for name in named) else notification.referrer_name


def _of_person(person: NotifiedPerson) -> list[Entry]:
    who = PersonKind(person.kind).label.lower()
    found: list[Entry] = []
    if person.kind == PersonKind.NEXT_OF_KIN:
        found.append((EntryKind.PERSON, person.name, "", person.relationship or who))
    return [
        *found,
        (EntryKind.PLACE, person.address, "", f"address: {who}"),
        (EntryKind.ORGANISATION, person.gp, "the GP practice", f"GP: {who}"),
        (EntryKind.IDENTIFIER, person.nhs_number, "", "nhs_number"),
        (EntryKind.IDENTIFIER, person.phone, "", "telephone"),
        (EntryKind.IDENTIFIER, person.email, "", "email"),
        *_day(person.born, "%Y", f"date of birth: {who}"),
    ]


def _day(day: date | None, form: str, role: str) -> list[Entry]:
    return [(EntryKind.DATE, f"{day:%d/%m/%Y}", f"{day:{form}}", role)] if day else []
