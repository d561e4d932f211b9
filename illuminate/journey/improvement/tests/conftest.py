"""The way to a public report is long: it is told once a module, and each test goes on from there and is undone."""

import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest
import pytest_django
from django.conf import settings
from django.db import connections

from illuminate.cli.demo.story.publication import published
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
    """The cast, with a published review that really stands in the database."""
    with django_db_blocker.unblock():
        cast = everybody()
        cast.__dict__["public"] = published(cast).review
        yield cast
        for alias in connections:
            connections[alias].close()
    shutil.rmtree(Path(settings.RELEASED), ignore_errors=True)
    database.copy_template(database.SERVER, database.NAME)


@pytest.fixture
def cast(ground: Cast) -> Cast:
    return ground
