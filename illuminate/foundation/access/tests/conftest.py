"""These tests stand on the foundation alone: their own addresses, and a browser that the machine has."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import Cast


@pytest.fixture(autouse=True)
def own_addresses(settings: Any) -> None:
    settings.ROOT_URLCONF = "illuminate.foundation.access.tests.urls"


@pytest.fixture
def fresh_limits(db: None) -> None:
    """Tries are counted in the cache, which the test's own transaction gives back."""
    cache.clear()


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def stranger(cast: Cast) -> Client:
    return signed_in(cast.stranger)


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client
