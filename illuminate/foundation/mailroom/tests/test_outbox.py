"""The outbox: written with the change, sent by the worker."""

import pytest

from illuminate.foundation.access.models import Compartment
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.mailroom import actions, delivery, transports
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_x(cast: Cast, monkeypatch, settings, tmp_path) -> None:
    settings.DOCUMENTS = tmp_path
    opened(cast)
    monkeypatch.setattr(
        "illuminate.foundation.mailroom.wording.render", lambda t, c: "Subject: Hello\n\nSee " + c["link"]
    )
    with acting_as(cast.coordinator.pk):
        core = Compartment.objects.get(kind="core")
        m = actions.email(
            to=cast.coordinator, template="x", context={"link": "/a"}, compartment=core, by=cast.coordinator
        )
        d = documents.store(
            data=b"hello",
            name="a.txt",
            purpose="x",
            review_id=core.review_id,
            compartment=core,
            by=cast.coordinator,
        )
        assert documents.read(d, by=cast.coordinator) == b"hello"
        m2 = actions.email_address(
            address="a@b.example", template="x", context={"link": "/a"}, compartment=None, by=cast.coordinator
        )
    m2 = actions.email_address(
        address="a2@b.example", template="x", context={"link": "/a"}, compartment=None, by=None
    )
    assert delivery.deliver_all() == 2
    print(transports.MEMORY)
