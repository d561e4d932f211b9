"""A large file: stored at once, read in the background, and never half."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, Rows, request_to, separated, sheet, word
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import actions, arriving, sizing, tasks
from illuminate.journey.chronology.actors import READER
from illuminate.journey.chronology.models import Arrival, ChronologyFile, Comparison, Entry
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
NO_ROWS = separated([], name="nothing.csv")


def many(number: int) -> Rows:
    return [("11/06/2014", "10:30", "MH", f"Call {row}.", "None.") for row in range(number)]


def stored(cast: Cast, upload: Upload | None = None, by: User | None = None) -> Arrival:
    """The hospital has sent a file that is left to the worker."""
    request = request_to(cast, asked(cast), cast.hospital)
    return do(actions.store, request=request, upload=upload or word(HOSPITAL), by=by or cast.hospital_author)


def read(cast: Cast, arrival: Arrival) -> bool:
    """As the worker would do it, through the author's own eyes."""
    return arriving.run(arrival.pk, eyes=cast.hospital_author.pk)


def now(cast: Cast, arrival: Arrival) -> Arrival:
    with acting_as(cast.coordinator.pk):
        return Arrival.objects.get(pk=arrival.pk)


def page(client: Client, arrival: Arrival) -> str:
    return client.get(reverse("chronology:arrival", args=[arrival.pk])).content.decode()


@pytest.mark.parametrize("make", [word, sheet, separated])
def test_rows_say_whether_a_file_is_large(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizing, "MOST_ROWS", 30)
    assert sizing.is_large(make(many(31))) and not sizing.is_large(make(many(29)))


def test_bytes_say_it_where_rows_can_not_be_counted() -> None:
    assert sizing.is_large(Upload("a.xls", b"\xd0\xcf" * sizing.MOST_BYTES))


def test_what_unpacks_to_much_is_large_without_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizing, "MOST_UNPACKED", 1000)
    monkeypatch.setattr(sizing, "_marks", lambda part: pytest.fail("it was unpacked"))
    assert sizing.is_large(word(many(2)))


def test_a_large_file_is_stored_and_its_sender_need_not_wait(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizing, "MOST_ROWS", 3)
    request = request_to(cast, asked(cast), cast.hospital)
    client.force_login(cast.hospital_author)
    url = reverse("chronology:upload", args=[request.pk])
    told = client.post(url, {"file": SimpleUploadedFile("hospital.docx", word(HOSPITAL).data)}, follow=True)
    assert "Its rows wait to be read" in told.content.decode()
    with acting_as(cast.hospital_author.pk):
        assert not ChronologyFile.objects.exists() and not Entry.objects.exists()
        arrival = Arrival.objects.get()
    assert "A large file is being read" in client.get(url).content.decode()
    progress = reverse("chronology:progress", args=[arrival.pk])
    assert client.get(progress).json()["state"] == "waiting"

    assert read(cast, arrival)
    assert client.get(progress).json()["state"] == "done"
    read_now = client.get(reverse("chronology:arrival", args=[arrival.pk]), follow=True).content.decode()
    assert "4 rows read, 1 listed below that could not be read." in read_now
    assert "A large file" not in client.get(url).content.decode()


def test_it_is_read_as_whoever_sent_it_and_then_compared(cast: Cast) -> None:
    arrival = stored(cast)
    assert read(cast, arrival) and not read(cast, arrival)
    with acting_as(cast.independent_chair.pk):
        file = ChronologyFile.objects.get()
        assert (file.received_by, file.version, file.entry_count) == (cast.hospital_author, 1, 3)
        assert Comparison.objects.get().asked == 1
        assert AuditEvent.objects.get(kind="chronology.received").actor_id == cast.hospital_author.pk
        assert InformationRequest.objects.get(pk=file.request_id).chronology_on is not None


def test_how_far_it_is_is_said(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    arrival = stored(cast)
    client.force_login(cast.hospital_author)
    said: list[str] = []
    for name in ("note_rows", "take_in"):
        real = getattr(arriving.actions, name)

        def watched(real: Any = real, **kwargs: Any) -> Any:
            said.append(page(client, arrival))
            return real(**kwargs)

        monkeypatch.setattr(arriving.actions, name, watched)
    assert read(cast, arrival)
    assert "Its rows are being read since" in said[0] and "4 rows were read, and are being put" in said[1]


def test_what_can_not_be_read_is_said_where_it_was_sent(cast: Cast, client: Client) -> None:
    arrival = stored(cast, NO_ROWS)
    assert not read(cast, arrival)
    client.force_login(cast.hospital_author)
    sentence = "nothing.csv has headings and no rows below them: put each contact on a row of its own."
    assert "Chronology that could not be read" in page(client, arrival)
    assert sentence in page(client, arrival) and "Try to read it again" in page(client, arrival)
    upload = reverse("chronology:upload", args=[arrival.request_id])
    assert "The newest file could not be read" in client.get(upload).content.decode()
    with acting_as(cast.hospital_author.pk):
        assert not ChronologyFile.objects.exists()
        (waiting,) = tasks.waiting_for(cast.hospital_author)
        assert waiting.url == reverse("chronology:arrival", args=[arrival.pk])
        raw = Arrival.objects.values_list("why_not", flat=True).get()
        assert b"nothing.csv" not in bytes(raw)
        request = InformationRequest.objects.get(pk=arrival.request_id)
    do(actions.receive, request=request, upload=word(HOSPITAL), by=cast.hospital_author)
    with acting_as(cast.hospital_author.pk):
        assert not tasks.waiting_for(cast.hospital_author)
    assert "could not be read" not in client.get(upload).content.decode().split("What has been sent")[0]


def test_a_fault_ends_in_a_sentence_and_can_be_tried_again(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = stored(cast)
    with monkeypatch.context() as broken:
        broken.setattr(arriving.rows, "read_with", lambda *_: 1 / 0)
        assert not read(cast, arrival)
    client.force_login(cast.hospital_author)
    assert "A fault in the program kept this file from being read" in page(client, arrival)
    client.post(reverse("chronology:again", args=[arrival.pk]))
    assert "Its rows wait to be read" in page(client, arrival)
    assert read(cast, arrival)
    with pytest.raises(Refused, match="being read, or has been"):
        do(actions.read_once_more, arrival=now(cast, arrival), by=cast.hospital_author)


def test_a_kill_on_the_way_leaves_all_or_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker is ended while the entries are being kept, and the next one begins anew."""
    arrival = stored(cast)

    def killed(**_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as ended:
        ended.setattr("illuminate.journey.chronology.actions.receiving.agencies.note_chronology", killed)
        with pytest.raises(SystemExit):
            read(cast, arrival)
    with acting_as(cast.hospital_author.pk):
        assert not Entry.objects.exists() and not ChronologyFile.objects.exists()
    assert now(cast, arrival).is_waiting
    assert arriving.run_all(eyes=cast.hospital_author.pk) == 1
    assert arriving.run_all(eyes=cast.hospital_author.pk) == 0
    with acting_as(cast.hospital_author.pk):
        assert Entry.objects.count() == 3 and ChronologyFile.objects.count() == 1


def test_a_file_that_ends_the_worker_each_time_is_given_up(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = stored(cast)

    def killed(*_: Any) -> None:
        raise SystemExit

    monkeypatch.setattr(arriving.rows, "read_with", killed)
    for _ in range(3):
        with pytest.raises(SystemExit):
            read(cast, arrival)
    assert not read(cast, arrival)
    assert now(cast, arrival).failed


def test_nothing_else_is_sent_while_it_is_read(cast: Cast) -> None:
    arrival = stored(cast)
    request = now(cast, arrival)
    with acting_as(cast.coordinator.pk):
        asked_of = request.request
    for send in (actions.receive, actions.store):
        with pytest.raises(Refused, match="is being read"):
            do(send, request=asked_of, upload=word(HOSPITAL[:1]), by=cast.coordinator)
    assert read(cast, arrival)
    with pytest.raises(Refused, match="same as version 1"):
        do(actions.store, request=asked_of, upload=_same(cast, arrival), by=cast.coordinator)


def _same(cast: Cast, arrival: Arrival) -> Upload:
    from illuminate.foundation.documents.actions import contents

    with acting_as(cast.hospital_author.pk):
        return Upload("again.docx", contents(Arrival.objects.get(pk=arrival.pk).document))


def test_who_may_no_longer_send_has_nothing_read(cast: Cast, client: Client) -> None:
    """Between sending and reading the coordinator has given the agency another author."""
    arrival = stored(cast)
    with acting_as(cast.coordinator.pk):
        request = InformationRequest.objects.select_related("review", "organisation").get(
            pk=arrival.request_id
        )
    do(agencies.change_author, request=request, author=cast.housing_author, by=cast.coordinator)
    assert not arriving.run(arrival.pk, eyes=cast.coordinator.pk)
    with acting_as(cast.coordinator.pk):
        assert not ChronologyFile.objects.exists()
    client.force_login(cast.coordinator)
    assert "Whoever sent this file may no longer send one" in page(client, arrival)
    client.post(reverse("chronology:again", args=[arrival.pk]))
    assert arriving.run(arrival.pk, eyes=cast.coordinator.pk)


def test_only_those_of_the_agency_see_it_and_send(cast: Cast, client: Client) -> None:
    with pytest.raises(PermissionDenied):
        stored(cast, by=cast.housing_author)
    with acting_as(cast.coordinator.pk):
        request = InformationRequest.objects.select_related("compartment").get(organisation=cast.hospital)
    arrival = do(actions.store, request=request, upload=NO_ROWS, by=cast.hospital_author)
    read(cast, arrival)
    urls = [reverse(f"chronology:{name}", args=[arrival.pk]) for name in ("arrival", "progress")]
    assert all(client.get(url).status_code == 302 for url in urls)
    for person, status in {
        cast.hospital_author: 200, cast.coordinator: 200, cast.independent_chair: 200, cast.housing_author: 404,
        cast.panel_member: 404, cast.stranger: 404,
    }.items():  # fmt: skip
        client.force_login(person)
        assert [client.get(url).status_code for url in urls] == [status, status], person.email
    client.force_login(cast.independent_chair)
    again = reverse("chronology:again", args=[arrival.pk])
    assert client.post(again).status_code == 403 and client.get(again).status_code == 405
    assert "Try to read it again" not in page(client, arrival)


def test_the_web_may_not_act_as_the_reading(cast: Cast) -> None:
    stored(cast)
    with acting_as(READER):
        assert not Arrival.objects.exists()
