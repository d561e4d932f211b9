"""The chair's decision: what it needs, what it tells whom, once only, without names to the outside."""

import threading
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils.timezone import localdate
from docx import Document

from illuminate.cli.demo.story.intake import (
    HAZEL,
    HAZEL_LIMBS,
    MET,
    commissioned,
    deciding,
    loaded,
    notice_of,
    notification,
    notified,
    request_to,
)  # fmt: skip
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.intake import actions, queries
from illuminate.journey.intake.legal_test import LimbInput
from illuminate.journey.intake.models import Decision, HomeOfficeNotice
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review, StageMove
from tests.cast import Cast, do

HOLD = {"outcome": "hold", "limbs": MET, "consulted": "The police.", "reasons": "The test is met."}
NO = {
    "outcome": "not_hold", "limbs": HAZEL_LIMBS, "consulted": "The coroner.", "reasons": "No concerns.",
    "alternatives": "None open to us.",
}  # fmt: skip
WHY = {"why_nobody_knew": "They spoke to few people.", "what_family_knew": "Nothing, her brother says."}


def refused(cast: Cast, review: Review, **changes: Any) -> str:
    _ = cast.home_office_reader
    with pytest.raises(Refused) as caught:
        do(actions.decide, review=review, **{**HOLD, **changes}, by=cast.partnership_chair)
    with acting_as(cast.coordinator.pk):
        assert not Decision.objects.filter(review=review).exists()
        assert Review.objects.get(pk=review.pk).stage in ("notified", "deciding")
    return str(caught.value)


@pytest.mark.django_db
def test_what_a_decision_needs(cast: Cast) -> None:
    review = deciding(cast)
    assert "Answer “Was the person who died aged 16" in refused(cast, review, limbs=MET[1:])
    assert "Answer “By a member of the same household" in refused(
        cast, review, limbs=(*MET[:3], LimbInput("household", ""), MET[4])
    )
    assert "Give the evidence" in refused(cast, review, limbs=(LimbInput("age", "yes", " "), *MET[1:]))
    assert "Say who was consulted" in refused(cast, review, consulted=" ")
    assert "Give the reasons" in refused(cast, review, reasons="")
    assert "Say which alternatives" in refused(cast, review, outcome="not_hold")
    assert "Decide: hold a review" in refused(cast, review, outcome="perhaps")
    assert "date of the decision" in refused(cast, review, happened_on=localdate() + timedelta(days=1))
    assert "date of the decision" in refused(cast, review, happened_on=date(2021, 10, 1))


@pytest.mark.django_db
def test_words_for_the_home_office_hold_no_name(cast: Cast) -> None:
    review = deciding(cast)
    for field in ("facts", "reasons", "charges"):
        said = refused(cast, review, **{field: "It is said that Craig Marsh was seen at 14 Quarry Bank."})
        assert "which is on the register" in said


@pytest.mark.django_db
def test_evidence_and_people_consulted_may_be_named(cast: Cast) -> None:
    _ = cast.home_office_reader
    review = deciding(cast)
    limbs = (LimbInput("age", "yes", "Margaret Holloway was 39."), *MET[1:])
    do(actions.decide, review=review, **{**HOLD, "limbs": limbs, "consulted": "DC Aaron Whitlock agrees."},
       by=cast.partnership_chair)  # fmt: skip
    notice = notice_of(cast, review)
    with acting_as(cast.home_office_reader.pk):
        letter = text_of(documents.contents(notice.letter))
    assert "Holloway" not in letter and "Whitlock" not in letter


def text_of(data: bytes) -> str:
    letter = Document(BytesIO(data))
    cells = (cell.text for table in letter.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in letter.paragraphs), *cells])


@pytest.mark.django_db
def test_before_any_answer_a_reason_is_needed(cast: Cast) -> None:
    _ = cast.home_office_reader
    review = notified(cast)
    assert "Scoping has not been opened" in refused(cast, review)
    do(actions.open_scoping, review=review, by=cast.coordinator)
    assert "No agency has answered yet" in refused(cast, review)
    do(
        actions.decide,
        review=review,
        **HOLD,
        why_without_scoping="The trial begins.",
        by=cast.partnership_chair,
    )
    assert review.stage == "commissioned"


@pytest.mark.django_db
def test_nobody_knew_them_asks_why_first(cast: Cast) -> None:
    _ = cast.home_office_reader
    review = loaded(cast, notification(cast, HAZEL, "Hazel"))
    do(actions.open_scoping, review=review, by=cast.coordinator)
    do(actions.ask_agency, review=review, organisation=cast.fire, contact_name="x", contact_email="x@example.org",
       by=cast.coordinator)  # fmt: skip
    do(actions.record_return, request=request_to(cast, review, cast.fire), known="no", by=cast.coordinator)
    said = refused(cast, review, **NO)
    assert "say why nobody knew them" in said and "what family and friends knew" in said
    do(actions.decide, review=review, **NO, **WHY, by=cast.partnership_chair)
    notice = notice_of(cast, review)
    with acting_as(cast.home_office_reader.pk):
        assert notice.why_nobody_knew and WHY["what_family_knew"] in text_of(
            documents.contents(notice.letter)
        )


@pytest.mark.django_db
def test_only_the_chair_decides(cast: Cast) -> None:
    review = deciding(cast)
    for person in (cast.coordinator, cast.officer, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.decide, review=review, **HOLD, by=person)


@pytest.mark.django_db
def test_the_home_office_has_to_be_there(cast: Cast) -> None:
    review = deciding(cast)
    Organisation.objects.filter(type="home_office").delete()
    with pytest.raises(Refused, match="not set up here"):
        do(actions.decide, review=review, **HOLD, by=cast.partnership_chair)


@pytest.mark.django_db
def test_a_decision_is_made_once(cast: Cast) -> None:
    review = commissioned(cast)
    with pytest.raises(Refused, match="made already"):
        do(actions.decide, review=review, **NO, by=cast.partnership_chair)
    with acting_as(cast.coordinator.pk), pytest.raises(Exception, match="permission denied"):
        Decision.objects.update(outcome="not_hold")


@pytest.mark.django_db
def test_whom_a_decision_is_told(cast: Cast) -> None:
    review = commissioned(cast)
    with acting_as(cast.coordinator.pk):
        waiting = list(mailroom.waiting())
        told = {one.to_user for one in waiting if "decision" in one.subject.lower() and one.to_user}
        assert told == {cast.coordinator, cast.home_office_reader}
        for mail in waiting:
            assert "Holloway" not in mail.body and "Margaret" not in mail.subject + mail.body
        assert queries.decision_of(review).test_reads == "yes"
        event = AuditEvent.objects.get(kind="intake.decided")
        assert event.happened_on == date(2021, 11, 2) and event.detail == {"outcome": "hold"}


@pytest.mark.django_db
def test_the_letter_says_what_it_must(cast: Cast) -> None:
    review = commissioned(cast)
    notice = notice_of(cast, review)
    with acting_as(cast.coordinator.pk):
        letter = text_of(documents.contents(notice.letter))
    said = (
        "Safer Northbridge Partnership", "Marian Lofthouse", "12 October 2021", "9 October 2021", "a woman aged 39",
        "Murder, 11 October 2021", "9 November 2021", "A review will be held", "2 November 2021", "Not yet appointed",
        "2 May 2022", "By a member of the same household",
    )  # fmt: skip
    assert not [one for one in said if one not in letter]
    for name in ("Margaret", "Holloway", "Marsh", "Isla", "Quarry", "Tannery", "Whitlock", "Tansy"):
        assert name not in letter


def test_two_chairs_at_once_decide_once(committed: None) -> None:
    cast = Cast()
    other = cast.person(
        "Vice Chair", "vice@safernorthbridge.example.org", Role.PARTNERSHIP_CHAIR, cast.partnership
    )
    _ = cast.home_office_reader
    review = deciding(cast)
    start, said = threading.Barrier(2), []

    def act(person: Any, paper: dict[str, Any]) -> None:
        with acting_as(person.pk):
            mine = Review.objects.select_related("partnership").get(pk=review.pk)
        start.wait()
        try:
            do(actions.decide, review=mine, **paper, by=person)
            said.append("done")
        except Refused as refusal:
            said.append(str(refusal))
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=act, args=given) for given in ((cast.partnership_chair, HOLD), (other, NO))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(text[:4] for text in said) == ["The ", "done"], said
    with acting_as(cast.coordinator.pk):
        assert Decision.objects.filter(review=review).count() == 1
        assert HomeOfficeNotice.objects.filter(review=review).count() == 1
        assert StageMove.objects.filter(review=review, from_stage="deciding").count() == 1
