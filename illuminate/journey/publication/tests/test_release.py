"""The release: exactly the approved bytes, all of them or nothing; and taking it back."""

import errno
import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.publication import (
    CHECKED_ON,
    PUBLISHED_ON,
    agreed,
    checked,
    files,
    frozen,
    published,
)
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.publication import actions, notices, queries, store
from illuminate.journey.publication.models import (
    FrozenFile,
    Release,
    ReleasedAction,
    ReleasedFile,
    ReleasedLesson,
    ReleasedRecommendation,
    ReleasedReport,
    ReleasedStatement,
    ReleasedWithdrawal,
)
from tests.cast import Cast, do, reloaded

pytestmark = pytest.mark.django_db

PUBLIC = (
    ReleasedAction, ReleasedFile, ReleasedLesson, ReleasedRecommendation, ReleasedReport, ReleasedStatement,
    ReleasedWithdrawal,
)  # fmt: skip


@pytest.fixture(autouse=True)
def released(tmp_path: Path, settings: object) -> Path:
    settings.RELEASED = tmp_path / "released"
    return settings.RELEASED


def kept() -> set[str]:
    folder = Path(settings.RELEASED)
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_what_is_public_is_what_was_frozen(cast: Cast) -> None:
    release = published(cast)
    report = ReleasedReport.objects.get()
    assert (report.title, report.partnership, report.died) == (
        "Louise",
        cast.partnership.name,
        "October 2021",
    )
    assert report.published_on == PUBLISHED_ON
    assert report.slug.startswith("louise-")
    with acting_as(cast.coordinator.pk):
        digests = dict(FrozenFile.objects.exclude(kind="page").values_list("kind", "digest"))
        assert reloaded(cast, release.review).stage == "published"
    assert dict(ReleasedFile.objects.values_list("kind", "digest")) == digests
    assert kept() == set(digests.values())
    for digest in kept():
        assert hashlib.sha256(store.place(digest).read_bytes()).hexdigest() == digest
    assert ReleasedFile.objects.get(kind="plan").name == "louise-action-plan.docx"
    recommendation = ReleasedRecommendation.objects.get(number=1)
    assert (recommendation.lead, recommendation.lesson_numbers) == (cast.housing.name, [2])
    assert recommendation.actions.get().owner == f"Head of Housing, {cast.housing.name}"
    assert ReleasedLesson.objects.get(number=2).title == "Housing decisions can strengthen control"


def test_nothing_public_points_inside(cast: Cast) -> None:
    release = published(cast)
    inside = {str(release.pk), str(release.review_id), str(release.frozen_id), release.review.slug}
    for model in PUBLIC:
        for row in model.objects.values():
            assert not inside & {str(value) for value in row.values()}


def test_before_the_release_there_is_no_public_row_and_no_public_file(cast: Cast) -> None:
    agreed(cast)
    assert not any(model.objects.exists() for model in PUBLIC)
    assert kept() == set()


def test_it_is_published_once(cast: Cast) -> None:
    release = published(cast)
    with pytest.raises(Refused, match="public already"):
        do(actions.release, frozen=release.frozen, by=cast.coordinator)
    assert ReleasedReport.objects.count() == 1


def test_only_the_coordinator_publishes(cast: Cast) -> None:
    report = agreed(cast)
    for person in (cast.partnership_chair, cast.independent_chair, cast.panel_member, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.release, frozen=report, by=person)


def test_the_release_is_on_record_and_told_without_a_name(cast: Cast) -> None:
    release = published(cast)
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.get(kind="publication.released")
        assert event.detail == {"digest": release.digest}
        assert event.actor_id == cast.coordinator.pk
    with acting_as(cast.partnership_chair.pk):
        told = {
            message.to_user_id for message in mailroom.waiting() if "has been published" in message.subject
        }
        bodies = " ".join(message.body + message.subject for message in mailroom.waiting())
    assert {cast.partnership_chair.pk, cast.independent_chair.pk, cast.quality_reader.pk} <= told
    assert "Louise" not in bodies
    assert "Holloway" not in bodies


def test_a_full_disk_leaves_nothing_half_done(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    report, real, calls = agreed(cast), store.write_whole, []

    def full(target: Path, data: bytes) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(target, data)

    monkeypatch.setattr(store, "write_whole", full)
    with pytest.raises(Refused, match="no room left") as refused:
        do(actions.release, frozen=report, by=cast.coordinator)
    assert "Nothing was published" in str(refused.value)
    assert kept() == set()
    assert not any(model.objects.exists() for model in PUBLIC)
    with acting_as(cast.coordinator.pk):
        assert not Release.objects.exists()
        assert reloaded(cast, report.review).stage == "approved"
    monkeypatch.setattr(store, "write_whole", real)
    do(actions.release, frozen=report, by=cast.coordinator)
    assert len(kept()) == 4


def test_a_fault_after_the_files_leaves_none_of_them(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    report = agreed(cast)
    monkeypatch.setattr(notices, "released", _break)
    with pytest.raises(ZeroDivisionError):
        do(actions.release, frozen=report, by=cast.coordinator)
    assert kept() == set()
    assert not ReleasedReport.objects.exists()


def _break(*args: object, **kwargs: object) -> None:
    raise ZeroDivisionError


def test_what_a_broken_off_release_left_is_swept_away(cast: Cast, released: Path) -> None:
    released.mkdir()
    (released / ("f" * 64)).write_bytes(b"left behind by a machine that went down")
    (released / "half.part").write_bytes(b"half")
    published(cast)
    assert "f" * 64 not in kept()
    assert "half.part" not in kept()
    assert len(kept()) == 4


def test_a_damaged_public_copy_is_written_anew(cast: Cast, released: Path) -> None:
    report = agreed(cast)
    with acting_as(cast.coordinator.pk):
        digest = FrozenFile.objects.get(frozen=report, kind="overview").digest
    released.mkdir()
    (released / digest).write_bytes(b"damaged")
    do(actions.release, frozen=report, by=cast.coordinator)
    assert hashlib.sha256((released / digest).read_bytes()).hexdigest() == digest


def test_taken_down_nothing_is_left_and_the_review_is_at_the_gate(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    release = published(cast)
    with pytest.raises(Refused, match="Say why"):
        do(actions.take_down, release=release, reason=" ", by=cast.coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        do(actions.take_down, release=release, reason="A place can be recognised.", by=cast.partnership_chair)
    assert not any(model.objects.exists() for model in PUBLIC)
    assert kept() == set()
    with acting_as(cast.coordinator.pk):
        assert reloaded(cast, release.review).stage == "approved"
        assert Release.objects.get().taken_down_why == "A place can be recognised."
    with pytest.raises(Refused, match="already"):
        do(actions.take_down, release=release, reason="Again.", by=cast.coordinator)


def test_only_the_partnership_takes_it_down(cast: Cast) -> None:
    release = published(cast)
    for person in (cast.independent_chair, cast.quality_reader, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.take_down, release=release, reason="No.", by=person)


def test_after_a_takedown_everything_is_agreed_again_and_the_address_stays(cast: Cast) -> None:
    release = published(cast)
    do(actions.take_down, release=release, reason="A slip.", say_so=True, by=cast.coordinator)
    assert ReleasedWithdrawal.objects.get().slug == release.slug
    review = reloaded(cast, release.review)
    with pytest.raises(Refused, match="opened again after the report was frozen"):
        do(actions.release, frozen=release.frozen, by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        again = {row.kind: row.document for row in FrozenFile.objects.filter(frozen=release.frozen)}
    again.pop("page")
    second = do(actions.freeze, review=review, documents=again, died="October 2021", summary=release.frozen.summary,
                by=cast.coordinator)  # fmt: skip
    assert second.digest == release.digest
    with pytest.raises(Refused, match="has not agreed to the publication of exactly these files"):
        do(actions.release, frozen=second, by=cast.coordinator)
    do(actions.approve, frozen=second, by=cast.partnership_chair)
    released_again = do(actions.release, frozen=second, by=cast.coordinator)
    assert released_again.slug == release.slug
    assert not ReleasedWithdrawal.objects.exists()


def test_the_date_chosen_before_still_stands_after_another_freeze(cast: Cast) -> None:
    report = checked(cast, frozen(cast))
    do(actions.choose_date, review=report.review, publish_on=PUBLISHED_ON, happened_on=CHECKED_ON,
       by=cast.coordinator)  # fmt: skip
    given = {**files(cast, report.review)}
    do(
        actions.freeze,
        review=report.review,
        documents=given,
        died="2021",
        summary="Shorter.",
        by=cast.coordinator,
    )
    with acting_as(cast.coordinator.pk):
        assert queries.date_of(report.review).publish_on == PUBLISHED_ON
