"""Sending: once each, again when it could not be handed over, never lost, and failures are told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions_delivery, delivery, transports
from illuminate.foundation.mailroom.faults import NotDeliverable, TryLater
from illuminate.foundation.mailroom.mail import Mail
from illuminate.foundation.mailroom.models import Message
from illuminate.foundation.mailroom.tests.post_office import PostOffice
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Write = Callable[..., Message]


class Moody:
    """A way out that fails as told; `fault` None takes the mail."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.taken: list[Mail] = []
        self.came_back: set[str] = set()

    def send(self, mail: Mail) -> None:
        if self.fault:
            raise self.fault
        self.taken.append(mail)

    def bounced(self) -> set[str]:
        return self.came_back


@pytest.fixture
def way_out(monkeypatch: pytest.MonkeyPatch) -> Moody:
    moody = Moody()
    monkeypatch.setattr(transports, "of", lambda channel: moody)
    return moody


def state(message: Message, cast: Cast) -> Message:
    with acting_as(cast.coordinator.pk):
        return Message.objects.get(pk=message.pk)


def told(cast: Cast) -> list[str]:
    with acting_as(cast.coordinator.pk):
        return list(AuditEvent.objects.filter(kind__startswith="mailroom.").values_list("kind", flat=True))


def test_a_message_is_sent_once(cast: Cast, write: Write) -> None:
    message = write()
    assert delivery.deliver_all() == 1
    assert delivery.deliver_all() == 0
    (mail,) = transports.MEMORY
    assert (mail.to, mail.reference) == (cast.partnership_chair.email, str(message.pk))
    assert state(message, cast).status == "sent"
    assert told(cast) == ["mailroom.sent"]


def test_a_bounce_is_final_and_the_coordinator_is_shown_why(cast: Cast, write: Write, way_out: Moody) -> None:
    way_out.fault = NotDeliverable("There is no such address.")
    message = write(address="nobody@example.org")
    assert delivery.deliver_all() == 0
    failed = state(message, cast)
    assert (failed.status, failed.error, failed.attempts) == ("failed", "There is no such address.", 1)
    assert told(cast) == ["mailroom.failed"]
    way_out.fault = None
    assert delivery.deliver_all() == 0


def test_down_then_up_is_sent_after_a_wait(cast: Cast, write: Write, way_out: Moody) -> None:
    way_out.fault = TryLater("The mail server could not be reached.")
    message = write()
    delivery.deliver_all()
    waiting = state(message, cast)
    assert (waiting.status, waiting.attempts) == ("waiting", 1)
    assert ProcrastinateJob.objects.filter(scheduled_at=waiting.next_try_at).count() == 1
    way_out.fault = None
    assert delivery.deliver_all() == 0, "it is not yet time"
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        assert delivery.deliver_all() == 1
    assert state(message, cast).error == ""


def test_after_five_tries_it_is_given_up(cast: Cast, write: Write, way_out: Moody) -> None:
    way_out.fault = TryLater("The mail server could not be reached.")
    message = write()
    for day in range(6):
        with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
            delivery.deliver_all()
    failed = state(message, cast)
    assert (failed.status, failed.attempts) == ("failed", actions_delivery.ATTEMPTS)
    assert failed.error == "The mail server could not be reached. It was tried 5 times."


def test_the_unforeseen_is_put_off_and_logged_without_words(
    cast: Cast, write: Write, way_out: Moody, caplog: pytest.LogCaptureFixture
) -> None:
    way_out.fault = RuntimeError("to sister@example.org: Open /reviews/abc/")
    message = write(address="sister@example.org")
    delivery.deliver_all()
    assert state(message, cast).status == "waiting"
    assert "RuntimeError" in caplog.text
    assert "sister" not in caplog.text
    assert "abc" not in caplog.text


def test_one_bad_message_does_not_keep_the_others(cast: Cast, write: Write, way_out: Moody) -> None:
    bad, good = write(address="bad@example.org"), write()

    def send(mail: Mail) -> None:
        if mail.to.startswith("bad"):
            raise RuntimeError

    way_out.send = send
    assert delivery.deliver_all() == 1
    assert (state(bad, cast).status, state(good, cast).status) == ("waiting", "sent")


def test_a_closed_account_gets_nothing(cast: Cast, write: Write) -> None:
    message = write()
    cast.partnership_chair.is_active = False
    cast.partnership_chair.save()
    delivery.deliver_all()
    assert transports.MEMORY == []
    assert "closed" in state(message, cast).error


def test_a_changed_address_is_the_one_used(cast: Cast, write: Write) -> None:
    write()
    cast.partnership_chair.set_email("new@example.org")
    cast.partnership_chair.save()
    delivery.deliver_all()
    assert [mail.to for mail in transports.MEMORY] == ["new@example.org"]


def test_without_an_address_it_fails_in_words(cast: Cast, write: Write) -> None:
    cast.partnership_chair.set_email("")
    cast.partnership_chair.save()
    message = write()
    delivery.deliver_all()
    assert "no address" in state(message, cast).error


def test_what_came_back_later_is_a_failure_too(cast: Cast, write: Write, way_out: Moody) -> None:
    message, other = write(), write()
    delivery.deliver_all()
    way_out.came_back = {str(message.pk), "somebody else's"}
    assert delivery.collect_bounces(eyes=cast.coordinator.pk) == 1
    assert delivery.collect_bounces(eyes=cast.coordinator.pk) == 0
    assert (state(message, cast).status, state(other, cast).status) == ("failed", "sent")


def test_a_wrong_setting_loses_nothing(cast: Cast, write: Write, settings: object) -> None:
    message = write()
    settings.MAIL_TRANSPORT = "pigeon"
    with acting_as(cast.coordinator.pk):
        delivery.deliver(message.pk, eyes=cast.coordinator.pk)
    assert state(message, cast).status == "waiting"
    assert "ILLUMINATE_MAIL_TRANSPORT" in state(message, cast).error


def test_an_address_that_the_server_does_not_know_bounces(
    cast: Cast, write: Write, post_office: PostOffice
) -> None:
    message = write(address="nobody@example.org")
    post_office.mood = "refuse"
    delivery.deliver(message.pk, eyes=cast.coordinator.pk)
    assert state(message, cast).error == "The mail server says that there is no such address."
