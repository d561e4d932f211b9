"""The worker as a program of its own, on its own login: sees only as the mailroom, survives what befalls it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from illuminate.foundation.access.models import Compartment, Invitation, User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import delivery, queries, worker
from illuminate.foundation.mailroom.actors import CLOCK, MAILROOM, NAMES
from illuminate.foundation.mailroom.models import Message
from illuminate.foundation.mailroom.tests.post_office import PostOffice
from tests import database
from tests.cast import Cast

Write = Callable[..., Message]
PROGRAM = """
import os, django
os.environ["ILLUMINATE_LOGIN"] = "worker"
django.setup()
from illuminate.foundation.mailroom import worker
worker.AGAIN_SECONDS = worker.POLL_SECONDS = 0.5
worker.run()
"""


@pytest.fixture
def core(committed: None, core: Compartment) -> Compartment:
    return core


Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(post_office: PostOffice) -> Iterator[Start]:
    """Starts a worker that sends to the test's post office; whatever still runs at the end is killed."""
    running: list[subprocess.Popen[bytes]] = []
    surroundings = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "illuminate.config.settings", "PYTHONPATH": str(database.ROOT),
        "ILLUMINATE_MAIL_TRANSPORT": "smtp", "ILLUMINATE_SMTP_URL": post_office.url,
    }  # fmt: skip

    def started() -> "subprocess.Popen[bytes]":
        running.append(subprocess.Popen([sys.executable, "-c", PROGRAM], env=surroundings, cwd=database.ROOT))
        return running[-1]

    yield started
    for process in running:
        process.kill()
        process.wait()


def until(question: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if question():
            return True
        time.sleep(0.1)
    return False


def is_sent(message: Message, cast: Cast) -> bool:
    with acting_as(cast.coordinator.pk):
        return Message.objects.get(pk=message.pk).status == "sent"


def test_the_workers_login_without_an_actor_sees_nothing_and_as_the_mailroom_only_mail(
    cast: Cast, write: Write
) -> None:
    message = write()
    for actor, sees in ((None, 0), (CLOCK, 0), (cast.stranger.pk, 0), (MAILROOM, 1)):
        with acting_as(actor, using="worker"):
            assert Message.objects.using("worker").count() == sees
            assert not Compartment.objects.using("worker").exists()
    for asked, answers in (("mailroom_key", True), ("access_review_key", False)):
        with acting_as(MAILROOM, using="worker"), connections["worker"].cursor() as cursor:
            cursor.execute(f"SELECT {asked}(%s)", [message.review_id])
            assert bool(cursor.fetchone()[0]) is answers


def test_the_mailroom_is_given_a_reviews_key_only_while_it_has_something_to_send(
    cast: Cast, write: Write
) -> None:
    message = write()
    assert delivery.deliver(message.pk, eyes=cast.coordinator.pk) is True
    with acting_as(MAILROOM, using="worker"), connections["worker"].cursor() as cursor:
        cursor.execute("SELECT mailroom_key(%s)", [message.review_id])
        assert cursor.fetchone()[0] is None


def test_parts_of_the_program_cannot_sign_in(committed: None) -> None:
    for pk, name in NAMES.items():
        user = User.objects.get(pk=pk)
        assert (user.kind, user.name, user.email_index) == ("system", name, None)
        assert not user.has_usable_password()


def test_on_the_webs_login_the_worker_says_what_is_wrong(committed: None) -> None:
    with pytest.raises(ImproperlyConfigured, match="illuminate worker"):
        worker.run()


def test_whoever_comes_second_passes_by_and_a_released_message_is_sent_once(
    cast: Cast, write: Write, post_office: PostOffice
) -> None:
    message = write()
    with acting_as(MAILROOM, using="worker"):
        held = Message.objects.using("worker").select_for_update().get(pk=message.pk)
        assert held.status == "waiting"
        assert delivery.deliver(message.pk, eyes=cast.coordinator.pk) is False
        connections["worker"].connection.close()
        connections["worker"].needs_rollback = True
    assert delivery.deliver(message.pk, eyes=cast.coordinator.pk) is True
    assert delivery.deliver(message.pk, eyes=cast.coordinator.pk) is False
    assert len(post_office.taken) == 1


def test_it_sends_what_is_written_and_stops_when_asked(
    cast: Cast, write: Write, start: Start, post_office: PostOffice
) -> None:
    before = write()
    process = start()
    assert until(lambda: is_sent(before, cast))
    after = write(address="h.stroud@example.org")
    assert until(lambda: is_sent(after, cast))
    assert len(post_office.taken) == 2
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0


def test_killed_in_the_middle_nothing_is_lost(
    cast: Cast, write: Write, start: Start, post_office: PostOffice
) -> None:
    post_office.mood = "hang"
    message = write()
    process = start()
    assert post_office.reached.wait(30)
    process.kill()
    process.wait()
    assert not is_sent(message, cast)
    post_office.mood = "take"
    start()
    assert until(lambda: is_sent(message, cast), 60), "the minute's look at what was left lying"
    assert len(post_office.taken) == 1


def test_the_database_may_be_away_for_a_while(cast: Cast, write: Write, start: Start) -> None:
    first = write()
    process = start()
    assert until(lambda: is_sent(first, cast))
    second = write()
    connections.close_all()
    with database.SERVER.connect("postgres") as admin:
        admin.autocommit = True
        admin.execute(f'ALTER DATABASE "{database.NAME}" ALLOW_CONNECTIONS false')
        for _ in range(15):
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database.NAME]
            )
            time.sleep(0.2)
        admin.execute(f'ALTER DATABASE "{database.NAME}" ALLOW_CONNECTIONS true')
    third = write()
    assert until(lambda: is_sent(second, cast) and is_sent(third, cast), 60)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(15) == 0


def test_waiting_is_what_whoever_acts_may_see(cast: Cast, write: Write) -> None:
    write()
    with acting_as(cast.coordinator.pk):
        assert queries.waiting().count() == 1
    assert queries.waiting().count() == 0


def test_an_invitation_is_told_by_the_worker(
    cast: Cast, start: Start, post_office: PostOffice, committed: None
) -> None:
    with acting_as(cast.coordinator.pk):
        Invitation.objects.create(user=cast.housing_author, purpose="join", invited_by=cast.coordinator)
    start()
    assert until(lambda: bool(post_office.taken), 60)
    assert b"/invitation/" in post_office.taken[0]
