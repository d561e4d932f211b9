"""Files that no row names go; files that a row names, or is about to name, stay."""

import threading
from pathlib import Path

import pytest
from django.db import DatabaseError, connections, transaction

from illuminate.foundation.access.models import Compartment
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions, files, queries, sweeper
from tests.cast import Cast


@pytest.fixture
def core(committed: None, cast: Cast, tmp_path: Path, settings: object) -> Compartment:
    settings.DOCUMENTS = tmp_path
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        return Compartment.objects.get(review_id=review_id, kind=Kind.CORE)


def store(core: Compartment, cast: Cast, data: bytes) -> str:
    return actions.store(data=data, name="a.txt", purpose="x", compartment=core, by=cast.coordinator).digest


def test_only_what_nobody_names_is_removed(core: Compartment, cast: Cast, tmp_path: Path) -> None:
    with acting_as(cast.coordinator.pk):
        kept = store(core, cast, b"kept")
    with acting_as(cast.coordinator.pk):
        undone = store(core, cast, b"undone")
        transaction.set_rollback(True)
    half = files.place(core.review_id, "abc.part")
    half.write_bytes(b"half")
    (tmp_path / "not-a-review").mkdir()
    assert files.place(core.review_id, undone).exists()
    assert sweeper.sweep(using="worker") == 0, "fresh files may still get their row"
    assert sweeper.sweep(using="worker", older_than=-1) == 2
    assert files.place(core.review_id, kept).exists()
    assert not files.place(core.review_id, undone).exists()
    assert not half.exists()


def test_a_file_that_is_just_being_stored_is_left_alone(core: Compartment, cast: Cast) -> None:
    swept: list[int] = []

    def sweep() -> None:
        swept.append(sweeper.sweep(using="worker", older_than=-1))
        connections.close_all()

    with acting_as(cast.coordinator.pk):
        digest = store(core, cast, b"on its way")
        other = threading.Thread(target=sweep)
        other.start()
        other.join()
    assert swept == [0]
    assert files.place(core.review_id, digest).exists()


def test_only_the_worker_may_ask_what_is_unnamed(core: Compartment, cast: Cast) -> None:
    with (
        acting_as(cast.coordinator.pk),
        pytest.raises(DatabaseError, match="permission"),
        transaction.atomic(),
    ):
        queries.unnamed(core.review_id, ["x"])


def test_no_folder_yet_is_nothing_to_do(settings: object, tmp_path: Path) -> None:
    settings.DOCUMENTS = tmp_path / "none"
    assert sweeper.sweep() == 0
