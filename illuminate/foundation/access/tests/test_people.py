"""Inviting, accepting, closing, recovering: who may, and what follows at once."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from illuminate.foundation.access import actions, actions_invitations
from illuminate.foundation.access.models import Compartment, Invitation, Organisation, Post, User
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.access.roles import Role
from illuminate.foundation.access.tests.conftest import signed_in
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from tests.cast import PASSWORD, Cast, do

pytestmark = pytest.mark.django_db
NEW = "seven sleepy badgers"


def invite(cast: Cast, **changes: object) -> User:
    given = {
        "name": "Noor Adeyemi", "email": "noor@tidewell.example.org", "partnership": cast.partnership,
        "organisation": cast.housing, "role": Role.ACTION_LEAD, "by": cast.coordinator,
    }  # fmt: skip
    return do(actions.invite, **{**given, **changes})


def link_of(person: User) -> str:
    invitation = Invitation.objects.filter(user=person, told_at=None, ended_at=None).latest("created_at")
    return actions_invitations.issue(invitation=invitation)


def kinds(user: User) -> set[str]:
    with acting_as(user.pk):
        return set(AuditEvent.objects.filter(subject_id=str(user.pk)).values_list("kind", flat=True))


# Pages, each asked four times


@pytest.mark.parametrize("path", ["/people/", "/people/invite/", "/people/organisations/new/"])
def test_the_people_pages_are_for_coordinators(client: Client, cast: Cast, path: str) -> None:
    assert client.get(path)["Location"] == f"/sign-in/?next={path}"
    assert signed_in(cast.officer).get(path).status_code == 403
    assert signed_in(cast.coordinator).get(path).status_code == 200


@pytest.mark.parametrize("rest", ["", "close/", "recover/", "invite-again/", "open/"])
def test_a_stranger_coordinator_sees_none_of_them(cast: Cast, rest: str) -> None:
    person = invite(cast)
    path = f"/people/{person.pk}/{rest}"
    assert Client().get(path).status_code == 302
    assert signed_in(cast.stranger).get(path).status_code == 404
    assert signed_in(cast.stranger).post(path).status_code == 404
    assert signed_in(cast.coordinator).get(path).status_code == 200
    assert "Noor" not in signed_in(cast.stranger).get("/people/").content.decode()
    assert "Noor" in signed_in(cast.coordinator).get("/people/").content.decode()


def test_inviting_through_the_page(coordinator: Client, cast: Cast) -> None:
    wrong = coordinator.post("/people/invite/", {"name": "", "email": "x", "role": "notifier"})
    assert "Enter the full name" in wrong.content.decode()
    sent = {"name": "Noor Adeyemi", "email": "noor@example.org", "role": "action_lead",
            "organisation": str(cast.housing.pk)}  # fmt: skip
    answer = coordinator.post("/people/invite/", sent)
    person = User.objects.by_email("noor@example.org")
    assert answer["Location"] == f"/people/{person.pk}/"
    page = coordinator.get(answer["Location"]).content.decode()
    assert "Action lead, Tidewell Homes" in page
    assert "The e-mail is being sent" in page
    again = coordinator.post("/people/invite/", sent)
    assert "has that role already" in again.content.decode()


def test_an_organisation_is_added_once(coordinator: Client, cast: Cast) -> None:
    sent = {"name": "Harbour Refuge", "type": "advocacy", "short_name": "HR"}
    assert coordinator.post("/people/organisations/new/", sent).status_code == 302
    assert "in the list already" in coordinator.post("/people/organisations/new/", sent).content.decode()
    assert Organisation.objects.filter(name="Harbour Refuge").count() == 1


def test_the_list_of_people_asks_the_same_number_of_questions_however_long_it_is(
    cast: Cast, django_assert_num_queries
) -> None:
    client = signed_in(cast.coordinator)
    invite(cast)
    with CaptureQueriesContext(connection) as few:
        client.get("/people/")
    for number in range(12):
        invite(cast, email=f"person{number}@example.org")
    with django_assert_num_queries(len(few)):
        client.get("/people/")


# Closing, opening, recovering


def test_a_closed_account_loses_sight_at_once(cast: Cast) -> None:
    opened(cast)
    second = invite(cast, role=Role.COORDINATOR, organisation=cast.partnership)
    session = signed_in(second)
    Authenticator.objects.create(user=second, type="totp", data={})
    assert session.get("/").status_code == 200
    with acting_as(second.pk):
        assert Compartment.objects.exists()
    do(actions.deactivate, person=second, by=cast.coordinator)
    assert session.get("/")["Location"].startswith("/sign-in/")
    with acting_as(second.pk):
        assert not Compartment.objects.exists(), "the database says no, whatever session is left"
    do(actions.reactivate, person=second, by=cast.coordinator)
    assert session.get("/")["Location"].startswith("/sign-in/"), "the old session stays ended"
    with acting_as(second.pk):
        assert Compartment.objects.exists()


def test_nobody_signs_in_to_a_closed_account(client: Client, cast: Cast) -> None:
    do(actions.deactivate, person=cast.partnership_chair, by=cast.coordinator)
    answer = client.post("/sign-in/", {"login": cast.partnership_chair.email, "password": PASSWORD})
    assert answer.status_code == 200


def test_recovering_takes_everything_off_and_sends_a_new_start(client: Client, cast: Cast) -> None:
    person = cast.partnership_chair
    session = signed_in(person)
    assert session.get("/").status_code == 200
    do(actions.recover, person=person, by=cast.coordinator)
    assert session.get("/")["Location"].startswith("/sign-in/")
    assert not Authenticator.objects.filter(user=person).exists()
    person.refresh_from_db()
    assert not person.has_usable_password()
    client.get(link_of(person))
    client.post("/invitation/", {"password": NEW})
    assert client.get("/")["Location"] == "/account/second-factor/"
    assert "access.person_recovered" in kinds(person)


def test_nobody_closes_or_recovers_themselves_or_somebody_elses_people(cast: Cast) -> None:
    for action in (actions.deactivate, actions.recover):
        with pytest.raises(Refused, match="your own account"):
            do(action, person=cast.coordinator, by=cast.coordinator)
        for person in (cast.stranger, cast.home_office_reader, cast.independent_chair):
            with pytest.raises(PermissionDenied):
                do(action, person=person, by=cast.coordinator)


def test_inviting_somebody_elses_people_gives_no_power_over_their_accounts(cast: Cast) -> None:
    known = invite(cast, email=cast.officer.email, partnership=cast.other_partnership, by=cast.stranger)
    assert known == cast.officer
    post = Post.objects.get(user=known, organisation=cast.housing)
    client = signed_in(cast.stranger)
    page = client.get(f"/people/{known.pk}/").content.decode()
    assert "Recover this account" in page, "nobody else had invited the officer"
    invite(cast, email="noor@tidewell.example.org")
    noor = invite(
        cast, email="noor@tidewell.example.org", partnership=cast.other_partnership, role=Role.AGENCY_AUTHOR,
        by=cast.stranger,
    )  # fmt: skip
    assert "Recover this account" not in client.get(f"/people/{noor.pk}/").content.decode()
    with pytest.raises(PermissionDenied):
        do(actions.deactivate, person=noor, by=cast.stranger)
    do(actions.end_post, post=post, by=cast.stranger)
    with pytest.raises(PermissionDenied):
        do(actions.end_post, post=Post.objects.get(user=noor, role=Role.ACTION_LEAD), by=cast.stranger)


def test_a_role_that_ends_closes_what_it_opened(cast: Cast) -> None:
    opened(cast)
    chair = cast.partnership_chair
    with acting_as(chair.pk):
        assert Compartment.objects.exists()
    client = signed_in(cast.coordinator)
    post = chair.posts.get()
    assert "Chair of the partnership" in client.get(f"/people/roles/{post.pk}/end/").content.decode()
    assert client.post(f"/people/roles/{post.pk}/end/")["Location"] == f"/people/{chair.pk}/"
    with acting_as(chair.pk):
        assert not Compartment.objects.exists()
    assert "has ended already" in client.post(f"/people/roles/{post.pk}/end/").content.decode()


def test_the_last_coordinator_stays(cast: Cast) -> None:
    with pytest.raises(Refused, match="only coordinator"):
        do(actions.end_post, post=cast.coordinator.posts.get(), by=cast.coordinator)


def test_the_operator_appoints_the_first_coordinator(cast: Cast) -> None:
    given = {"name": "First", "email": "first@example.org", "role": Role.COORDINATOR,
             "organisation_type": "partnership"}  # fmt: skip
    person = actions.appoint(**given, organisation_name="Safer Westmere", short_name="SW")
    assert person.posts.get().organisation.short_name == "SW"
    assert link_of(person)
    assert actions.appoint(**given, organisation_name="Safer Westmere") == person
    assert person.posts.count() == 1
    with pytest.raises(Refused, match="another kind"):
        actions.appoint(**given, organisation_name=cast.housing.name)
    with pytest.raises(Refused, match="not an e-mail address"):
        actions.appoint(**{**given, "email": "first"}, organisation_name="Safer Westmere")
