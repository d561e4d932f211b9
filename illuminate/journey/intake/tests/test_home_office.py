"""The Home Office: its queue over all partnerships, and its one answer to a "no"."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.cli.demo.story.intake import commissioned, directed, not_held, notice_of
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.intake import actions, queries
from illuminate.journey.intake.models import Decision, HomeOfficeAnswer, HomeOfficeNotice, Notification
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def words(response: Any) -> str:
    return response.content.decode()


def test_the_home_office_sees_what_was_sent_and_nothing_else(cast: Cast) -> None:
    commissioned(cast)
    not_held(cast)
    for reader in (cast.home_office_reader, cast.quality_reader):
        with acting_as(reader.pk):
            assert HomeOfficeNotice.objects.count() == 2
            for model in (Review, Decision, Notification, Subject):
                assert not model.objects.exists()
    for nobody in (cast.stranger.pk, cast.officer.pk, cast.analyst.pk, cast.hospital_author.pk, None):
        with acting_as(nobody):
            assert not HomeOfficeNotice.objects.exists()


@pytest.mark.parametrize(("kind", "outcome"), [("request", "requested"), ("direction", "directed")])
def test_it_is_recorded_whether_a_direction_was_needed(cast: Cast, kind: str, outcome: str) -> None:
    review = not_held(cast)
    answer = do(actions.reverse_decision, notice=notice_of(cast, review), kind=kind, reasons="It may be the learning.",
                by=cast.home_office_reader)  # fmt: skip
    assert answer.outcome == outcome
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).stage == "directed"
        told = {one.to_user for one in mailroom.waiting() if "answered" in one.subject}
        assert told == {cast.coordinator, cast.partnership_chair}


def test_a_no_is_answered_once(cast: Cast) -> None:
    review = not_held(cast)
    notice = notice_of(cast, review)
    do(actions.accept_decision, notice=notice, reasons="We agree.", by=cast.home_office_reader)
    for action, more in ((actions.accept_decision, {}), (actions.reverse_decision, {"kind": "request"})):
        with pytest.raises(Refused, match="has been answered already"):
            do(action, notice=notice, reasons="Again.", **more, by=cast.home_office_reader)
    with acting_as(cast.coordinator.pk):
        assert HomeOfficeAnswer.objects.count() == 1


def test_an_answer_needs_reasons_and_a_day_that_can_be(cast: Cast) -> None:
    notice = notice_of(cast, not_held(cast))
    for changes, said in (
        ({"reasons": " "}, "Give the reasons"),
        ({"happened_on": date(2022, 4, 1)}, "not before the decision"),
        ({"happened_on": localdate() + timedelta(days=1)}, "today or earlier"),
    ):
        given = {"reasons": "We agree."} | changes
        with pytest.raises(Refused, match=said):
            do(actions.accept_decision, notice=notice, **given, by=cast.home_office_reader)


def test_only_the_home_offices_reader_answers(cast: Cast) -> None:
    notice = notice_of(cast, not_held(cast))
    for person in (cast.coordinator, cast.partnership_chair, cast.quality_reader, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.accept_decision, notice=notice, reasons="x", by=person)


def test_a_yes_waits_for_no_answer(cast: Cast) -> None:
    notice = notice_of(cast, commissioned(cast))
    with pytest.raises(Refused, match="does not wait"):
        do(actions.accept_decision, notice=notice, reasons="x", by=cast.home_office_reader)


def test_what_was_asked_for_is_commissioned_once(cast: Cast) -> None:
    review = directed(cast)
    for person in (cast.officer, cast.stranger, cast.home_office_reader):
        with pytest.raises((PermissionDenied, Review.DoesNotExist)):
            do(actions.commission, review=review, by=person)
    do(actions.commission, review=review, by=cast.coordinator)
    with pytest.raises(Refused, match="nothing to commission"):
        do(actions.commission, review=review, by=cast.coordinator)
    with acting_as(cast.home_office_reader.pk):
        assert [one.to_user for one in mailroom.waiting() if "goes on" in one.subject] == [
            cast.home_office_reader
        ]


def test_four_people_ask_for_the_queue(cast: Cast, client: Client) -> None:
    commissioned(cast)
    not_held(cast)
    url = reverse("intake:home_office_queue")
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    for nobody in (cast.stranger, cast.coordinator, cast.officer):
        client.force_login(nobody)
        assert client.get(url).status_code == 404
    for reader in (cast.home_office_reader, cast.quality_reader):
        client.force_login(reader)
        page = words(client.get(url))
        assert "waiting for your answer" in page and "SN-2022-001" in page and "SN-2021-001" in page


def test_the_queue_asks_as_often_for_one_as_for_many(
    cast: Cast, client: Client, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    not_held(cast)
    client.force_login(cast.home_office_reader)
    url = reverse("intake:home_office_queue")
    client.get(url)
    with CaptureQueriesContext(connection) as once:
        client.get(url)
    not_held(cast)
    commissioned(cast)
    with django_assert_num_queries(len(once)):
        client.get(url)


@pytest.mark.parametrize("page", ["home_office_notice", "accept", "reverse"])
def test_four_people_ask_for_a_decision(cast: Cast, client: Client, page: str) -> None:
    review = not_held(cast)
    url = reverse(f"intake:{page}", args=[notice_of(cast, review).pk])
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    for nobody in (cast.stranger, cast.officer):
        client.force_login(nobody)
        assert client.get(url).status_code == 404
    client.force_login(cast.home_office_reader)
    shown = words(client.get(url))
    assert "Dhariwal" not in shown and "Jaspreet" not in shown
    client.force_login(cast.coordinator)
    assert client.get(url).status_code == (200 if page == "home_office_notice" else 403)


def test_a_no_is_reversed_and_commissioned_on_the_pages(cast: Cast, client: Client) -> None:
    review = not_held(cast)
    notice = notice_of(cast, review)
    url = reverse("intake:reverse", args=[notice.pk])
    client.force_login(cast.home_office_reader)
    assert "There is a problem" in words(client.post(url, {"kind": "", "reasons": ""}))
    assert client.post(url, {"kind": "request", "reasons": "It may be the learning."}).status_code == 302
    again = client.post(url, {"kind": "direction", "reasons": "Twice."})
    assert again.status_code == 200 and "has been answered already" in words(again)
    shown = words(client.get(reverse("intake:home_office_notice", args=[notice.pk])))
    assert "Asked for a review, without a direction" in shown and "Accept the decision" not in shown
    client.force_login(cast.coordinator)
    page = words(client.get(reverse("intake:decision", args=[review.slug])))
    assert "It may be the learning." in page and "Commission the review" in page
    commission = reverse("intake:commission", args=[review.slug])
    assert client.get(commission).status_code == 405
    assert client.post(commission).status_code == 302
    assert client.post(commission).status_code == 409
    with acting_as(cast.coordinator.pk):
        assert queries.reversed_by_home_office(review)


def test_a_no_is_accepted_on_the_page(cast: Cast, client: Client) -> None:
    notice = notice_of(cast, not_held(cast))
    client.force_login(cast.home_office_reader)
    url = reverse("intake:accept", args=[notice.pk])
    assert "There is a problem" in words(client.post(url, {"reasons": ""}))
    assert client.post(url, {"reasons": "We agree."}).status_code == 302
    assert "No decision waits for your answer" in words(client.get(reverse("intake:home_office_queue")))
