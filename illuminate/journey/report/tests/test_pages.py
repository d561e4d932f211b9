"""The report's pages, each asked four times: signed out, by a stranger, by somebody allowed, with wrong input."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from illuminate.cli.demo.story import report as story
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.report import actions, queries
from illuminate.journey.report.models import Draft, Lesson
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def url(name: str, review: Review, *rest: Any) -> str:
    return reverse(f"report:{name}", args=[review.slug, *rest])


def pages(cast: Cast, review: Review) -> list[str]:
    lesson, one = story.lessons(cast, review)[0], story.recommendations(cast, review)[0]
    action, draft = story.actions_of(cast, review)[0], story.latest(cast, review)
    return [
        url("report", review), url("upload", review, "overview"), url("draft", review, draft.pk),
        url("lesson_new", review), url("lesson", review, lesson.pk), url("lesson_out", review, lesson.pk),
        url("recommendation_new", review), url("recommendation", review, one.pk),
        url("recommendation_out", review, one.pk), url("action_new", review, one.pk),
        url("action", review, action.pk), url("action_out", review, action.pk),
    ]  # fmt: skip


def test_signed_out_a_stranger_and_the_chair(client: Client, cast: Cast) -> None:
    review = story.drafted(cast)
    everything = pages(cast, review)
    for page in everything:
        assert client.get(page).status_code == 302 and "sign-in" in client.get(page)["Location"]
    client.force_login(cast.stranger)
    assert {client.get(page).status_code for page in everything} == {404}
    client.force_login(cast.housing_author)
    assert {client.get(page).status_code for page in everything} == {404}
    client.force_login(cast.independent_chair)
    for page in everything:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert b"Margaret" not in answer.content.split(b"</title>")[0]


def test_the_panel_reads_the_report_and_its_drafts_and_is_not_shown_the_forms(
    client: Client, cast: Cast
) -> None:
    review = story.drafted(cast)
    client.force_login(cast.panel_member)
    page = client.get(url("report", review)).content.decode()
    assert "Tidewell Homes should stop recharging" in page and "Add a lesson" not in page
    assert client.get(url("draft", review, story.latest(cast, review).pk)).status_code == 200
    assert client.get(url("lesson_new", review)).status_code == 403


def test_reading_a_draft_is_recorded_and_so_is_its_download(client: Client, cast: Cast) -> None:
    review = story.drafted(cast)
    draft = story.latest(cast, review)
    client.force_login(cast.panel_member)
    page = client.get(url("draft", review, draft.pk)).content.decode()
    assert draft.digest in page and "A tribute from the family" in page
    assert client.get(reverse("documents:download", args=[draft.document_id])).status_code == 200
    with acting_as(cast.coordinator.pk):
        mine = AuditEvent.objects.filter(actor_id=cast.panel_member.pk)
        assert mine.filter(kind="reviews.page_read", detail__page=f"report.draft:{draft.pk}").count() == 1
        assert mine.filter(subject_id=str(draft.document_id), kind__contains="download").exists()


def test_beginning_to_draft_says_first_what_is_missing(client: Client, cast: Cast) -> None:
    review = story.named(cast)
    client.force_login(cast.independent_chair)
    page = client.get(url("begin", review)).content.decode()
    assert "Record at least one lesson" in page and "<button" in page
    assert client.post(url("begin", review)).status_code == 409
    client.post(url("lesson_new", review), {"title": "A lesson", "text": "What was learned."})
    assert client.post(url("begin", review)).status_code == 302


def test_an_upload_that_is_wrong_is_said_in_words(client: Client, cast: Cast) -> None:
    review = story.drafting(cast)
    client.force_login(cast.independent_chair)
    address = url("upload", review, "overview")
    for file, why in (
        (None, "Choose the Word file"),
        (SimpleUploadedFile("overview.docx", b""), "empty"),
        (SimpleUploadedFile("overview.docx", b"MZ not a word file"), "Word"),
        (SimpleUploadedFile("overview.exe", b"MZ"), "kind of file|Word"),
    ):
        answer = client.post(address, {"upload": file} if file else {})
        assert answer.status_code == 200
        text = answer.content.decode()
        assert "There is a problem" in text and any(one in text for one in why.split("|"))
    answer = client.post(address, {"upload": SimpleUploadedFile("o.docx", story.file().data)})
    assert answer.status_code == 302
    again = client.post(address, {"upload": SimpleUploadedFile("o.docx", story.file().data)}).content.decode()
    assert "same as version 1" in again
    assert client.get(url("upload", review, "poem")).status_code == 404


def test_a_recommendation_from_the_form_to_the_plan(client: Client, cast: Cast) -> None:
    review = story.drafting(cast)
    client.force_login(cast.independent_chair)
    lesson = story.lessons(cast, review)[0]
    answer = client.post(url("recommendation_new", review), {"text": "", "scope": ""})
    text = answer.content.decode()
    assert "Enter the recommendation" in text and "local, regional or national" in text
    both = {"text": "Do.", "scope": "local", "lead_organisation": cast.housing.pk, "lead_name": "Home Office"}
    assert "not both" in client.post(url("recommendation_new", review), both).content.decode()
    answer = client.post(
        url("recommendation_new", review),
        {"text": "Stop recharging.", "scope": "local", "lessons": [lesson.pk], "lead_organisation": cast.housing.pk,
         "expected_change": "No recharge.", **posted_date("target_date", story.RECHARGES["target_date"])},
    )  # fmt: skip
    one = story.recommendations(cast, review)[0]
    assert answer["Location"] == url("action_new", review, one.pk)
    assert one.lead == "Tidewell Homes" and [found.pk for found in one.lessons.all()] == [lesson.pk]
    client.post(answer["Location"], {"text": "Withdraw the policy", "owner": "Head of Housing"})
    action = story.actions_of(cast, review)[0]
    changed = {"seen": 1, "text": "Withdraw the policy", "owner": "Head of Housing",
               **posted_date("target_date", story.RECHARGES["target_date"])}  # fmt: skip
    assert client.post(url("action", review, action.pk), changed).status_code == 302
    stale = client.post(url("action", review, action.pk), changed).content.decode()
    assert "Somebody else has changed this" in stale
    assert client.post(url("action_out", review, action.pk), {"seen": 1}).status_code == 409
    assert client.post(url("action_out", review, action.pk), {"seen": 2}).status_code == 302
    assert not story.actions_of(cast, review)


def test_only_organisations_of_this_review_can_be_chosen(cast: Cast) -> None:
    review = story.drafting(cast)
    elsewhere = cast.organisation("Southmere Homes", "agency")
    with acting_as(cast.independent_chair.pk):
        offered = set(queries.leads(review))
    assert {cast.partnership, cast.housing, cast.hospital} <= offered and elsewhere not in offered


def test_the_same_page_sent_twice_is_one_lesson(client: Client, cast: Cast) -> None:
    review = story.learned(cast)
    client.force_login(cast.independent_chair)
    sent = {"title": "T", "text": "Words.", "submission_token": "6f1c1d64-8f0a-4d5c-9b3e-0d8f4c1b2a3d"}
    first, second = (client.post(url("lesson_new", review), sent) for _ in range(2))
    assert first["Location"] == second["Location"]
    with acting_as(cast.independent_chair.pk):
        assert Lesson.objects.filter(title="T").count() == 1


def test_somebody_elses_row_under_this_reviews_address_is_not_found(client: Client, cast: Cast) -> None:
    review, other = story.drafted(cast), story.learned(cast)
    client.force_login(cast.independent_chair)
    lesson, draft = story.lessons(cast, review)[0], story.latest(cast, review)
    assert client.get(url("lesson", other, lesson.pk)).status_code == 404
    assert client.get(url("draft", other, draft.pk)).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_report(client: Client, cast: Cast) -> None:
    review = story.drafted(cast)
    client.force_login(cast.independent_chair)

    def asked() -> int:
        client.get(url("report", review))
        with CaptureQueriesContext(
            connection,
        ) as few:
            client.get(url("report", review))
        return len(few)

    before = asked()
    for number in range(5):
        one = do(actions.record_recommendation, review=review, lead_organisation=cast.housing, **story.RECHARGES,
                 lessons=story.lessons(cast, review), by=cast.independent_chair)  # fmt: skip
        do(actions.plan_action, recommendation=one, text=str(number), owner="Manager", organisation=cast.hospital,
           by=cast.independent_chair)  # fmt: skip
    assert asked() == before


def test_reads_as_the_page_shows_them(client: Client, cast: Cast) -> None:
    """A table is a table and a quotation a quotation; nothing in a file becomes markup."""
    from docx import Document

    document, kept = Document(), BytesIO()
    document.add_heading("One", 1)
    document.add_paragraph("<script>alert(1)</script>")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), "abcd", strict=True):
        cell.text = words
    document.save(kept)
    review = story.drafting(cast)
    draft = story.upload(cast, review, Draft.Kind.SUMMARY, story.Upload("s.docx", kept.getvalue()))
    client.force_login(cast.independent_chair)
    page = client.get(url("draft", review, draft.pk)).content.decode()
    assert "&lt;script&gt;" in page and "<script>alert" not in page
    assert '<th scope="col" class="govuk-table__header">a</th>' in page
