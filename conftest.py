"""Fixtures for every test. The database under them: tests/database.py. The people: tests/cast.py."""

from collections.abc import Iterator

import pytest
import pytest_django
from django.db import connections

from tests import database
from tests.cast import Cast


@pytest.fixture(scope="session")
def django_db_setup() -> Iterator[None]:
    """Replaces pytest-django's own: a copy of one migrated template, used through the web's login."""
    database.copy_template(database.SERVER, database.NAME)
    yield
    _close_connections()
    with database.SERVER.connect("postgres") as connection:
        connection.autocommit = True
        database.drop(connection, database.NAME)


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """A database where transactions really commit; a fresh copy replaces it afterwards."""
    with django_db_blocker.unblock():
        yield
        _close_connections()
    database.copy_template(database.SERVER, database.NAME)


@pytest.fixture(scope="session")
def base_url() -> str:
    """pytest-playwright's own asks a fixture that pytest no longer lets it ask."""
    return ""


@pytest.fixture
def cast() -> Cast:
    return Cast()


def _close_connections() -> None:
    for alias in connections:
        connections[alias].close()
