"""What a file's columns were taken for is shown, put right, and holds for the agency's next files."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, received, request_to, word
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions
from illuminate.journey.chronology.models import ColumnMapping, Entry
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
    do(actions.receive, request=request_to(cast, review, cast.hospital), upload=word(HOSPITAL[:3], headings=ODD),
       by=cast.hospital_author)  # fmt: skip
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
    do(actions.receive, request=request_to(cast, review, cast.hospital), upload=word(HOSPITAL[:2], headings=ODD),
       by=cast.hospital_author)  # fmt: skip
    assert "Seen with a bruise to the arm." in events(cast)
    do(actions.receive, request=request_to(cast, review, cast.hospital), upload=word(HOSPITAL[:1]),
       by=cast.hospital_author)  # fmt: skip
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
