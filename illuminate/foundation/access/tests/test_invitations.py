"""Letting somebody in: the invitation, its link, and who may give what."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from illuminate.foundation.access import actions, compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Invitation, User
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.access.roles import Role
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.access.tests.test_people import NEW, invite, kinds, link_of
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def test_an_invited_person_chooses_a_password_and_then_a_second_factor(client: Client, cast: Cast) -> None:
    person = invite(cast)
    assert not person.has_usable_password()
    client.get(link_of(person))
    page = client.get("/invitation/")
    assert "Noor Adeyemi" in page.content.decode()
    assert "too short" in client.post("/invitation/", {"password": "short"}).content.decode()
    assert client.post("/invitation/", {"password": NEW})["Location"] == "/"
    assert client.get("/")["Location"] == "/account/second-factor/"
    assert {"access.person_invited", "access.invitation_accepted", "access.signed_in"} <= kinds(person)


def test_a_link_works_once(client: Client, cast: Cast) -> None:
    link = link_of(invite(cast))
    client.get(link)
    client.post("/invitation/", {"password": NEW})
    second = Client()
    second.get(link)
    answer = second.get("/invitation/")
    assert answer.status_code == 410
    assert "does not work any more" in answer.content.decode()


@pytest.mark.parametrize("spoil", ["expired", "unknown", "closed", "replaced"])
def test_a_link_that_is_too_old_unknown_replaced_or_of_a_closed_account_opens_nothing(
    client: Client, cast: Cast, spoil: str
) -> None:
    person = invite(cast)
    link = link_of(person)
    if spoil == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif spoil == "closed":
        do(actions.deactivate, person=person, by=cast.coordinator)
    elif spoil == "replaced":
        do(actions.invite_again, person=person, by=cast.coordinator)
    client.get(link if spoil != "unknown" else "/invitation/nothing/")
    for answer in (client.get("/invitation/"), client.post("/invitation/", {"password": NEW})):
        assert answer.status_code == 410
    person.refresh_from_db()
    assert not person.has_usable_password()


def test_a_link_never_signs_in_past_a_second_factor(client: Client, cast: Cast) -> None:
    client.post("/forgotten-password/", {"email": cast.officer.email.upper()})
    client.get(link_of(cast.officer))
    assert client.post("/invitation/", {"password": NEW})["Location"] == "/sign-in/second-factor/"
    assert client.get("/")["Location"].startswith("/sign-in/")
    cast.officer.refresh_from_db()
    assert cast.officer.check_password(NEW)


def test_forgotten_password_always_says_the_same_and_sends_at_most_one_link(
    client: Client, cast: Cast
) -> None:
    answers = [
        client.post("/forgotten-password/", {"email": email})
        for email in (cast.officer.email, cast.officer.email, "nobody@example.org")
    ]
    assert {answer["Location"] for answer in answers} == {"/forgotten-password/sent/"}
    assert Invitation.objects.filter(purpose="password").count() == 1
    assert client.get("/forgotten-password/sent/").status_code == 200
    assert "Enter the e-mail address" in client.post("/forgotten-password/", {"email": ""}).content.decode()


def test_a_role_is_refused_where_it_does_not_fit(cast: Cast) -> None:
    for changes in (
        {"organisation": cast.home_office, "role": Role.HOME_OFFICE_READER},
        {"organisation": cast.other_partnership, "role": Role.COORDINATOR},
        {"organisation": cast.housing, "role": Role.COORDINATOR},
        {"organisation": None, "role": Role.NOTIFIER},
    ):
        with pytest.raises(Refused):
            invite(cast, **changes)
    assert not User.objects.by_email("noor@tidewell.example.org"), "nothing is left half done"


def test_the_same_role_is_not_given_twice(cast: Cast) -> None:
    invite(cast)
    with pytest.raises(Refused, match="has that role already"):
        invite(cast)


def test_only_a_coordinator_of_the_partnership_invites(cast: Cast) -> None:
    for somebody in (cast.stranger, cast.officer, cast.home_office_reader):
        with pytest.raises(PermissionDenied):
            invite(cast, by=somebody)


def test_who_leads_a_review_may_invite_people_to_it_but_gives_no_post(cast: Cast) -> None:
    review_id = opened(cast)
    do(compartments.admit, review_id=review_id,
       seat=Seat(Role.INDEPENDENT_CHAIR, user_id=cast.independent_chair.pk), by=cast.coordinator)  # fmt: skip
    invite(cast, role="", organisation=None, by=cast.independent_chair)
    with pytest.raises(PermissionDenied):
        invite(cast, email="other@example.org", by=cast.independent_chair)
    with pytest.raises(PermissionDenied):
        invite(
            cast, role="", organisation=None, partnership=cast.other_partnership, by=cast.independent_chair
        )
