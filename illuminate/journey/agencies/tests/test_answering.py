"""What an agency answers: no contact, its review, and the chair's questions about it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.agencies import (
    ANSWER,
    HOUSING_IMR,
    PASSAGE,
    QUESTION,
    answered,
    as_agency,
    asked,
    fire_author,
    imr_file,
    imr_seen,
    nil,
    questioned,
    released,
    request_to,
    submitted,
)
from illuminate.foundation.access.models import Compartment
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.agencies import actions, queries
from illuminate.journey.agencies.models import Challenge, ChallengeAnswer, Imr, InformationRequest, NilReturn
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db

MODELS = (InformationRequest, NilReturn, Imr, Challenge, ChallengeAnswer)


def test_no_contact_is_an_answer_with_its_search(cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    with acting_as(cast.independent_chair.pk):
        found = NilReturn.objects.get()
        assert "home fire safety visits" in found.searched
        assert found.answered_by == fire_author(cast)
        assert Message.objects.filter(
            to_user=cast.independent_chair, subject__startswith="An agency has"
        ).exists()
        raw = NilReturn.objects.values_list("searched_by", flat=True).get()
        assert b"Tamblyn" not in bytes(raw)
    with pytest.raises(Refused, match="already answered"):
        nil(cast, review)


def test_no_contact_that_can_not_be_is_refused(cast: Cast) -> None:
    review = asked(cast)
    facts = {"searched": "Everything", "searched_by": "R. Tamblyn", "searched_on": date(2022, 2, 9),
             "period_from": date(2014, 1, 1), "period_to": date(2021, 10, 9)}  # fmt: skip
    request = request_to(cast, review, cast.housing, by=cast.housing_author)
    for changed, words in (
        ({"period_to": date(2013, 1, 1)}, "ends before it begins"),
        ({"searched_on": localdate() + timedelta(days=1)}, "in the future"),
    ):
        with pytest.raises(Refused, match=words):
            do(actions.answer_nil, request=request, by=cast.housing_author, **{**facts, **changed})
    submitted(cast, review)
    with pytest.raises(Refused, match="already sent its account"):
        do(actions.answer_nil, request=request, by=cast.housing_author, **facts)
    with pytest.raises(PermissionDenied):
        do(
            actions.answer_nil,
            request=request_to(cast, review, cast.hospital),
            by=cast.housing_author,
            **facts,
        )


def test_the_coordinator_records_what_came_by_post(cast: Cast) -> None:
    review = asked(cast)
    imr = do(actions.submit_imr, request=request_to(cast, review, cast.hospital, by=cast.coordinator),
             upload=imr_file(), details=HOUSING_IMR, by=cast.coordinator)  # fmt: skip
    assert imr.submitted_by == cast.coordinator


def test_a_review_found_after_no_contact_can_still_be_sent(cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    author = fire_author(cast)
    imr = do(actions.submit_imr, request=request_to(cast, review, cast.fire, by=author), upload=imr_file(),
             details=HOUSING_IMR, by=author)  # fmt: skip
    assert imr.version == 1


def test_a_new_version_keeps_the_old_one(cast: Cast) -> None:
    review = asked(cast)
    first = submitted(cast, review)
    second = submitted(cast, review, words="8.9 It was raised as a routine repair, by mistake.")
    assert (first.version, second.version) == (1, 2)
    assert first.document.digest != second.document.digest
    with acting_as(cast.housing_author.pk):
        assert [imr.version for imr in queries.request_or_404(first.request_id, cast.housing_author).imrs.all()] == [
            2, 1,
        ]  # fmt: skip
    with acting_as(cast.coordinator.pk):
        raw = Imr.objects.values_list("author_name", "signed_off_by").first()
        assert b"Abell" not in bytes(raw[0])
        assert b"Farrant" not in bytes(raw[1])


def test_reviews_that_can_not_be_sent_are_refused(cast: Cast) -> None:
    review = asked(cast)
    first = submitted(cast, review)
    request = request_to(cast, review, cast.housing, by=cast.housing_author)
    with acting_as(cast.housing_author.pk):
        same = Upload("again.docx", documents_contents(first))
    tomorrow = replace(HOUSING_IMR, signed_off_on=localdate() + timedelta(days=1))
    for upload, details, words in (
        (same, HOUSING_IMR, "same file as version 1, sent on 22 July 2022"),
        (imr_file("New words"), tomorrow, "sign-off is in the future"),
        (Upload("imr.docx", b""), HOUSING_IMR, "is empty"),
        (Upload("imr.docx", b"%PDF-1.7 not really"), HOUSING_IMR, "damaged or incomplete"),
        (Upload("imr.docm", imr_file("Other").data), HOUSING_IMR, "save it as .docx"),
        (Upload("imr.csv", b"a,b"), HOUSING_IMR, "another kind"),
    ):
        with pytest.raises(Refused, match=words):
            do(actions.submit_imr, request=request, upload=upload, details=details, by=cast.housing_author)
    with acting_as(cast.housing_author.pk):
        assert Imr.objects.count() == 1
        assert Document.objects.filter(purpose="agencies.imr").count() == 1


def documents_contents(imr: Imr) -> bytes:
    from illuminate.foundation.documents import actions as documents

    return documents.contents(imr.document)


def test_a_passage_is_questioned_answered_and_accepted_on_record(cast: Cast) -> None:
    review = asked(cast)
    challenge = answered(cast, submitted(cast, review))
    with acting_as(cast.housing_author.pk):
        seen = Challenge.objects.get()
        assert (seen.passage, seen.question) == (PASSAGE, QUESTION)
        assert Message.objects.filter(
            to_user=cast.housing_author, subject__contains="has a question"
        ).exists()
    do(actions.accept_answer, challenge=challenge, by=cast.independent_chair)
    with pytest.raises(Refused, match="already been accepted"):
        do(actions.accept_answer, challenge=challenge, by=cast.independent_chair)
    with pytest.raises(Refused, match="already accepted the answer"):
        do(actions.answer_challenge, challenge=as_agency(challenge, cast.housing_author), text="More",
           by=cast.housing_author)  # fmt: skip
    with acting_as(cast.coordinator.pk):
        kinds = set(AuditEvent.objects.filter(kind__startswith="agencies.").values_list("kind", flat=True))
    assert kinds >= {"agencies.challenged", "agencies.challenge_answered", "agencies.answer_accepted"}


def test_questions_and_answers_that_can_not_be_are_refused(cast: Cast) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    challenge = questioned(cast, imr)
    ask = {"imr": imr, "passage": PASSAGE, "question": QUESTION, "by": cast.independent_chair}
    for changed, words in (
        ({}, "already asked this"),
        ({"passage": " "}, "Quote the passage"),
        ({"question": ""}, "Enter your question"),
    ):
        with pytest.raises(Refused, match=words):
            do(actions.challenge, **{**ask, **changed})
    with pytest.raises(Refused, match="has not answered"):
        do(actions.accept_answer, challenge=challenge, by=cast.independent_chair)
    for person in (cast.coordinator, cast.housing_author):
        with pytest.raises(PermissionDenied):
            do(actions.challenge, **{**ask, "question": "Another?", "by": person})
    own = as_agency(challenge, cast.housing_author)
    with pytest.raises(Refused, match="Enter your answer"):
        do(actions.answer_challenge, challenge=own, text=" ", by=cast.housing_author)
    do(actions.answer_challenge, challenge=own, text=ANSWER, by=cast.housing_author)
    with pytest.raises(Refused, match="already here"):
        do(actions.answer_challenge, challenge=own, text=ANSWER, by=cast.housing_author)
    for person in (cast.coordinator, cast.independent_chair):
        with pytest.raises(PermissionDenied):
            do(actions.answer_challenge, challenge=challenge, text="For them", by=person)
    submitted(cast, review, words="Version two.")
    with pytest.raises(Refused, match="Version 2 has come meanwhile"):
        do(actions.challenge, **{**ask, "question": "Another?"})


def test_releasing_moves_the_review_and_its_file_and_nothing_else(cast: Cast) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    answered(cast, imr)
    with acting_as(cast.panel_member.pk):
        assert not Imr.objects.exists()
        assert not Document.objects.exists()
    imr = released(cast, imr)
    assert (imr.compartment.kind, imr.document.compartment_id) == ("released", imr.compartment_id)
    with acting_as(cast.panel_member.pk):
        assert [(one.compartment.organisation, one.version) for one in queries.released(review)] == [
            (cast.housing, 1)
        ]
        assert Document.objects.get().purpose == "agencies.imr"
        for sealed in (InformationRequest, Challenge, ChallengeAnswer):
            assert not sealed.objects.exists()
        assert AuditEvent.objects.filter(kind="agencies.imr_released").exists()
    with acting_as(cast.housing_author.pk):
        assert Imr.objects.get().released_by == cast.independent_chair
        assert Challenge.objects.exists()
    with acting_as(cast.hospital_author.pk):
        assert not Imr.objects.exists()


def test_what_can_not_be_released_is_refused(cast: Cast) -> None:
    review = asked(cast)
    first = submitted(cast, review)
    for person in (cast.coordinator, cast.housing_author, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.release_imr, imr=first, by=person)
    second = submitted(cast, review, words="Version two.")
    with pytest.raises(Refused, match="Version 2 has come meanwhile"):
        do(actions.release_imr, imr=first, by=cast.independent_chair)
    released(cast, second)
    with pytest.raises(Refused, match="The panel has had this version since 1 September 2022"):
        do(actions.release_imr, imr=imr_seen(cast, second), by=cast.independent_chair)
    with acting_as(cast.panel_member.pk):
        assert [one.version for one in Imr.objects.all()] == [2]


def test_without_any_filter_in_python_another_agencys_rows_do_not_come_back(cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    answered(cast, submitted(cast, review))
    for outsider in (
        cast.hospital_author,
        cast.officer,
        cast.stranger,
        cast.panel_member,
        cast.partnership_chair,
    ):
        with acting_as(outsider.pk):
            for model in MODELS:
                rows = model.objects.filter(compartment__organisation__in=[cast.housing, cast.fire])
                assert not rows.exists(), f"{model.__name__} to {outsider.pk}"
            assert not Compartment.objects.filter(kind="agency", organisation=cast.housing).exists()
            assert not Message.objects.filter(to_user=cast.housing_author).exists()
    with acting_as(None):
        for model in MODELS:
            assert not model.objects.exists()


def test_an_agency_can_not_write_into_another_ones_part(cast: Cast) -> None:
    from django.db import ProgrammingError, transaction

    review = asked(cast)
    housing = request_to(cast, review, cast.housing)
    with acting_as(cast.hospital_author.pk), pytest.raises(ProgrammingError), transaction.atomic():
        NilReturn.objects.create(
            review_id=review.pk, compartment_id=housing.compartment_id, request_id=housing.pk,
            searched_on=date(2022, 2, 9), period_from=date(2014, 1, 1), period_to=date(2021, 1, 1),
            answered_on=date(2022, 2, 9), answered_by=cast.hospital_author,
        )  # fmt: skip
