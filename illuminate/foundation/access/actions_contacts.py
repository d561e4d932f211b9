"""The only writers of a partnership's address book."""

from dataclasses import dataclass

from django.db import transaction

from illuminate.foundation.access import permissions
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import Contact, Organisation, User
from illuminate.foundation.audit.actions import record


@dataclass(frozen=True)
class Details:
    """What an entry says of somebody."""

    organisation: Organisation
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@transaction.atomic
def add_contact(*, partnership: Organisation, details: Details, by: User) -> Contact:
    """Keep somebody to write to."""
    permissions.require_coordinator(partnership, by=by)
    contact = Contact(partnership=partnership)
    return _keep(contact, details, by)


@transaction.atomic
def change_contact(*, contact: Contact, details: Details, by: User) -> Contact:
    permissions.require_coordinator(contact.partnership, by=by)
    return _keep(contact, details, by)


@transaction.atomic
def remove_contact(*, contact: Contact, by: User) -> None:
    """Take an entry out. Nothing of it is left but that it was removed."""
    permissions.require_coordinator(contact.partnership, by=by)
    record(Event.CONTACT_REMOVED, contact, by=by)
    contact.delete()


def _keep(contact: Contact, details: Details, by: User) -> Contact:
    contact.organisation, contact.role = details.organisation, details.role.strip()
    contact.name, contact.email = details.name.strip(), details.email.strip()
    contact.phone = details.phone.strip()
    contact.save()
    record(Event.CONTACT_KEPT, contact, by=by)
    return contact
