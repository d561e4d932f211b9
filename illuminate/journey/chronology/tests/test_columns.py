"""What a file's columns were taken for is shown, put right, and holds for the agency's next files."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, received, word
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions, arriving, queries_arrival, rows, sizing
from illuminate.journey.chronology.models import Arrival, ChronologyFile, ColumnMapping, Entry
from illuminate.journey.chronology.tests.hands import sent
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
ODD = ("Date", "Time", "Who", "Narrative of the visit", "Event")
RIGHT = {
    "Date": "date",
    "Time": "time",
    "Who": "subjects",
    "Narrative of the visit": "event",
    "Event": "response",
}


def odd(cast: Cast) -> Any:
    """The hospital's file has its headings the wrong way round."""
    review = asked(cast)
    sent(cast, review, word(HOSPITAL[:3], headings=ODD))  # fmt: skip
    return review


def events(cast: Cast) -> set[str]:
    with acting_as(cast.hospital_author.pk):
        return set(Entry.objects.filter(file__replaced_at=None).values_list("event", flat=True))


def test_the_agency_puts_its_columns_right_and_the_file_is_read_again(cast: Cast, client: Client) -> None:
    review = odd(cast)
    file = file_of(cast, review, cast.hospital)
    client.force_login(cast.hospital_author)
    page = client.get(reverse("chronology:file", args=[file.pk])).content.decode()
    assert "What each column was taken for" in page and "Narrative of the visit" in page
    assert "Seen with a bruise to the arm." not in events(cast)
    url = reverse("chronology:columns", args=[file.pk])
    headings = list(dict(file.summary["headings"]))
    said = {f"column-{number}": RIGHT[heading] for number, heading in enumerate(headings)}
    nothing = dict.fromkeys(said, "") | {"seen": "0"}
    wrong = client.post(url, nothing).content.decode()
    assert "Say which column holds the date." in wrong and "Say which column holds what happened." in wrong
    assert client.post(url, said | {"seen": "0"}).status_code == 302
    assert "Seen with a bruise to the arm." in events(cast)
    again = file_of(cast, review, cast.hospital)
    assert (again.version, again.document_id) == (2, file.document_id)
    with acting_as(cast.hospital_author.pk):
        assert AuditEvent.objects.filter(kind="chronology.columns_kept", subject_id=str(again.pk)).exists()
    sent(cast, review, word(HOSPITAL[:2], headings=ODD))  # fmt: skip
    assert "Seen with a bruise to the arm." in events(cast)
    sent(cast, review, word(HOSPITAL[:1]))  # fmt: skip
    assert "Seen with a bruise to the arm." in events(cast), (
        "other headings are read as if nothing had been said"
    )


def test_nobody_undoes_somebody_elses_correction_unseen(cast: Cast) -> None:
    review = odd(cast)
    file = file_of(cast, review, cast.hospital)
    with pytest.raises(PermissionDenied):
        do(actions.read_again, file=file, fields=RIGHT, seen=0, by=cast.independent_chair)
    again = do(actions.read_again, file=file, fields=RIGHT, seen=0, by=cast.hospital_author)
    with pytest.raises(Refused, match="newer version"):
        do(actions.read_again, file=file, fields=RIGHT, seen=1, by=cast.coordinator)
    with pytest.raises(Refused, match="Hilary Stroud has put these columns right"):
        do(actions.read_again, file=again, fields=RIGHT, seen=0, by=cast.coordinator)
    with acting_as(cast.housing_author.pk):
        assert not ColumnMapping.objects.exists()


def test_a_file_that_names_nobody_of_the_case_is_pointed_out(cast: Cast, client: Client) -> None:
    review = received(cast)
    client.force_login(cast.independent_chair)
    pages = {
        agency: client.get(
            reverse("chronology:file", args=[file_of(cast, review, agency).pk])
        ).content.decode()
        for agency in (cast.hospital, cast.housing)
    }
    said = "None of the people that this review is about is named in this file"
    assert said in pages[cast.housing] and said not in pages[cast.hospital]
    client.force_login(cast.housing_author)
    url = reverse("chronology:file", args=[file_of(cast, review, cast.housing).pk])
    assert said not in client.get(url).content.decode()


def correction(cast: Cast, fields: dict[str, str] = RIGHT, seen: int = 0) -> Arrival:
    """The hospital's author puts the columns of a large file right."""
    review = odd(cast)
    file = file_of(cast, review, cast.hospital)
    return do(actions.read_again_later, file=file, fields=fields, seen=seen, by=cast.hospital_author)


def test_a_large_file_is_read_again_in_the_background(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = odd(cast)
    file = file_of(cast, review, cast.hospital)
    client.force_login(cast.hospital_author)
    url = reverse("chronology:columns", args=[file.pk])
    said = {f"column-{number}": RIGHT[name] for number, name in enumerate(dict(file.summary["headings"]))}
    with monkeypatch.context() as request:
        request.setattr(sizing, "MOST_ROWS", 2)
        request.setattr(rows, "read_file", lambda *_, **__: pytest.fail("it was read within the request"))
        told = client.post(url, said | {"seen": "0"}, follow=True).content.decode()
    assert "Its rows wait to be read" in told and "to be read again with its columns put right" in told
    assert file_of(cast, review, cast.hospital).pk == file.pk
    assert "Seen with a bruise to the arm." not in events(cast)
    with acting_as(cast.hospital_author.pk):
        arrival = Arrival.objects.get()
        assert not ColumnMapping.objects.exists()
    assert "is being read" in client.post(url, said | {"seen": "0"}).content.decode()

    assert arriving.run(arrival.pk, eyes=cast.hospital_author.pk)
    again = file_of(cast, review, cast.hospital)
    assert (again.version, again.document_id) == (2, file.document_id)
    assert "Seen with a bruise to the arm." in events(cast)
    with acting_as(cast.hospital_author.pk):
        mapping = ColumnMapping.objects.get()
        assert (mapping.columns, mapping.revision, mapping.kept_by) == (RIGHT, 1, cast.hospital_author)
        assert AuditEvent.objects.filter(kind="chronology.columns_kept", subject_id=str(again.pk)).exists()


def test_columns_that_do_not_fit_leave_all_as_it_was(cast: Cast, client: Client) -> None:
    arrival = correction(cast, {"Nowhere in it": "date"})
    assert not arriving.run(arrival.pk, eyes=cast.hospital_author.pk)
    client.force_login(cast.hospital_author)
    told = client.get(reverse("chronology:arrival", args=[arrival.pk])).content.decode()
    assert "What was read of it before is still in the list" in told
    with acting_as(cast.hospital_author.pk):
        file = ChronologyFile.objects.get()
        assert not ColumnMapping.objects.exists()
    assert reverse("chronology:columns", args=[file.pk]) in told
    do(actions.read_again, file=file, fields=RIGHT, seen=0, by=cast.hospital_author)
    with pytest.raises(Refused, match="has put these columns right"):
        do(actions.read_once_more, arrival=arrival, by=cast.hospital_author)


def test_a_correction_of_what_was_replaced_since_is_not_taken_in(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = correction(cast)
    with monkeypatch.context() as broken:
        broken.setattr(arriving.rows, "read_upload", lambda *_: 1 / 0)
        assert not arriving.run(arrival.pk, eyes=cast.hospital_author.pk)
    do(actions.read_once_more, arrival=arrival, by=cast.hospital_author)
    monkeypatch.setattr(queries_arrival, "waiting", lambda _: None)  # as if both came at one moment
    with acting_as(cast.hospital_author.pk):
        asked_of = ChronologyFile.objects.select_related("request").get().request
    do(actions.receive, request=asked_of, upload=word(HOSPITAL[:2], headings=ODD), by=cast.hospital_author)
    assert not arriving.run(arrival.pk, eyes=cast.hospital_author.pk)
    with acting_as(cast.hospital_author.pk):
        assert not ColumnMapping.objects.exists()
        assert "a newer version" in str(Arrival.objects.get().why_not)


def test_only_who_may_send_has_a_large_file_read_again(cast: Cast) -> None:
    review = odd(cast)
    file = file_of(cast, review, cast.hospital)
    with pytest.raises(PermissionDenied):
        do(actions.read_again_later, file=file, fields=RIGHT, seen=0, by=cast.independent_chair)
    with pytest.raises(Refused, match="was not kept"):
        do(actions.read_again, file=file, fields=RIGHT, seen=0, by=cast.hospital_author)
        again = file_of(cast, review, cast.hospital)
        do(actions.read_again_later, file=again, fields=RIGHT, seen=0, by=cast.hospital_author)
