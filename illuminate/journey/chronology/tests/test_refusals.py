"""What is refused where the pages already hide the button: by another hand, too late, or twice."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, received, request_to, word
from illuminate.cli.demo.story.panel import gathering
from illuminate.engines.chronology import read_file
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.actions import contents
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.chronology import actions, arriving, queries_arrival
from illuminate.journey.chronology.actions.arriving import take_in
from illuminate.journey.chronology.models import Arrival, ChronologyFile, Finding
from illuminate.journey.chronology.tests.hands import entry, finding, found, sent, settled
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
READING = read_file(word(HOSPITAL).data, "hospital.docx")


def withdrawn(cast: Cast, review: Review) -> None:
    """The review has ended, so no evidence is taken in any more."""
    do(reviews.withdraw, review=review, reason="Another review goes on with it.", by=cast.partnership_chair)


def stored(cast: Cast, review: Review) -> Arrival:
    """The hospital's file waits to be read."""
    request = request_to(cast, review, cast.hospital)
    return do(actions.store, request=request, upload=word(HOSPITAL), by=cast.hospital_author)


def again(cast: Cast, arrival: Arrival) -> Arrival:
    """The same row, as its sender sees it now."""
    with acting_as(cast.hospital_author.pk):
        return Arrival.objects.select_related("request__compartment", "document").get(pk=arrival.pk)


def taken_in(cast: Cast, arrival: Arrival) -> ChronologyFile:
    return do(take_in, arrival=again(cast, arrival), reading=READING, by=cast.hospital_author)


@pytest.mark.parametrize("send", [actions.receive, actions.store])
def test_nothing_is_taken_in_once_the_review_has_ended(cast: Cast, send: Callable[..., Any]) -> None:
    review = received(cast)
    request, file = request_to(cast, review, cast.hospital), file_of(cast, review, cast.hospital)
    withdrawn(cast, review)
    with pytest.raises(Refused, match="no chronology is taken in now"):
        do(send, request=request, upload=word(HOSPITAL[:2]), by=cast.hospital_author)
    for read in (actions.read_again, actions.read_again_later):
        with pytest.raises(Refused, match="no chronology is taken in now"):
            do(read, file=file, fields={}, seen=0, by=cast.hospital_author)


def test_what_waited_when_the_review_ended_is_not_taken_in(cast: Cast) -> None:
    review = asked(cast)
    arrival = stored(cast, review)
    withdrawn(cast, review)
    with pytest.raises(Refused, match="no chronology is taken in now"):
        taken_in(cast, arrival)


def test_a_correction_that_waited_when_the_review_ended_is_not_taken_in(cast: Cast) -> None:
    review = received(cast)
    file = file_of(cast, review, cast.hospital)
    arrival = do(actions.read_again_later, file=file, fields={}, seen=0, by=cast.hospital_author)
    withdrawn(cast, review)
    with pytest.raises(Refused, match="no chronology is taken in now"):
        taken_in(cast, arrival)


def test_a_large_file_becomes_a_version_once(cast: Cast) -> None:
    arrival = stored(cast, asked(cast))
    taken_in(cast, arrival)
    with pytest.raises(Refused, match="has been read already"):
        taken_in(cast, arrival)


def test_a_large_file_that_came_twice_at_once_becomes_one_version(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = asked(cast)
    arrival = stored(cast, review)
    monkeypatch.setattr(queries_arrival, "waiting", lambda _: None)  # as if both came at one moment
    with acting_as(cast.hospital_author.pk):
        upload = Upload("again.docx", contents(again(cast, arrival).document))
    sent(cast, review, upload)
    with pytest.raises(Refused, match="same as version 1"):
        taken_in(cast, arrival)


def test_only_who_may_send_has_what_was_read_taken_in(cast: Cast) -> None:
    arrival = again(cast, stored(cast, asked(cast)))
    for person in (cast.housing_author, cast.independent_chair):
        with pytest.raises(PermissionDenied):
            do(take_in, arrival=arrival, reading=READING, by=person)


def test_what_could_not_be_read_is_not_tried_again_beside_another(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = asked(cast)
    failed = stored(cast, review)
    with monkeypatch.context() as broken:
        broken.setattr(arriving.rows, "read_upload", lambda *_: 1 / 0)
        assert not arriving.run(failed.pk, eyes=cast.hospital_author.pk)
    sent(cast, review, word(HOSPITAL[:2]))
    file = file_of(cast, review, cast.hospital)
    other = do(actions.read_again_later, file=file, fields={}, seen=0, by=cast.hospital_author)
    with pytest.raises(Refused, match="is being read"):
        do(actions.read_once_more, arrival=again(cast, failed), by=cast.hospital_author)
    with monkeypatch.context() as broken:
        broken.setattr(arriving.rows, "read_upload", lambda *_: 1 / 0)
        assert not arriving.run(other.pk, eyes=cast.hospital_author.pk)
    withdrawn(cast, review)
    for arrival in (failed, other):
        with pytest.raises(Refused, match="no chronology is taken in now"):
            do(actions.read_once_more, arrival=again(cast, arrival), by=cast.hospital_author)


def test_the_analysis_begins_by_the_chair_and_with_something_to_read(cast: Cast) -> None:
    review = gathering(cast)
    with pytest.raises(Refused, match="No agency has been asked"):
        do(actions.begin_analysis, review=review, by=cast.independent_chair)
    review = asked_of(cast, review)
    with pytest.raises(Refused, match="One is enough to begin"):
        do(actions.begin_analysis, review=review, by=cast.independent_chair)
    sent(cast, review, word(HOSPITAL))
    for person in (cast.coordinator, cast.panel_member, cast.hospital_author):
        with pytest.raises(PermissionDenied):
            do(actions.begin_analysis, review=review, by=person)


def asked_of(cast: Cast, review: Review) -> Review:
    """The chair asks the hospital alone."""
    do(agencies.ask, review=review, organisation=cast.hospital, author=cast.hospital_author,
       wants_chronology=True, wants_imr=False, questions="Line one.", by=cast.independent_chair)  # fmt: skip
    return review


def test_only_the_chair_and_the_author_change_marks_and_open_findings_again(cast: Cast) -> None:
    review = found(cast)
    made = do(actions.mark, entry=entry(cast), kind="key_episode", note="Why", by=cast.independent_chair)
    settled(cast, finding(cast), "noted")
    for person in (cast.coordinator, cast.panel_member, cast.hospital_author):
        for refused in (
            lambda by: do(actions.change_mark, mark=made, note="Mine", seen=1, by=by),
            lambda by: do(actions.end_mark, mark=made, seen=1, by=by),
            lambda by: do(actions.reopen, finding=finding(cast), seen=1, by=by),
        ):
            with pytest.raises(PermissionDenied):
                refused(person)
    with pytest.raises(PermissionDenied):
        do(actions.compare_again, review_id=review.pk, by=cast.panel_member)


def test_a_decision_of_tomorrow_settles_nothing(cast: Cast) -> None:
    found(cast)
    tomorrow: date = localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="in the future"):
        do(actions.settle, finding=finding(cast), decision="noted", seen=0, happened_on=tomorrow,
           by=cast.independent_chair)  # fmt: skip
    with acting_as(cast.independent_chair.pk):
        assert not Finding.objects.filter(state="settled").exists()
