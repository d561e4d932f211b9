"""Who may open what: relatives, the demo's door, single sign-on, the navigation."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory

from illuminate.foundation.access import demo, navigation, roles_page
from illuminate.foundation.access.actions_sign_in import sign_in_by_private_link
from illuminate.foundation.access.adapters import SingleSignOnAdapter
from illuminate.foundation.access.models import Installation, User
from illuminate.foundation.access.roles import CARDS, Role
from illuminate.foundation.access.tests.conftest import signed_in
from illuminate.foundation.access.tests.test_compartments import opened
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def relative(db: None) -> Client:
    return signed_in(User.objects.create_user(name="Bernadette Sowerby", kind="family"))


# Relatives and friends


@pytest.mark.parametrize(
    ("path", "status"), [("/family/", 200), ("/sign-out/", 200), ("/accessibility/", 200)]
)
def test_a_relative_opens_what_is_theirs(relative: Client, path: str, status: int) -> None:
    assert relative.get(path).status_code == status


@pytest.mark.parametrize(
    "path", ["/", "/people/", "/account/", "/account/second-factor/", "/account/sessions/"]
)
def test_for_a_relative_nothing_else_exists(relative: Client, path: str) -> None:
    assert relative.get(path).status_code == 404


def test_a_relatives_page_has_no_navigation_and_no_name(relative: Client) -> None:
    text = relative.get("/family/").content.decode()
    assert "service-navigation" not in text
    assert "Sowerby" not in text


def test_a_relative_has_no_way_in_by_password(client: Client) -> None:
    person = User.objects.create_user(
        name="B", email="b@example.org", password="seven badgers", kind="family"
    )
    answer = client.post("/sign-in/", {"login": person.email, "password": "seven badgers"})
    assert answer.status_code == 200
    client.post("/forgotten-password/", {"email": person.email})
    assert not person.invitations.exists()


def test_only_relatives_sign_in_by_a_private_link(cast: Cast) -> None:
    with pytest.raises(ValueError, match="relative"):
        sign_in_by_private_link(RequestFactory().get("/"), person=cast.officer)


# The demo


def test_in_the_demo_anybody_signs_in_as_anybody_without_a_second_factor(client: Client, cast: Cast) -> None:
    Authenticator.objects.filter(user=cast.coordinator).delete()
    page = client.get("/demo/sign-in/").content.decode()
    assert "Marian Lofthouse" in page
    assert CARDS[Role.COORDINATOR].sentence.replace("'", "&#x27;") in page
    assert "Demonstration" in page
    assert client.post(f"/demo/sign-in/{cast.coordinator.pk}/")["Location"] == "/"
    assert client.get("/").status_code == 200
    assert "/demo/sign-in/" in Client().get("/sign-in/").content.decode()


def test_people_with_a_seat_and_no_post_stand_in_the_cast(client: Client, cast: Cast) -> None:
    from illuminate.foundation.access import compartments
    from illuminate.foundation.access.compartments import Seat
    from tests.cast import do

    review_id = opened(cast)
    seat = Seat(Role.INDEPENDENT_CHAIR, user_id=cast.independent_chair.pk)
    do(compartments.admit, review_id=review_id, seat=seat, by=cast.coordinator)
    groups = {card.role: [player.user for player in players] for card, players in demo.cast()}
    assert groups[Role.INDEPENDENT_CHAIR] == [cast.independent_chair]


def test_outside_the_demo_there_is_no_such_page(client: Client, cast: Cast, settings: Any) -> None:
    settings.DEMO = False
    path = f"/demo/sign-in/{cast.coordinator.pk}/"
    assert client.get("/demo/sign-in/").status_code == 404
    assert client.post(path).status_code == 404
    assert "/demo/" not in client.get("/sign-in/").content.decode()


def test_where_reviews_are_real_the_door_stays_shut(client: Client, cast: Cast) -> None:
    Installation.objects.create(kind="real")
    assert client.get("/demo/sign-in/").status_code == 404
    assert client.post(f"/demo/sign-in/{cast.coordinator.pk}/").status_code == 404
    assert demo.cast() == []


def test_a_session_of_the_demo_opens_nothing_once_the_demo_is_off(
    client: Client, cast: Cast, settings: Any
) -> None:
    Authenticator.objects.filter(user=cast.coordinator).delete()
    client.post(f"/demo/sign-in/{cast.coordinator.pk}/")
    settings.DEMO = False
    assert client.get("/")["Location"] == "/account/second-factor/"


@pytest.mark.parametrize("missing", ["unknown", "relative", "closed"])
def test_the_door_opens_for_the_cast_only(client: Client, cast: Cast, missing: str) -> None:
    person = User.objects.create_user(name="x", kind="family")
    if missing == "closed":
        person = cast.officer
        User.objects.filter(pk=person.pk).update(is_active=False)
    pk = uuid4() if missing == "unknown" else person.pk
    assert client.post(f"/demo/sign-in/{pk}/").status_code == 404


@pytest.mark.parametrize(("kind", "on", "fits"), [
    ("", True, True), ("", False, True), ("demo", True, True), ("real", False, True), ("real", True, False),
    ("demo", False, False),
])  # fmt: skip
def test_demo_and_real_reviews_never_share_a_database(settings: Any, kind: str, on: bool, fits: bool) -> None:
    settings.DEMO = on
    if kind:
        Installation.objects.create(kind=kind)
    if fits:
        demo.refuse_mixed_up()
    else:
        with pytest.raises(demo.MixedUp, match="ILLUMINATE_DEMO"):
            demo.refuse_mixed_up()


@pytest.mark.parametrize(("on", "kind"), [(True, "demo"), (False, "real")])
def test_the_first_review_says_which_it_is_for_good(cast: Cast, settings: Any, on: bool, kind: str) -> None:
    settings.DEMO = on
    opened(cast)
    assert demo.kind_here() == kind
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("UPDATE access_installation SET kind = 'demo'")


# Single sign-on


def told(email: str, **claims: object) -> SimpleNamespace:
    account = SimpleNamespace(extra_data={"userinfo": {"email": email, "sub": "1", **claims}})
    return SimpleNamespace(account=account, get_redirect_url=lambda request: "/people/")


def arriving(client: Client) -> Any:
    request = RequestFactory().get("/sign-in/with/organisation/back/")
    request.session = client.session
    request.user = SimpleNamespace(is_authenticated=False, is_anonymous=True)
    request._messages = FallbackStorage(request)
    return request


@pytest.mark.parametrize(("claims", "opens"), [
    ({"email_verified": True}, True), ({"xms_edov": 1}, True), ({}, False), ({"email_verified": "no"}, False),
])  # fmt: skip
def test_an_organisation_opens_an_account_by_a_verified_address_and_the_second_factor_comes_next(
    client: Client, cast: Cast, claims: dict[str, object], opens: bool
) -> None:
    from allauth.core import context

    request = arriving(client)
    with context.request_context(request), pytest.raises(ImmediateHttpResponse) as answer:
        SingleSignOnAdapter().pre_social_login(request, told(cast.coordinator.email.upper(), **claims))
    expected = "/sign-in/second-factor/" if opens else "/sign-in/"
    assert answer.value.response["Location"] == expected


def test_it_makes_no_account(client: Client) -> None:
    from allauth.core import context

    before = User.objects.count()
    request = arriving(client)
    with context.request_context(request), pytest.raises(ImmediateHttpResponse):
        SingleSignOnAdapter().pre_social_login(request, told("new@example.org", email_verified=True))
    assert User.objects.count() == before


# Navigation


def texts(client: Client) -> list[str]:
    return [item["text"] for item in client.get("/").context["frame"].navigation]


def test_the_navigation_follows_the_posts(cast: Cast) -> None:
    assert texts(signed_in(cast.coordinator)) == ["Desk", "People", "Address book"]
    assert texts(signed_in(cast.independent_chair)) == ["Desk"]


def test_the_open_page_is_marked(coordinator: Client) -> None:
    items = coordinator.get("/people/").context["frame"].navigation
    assert {item["text"]: item["current"] for item in items}["People"]
    assert not {item["text"]: item["current"] for item in items}["Desk"]


def test_every_link_of_the_navigation_leads_somewhere() -> None:
    """Asked of the whole program's addresses."""
    for link in (*navigation.LINKS, *navigation.DEMO_LINKS):
        assert navigation._address("illuminate.config.urls", link.name), link.name


def test_the_roles_page_names_every_role_and_part() -> None:
    text = roles_page.markdown()
    assert all(card.name in text and card.sentence in text for card in CARDS.values())
    assert text.endswith("|\n")
