"""Coming in: password, second factor, limits, and what is put on record."""

import base64
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db


def events_of(user: User) -> list[str]:
    with acting_as(user.pk):
        return list(
            AuditEvent.objects.filter(kind__startswith="access.")
            .order_by("recorded_at")
            .values_list("kind", flat=True)
        )


def enter(client: Client, user: User, password: str = PASSWORD):
    return client.post("/sign-in/", {"login": user.email, "password": password})


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def without_factor(user: User) -> User:
    Authenticator.objects.filter(user=user).delete()
    return user


def set_up_app(client: Client) -> tuple[str, object]:
    """Set up an authenticator app through the pages; gives the secret and the last answer."""
    secret = client.get("/account/second-factor/app/").context["form"].secret
    return secret, client.post("/account/second-factor/app/", {"code": code_now(secret)})


def test_signed_out_every_page_leads_to_sign_in(client: Client) -> None:
    answer = client.get("/people/")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=/people/"


def test_a_person_without_second_factor_sets_one_up_before_anything_else(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    assert enter(client, user)["Location"] == "/"
    for path in ("/", "/people/", "/account/", "/account/sessions/", "/drafts/"):
        assert client.get(path)["Location"] == "/account/second-factor/"
    page = client.get("/account/second-factor/")
    assert "Set up your second factor" in page.content.decode()


def test_a_second_factor_is_set_up_with_recovery_codes_shown_once(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    _, answer = set_up_app(client)
    assert answer["Location"] == "/account/second-factor/codes/"
    codes = client.get("/account/second-factor/codes/").content.decode()
    assert codes.count("<code>") == 10
    assert "<code>" not in client.get("/account/second-factor/codes/").content.decode()
    assert client.get("/").status_code == 200
    assert "access.second_factor_added" in events_of(user)


def test_the_next_sign_in_asks_for_a_code(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    secret, _ = set_up_app(client)
    second = Client()
    assert enter(second, user)["Location"] == "/sign-in/second-factor/"
    assert second.get("/")["Location"].startswith("/sign-in/")
    wrong = second.post("/sign-in/second-factor/", {"code": "000000"})
    assert "This was not accepted" in wrong.content.decode()
    assert second.post("/sign-in/second-factor/", {"code": code_now(secret)})["Location"] == "/"
    assert second.get("/").status_code == 200
    again = Client()
    enter(again, user)
    assert again.post("/sign-in/second-factor/", {"code": code_now(secret)}).status_code == 200, (
        "a code works once"
    )


def test_a_recovery_code_works_once(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    set_up_app(client)
    code = client.get("/account/second-factor/codes/").context["unused_codes"][0]
    for expected in (302, 200):
        other = Client()
        enter(other, user)
        assert other.post("/sign-in/second-factor/", {"code": code}).status_code == expected


def test_secrets_are_not_kept_in_the_clear(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    secret = client.get("/account/second-factor/app/").context["form"].secret
    kept = Session.objects.get(pk=client.session.session_key).session_data
    assert keys.decrypt(base64.b64decode(kept), key=keys.platform_key(), context="session")
    client.post("/account/second-factor/app/", {"code": code_now(secret)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator WHERE user_id = %s", [user.pk])
        assert secret not in str(cursor.fetchall())
    assert everything_in_the_database().count(secret) == 0


def test_no_table_holds_an_address_or_a_name_in_the_clear(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    client.post("/forgotten-password/", {"email": user.email})
    enter(client, user, "wrong and wrong again")
    enter(client, user)
    set_up_app(client)
    client.post("/account/confirm/", {"password": PASSWORD})
    text = everything_in_the_database().casefold()
    assert user.email.casefold() not in text
    assert "lofthouse" not in text


def everything_in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            " AND has_table_privilege(oid, 'SELECT')"
        )
        tables = [row[0] for row in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT array_agg(t::text)::text FROM "{table}" t')  # noqa: S608 - names from the catalogue
            found.append(str(cursor.fetchone()[0]))
    return "\n".join(found)


@pytest.mark.parametrize("password", ["wrong", ""])
def test_a_wrong_password_is_said_in_words_and_recorded(client: Client, cast: Cast, password: str) -> None:
    answer = enter(client, cast.coordinator, password)
    text = answer.content.decode()
    assert "There is a problem" in text
    assert PASSWORD not in text
    assert events_of(cast.coordinator).count("access.sign_in_failed") == (1 if password else 0)


def test_an_unknown_address_gets_the_same_answer(client: Client, cast: Cast) -> None:
    known = enter(client, cast.coordinator, "wrong")
    unknown = client.post("/sign-in/", {"login": "nobody@example.org", "password": "wrong"})
    assert error_of(known) == error_of(unknown)


def error_of(answer) -> list[str]:
    return [str(error) for errors in answer.context["form"].errors.values() for error in errors]


def test_too_many_tries_end_in_a_wait_even_with_the_right_password(client: Client, cast: Cast) -> None:
    for _ in range(5):
        enter(client, cast.coordinator, "wrong")
    answer = enter(client, cast.coordinator)
    assert answer.status_code == 200
    assert "too many tries" in str(error_of(answer))
    assert enter(Client(), cast.stranger).status_code == 302, "nobody else is locked out"


def test_signing_in_and_out_is_recorded(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    assert client.post("/sign-out/")["Location"] == "/signed-out/"
    assert events_of(user) == ["access.signed_in", "access.signed_out"]
    assert client.get("/")["Location"].startswith("/sign-in/")


def test_the_only_second_factor_cannot_be_removed(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    set_up_app(client)
    page = client.get("/account/second-factor/app/remove/")
    assert "your only second factor" in page.content.decode()
    client.post("/account/second-factor/app/remove/")
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_other_sessions_can_be_ended(client: Client, cast: Cast) -> None:
    user = without_factor(cast.coordinator)
    enter(client, user)
    secret, _ = set_up_app(client)
    other = Client()
    enter(other, user)
    other.post("/sign-in/second-factor/", {"code": code_now(secret)})
    assert other.get("/").status_code == 200
    assert "End all other sessions" in client.get("/account/sessions/").content.decode()
    client.post("/account/sessions/")
    assert other.get("/")["Location"].startswith("/sign-in/")
    assert client.get("/").status_code == 200
    assert "access.sessions_ended" in events_of(user)


def test_changing_the_password_ends_the_other_sessions(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    other = Client()
    other.force_login(cast.coordinator)
    new = "seven sleepy badgers"
    assert (
        "not your present password"
        in client.post("/account/password/", {"oldpassword": "no", "password1": new}).content.decode()
    )
    assert (
        "too short"
        in client.post("/account/password/", {"oldpassword": PASSWORD, "password1": "short"}).content.decode()
    )
    assert client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new}).status_code == 302
    assert client.get("/").status_code == 200
    assert other.get("/")["Location"].startswith("/sign-in/")
    assert "access.password_changed" in events_of(cast.coordinator)


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "account_set_password",
             "account_email_verification_sent", "socialaccount_connections", "socialaccount_signup",
             "mfa_download_recovery_codes", "openid_connect_login"],
)  # fmt: skip
def test_allauths_other_pages_do_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/email/", "/sign-up/"])
def test_nor_do_their_addresses(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
