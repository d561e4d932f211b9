"""A review to write about, templates to write with, and an SMTP server that does as it is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.template import Engine

from illuminate.foundation.access.models import Compartment
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions, transports, wording
from illuminate.foundation.mailroom.mail import Attachment
from illuminate.foundation.mailroom.models import Message
from illuminate.foundation.mailroom.tests.post_office import PostOffice
from tests.cast import Cast

LETTER = "Subject: Something waits for you\n\nOpen {{ link }}\n"


@pytest.fixture(autouse=True)
def _templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    engine = Engine(dirs=[folder], string_if_invalid=f"{wording.MISSING}%s{wording.MISSING}")
    monkeypatch.setattr(wording, "_engine", lambda: engine)
    (folder / "waits.txt").write_text(LETTER)
    (folder / "code.txt").write_text("Your code is {{ code }}.")
    monkeypatch.setattr(transports, "MEMORY", [])


@pytest.fixture
def core(cast: Cast) -> Compartment:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        return Compartment.objects.get(review_id=review_id, kind=Kind.CORE)


@pytest.fixture
def write(cast: Cast, core: Compartment) -> Callable[..., Message]:
    """The coordinator writes to the partnership's chair, or to an address."""

    def written(address: str = "", attachments: tuple[Attachment, ...] = ()) -> Message:
        common = {
            "template": "waits.txt", "context": {"link": "/reviews/abc/"}, "compartment": core,
            "attachments": attachments, "by": cast.coordinator,
        }  # fmt: skip
        with acting_as(cast.coordinator.pk):
            if address:
                return actions.email_address(address=address, **common)
            return actions.email(to=cast.partnership_chair, **common)

    return written


@pytest.fixture
def post_office(settings: object) -> Iterator[PostOffice]:
    with PostOffice() as office:
        settings.MAIL_TRANSPORT, settings.SMTP_URL = "smtp", office.url
        yield office
