"""Invitations reach people: the link stands in the e-mail and nowhere else."""

import re

import pytest
from django.test import Client

from illuminate.foundation.access import actions, actions_invitations
from illuminate.foundation.access.models import Invitation, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.mailroom import delivery, invitations, transports
from illuminate.foundation.mailroom.models import Message
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
NEW = "seven sleepy badgers"


@pytest.fixture(autouse=True)
def _templates(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    """The real ones, and no room above."""
    settings.ROOT_URLCONF = "illuminate.foundation.access.tests.urls"
    monkeypatch.setattr(transports, "MEMORY", [])


def invited(cast: Cast, email: str = "new@example.org") -> User:
    return do(
        actions.invite, name="Noor Adeyemi", email=email, partnership=cast.partnership, organisation=cast.housing,
        role=Role.ACTION_LEAD, by=cast.coordinator,
    )  # fmt: skip


def last_mail() -> object:
    delivery.deliver_all()
    return transports.MEMORY[-1]


def link_in(mail: object) -> str:
    return re.search(r"http://localhost:8000(/\S*)", mail.body).group(1)


def test_an_invitation_is_mailed_once_and_its_link_lets_the_person_in(cast: Cast) -> None:
    person = invited(cast)
    mail = last_mail()
    assert mail.to == "new@example.org"
    assert "Adeyemi" not in mail.subject + mail.body
    assert delivery.deliver_all() == 0
    visitor = Client()
    assert visitor.get(link_in(mail))["Location"] == "/invitation/"
    visitor.post("/invitation/", {"password": NEW})
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert visitor.session["_auth_user_id"] == str(person.pk)


def test_only_a_digest_of_the_link_is_kept(cast: Cast) -> None:
    person = invited(cast)
    token = link_in(last_mail()).rstrip("/").rpartition("/")[2]
    kept = Invitation.objects.get(user=person)
    assert kept.digest == actions_invitations.digest_of(token)
    assert token not in str(Invitation.objects.filter(user=person).values())


def test_whoever_has_an_account_is_told_of_the_role_without_a_link(cast: Cast) -> None:
    do(
        actions.invite, name="x", email=cast.officer.email, partnership=cast.partnership, organisation=cast.housing,
        role=Role.ACTION_LEAD, by=cast.coordinator,
    )  # fmt: skip
    mail = last_mail()
    assert mail.subject == "Another role in Illuminate"
    assert link_in(mail) == "/"


def test_a_forgotten_password_is_mailed_only_to_an_account(cast: Cast) -> None:
    Client().post("/forgotten-password/", {"email": cast.officer.email})
    Client().post("/forgotten-password/", {"email": "nobody@example.org"})
    invitations.tell_all()
    message = Message.objects.filter(compartment=None).count()
    assert Invitation.objects.filter(purpose="password", told_at__isnull=False).count() == 1
    assert message == 0, "written by nobody, so only its reader sees it"


def test_an_address_whose_account_was_closed_meanwhile_gets_nothing(cast: Cast) -> None:
    person = invited(cast)
    do(actions.deactivate, person=person, by=cast.coordinator)
    assert invitations.tell_all() == 0
