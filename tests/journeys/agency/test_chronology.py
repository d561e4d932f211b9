"""An agency's author sends its chronology and reads what was understood of it."""

import pytest
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, request_to, word
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import arriving, sizing
from illuminate.journey.chronology.models import Arrival
from tests.cast import Cast
from tests.journeys.conftest import Door

HELD = "document.querySelector('form[enctype]').addEventListener('submit', (e) => e.preventDefault(), {once: true})"

# Not by a second click: the button takes none within a second of the first, which is how it stops double ones.
SENT = "document.querySelector('form[enctype]').requestSubmit()"


def test_the_hospital_sends_its_chronology_and_sees_that_it_is_being_read(cast: Cast, sign_in: Door) -> None:
    review = asked(cast)
    author = sign_in(cast.hospital_author)
    author.open(reverse("chronology:upload", args=[request_to(cast, review, cast.hospital).pk]))
    author.attach("file", word(HOSPITAL))
    author.page.evaluate(HELD)  # so that the page stays: what it says while it sends can be read
    author.page.get_by_role("button", name="Upload the chronology").click()
    author.page.get_by_text("Sending hospital.docx. Keep this page open until it is sent").wait_for()
    author.look()
    author.page.evaluate(SENT)
    author.page.wait_for_url("**/chronology/files/**")
    author.look()
    author.sees(
        "The chronology was received. 4 rows read, 1 listed below that could not be read.", "Did not attend."
    )


def test_the_hospital_sends_thousands_of_rows_and_need_not_wait(
    cast: Cast, sign_in: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page tells by itself when the worker is done, and nothing is lost by leaving it."""
    monkeypatch.setattr(sizing, "MOST_ROWS", 3)  # so that four rows are thousands
    review = asked(cast)
    author = sign_in(cast.hospital_author)
    address = reverse("chronology:upload", args=[request_to(cast, review, cast.hospital).pk])
    author.open(address)
    author.attach("file", word(HOSPITAL))
    author.page.evaluate(SENT)
    author.page.wait_for_url("**/chronology/arrivals/**")
    author.look()
    author.sees("Its rows wait to be read", "You can leave this page and come back")
    author.open(address)
    author.follow("hospital.docx")

    with acting_as(cast.hospital_author.pk):
        arrival = Arrival.objects.get()
    arriving.run(arrival.pk, eyes=cast.hospital_author.pk)
    author.page.get_by_role("link", name="Show what was read").wait_for()
    author.look()
    author.does_not_see("You can leave this page")
    author.follow("Show what was read")
    author.sees("4 rows read, 1 listed below that could not be read.")
