"""The pages about agencies, each asked four ways: signed out, a stranger, somebody allowed, wrong input."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.cli.demo.story.agencies import (
    answered,
    as_agency,
    asked,
    imr_file,
    nil,
    questioned,
    released,
    request_to,
    submitted,
)
from illuminate.cli.demo.story.panel import gathering
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.agencies import actions
from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest, NilReturn
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db

SENT_WITH_IT = {
    "author_name": "Constance Abell", "author_role": "Head of Governance", "independence": "No part in the case.",
    "methods": "Files and interviews.", "signed_off_by": "Edmund Farrant", "signed_off_role": "Chief Executive",
    **posted_date("signed_off_on", date(2022, 7, 21)),
}  # fmt: skip


def text(response: object) -> str:
    return response.content.decode()


def statuses(client: Client, user: User | None, addresses: list[str]) -> list[int]:
    client.logout()
    if user:
        client.force_login(user)
    return [client.get(address).status_code for address in addresses]


def test_every_page_four_ways(client: Client, cast: Cast) -> None:
    review = asked(cast)
    challenge = answered(cast, submitted(cast, review))
    pk = challenge.request_id
    overview = [reverse("agencies:requests", args=[review.slug])]
    asking = [reverse("agencies:choose", args=[review.slug]),
              reverse("agencies:ask", args=[review.slug, cast.police.pk]),
              reverse("agencies:change_author", args=[pk])]  # fmt: skip
    page = [reverse("agencies:request", args=[pk])]
    sending = [reverse("agencies:imr", args=[pk]), reverse("agencies:nil", args=[pk])]
    answering = [reverse("agencies:answer", args=[pk, challenge.pk])]
    chair = [reverse("agencies:challenge", args=[pk, 1]), reverse("agencies:release", args=[pk, 1])]
    every = [*overview, *asking, *page, *sending, *answering, *chair]
    assert statuses(client, None, every) == [302] * len(every)
    for outsider in (cast.stranger, cast.hospital_author, cast.officer, cast.home_office_reader):
        assert statuses(client, outsider, every) == [404] * len(every)
    assert statuses(client, cast.housing_author, every) == [404, 404, 404, 403, 200, 200, 200, 200, 403, 403]
    assert statuses(client, cast.independent_chair, every) == [200] * 5 + [403, 403, 403, 200, 200]
    assert statuses(client, cast.coordinator, every) == [200] * 5 + [200, 200, 403, 403, 403]
    assert statuses(client, cast.panel_member, every) == [200, 403, 403, *[404] * 7]


def test_an_agency_finds_its_way_without_the_review(client: Client, cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.housing)
    client.force_login(cast.housing_author)
    page = text(client.get(reverse("agencies:request", args=[request.pk])))
    for words in ("What is asked of you", "Send the chronology", "Send the Individual Management Review",
                  "answer “no contact”", "protective measures come to an end", "overdue, Tuesday 29"):  # fmt: skip
        assert words in page
    assert review.slug not in page
    for other in ("Northbridge and Vale", "Fire and Rescue", "Holloway", "Send a reminder"):
        assert other not in page
    with acting_as(cast.housing_author.pk):
        event = AuditEvent.objects.filter(kind="agencies.page_read").latest("sequence")
        assert (event.actor_id, event.subject_id) == (cast.housing_author.pk, str(request.pk))


def test_the_overview_shows_the_panel_only_what_is_released(client: Client, cast: Cast) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    address = reverse("agencies:requests", args=[review.slug])
    client.force_login(cast.panel_member)
    assert "Nothing has been released yet" in text(client.get(address))
    assert "Tidewell" not in text(client.get(address))
    released(cast, imr)
    page = text(client.get(address))
    assert "Tidewell Homes" in page
    assert "Vale Hospitals" not in page
    assert client.get(reverse("documents:download", args=[imr.document_id])).status_code == 200
    client.force_login(cast.hospital_author)
    assert client.get(reverse("documents:download", args=[imr.document_id])).status_code == 404


def test_the_chair_asks_an_agency_by_the_pages(client: Client, cast: Cast) -> None:
    review = gathering(cast)
    client.force_login(cast.independent_chair)
    choose = reverse("agencies:choose", args=[review.slug])
    assert "Choose the agency to ask" in text(client.post(choose, {"organisation": ""}))
    assert "at scoping: knew nobody" in text(client.get(choose))
    page = client.post(choose, {"organisation": str(cast.fire.pk)}, follow=True)
    initial = page.context["form"].initial
    assert (initial["who"], initial["name"], initial["email"]) == (
        "new",
        "Station office",
        "office@nfrs.example.org",
    )
    assert len(initial["questions"].splitlines()) == 7
    ask = reverse("agencies:ask", args=[review.slug, cast.fire.pk])
    wrong = client.post(ask, {"who": "new", "name": "R. Tamblyn", "email": "not an address"})
    for words in ("Choose what to ask for", "in the correct format"):
        assert words in text(wrong)
    sent = {"who": "new", "name": "R. Tamblyn", "email": "r@nfrs.example.org", "wanted": ["chronology"],
            "questions": "", **posted_date("due_on", initial["due_on"])}  # fmt: skip
    done = client.post(ask, sent, follow=True)
    assert "has been asked. The letter is ready to be signed" in text(done)
    again = client.post(ask, sent)
    assert "was asked on" in text(again)
    with acting_as(cast.coordinator.pk):
        assert InformationRequest.objects.get().author.email == "r@nfrs.example.org"


def test_no_contact_by_the_page(client: Client, cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.housing)
    client.force_login(cast.housing_author)
    address = reverse("agencies:nil", args=[request.pk])
    wrong = client.post(address, {"searched": ""})
    for words in ("Say what you searched", "Enter who searched", "date of the search"):
        assert words in text(wrong)
    sent = {"searched": "All systems", "searched_by": "C. Abell", **posted_date("searched_on", localdate()),
            **posted_date("period_from", date(2014, 1, 1)), **posted_date("period_to", date(2012, 1, 1))}  # fmt: skip
    assert "ends before it begins" in text(client.post(address, sent))
    done = client.post(address, {**sent, **posted_date("period_to", date(2021, 10, 9))}, follow=True)
    assert "Your answer is on record" in text(done)
    assert "Searched for 1 January 2014 to 9 October 2021 by C. Abell" in text(done)
    assert "already answered" in text(
        client.post(address, {**sent, **posted_date("period_to", date(2021, 10, 9))})
    )
    with acting_as(cast.housing_author.pk):
        assert NilReturn.objects.count() == 1


def test_sending_the_review_by_the_page(client: Client, cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.housing)
    client.force_login(cast.housing_author)
    address = reverse("agencies:imr", args=[request.pk])
    assert "Choose the file" in text(client.post(address, SENT_WITH_IT))
    for name, data, words in (
        ("imr.docx", b"", "empty"),
        ("imr.docx", b"PK\x03\x04 truncated", "There is a problem"),
        ("imr.exe", b"MZ\x90\x00", "There is a problem"),
    ):
        wrong = client.post(address, {**SENT_WITH_IT, "upload": SimpleUploadedFile(name, data)})
        assert words in text(wrong)
        assert "Constance Abell" in text(wrong)
    file = imr_file().data
    token = str(client.get(address).context["form"]["submission_token"].value())
    for _ in range(2):
        sent = {**SENT_WITH_IT, "submission_token": token, "upload": SimpleUploadedFile("imr.docx", file)}
        assert "Version 1 has been sent" in text(client.post(address, sent, follow=True)) or _ == 1
    same = client.post(address, {**SENT_WITH_IT, "upload": SimpleUploadedFile("imr.docx", file)})
    assert "same file as version 1" in text(same)
    with acting_as(cast.housing_author.pk):
        assert Imr.objects.count() == 1


def test_question_answer_acceptance_and_release_by_the_pages(client: Client, cast: Cast) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    page = reverse("agencies:request", args=[imr.request_id])
    client.force_login(cast.independent_chair)
    question = reverse("agencies:challenge", args=[imr.request_id, 1])
    assert "Quote the passage" in text(client.post(question, {"question": "Who decided?"}))
    client.post(question, {"passage": "8.9", "question": "Who decided?"})
    with acting_as(cast.independent_chair.pk):
        challenge = Challenge.objects.get()
    accept = reverse("agencies:accept", args=[imr.request_id, challenge.pk])
    assert client.post(accept).status_code == 409
    assert client.get(accept).status_code == 405
    assert "1 question is not settled yet" in text(
        client.get(reverse("agencies:release", args=[imr.request_id, 1]))
    )
    client.force_login(cast.housing_author)
    assert "Answer this question" in text(client.get(page))
    answer = reverse("agencies:answer", args=[imr.request_id, challenge.pk])
    assert "Enter your answer" in text(client.post(answer, {"text": ""}))
    assert "Your answer is on record" in text(client.post(answer, {"text": "The planner."}, follow=True))
    assert client.post(accept).status_code == 403
    client.force_login(cast.independent_chair)
    assert "is accepted" in text(client.post(accept, follow=True))
    release = reverse("agencies:release", args=[imr.request_id, 1])
    assert "The panel can read this review now" in text(client.post(release, follow=True))
    assert client.post(release).status_code == 409


def test_a_question_of_another_agency_does_not_exist_here(client: Client, cast: Cast) -> None:
    review = asked(cast)
    challenge = questioned(cast, submitted(cast, review))
    hospital = request_to(cast, review, cast.hospital)
    client.force_login(cast.hospital_author)
    assert client.get(reverse("agencies:answer", args=[hospital.pk, challenge.pk])).status_code == 404


def test_reminding_by_the_page(client: Client, cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    request = request_to(cast, review, cast.housing)
    chase = reverse("agencies:chase", args=[request.pk])
    client.force_login(cast.coordinator)
    assert client.get(chase).status_code == 405
    assert "has been reminded by e-mail" in text(client.post(chase, follow=True))
    assert client.post(chase).status_code == 409
    assert (
        client.post(reverse("agencies:chase", args=[request_to(cast, review, cast.fire).pk])).status_code
        == 409
    )
    client.force_login(cast.housing_author)
    assert client.post(chase).status_code == 403


def test_an_agencys_page_asks_as_much_for_one_question_as_for_many(client: Client, cast: Cast) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    page = reverse("agencies:request", args=[imr.request_id])
    client.force_login(cast.independent_chair)

    def question(number: int) -> None:
        raised = do(
            actions.challenge, imr=imr, passage=f"8.{number}", question="Why?", by=cast.independent_chair
        )
        do(actions.answer_challenge, challenge=as_agency(raised, cast.housing_author), text="Because.",
           by=cast.housing_author)  # fmt: skip

    question(1)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    question(2)
    question(3)
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)
