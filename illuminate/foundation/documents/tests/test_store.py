"""Storing, reading, sharing and moving: locked, once a digest, on record."""

import errno
import os
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from illuminate.foundation.access import compartments
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions, files
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import NotAccepted, Unreadable
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
WORDS = b"What the housing officer wrote."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: object) -> Path:
    settings.DOCUMENTS = tmp_path
    return tmp_path


@pytest.fixture
def core(cast: Cast) -> Compartment:
    review_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        return Compartment.objects.get(review_id=review_id, kind=Kind.CORE)


def stored(core: Compartment, by: User, data: bytes = WORDS, name: str = "Brian Howell.txt") -> Document:
    return do(
        actions.store,
        data=data,
        name=name,
        purpose="test.note",
        compartment=core,
        by=by,
    )


def told(by: User) -> list[str]:
    with acting_as(by.pk):
        return list(
            AuditEvent.objects.filter(kind__startswith="documents.")
            .order_by("recorded_at")
            .values_list("kind", flat=True)
        )


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_neither_the_bytes_nor_the_name_lie_in_the_clear(cast: Cast, core: Compartment, folder: Path) -> None:
    document = stored(core, cast.coordinator)
    path = folder / str(core.review_id) / document.digest
    assert WORDS not in path.read_bytes()
    with acting_as(cast.coordinator.pk):
        kept = Document.objects.get()
        assert b"Howell" not in kept.__dict__["name"]
        assert (kept.name, kept.size, kept.content_type) == ("Brian Howell.txt", len(WORDS), "text/plain")
        assert actions.contents(kept) == WORDS
        assert actions.read(kept, by=cast.coordinator) == WORDS
    assert told(cast.coordinator) == ["documents.stored", "documents.read"]


def test_the_same_bytes_are_kept_once_in_a_review_and_again_in_another(
    cast: Cast, core: Compartment, folder: Path
) -> None:
    first, second = stored(core, cast.coordinator), stored(core, cast.coordinator, name="again.txt")
    assert first.digest == second.digest
    assert len(on_disk(folder)) == 1
    other_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        other = Compartment.objects.get(review_id=other_id, kind=Kind.CORE)
    stored(other, cast.coordinator)
    assert len(on_disk(folder)) == 2


def test_a_stranger_finds_no_file_and_can_store_none(cast: Cast, core: Compartment, folder: Path) -> None:
    stored(core, cast.coordinator)
    with acting_as(cast.stranger.pk):
        assert not Document.objects.exists()
        with pytest.raises(Exception, match="key"), transaction.atomic():
            actions.store(
                data=b"x",
                name="x.txt",
                purpose="x",
                compartment=core,
                by=cast.stranger,
            )
    assert len(on_disk(folder)) == 1


def test_a_full_disk_is_said_in_words_and_leaves_nothing_behind(
    cast: Cast, core: Compartment, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotAccepted, match="no room left"):
        stored(core, cast.coordinator)
    monkeypatch.undo()
    assert on_disk(folder) == []
    with acting_as(cast.coordinator.pk):
        assert not Document.objects.exists()
    assert told(cast.coordinator) == []


def test_a_folder_that_cannot_be_written_is_said_in_words(
    cast: Cast, core: Compartment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(files.tempfile, "mkstemp", locked)
    with pytest.raises(NotAccepted, match="could not be stored"):
        stored(core, cast.coordinator)


def test_a_missing_file_is_said_in_words_and_recorded(cast: Cast, core: Compartment, folder: Path) -> None:
    document = stored(core, cast.coordinator)
    on_disk(folder)[0].unlink()
    with acting_as(cast.coordinator.pk), pytest.raises(Unreadable, match=r"missing.*backup"):
        actions.read(document, by=cast.coordinator)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 500])
def test_a_damaged_file_never_opens_and_the_same_upload_mends_it(
    cast: Cast, core: Compartment, folder: Path, damage: bytes
) -> None:
    document = stored(core, cast.coordinator)
    on_disk(folder)[0].write_bytes(damage)
    with acting_as(cast.coordinator.pk):
        try:
            actions.read(document, by=cast.coordinator)
        except Unreadable as fault:
            assert "damaged" in str(fault)
        assert AuditEvent.objects.filter(kind="documents.found_damaged", subject_id=str(document.pk)).exists()
    stored(core, cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert actions.contents(document) == WORDS


def test_bytes_moved_under_another_digest_do_not_open(cast: Cast, core: Compartment, folder: Path) -> None:
    first = stored(core, cast.coordinator)
    second = stored(core, cast.coordinator, data=b"Something else.")
    files.place(core.review_id, second.digest).replace(files.place(core.review_id, first.digest))
    with acting_as(cast.coordinator.pk), pytest.raises(Unreadable):
        actions.contents(first)


def test_sharing_gives_the_same_bytes_to_another_compartment_once(cast: Cast, core: Compartment) -> None:
    document = stored(core, cast.coordinator)
    with acting_as(cast.coordinator.pk):
        notifier = Compartment.objects.get(review_id=core.review_id, kind=Kind.NOTIFIER)
    copy = do(actions.share, document=document, compartment=notifier, by=cast.coordinator)
    again = do(actions.share, document=document, compartment=notifier, by=cast.coordinator)
    assert copy.pk == again.pk != document.pk
    with acting_as(cast.officer.pk):
        seen = Document.objects.get()
        assert (seen.pk, seen.name) == (copy.pk, "Brian Howell.txt")
        assert actions.read(seen, by=cast.officer) == WORDS


def test_moving_takes_it_out_of_sight_where_it_was(cast: Cast, core: Compartment) -> None:
    with acting_as(cast.coordinator.pk):
        notifier = Compartment.objects.get(review_id=core.review_id, kind=Kind.NOTIFIER)
    document = stored(notifier, cast.coordinator)
    do(actions.move, document=document, compartment=core, by=cast.coordinator)
    with acting_as(cast.officer.pk):
        assert not Document.objects.exists()
    assert told(cast.coordinator) == ["documents.stored", "documents.moved"]


def test_nothing_leaves_its_review(cast: Cast, core: Compartment) -> None:
    document = stored(core, cast.coordinator)
    other_id = opened(cast)
    with acting_as(cast.coordinator.pk):
        other = Compartment.objects.get(review_id=other_id, kind=Kind.CORE)
        for action in (actions.share, actions.move):
            with pytest.raises(ValueError, match="can't leave"):
                action(document=document, compartment=other, by=cast.coordinator)


def test_nobody_can_put_a_file_where_they_do_not_sit(cast: Cast, core: Compartment) -> None:
    with acting_as(cast.coordinator.pk):
        notifier = Compartment.objects.get(review_id=core.review_id, kind=Kind.NOTIFIER)
    document = stored(notifier, cast.officer)
    with acting_as(cast.officer.pk), pytest.raises(DatabaseError), transaction.atomic():
        actions.move(document=document, compartment=core, by=cast.officer)


def test_if_it_cannot_be_recorded_it_is_not_stored(
    cast: Cast, core: Compartment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no audit")

    monkeypatch.setattr(actions, "record", broken)
    with acting_as(cast.coordinator.pk), pytest.raises(RuntimeError), transaction.atomic():
        stored(core, cast.coordinator)
    monkeypatch.undo()
    with acting_as(cast.coordinator.pk):
        assert not Document.objects.exists()


def test_a_closed_compartment_is_found_by_its_review(cast: Cast, core: Compartment) -> None:
    with acting_as(cast.coordinator.pk):
        family = compartments.open_compartment(
            review_id=core.review_id, kind=Kind.HOME_OFFICE, title="Alder", reference="x", by=cast.coordinator
        )
    assert stored(family, cast.coordinator).review_id == core.review_id
