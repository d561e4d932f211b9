"""The way to the gate is long: it is told once a module, and each test goes on from there and is undone."""

from collections.abc import Iterator
from functools import cached_property

import pytest
import pytest_django
from django.db import connections

from illuminate.cli.demo.story.publication import at_the_gate
from tests import database
from tests.cast import Cast


def everybody() -> Cast:
    """All of the cast, made now: somebody first asked for inside a test would be undone with it."""
    cast = Cast()
    for name, found in vars(Cast).items():
        if isinstance(found, cached_property):
            getattr(cast, name)
    return cast


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Cast]:
    """The cast, with a review at the gate that really stands in the database."""
    with django_db_blocker.unblock():
        cast = everybody()
        cast.__dict__["standing"] = at_the_gate(cast)
        yield cast
        for alias in connections:
            connections[alias].close()
    database.copy_template(database.SERVER, database.NAME)


@pytest.fixture
def cast(ground: Cast) -> Cast:
    return ground
