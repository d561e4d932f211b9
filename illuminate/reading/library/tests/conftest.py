"""A published report on a database where transactions really commit: the library reads through its own login."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_django
from django.conf import settings
from django.db import connections

from illuminate.cli.demo.story.publication import agreed
from illuminate.journey.publication.models import FrozenReport, Release
from tests import database
from tests.cast import Cast, do


@dataclass
class Shelf:
    """The review before and after its release."""

    cast: Cast
    frozen: FrozenReport
    release: Release | None = None


@pytest.fixture(scope="module")
def shelf(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Shelf]:
    """Everything is agreed; nothing is published until a test asks for `opened`."""
    with django_db_blocker.unblock():
        cast = Cast()
        yield Shelf(cast, agreed(cast))
        for alias in connections:
            connections[alias].close()
    shutil.rmtree(Path(settings.RELEASED), ignore_errors=True)
    database.copy_template(database.SERVER, database.NAME)


@pytest.fixture
def opened(shelf: Shelf) -> Shelf:
    """The report is public."""
    if shelf.release is None:
        from illuminate.cli.demo.story.publication import PUBLISHED_ON
        from illuminate.journey.publication import actions

        shelf.release = do(
            actions.release, frozen=shelf.frozen, happened_on=PUBLISHED_ON, by=shelf.cast.coordinator
        )
    return shelf
