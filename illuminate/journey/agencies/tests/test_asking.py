"""Asking an agency: its sealed part opens, its author is told, a letter lies ready."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate
from docx import Document as Word

from illuminate.cli.demo.story.agencies import ASKED_ON, asked, nil, request_to
from illuminate.cli.demo.story.panel import LINES, gathering, ready
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.agencies import actions, queries
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def ask(
    cast: Cast, review: Review, organisation: Organisation | None = None, author: object = None,
    by: User | None = None, **what: object,
) -> InformationRequest:  # fmt: skip
    facts = {"wants_chronology": True, "wants_imr": True, "questions": "Who knew?", **what}
    return do(actions.ask, review=review, organisation=organisation or cast.housing,
              author=author or cast.housing_author, by=by or cast.coordinator, **facts)  # fmt: skip


def test_an_agency_sees_its_own_request_and_no_other(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.housing_author.pk):
        assert [one.organisation for one in InformationRequest.objects.all()] == [cast.housing]
        kinds = set(Compartment.objects.values_list("kind", "organisation"))
        assert kinds == {("agency", cast.housing.pk), ("released", cast.housing.pk)}
        assert not Review.objects.exists()
    for outsider in (
        cast.panel_member,
        cast.partnership_chair,
        cast.officer,
        cast.stranger,
        cast.home_office_reader,
    ):
        with acting_as(outsider.pk):
            assert not InformationRequest.objects.exists()
    for insider in (cast.independent_chair, cast.coordinator):
        with acting_as(insider.pk):
            assert queries.requests(review).count() == 3


def test_the_answer_is_due_eight_weeks_later(cast: Cast) -> None:
    review = asked(cast)
    assert request_to(cast, review, cast.housing).due_on == ASKED_ON + timedelta(weeks=8)


def test_the_author_is_told_without_a_name(cast: Cast) -> None:
    review = asked(cast)
    with acting_as(cast.housing_author.pk):
        message = Message.objects.get(to_user=cast.housing_author)
        words = f"{message.subject} {message.body}".lower()
        request = InformationRequest.objects.get()
    assert review.reference.lower() in words
    assert f"/requests/{request.pk}/" in words
    for word in ("holloway", "louise", "alder", "homicide", "strangulation", "tidewell"):
        assert word not in words


def test_the_letter_asks_the_questions_and_names_nobody_of_the_case(cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.housing)
    with acting_as(cast.housing_author.pk):
        data = documents.read(request.letter, by=cast.housing_author)
    text = "\n".join(paragraph.text for paragraph in Word(BytesIO(data)).paragraphs)
    for words in (*LINES, "Tuesday 29 March 2022", "Safer Northbridge Partnership", "Imogen Ashdown", "voluntarily",
                  "Individual Management Review", "chronology", review.reference):  # fmt: skip
        assert words in text
    for word in ("Holloway", "Margaret", "Marsh", "{{", "{%"):
        assert word not in text


def test_somebody_without_an_account_is_invited_by_the_chair_too(cast: Cast) -> None:
    review = gathering(cast)
    newcomer = Newcomer("Constance Abell", "c.abell@tidewell.example.org")
    request = ask(cast, review, author=newcomer, by=cast.independent_chair)
    with acting_as(request.author.pk):
        assert InformationRequest.objects.get().pk == request.pk


def test_an_agency_is_asked_once(cast: Cast) -> None:
    review = asked(cast)
    with pytest.raises(Refused, match="Tidewell Homes was asked on 1 February 2022"):
        ask(cast, review)


def test_what_can_not_be_asked_is_refused_in_words(cast: Cast) -> None:
    review = gathering(cast)
    for what, words in (
        ({"wants_chronology": False, "wants_imr": False}, "Choose what to ask for"),
        ({"due_on": localdate() - timedelta(days=1)}, "due before it is asked"),
        ({"happened_on": localdate() + timedelta(days=1)}, "in the future"),
        ({"author": cast.independent_chair}, "works on this review itself"),
        ({"author": cast.coordinator}, "works on this review itself"),
        ({"organisation": cast.home_office}, "not an agency"),
    ):
        with pytest.raises(Refused, match=words):
            ask(cast, review, **what)
    with acting_as(cast.coordinator.pk):
        assert not InformationRequest.objects.exists()
        assert not Compartment.objects.filter(kind="agency").exists()


def test_not_before_the_review_gathers(cast: Cast) -> None:
    with pytest.raises(Refused, match="Begin gathering first"):
        ask(cast, ready(cast))


@pytest.mark.parametrize("who", ["partnership_chair", "panel_member", "hospital_author", "stranger"])
def test_only_coordinator_and_chair_ask(cast: Cast, who: str) -> None:
    review = gathering(cast)
    with pytest.raises(PermissionDenied):
        ask(cast, review, by=getattr(cast, who))


def test_a_reminder_is_kept_and_goes_once_a_day(cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.housing)
    do(actions.chase, request=request, happened_on=date(2022, 4, 4), by=cast.coordinator)
    with pytest.raises(Refused, match="already been reminded today"):
        do(actions.chase, request=request, happened_on=date(2022, 4, 4), by=cast.independent_chair)
    do(actions.chase, request=request, happened_on=date(2022, 4, 11), by=cast.independent_chair)
    with acting_as(cast.housing_author.pk):
        assert [(one.sent_on.day, one.sent_by) for one in request.reminders.all()] == [
            (4, cast.coordinator), (11, cast.independent_chair),
        ]  # fmt: skip
        assert (
            Message.objects.filter(to_user=cast.housing_author, subject__startswith="Reminder").count() == 2
        )
        assert AuditEvent.objects.filter(kind="agencies.chased").count() == 2
    with pytest.raises(PermissionDenied):
        do(actions.chase, request=request_to(cast, review, cast.housing), by=cast.housing_author)


def test_nobody_is_reminded_of_nothing(cast: Cast) -> None:
    review = asked(cast)
    nil(cast, review)
    with pytest.raises(Refused, match="Nothing waits for this agency"):
        do(actions.chase, request=request_to(cast, review, cast.fire), by=cast.coordinator)


def test_another_person_answers_and_the_first_sees_nothing_any_more(cast: Cast) -> None:
    review = asked(cast)
    other = cast.person("Constance Abell", "c.abell@tidewell.example.org")
    request = request_to(cast, review, cast.housing)
    with pytest.raises(Refused, match="already answers"):
        do(actions.change_author, request=request, author=cast.housing_author, by=cast.coordinator)
    do(actions.change_author, request=request, author=other, by=cast.coordinator)
    with acting_as(cast.housing_author.pk):
        assert not InformationRequest.objects.exists()
    with acting_as(other.pk):
        assert InformationRequest.objects.get().author == other


def test_who_answers_for_two_agencies_keeps_the_other(cast: Cast) -> None:
    review = gathering(cast)
    for organisation in (cast.housing, cast.fire):
        ask(cast, review, organisation=organisation)
    other = cast.person("Constance Abell", "c.abell@tidewell.example.org")
    do(
        actions.change_author,
        request=request_to(cast, review, cast.housing),
        author=other,
        by=cast.coordinator,
    )
    with acting_as(cast.housing_author.pk):
        assert [one.organisation for one in InformationRequest.objects.all()] == [cast.fire]
