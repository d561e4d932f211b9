"""The address book: a partnership's own, locked, and put right in a moment."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from illuminate.foundation.access import actions_contacts
from illuminate.foundation.access.actions_contacts import Details
from illuminate.foundation.access.models import Contact
from illuminate.foundation.access.tests.conftest import signed_in
from illuminate.foundation.database.acting import acting_as
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(cast: Cast) -> Contact:
    details = Details(
        organisation=cast.housing, name="Noor Adeyemi", role="Housing manager", email="noor@tidewell.example.org",
        phone="01632 960 001",
    )  # fmt: skip
    return do(
        actions_contacts.add_contact, partnership=cast.partnership, details=details, by=cast.coordinator
    )


def sent(cast: Cast, **changes: str) -> dict[str, str]:
    return {"organisation": str(cast.hospital.pk), "name": "Ola Brandt", "email": "", "phone": "", **changes}


def test_the_address_book_is_for_coordinators(client: Client, cast: Cast) -> None:
    assert client.get("/address-book/")["Location"] == "/sign-in/?next=/address-book/"
    assert signed_in(cast.officer).get("/address-book/").status_code == 403


@pytest.mark.parametrize("rest", ["", "remove/"])
def test_another_partnerships_entry_does_not_exist(cast: Cast, contact: Contact, rest: str) -> None:
    path = f"/address-book/{contact.pk}/{rest}"
    stranger = signed_in(cast.stranger)
    assert stranger.get(path).status_code == 404
    assert stranger.post(path, sent(cast)).status_code == 404
    assert "Noor" not in stranger.get("/address-book/").content.decode()
    assert signed_in(cast.coordinator).get(path).status_code == 200


def test_adding_changing_and_removing(coordinator: Client, cast: Cast) -> None:
    assert (
        "Enter the full name" in coordinator.post("/address-book/new/", sent(cast, name="")).content.decode()
    )
    coordinator.post("/address-book/new/", sent(cast))
    assert "Ola Brandt" in coordinator.get("/address-book/").content.decode()
    with acting_as(cast.coordinator.pk):
        contact = Contact.objects.get()
    path = f"/address-book/{contact.pk}/"
    assert 'value="Ola Brandt"' in coordinator.get(path).content.decode()
    wrong = coordinator.post(path, sent(cast, email="not an address"))
    assert "Enter an email address" in wrong.content.decode()
    coordinator.post(path, sent(cast, name="Ola Brandt-Lee"))
    assert "Brandt-Lee" in coordinator.get("/address-book/").content.decode()
    assert coordinator.post(f"{path}remove/")["Location"] == "/address-book/"
    assert "Nobody is in the address book yet" in coordinator.get("/address-book/").content.decode()


def test_searching_by_name_or_organisation(coordinator: Client, contact: Contact) -> None:
    for wanted, found in (("noor", True), ("TIDEWELL", True), ("manager", True), ("nobody", False)):
        page = coordinator.get("/address-book/", {"q": wanted}).content.decode()
        assert ("Noor Adeyemi" in page) is found


def test_an_entry_is_locked_and_the_database_keeps_it_apart(cast: Cast, contact: Contact) -> None:
    with acting_as(cast.stranger.pk):
        assert not Contact.objects.exists()
    with acting_as(cast.coordinator.pk), connection.cursor() as cursor:
        cursor.execute("SELECT encode(name, 'escape') || encode(email, 'escape') FROM access_contact")
        assert "oor" not in cursor.fetchone()[0]
    with pytest.raises(PermissionDenied):
        do(actions_contacts.remove_contact, contact=contact, by=cast.stranger)
