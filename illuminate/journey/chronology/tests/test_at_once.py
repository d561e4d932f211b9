"""Two people act in the same moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, request_to, word
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.usefixtures("committed")


def at_once(*works: Callable[[], object]) -> list[Exception]:
    """Run them side by side; the errors that came of it."""
    errors: list[Exception] = []
    ready = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        try:
            ready.wait(30)
            work()
        except Exception as error:
            errors.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return errors


def test_two_uploads_become_two_versions_and_two_releases_one(cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.hospital)

    def send(number: int) -> Callable[[], object]:
        upload = word(HOSPITAL[:number])
        return lambda: do(actions.receive, request=request, upload=upload, by=cast.hospital_author)

    assert at_once(send(1), send(2)) == []
    with acting_as(cast.independent_chair.pk):
        assert sorted(ChronologyFile.objects.values_list("version", flat=True)) == [1, 2]
        assert ChronologyFile.objects.filter(replaced_at=None).count() == 1
    (refused,) = at_once(send(3), send(3))
    assert isinstance(refused, Refused) and "same as version 3" in str(refused)

    file = file_of(cast, review, cast.hospital)

    def release() -> object:
        return do(actions.release, file=file, by=cast.independent_chair)

    (refused,) = at_once(release, release)
    assert isinstance(refused, Refused) and "already" in str(refused)
    with acting_as(cast.panel_member.pk):
        assert Entry.objects.count() == 3
