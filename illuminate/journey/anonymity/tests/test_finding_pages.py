"""The page of a file's findings: marks in place, each decided there, and nothing of it for anybody else."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.anonymity import draft_file, drafted_as, looked_at
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.engines.anonymise.tests.build import line, pdf
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.journey.anonymity import actions
from illuminate.journey.anonymity.board import board
from illuminate.journey.anonymity.models import MachineCheck, Settlement
from illuminate.journey.people import actions as people
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
WORDS = (
    "Maggie moved in 2014.",
    "Mrs Gertrude Oxenhope was <b>at work</b>.",
    "Maggie rang Gertrude Oxenhope.",
)


def looked(cast: Cast, *words: str) -> tuple[Review, MachineCheck]:
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(*(words or WORDS)))
    return review, looked_at(cast, drafted_as(cast, review, Draft.Kind.OVERVIEW))


def number_of(cast: Cast, check: MachineCheck, words: str) -> int:
    with acting_as(cast.coordinator.pk):
        return next(line.number for line in board(check).order if words in line.text)


def url(check: MachineCheck, number: int = 0) -> str:
    if number:
        return reverse("anonymity:finding", args=[check.pk, number])
    return reverse("anonymity:findings", args=[check.pk])


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_words_stand_with_their_marks_and_a_list_beside_them(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    client.force_login(cast.coordinator)
    text = page(client, url(check))
    assert 'app-mark__text">Maggie</span>' in text and "→ Louise" in text
    assert "(person, on the register, not decided)" in text
    assert "(person, not on the register, not decided)" in text
    assert "&lt;b&gt;at work&lt;/b&gt;" in text
    assert "0 of" in text and "on the register" in text
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="anonymity.findings_read").count() == 1
    assert "Maggie" not in text.split("</title>")[0] and "Holloway" not in text.split("</title>")[0]


def test_one_is_decided_in_its_place_and_the_next_follows(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    number = number_of(cast, check, "Oxenhope")
    client.force_login(cast.coordinator)
    text = page(client, url(check, number))
    assert "What becomes of it?" in text and "Replace it by “a person”" in text
    answer = client.post(url(check, number), {"outcome": "keep", "reason": "She agreed."})
    assert answer.status_code == 302 and "/findings/" in answer["Location"] and "#f-" in answer["Location"]
    assert f"/{number}/" not in answer["Location"]
    text = page(client, url(check, number))
    assert "(stays)" in text and "She agreed." in text and f"Decided by {cast.coordinator.name}" in text
    client.post(url(check, number), {"outcome": "change", "word": "a neighbour"})
    assert "→ a neighbour" in page(client, url(check))
    client.post(url(check, number), {"outcome": "accept"})
    assert "→ a person" in page(client, url(check))


def test_wrong_input_is_said_beside_the_question(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    number = number_of(cast, check, "Oxenhope")
    client.force_login(cast.coordinator)
    for said, words in (
        ({}, "Choose what becomes of it"), ({"outcome": "burn"}, "There is a problem"),
        ({"outcome": "keep"}, "Say why it identifies nobody"),
        ({"outcome": "change"}, "Enter what stands there instead"),
        ({"outcome": "change", "word": "x" * 200}, "There is a problem"),
        ({"outcome": "change", "word": "Maggie"}, "is a real name in this case"),
    ):  # fmt: skip
        answer = client.post(url(check, number), said)
        assert answer.status_code == 200 and words in answer.content.decode(), said
    with acting_as(cast.coordinator.pk):
        assert not Settlement.objects.exists()
    assert client.get(url(check, 9999)).status_code == 404
    for odd in ("?page=0", "?page=x", "?page=99", "?kind=shoe&state=lost"):
        assert client.get(url(check) + odd).status_code == 200


def test_the_list_is_narrowed_by_kind_and_state(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    client.force_login(cast.coordinator)
    text = page(client, url(check) + "?kind=person&state=open")
    listed = text.split("app-check__entries")[1]
    assert "Oxenhope" in listed and "Maggie" not in listed and "what you chose" in text
    number = number_of(cast, check, "Oxenhope")
    answer = client.post(url(check, number) + "?kind=person&state=open", {"outcome": "accept"})
    assert "kind=person&state=open" in answer["Location"]


def test_everything_on_the_register_in_one_step(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    client.force_login(cast.coordinator)
    step = reverse("anonymity:accept_register", args=[check.pk])
    assert client.get(step).status_code == 405
    assert "on the register will be replaced" in client.post(step, follow=True).content.decode()
    assert "Let all that is on the register" not in page(client, url(check))
    client.force_login(cast.panel_member)
    assert client.post(step).status_code == 404


def test_the_last_decision_says_that_it_is_the_last(cast: Cast, client: Client) -> None:
    _, check = looked(cast, "Nobody is named.")
    client.force_login(cast.coordinator)
    with acting_as(cast.coordinator.pk):
        numbers = [line.number for line in board(check).order]
    said: Any = None
    for number in numbers:
        said = client.post(url(check, number), {"outcome": "keep", "reason": "Looked at."}, follow=True)
    assert said is None or "Everything that the machine found is decided." in said.content.decode()


def test_a_register_that_has_changed_is_said(cast: Cast, client: Client) -> None:
    review, check = looked(cast)
    client.force_login(cast.coordinator)
    assert "The register has changed" not in page(client, url(check))
    do(people.add_entry, review=review, kind="place", real="Tannery Row", by=cast.coordinator)
    assert "The register has changed" in page(client, url(check))


def test_a_long_file_stays_quick(cast: Cast, client: Client, django_assert_max_num_queries: Any) -> None:
    _, check = looked(
        cast, *[f"Maggie said this {n} times, and the words went on for a while." * 2 for n in range(150)]
    )
    client.force_login(cast.coordinator)
    client.post(reverse("anonymity:accept_register", args=[check.pk]))
    with django_assert_max_num_queries(45):
        text = page(client, url(check))
    assert (last := re.search(r"Sheet 1 of (\d)", text))
    number = number_of(cast, check, "Maggie") + 299
    with django_assert_max_num_queries(45):
        text = page(client, url(check, number))
    assert f"of {last[1]}" in text and "What becomes of it?" in text
    other = client.get(url(check, number) + "?page=2", follow=True).content.decode()
    assert "Sheet 2 of" in other and "What becomes of it?" not in other


def test_a_look_meanwhile_takes_nothing_from_who_is_deciding(cast: Cast, client: Client) -> None:
    """A change of the register has the machine look again while somebody goes through its findings."""
    review, check = looked(cast)
    number = number_of(cast, check, "Oxenhope")
    do(people.add_entry, review=review, kind="identifier", real="at work", by=cast.coordinator)
    newer = looked_at(cast, drafted_as(cast, review, Draft.Kind.OVERVIEW))
    there = number_of(cast, newer, "Oxenhope")
    client.force_login(cast.coordinator)
    assert client.get(url(check))["Location"] == url(newer)
    assert client.get(url(check, number))["Location"] == f"{url(newer, there)}#f-{there}"
    assert client.post(url(check, number), {"outcome": "keep", "reason": "She agreed."}).status_code == 302
    with acting_as(cast.coordinator.pk):
        assert Settlement.objects.get().machine_check == newer
    gone = client.get(url(check, 9999), follow=True).content.decode()
    assert "not there any more" in gone


def test_a_pdfs_page_is_shown_as_it_looks_with_its_findings_boxed(cast: Cast, client: Client) -> None:
    review = drafting(cast)
    data = pdf(line("Maggie rang at noon."), line("Nobody did."))
    with acting_as(cast.coordinator.pk):
        core = reviews.compartment_of(review, Kind.CORE)
    file = do(documents.store, data=data, name="a.pdf", purpose="report.overview", compartment=core,
              by=cast.coordinator)  # fmt: skip
    check = do(actions.run_machine_check, document=file, round="submission", by=cast.coordinator)
    shown, drawn = (reverse(f"anonymity:{name}", args=[check.pk, 1]) for name in ("page", "picture"))
    for address in (shown, drawn):
        client.logout()
        assert client.get(address).status_code == 302
        for person in (cast.panel_member, cast.stranger):
            client.force_login(person)
            assert client.get(address).status_code == 404
    client.force_login(cast.coordinator)
    assert "Page 1 as it looks" in page(client, url(check))
    text = page(client, shown)
    assert text.count("<rect") == 1 and drawn in text and "Maggie" in text.split("Findings on this page")[-1]
    assert "Page 2" in text and "Maggie" not in text.split("</title>")[0]
    answer = client.get(drawn)
    assert answer.content.startswith(b"\x89PNG") and answer["Cache-Control"] == "no-store, private"
    for odd in (0, 9):
        assert client.get(reverse("anonymity:page", args=[check.pk, odd])).status_code == 404
        assert client.get(reverse("anonymity:picture", args=[check.pk, odd])).status_code == 404


def test_what_is_no_pdf_has_no_picture(cast: Cast, client: Client) -> None:
    _, check = looked(cast)
    client.force_login(cast.coordinator)
    assert "as it looks" not in page(client, url(check))
    assert client.get(reverse("anonymity:page", args=[check.pk, 1])).status_code == 404
