"""Rules 7, 8 and 11: closed by default, one compartment a row, every field classed."""

import pytest
from django.db import connections, models
from django.urls import URLPattern, URLResolver, get_resolver

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.database.logins import LIBRARY
from tests.guards.house import journey_models, own_models

# Tables of the journey that belong to no review's inside: what was released to the public.
PUBLIC = "publication_released"

OPEN_PAGES = {
    "access:accessibility", "access:choose_password", "access:demo_sign_in", "access:demo_sign_in_as",
    "access:forgotten", "access:forgotten_sent", "access:healthz", "access:invitation", "access:signed_out",
    "account_inactive", "account_login", "mfa_authenticate", "mfa_login_webauthn", "mailroom:demo_mail",
    "involvement:link", "involvement:door", "involvement:code", "involvement:goodbye", "involvement:demo_family",
    "involvement:demo_relative",
}  # fmt: skip


def confined() -> list[type[models.Model]]:
    return [model for model in own_models() if any(f.name == "compartment" for f in model._meta.fields)]


@pytest.mark.parametrize("model", journey_models(), ids=lambda model: model._meta.label)
def test_every_row_of_the_journey_lies_in_a_compartment_or_is_public(model: type[models.Model]) -> None:
    assert model in confined() or model._meta.db_table.startswith(PUBLIC) or model._meta.auto_created


@pytest.mark.django_db
@pytest.mark.parametrize("model", confined(), ids=lambda model: model._meta.label)
def test_every_such_table_is_under_row_level_security(model: type[models.Model]) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [model._meta.db_table])
        assert cursor.fetchone()[0], f"{model._meta.db_table} has no row-level security"
        cursor.execute("SELECT count(*) FROM pg_policies WHERE tablename = %s", [model._meta.db_table])
        assert cursor.fetchone()[0]


@pytest.mark.django_db
def test_tables_between_confined_tables_are_confined_too() -> None:
    """A many-to-many table tells as much as the rows that it joins."""
    for model in journey_models():
        for field in model._meta.many_to_many:
            through = field.remote_field.through
            if through._meta.auto_created and not model._meta.db_table.startswith(PUBLIC):
                with connections["default"].cursor() as cursor:
                    cursor.execute(
                        "SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass",
                        [through._meta.db_table],
                    )
                    assert cursor.fetchone()[0], through._meta.db_table


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_librarys_login_reads_released_copies_and_nothing_else() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = %s",
            [LIBRARY],
        )
        granted = cursor.fetchall()
    assert granted, "the library can't read anything"
    assert {privilege for _, privilege in granted} == {"SELECT"}
    assert all(table.startswith((PUBLIC, "improvement_released")) for table, _ in granted)


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_every_field_is_classed_once(model: type[models.Model]) -> None:
    if model._meta.auto_created or model._meta.proxy:
        return
    classes = model.field_classes
    without = {"recorded_at", "compartment"}
    needed = {
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.is_relation and field.name not in without
    }
    given = [name for name in classes.named() if name not in without]
    own = {field.name for field in model._meta.concrete_fields}
    assert not needed - set(given), f"without a class: {sorted(needed - set(given))}"
    assert set(given) <= own, f"classed but not there: {sorted(set(given) - own)}"
    assert len(given) == len(set(given)), "classed twice"


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_what_identifies_is_encrypted(model: type[models.Model]) -> None:
    for name in model.field_classes.identifying if not model._meta.auto_created else ():
        assert isinstance(model._meta.get_field(name), EncryptedTextField), f"{model._meta.label}.{name}"


def open_pages(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    found = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found |= open_pages(entry, space)
        elif isinstance(entry, URLPattern) and getattr(entry.callback, "open_to_all", False):
            found.add(f"{prefix}{entry.name}")
    return found


def test_the_pages_open_to_all_are_these() -> None:
    assert {name for name in open_pages() if not name.startswith("library:")} == OPEN_PAGES
