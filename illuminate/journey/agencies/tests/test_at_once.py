"""Two people act on the same request in the same moment."""

import pytest

from illuminate.cli.demo.story.agencies import HOUSING_IMR, imr_file, imr_seen, request_to
from illuminate.cli.demo.story.panel import gathering
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies import actions
from illuminate.journey.agencies.models import Imr, InformationRequest, Reminder
from illuminate.journey.reviews.blockers import Refused
from tests.at_once import at_once
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.usefixtures("committed")


def test_one_request_one_reminder_one_version_and_one_release_come_of_it(cast: Cast) -> None:
    review = gathering(cast)
    housing, author = cast.housing, cast.housing_author
    chair, coordinator = cast.independent_chair, cast.coordinator
    upload = imr_file()

    def ask(by: object) -> object:
        return do(actions.ask, review=reloaded(cast, review), organisation=housing, author=author,
                  wants_chronology=True, wants_imr=True, by=by)  # fmt: skip

    def chase(by: object) -> object:
        return do(actions.chase, request=request_to(cast, review, housing), by=by)

    def send() -> object:
        return do(actions.submit_imr, request=request_to(cast, review, housing, by=author), upload=upload,
                  details=HOUSING_IMR, by=author)  # fmt: skip

    def release() -> object:
        with acting_as(chair.pk):
            imr = Imr.objects.get()
        return do(actions.release_imr, imr=imr_seen(cast, imr), by=chair)

    for first, second, words in (
        (lambda: ask(chair), lambda: ask(coordinator), "was asked on"),
        (lambda: chase(chair), lambda: chase(coordinator), "already been reminded today"),
        (send, send, "same file as version 1"),
        (release, release, "The panel has had this version"),
    ):
        (refused,) = at_once(first, second)
        assert isinstance(refused, Refused), refused
        assert words in str(refused)
    with acting_as(chair.pk):
        assert [model.objects.count() for model in (InformationRequest, Reminder, Imr)] == [1, 1, 1]
