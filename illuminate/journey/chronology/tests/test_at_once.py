"""Two people act in the same moment."""

from collections.abc import Callable

import pytest

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, request_to, word
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.reviews.blockers import Refused
from tests.at_once import at_once
from tests.cast import Cast, do

pytestmark = pytest.mark.usefixtures("committed")


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
