"""Each page asked by everybody: signed out, a stranger, those allowed, and with wrong input."""

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.anonymity import asked_to_check, draft_file, drafted_as, judged, looked_at
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.journey.anonymity import working
from illuminate.journey.anonymity.models import Check, MachineCheck
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.models import Review
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def ready(cast: Cast) -> tuple[Review, Draft, MachineCheck, Check]:
    """A draft with a slip, looked at by the machine, with a panel member asked."""
    review = drafting(cast)
    upload(
        cast, review, Draft.Kind.OVERVIEW, draft_file("Maggie moved in 2014.", "Mrs Holloway was at work.")
    )
    draft = drafted_as(cast, review, Draft.Kind.OVERVIEW)
    return review, draft, looked_at(cast, draft), asked_to_check(cast, draft, cast.panel_member)


def pages(review: Review, draft: Draft, machine: MachineCheck, check: Check) -> dict[str, str]:
    file = [review.slug, "submission", draft.document_id]
    return {
        "checks": reverse("anonymity:checks", args=[review.slug]),
        "document": reverse("anonymity:document", args=file),
        "ask": reverse("anonymity:ask", args=file),
        "findings": reverse("anonymity:findings", args=[machine.pk]),
        "finding": reverse("anonymity:finding", args=[machine.pk, 1]),
        "check": reverse("anonymity:check", args=[check.pk]),
    }


def test_every_page_is_asked_four_times(cast: Cast, client: Client) -> None:
    found = pages(*ready(cast))
    for url in found.values():
        assert client.get(url).status_code == 302 and "next=" in client.get(url)["Location"]
    core = dict.fromkeys(found, 200) | {"check": 404}
    allowed = {
        cast.coordinator: core,
        cast.independent_chair: core,
        cast.partnership_chair: dict.fromkeys(found, 403) | {"checks": 200, "check": 404},
        cast.panel_member: {
            "checks": 200,
            "document": 403,
            "ask": 403,
            "findings": 404,
            "finding": 404,
            "check": 200,
        },
        cast.second_panel_member: {
            "checks": 200,
            "document": 403,
            "ask": 403,
            "findings": 404,
            "finding": 404,
            "check": 404,
        },
        cast.hospital_author: dict.fromkeys(found, 404),
        cast.stranger: dict.fromkeys(found, 404),
    }
    for person, expected in allowed.items():
        client.force_login(person)
        assert {name: client.get(url).status_code for name, url in found.items()} == expected, person.name


def test_a_checker_reads_counts_answers_once_and_sees_no_names(cast: Cast, client: Client) -> None:
    review, draft, machine, check = ready(cast)
    url = pages(review, draft, machine, check)["check"]
    client.force_login(cast.panel_member)
    text = client.get(url).content.decode()
    assert draft.digest in text and "the machine had found" in text and "“Maggie”" not in text
    for said, words in (
        ({}, "Choose your verdict"), ({"verdict": "clean"}, "Confirm that you have read the whole file"),
        ({"verdict": "not_clean", "read": "on"}, "Say where it is"), ({"verdict": "maybe"}, "There is a problem"),
        ({"verdict": "not_clean", "read": "on", "note": "x" * 5000}, "There is a problem"),
    ):  # fmt: skip
        answer = client.post(url, said)
        assert answer.status_code == 200 and words in answer.content.decode(), said
    assert client.post(url, {"verdict": "not_clean", "read": "on", "note": "Page 1"}).status_code == 302
    again = client.post(url, {"verdict": "clean", "read": "on"})
    assert again.status_code == 200 and "given already" in again.content.decode()
    assert "something identifies somebody" in client.get(url).content.decode()


def test_people_are_asked_from_a_list_of_those_who_can_be(cast: Cast, client: Client) -> None:
    told = ready(cast)
    url = pages(*told)["ask"]
    client.force_login(cast.coordinator)
    text = client.get(url).content.decode()
    assert str(cast.second_panel_member.name) in text and str(cast.independent_chair.name) not in text
    for person in (cast.independent_chair, cast.panel_member, cast.stranger):
        assert "There is a problem" in client.post(url, {"checker": str(person.pk)}).content.decode()
    assert client.post(url, {"checker": str(cast.second_panel_member.pk)}).status_code == 302
    shown = client.get(pages(*told)["document"]).content.decode()
    assert f"Asked: {cast.panel_member.name} and {cast.second_panel_member.name}" in shown


def test_the_machine_runs_from_the_page_by_post_only(cast: Cast, client: Client) -> None:
    review, draft, *_ = ready(cast)
    url = reverse("anonymity:run", args=[review.slug, "submission", draft.document_id])
    client.force_login(cast.coordinator)
    assert client.get(url).status_code == 405
    assert "begins as soon as it is free" in client.post(url, follow=True).content.decode()
    assert working.run_all(eyes=cast.coordinator.pk) == 1
    text = client.get(pages(review, draft, *_)["document"]).content.decode()
    assert "begins as soon" not in text and "still to be looked at" in text
    client.force_login(cast.panel_member)
    assert client.post(url).status_code == 403
    client.force_login(cast.stranger)
    assert client.post(url).status_code == 404


def test_odd_addresses_do_not_exist(cast: Cast, client: Client) -> None:
    review, draft, *_ = ready(cast)
    client.force_login(cast.coordinator)
    assert client.get(f"/reviews/{review.slug}/anonymity/third/{draft.document_id}/").status_code == 404
    assert client.get(f"/reviews/{review.slug}/anonymity/final/{review.pk}/").status_code == 404


def test_verdicts_are_shown_when_they_are_all_given(cast: Cast, client: Client) -> None:
    told = ready(cast)
    client.force_login(cast.coordinator)
    url = pages(*told)["document"]
    assert "The verdict is shown when it is given" in client.get(url).content.decode()
    judged(told[3], cast.panel_member, "not_clean", "Her nickname, page 1")
    text = client.get(url).content.decode()
    assert "Something identifies somebody" in text and "Her nickname, page 1" in text
