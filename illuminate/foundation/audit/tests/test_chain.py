"""The audit table grows, and only grows; a change of any row is found."""

import threading
from datetime import date

import pytest
from django.db import DatabaseError, connection, connections, transaction

from illuminate.foundation.access.models import Organisation
from illuminate.foundation.audit.actions import record
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.audit.verify import verify
from illuminate.foundation.database.acting import acting_as
from tests.cast import Cast

WRITERS = 20


def say(cast: Cast, kind: str = "test.said") -> None:
    with acting_as(cast.coordinator.pk):
        record(kind, cast.partnership, by=cast.coordinator, happened_on=date(2026, 1, 2), detail={"count": 1})


@pytest.mark.usefixtures("committed")
class TestCommitted:
    def test_an_untouched_chain_is_whole(self, cast: Cast) -> None:
        for _ in range(3):
            say(cast)
        verdict = verify()
        assert verdict.whole
        assert verdict.checked == 3

    def test_twenty_writers_at_once_neither_deadlock_nor_break_the_chain(self, cast: Cast) -> None:
        _ = cast.coordinator, cast.partnership
        errors: list[Exception] = []

        def write() -> None:
            try:
                for _ in range(3):
                    say(cast)
            except Exception as error:  # whatever it was, the test tells it
                errors.append(error)
            finally:
                connections["default"].close()

        threads = [threading.Thread(target=write) for _ in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not errors
        verdict = verify()
        assert verdict.whole
        assert verdict.checked == WRITERS * 3

    @pytest.mark.parametrize(
        ("tampering", "why"),
        [
            ("UPDATE audit_event SET kind = 'test.other' WHERE sequence = 2", "columns"),
            (
                "UPDATE audit_event SET canonical = replace(canonical, 'said', 'seen') WHERE sequence = 2",
                "seal",
            ),
            ("DELETE FROM audit_event WHERE sequence = 2", "missing"),
            ("UPDATE audit_event SET previous = repeat('0', 64) WHERE sequence = 2", "follow"),
        ],
    )
    def test_the_first_broken_row_is_named(self, cast: Cast, tampering: str, why: str) -> None:
        for _ in range(3):
            say(cast)
        with connections["owner"].cursor() as cursor:
            cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_refuse")
            cursor.execute(tampering)
            cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER audit_refuse")
        verdict = verify()
        assert verdict.broken is not None
        assert why in str(verdict.broken["why"])

    @pytest.mark.parametrize("alias", ["default", "worker", "owner"])
    @pytest.mark.parametrize(
        "statement",
        ["UPDATE audit_event SET kind = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event"],
    )
    def test_no_login_that_the_program_uses_may_change_it(
        self, cast: Cast, alias: str, statement: str
    ) -> None:
        say(cast)
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(using=alias),
            connections[alias].cursor() as cursor,
        ):
            cursor.execute(statement)

    def test_if_the_audit_row_cannot_be_written_nothing_changed(self, cast: Cast) -> None:
        _ = cast.coordinator
        with connections["owner"].cursor() as cursor:
            cursor.execute("ALTER TABLE audit_event ADD CONSTRAINT sabotage CHECK (kind <> 'test.said')")
        with pytest.raises(DatabaseError), acting_as(cast.coordinator.pk):
            Organisation.objects.create(name="Half done", type="agency")
            record("test.said", cast.partnership, by=cast.coordinator)
        assert not Organisation.objects.filter(name="Half done").exists()


@pytest.mark.django_db
def test_nobody_can_write_in_another_persons_name(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="another actor"), acting_as(cast.officer.pk):
        record("test.said", cast.partnership, by=cast.coordinator)


@pytest.mark.django_db
def test_the_moment_of_recording_is_the_databases_own(cast: Cast) -> None:
    with acting_as(cast.coordinator.pk):
        AuditEvent.objects.create(
            kind="test.said",
            actor_id=cast.coordinator.pk,
            recorded_at="2001-01-01T00:00Z",
            sequence=99,
            hash="f" * 64,
        )
        event = AuditEvent.objects.get(kind="test.said")
        assert event.recorded_at.year > 2001
        assert event.sequence is None
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        event.refresh_from_db()
        assert event.sequence is not None
