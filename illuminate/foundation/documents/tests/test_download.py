"""The one door through which a file leaves."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.foundation.access.models import Compartment
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions, files
from illuminate.foundation.documents.models import Document
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(cast: Cast, tmp_path: Path, settings: object) -> Document:
    settings.DOCUMENTS = tmp_path
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        core = Compartment.objects.get(review_id=review_id, kind=Kind.CORE)
    return do(
        actions.store,
        data=b"<script>alert(1)</script>",
        name='a "quoted" café;x.txt',
        purpose="test.note",
        compartment=core,
        by=cast.coordinator,
    )


def address(document: Document) -> str:
    return reverse("documents:download", args=[document.pk])


def test_signed_out_is_sent_to_sign_in(client: Client, document: Document) -> None:
    answer = client.get(address(document))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_for_a_stranger_and_for_a_colleague_outside_it_does_not_exist(
    client: Client, cast: Cast, document: Document
) -> None:
    for user in (cast.stranger, cast.officer):
        client.force_login(user)
        assert client.get(address(document)).status_code == 404


def test_whoever_may_read_it_gets_an_attachment_and_that_is_recorded(
    client: Client, cast: Cast, document: Document
) -> None:
    client.force_login(cast.coordinator)
    answer = client.get(address(document))
    assert answer.status_code == 200
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.get(kind="documents.downloaded")
        assert (event.subject_id, event.actor_id) == (str(document.pk), cast.coordinator.pk)


def test_a_damaged_file_is_said_in_words_and_recorded(client: Client, cast: Cast, document: Document) -> None:
    files.place(document.review_id, document.digest).write_bytes(b"rubbish that does not open at all")
    client.force_login(cast.coordinator)
    answer = client.get(address(document))
    assert answer.status_code == 410
    assert "damaged" in answer.content.decode()
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="documents.found_damaged").exists()


def test_a_wrong_address_is_a_404(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    assert client.get("/documents/00000000-0000-4000-8000-000000000000/").status_code == 404
