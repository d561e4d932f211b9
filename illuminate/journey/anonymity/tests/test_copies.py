"""The pseudonymised copy: made of what was decided, proved, kept as a file of its own, and never with the original."""

from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from docx import Document as Word

from illuminate.cli.demo.story.anonymity import draft_file, drafted_as, looked_at
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.engines.anonymise import CannotReplace, Where
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import actions, working
from illuminate.journey.anonymity.board import board
from illuminate.journey.anonymity.models import Copy, MachineCheck
from illuminate.journey.people import actions as people
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
WORDS = (
    "Maggie rang Gertrude Oxenhope.",
    "Gertrude Oxenhope drove Maggie’s car.",
    "Mr Justice Tolliver sat.",
)


def looked(cast: Cast) -> MachineCheck:
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(*WORDS, name="Maggie report.docx"))
    return looked_at(cast, drafted_as(cast, review, Draft.Kind.OVERVIEW))


def decided(cast: Cast, check: MachineCheck, **words: str) -> None:
    """Everything on no register is decided: replaced by the word that is given for it, or kept."""
    with acting_as(cast.coordinator.pk):
        lines = board(check).order
    for line in lines:
        if not line.on_register:
            word = next((new for old, new in words.items() if old in line.text), "")
            do(actions.decide, check=check, number=line.number, outcome="change" if word else "keep", word=word,
               reason="It names nobody of the case.", everywhere=False, by=cast.coordinator)  # fmt: skip


def made(cast: Cast, check: MachineCheck) -> bool:
    work = do(actions.ask_copy, check=check, by=cast.coordinator)
    return working.run(work.pk, eyes=cast.coordinator.pk)


def page(client: Client, check: MachineCheck) -> str:
    with acting_as(check.ran_by_id):
        slug = check.review.slug
    return client.get(
        reverse("anonymity:document", args=[slug, check.round, check.document_id])
    ).content.decode()


def words_of(cast: Cast, document: Document) -> list[str]:
    with acting_as(cast.coordinator.pk):
        return [one.text for one in Word(BytesIO(documents.contents(document))).paragraphs]


def test_the_copy_says_what_was_decided_and_is_a_file_of_its_own(cast: Cast, client: Client) -> None:
    check = looked(cast)
    decided(cast, check, Oxenhope="a neighbour")
    assert made(cast, check)
    with acting_as(cast.coordinator.pk):
        copy = Copy.objects.select_related("document").get()
        assert copy.digest != check.digest and copy.replaced >= 4 and copy.engine.startswith("Illuminate")
        assert "Maggie" not in copy.document.name
        assert AuditEvent.objects.filter(kind="anonymity.copy_made").count() == 1
    text = words_of(cast, copy.document)
    assert "Louise rang a neighbour." in text and "Mr Justice Tolliver sat." in text
    assert "A neighbour drove Louise’s car." in text
    assert "Maggie rang Gertrude Oxenhope." in words_of(cast, check.document), (
        "what was checked stays as it is"
    )

    client.force_login(cast.coordinator)
    told = page(client, check)
    assert "places replaced" in told and copy.digest in told
    answer = client.get(reverse("documents:download", args=[copy.document_id]))
    assert b"Maggie" not in answer.content and "Maggie" not in answer["Content-Disposition"]
    for person in (cast.panel_member, cast.stranger, cast.hospital_author):
        client.force_login(person)
        assert client.get(reverse("documents:download", args=[copy.document_id])).status_code == 404
        with acting_as(person.pk):
            assert not Copy.objects.exists()


def test_it_waits_until_everything_is_decided_the_same_everywhere(cast: Cast, client: Client) -> None:
    check = looked(cast)
    client.force_login(cast.coordinator)
    assert "Decide about what is on no register first" in page(client, check)
    with pytest.raises(Refused, match="on no register first"):
        do(actions.ask_copy, check=check, by=cast.coordinator)
    decided(cast, check, Oxenhope="a neighbour")
    with acting_as(cast.coordinator.pk):
        first = next(line for line in board(check).order if line.text == "Gertrude Oxenhope")
        known = next(line for line in board(check).order if line.text == "Maggie")
    do(actions.decide, check=check, number=first.number, outcome="keep", reason="x", everywhere=False,
       by=cast.coordinator)  # fmt: skip
    with pytest.raises(Refused, match="Decide the same about “Gertrude Oxenhope” everywhere"):
        do(actions.ask_copy, check=check, by=cast.coordinator)
    decided(cast, check, Oxenhope="a neighbour")
    do(actions.decide, check=check, number=known.number, outcome="keep", reason="x", everywhere=True,
       by=cast.coordinator)  # fmt: skip
    with pytest.raises(Refused, match="“Maggie” is on the register, so a copy replaces it"):
        do(actions.ask_copy, check=check, by=cast.coordinator)
    do(people.add_entry, review=check.review, kind="place", real="Tannery Row", by=cast.coordinator)
    with pytest.raises(Refused, match="register has changed"):
        do(actions.ask_copy, check=check, by=cast.coordinator)
    with pytest.raises(PermissionDenied):
        do(actions.ask_copy, check=check, by=cast.panel_member)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (
            CannotReplace(Where("footer", 2, 0, 4)),
            "What stands in footer, paragraph 2",
        ),
        (ZeroDivisionError(), "A fault in the program kept the machine from finishing."),
    ],
)
def test_what_can_not_be_made_is_said_in_one_sentence_and_leaves_no_copy(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    check = looked(cast)
    decided(cast, check)

    def failing(*_: Any, **__: Any) -> None:
        raise fault

    monkeypatch.setattr("illuminate.journey.anonymity.machine.apply", failing)
    assert not made(cast, check)
    client.force_login(cast.coordinator)
    text = page(client, check)
    assert words in text and "Make the pseudonymised copy" in text
    with acting_as(cast.coordinator.pk):
        assert not Copy.objects.exists() and not Document.objects.filter(purpose="anonymity.copy").exists()


def test_a_decision_on_the_way_undoes_the_copy(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    check = looked(cast)
    decided(cast, check)
    real = working.machine.copy

    def meanwhile(*given: Any) -> Any:
        do(people.add_entry, review=check.review, kind="place", real="Tannery Row", by=cast.coordinator)
        return real(*given)

    monkeypatch.setattr(working.machine, "copy", meanwhile)
    assert not made(cast, check)
    with acting_as(cast.coordinator.pk):
        assert not Copy.objects.exists()


def test_a_copy_is_asked_for_by_post_and_by_those_who_may(cast: Cast, client: Client) -> None:
    check = looked(cast)
    url = reverse("anonymity:copy", args=[check.pk])
    assert client.post(url).status_code == 302
    for person, status in ((cast.coordinator, 409), (cast.panel_member, 404), (cast.stranger, 404)):
        client.force_login(person)
        assert client.get(url).status_code == 405
        assert client.post(url).status_code == status
    decided(cast, check)
    client.force_login(cast.coordinator)
    assert "begins as soon as it is free" in client.post(url, follow=True).content.decode()
