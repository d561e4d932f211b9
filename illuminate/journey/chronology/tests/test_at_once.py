"""Two people act in the same moment."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, file_of, received, request_to, word
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import actions, arriving
from illuminate.journey.chronology.actors import COMPARER, READER
from illuminate.journey.chronology.models import ChronologyFile, Comparison, Entry, Mark, Settlement
from illuminate.journey.chronology.tests.hands import entry, finding, found, settled
from illuminate.journey.reviews.blockers import Refused
from tests.at_once import at_once
from tests.cast import Cast, do
from tests.database import ROOT

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
    third = send(3)  # the same bytes: a Word file written a second later has another time in it
    (refused,) = at_once(third, third)
    assert isinstance(refused, Refused) and "same as version 3" in str(refused)

    file = file_of(cast, review, cast.hospital)

    def release() -> object:
        return do(actions.release, file=file, by=cast.independent_chair)

    (refused,) = at_once(release, release)
    assert isinstance(refused, Refused) and "already" in str(refused)
    with acting_as(cast.panel_member.pk):
        assert Entry.objects.count() == 3


def test_two_people_settle_and_mark_and_neither_overwrites_the_other(cast: Cast) -> None:
    found(cast)
    one, row = finding(cast, "same_event"), entry(cast)

    def settle(decision: str) -> Callable[[], object]:
        return lambda: settled(cast, one, decision)

    (refused,) = at_once(settle("same"), settle("not_same"))
    assert isinstance(refused, Refused) and "your choice was not kept" in str(refused)

    def mark() -> object:
        return do(actions.mark, entry=row, kind="key_episode", by=cast.independent_chair)

    (refused,) = at_once(mark, mark)
    assert isinstance(refused, Refused) and "already" in str(refused)
    with acting_as(cast.independent_chair.pk):
        assert Settlement.objects.count() == 1 and Mark.objects.count() == 1


WORK = """
import os, sys
os.environ.update(ILLUMINATE_LOGIN="worker", DJANGO_SETTINGS_MODULE="illuminate.config.settings")
import django; django.setup()
from illuminate.journey.chronology import arriving, comparing
work = {"read": arriving, "compare": comparing}[sys.argv[1]]
print(work.run_all(), work.run_all())
"""


def worked(what: str) -> list[str]:
    """How many the worker did, by its own login, and how many it found to do after that."""
    done = subprocess.run(
        [sys.executable, "-c", WORK, what], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert not done.returncode, done.stderr[-2000:]
    return done.stdout.split()


def test_the_worker_reads_a_large_file_as_whoever_sent_it(cast: Cast) -> None:
    request = request_to(cast, asked(cast), cast.hospital)
    do(actions.store, request=request, upload=word(HOSPITAL), by=cast.hospital_author)
    assert worked("read") == ["1", "0"]
    with acting_as(cast.independent_chair.pk):
        assert ChronologyFile.objects.get().received_by == cast.hospital_author
        assert Entry.objects.count() == 3
        assert AuditEvent.objects.get(kind="chronology.reading_began").actor_id == READER
        assert AuditEvent.objects.get(kind="chronology.received").actor_id == cast.hospital_author.pk


def test_two_workers_read_a_large_file_once(cast: Cast) -> None:
    request = request_to(cast, asked(cast), cast.hospital)
    arrival = do(actions.store, request=request, upload=word(HOSPITAL), by=cast.hospital_author)
    done: list[bool] = []

    def read() -> None:
        done.append(arriving.run(arrival.pk, eyes=cast.hospital_author.pk))

    assert at_once(read, read) == []
    assert sorted(done) == [False, True]
    with acting_as(cast.independent_chair.pk):
        assert Entry.objects.count() == 3


def test_the_worker_compares_by_its_own_login(cast: Cast) -> None:
    received(cast)
    assert worked("compare") == ["1", "0"]
    with acting_as(cast.independent_chair.pk):
        assert Comparison.objects.get().is_done
        assert AuditEvent.objects.get(kind="chronology.compared").actor_id == COMPARER
