"""The coordinator's mail page, and the demo's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions, delivery, demo, transports
from illuminate.foundation.mailroom.mail import EMAIL, Mail
from illuminate.foundation.mailroom.models import Message
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Write = Callable[..., Message]
OUTBOX = "/mail/"


@pytest.fixture
def failed(cast: Cast, write: Write) -> Message:
    """A message to an account that is closed meanwhile."""
    message = write(address=" ")
    delivery.deliver_all()
    return message


def again(message: Message) -> str:
    return reverse("mailroom:send_again", args=[message.pk])


def test_signed_out_is_sent_to_sign_in(client: Client, failed: Message) -> None:
    for address in (OUTBOX, f"/mail/{failed.pk}/", again(failed)):
        answer = client.post(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/")


def test_without_a_coordinators_post_there_is_no_such_page(
    client: Client, cast: Cast, failed: Message
) -> None:
    for user in (cast.officer, cast.partnership_chair):
        client.force_login(user)
        assert client.get(OUTBOX).status_code == 404
        assert client.get(f"/mail/{failed.pk}/").status_code == 404
        assert client.post(again(failed)).status_code == 404


def test_another_boroughs_coordinator_sees_none_of_it(client: Client, cast: Cast, failed: Message) -> None:
    client.force_login(cast.stranger)
    assert "no messages yet" in client.get(OUTBOX).content.decode()
    assert client.get(f"/mail/{failed.pk}/").status_code == 404
    assert client.post(again(failed)).status_code == 404
    with acting_as(cast.stranger.pk), pytest.raises(PermissionDenied):
        actions.send_again(message=failed, by=cast.stranger)


def test_the_coordinator_sees_what_failed_first_and_why(
    client: Client, cast: Cast, failed: Message, write: Write
) -> None:
    write()
    client.force_login(cast.coordinator)
    page = client.get(OUTBOX).content.decode()
    assert page.index("Not delivered") < page.index("Waiting")
    assert "There is no address" in page
    assert str(failed.pk) in page
    assert "<title>Mail" in page


def test_a_message_has_its_own_page_and_looking_at_it_is_recorded(
    client: Client, cast: Cast, write: Write
) -> None:
    message = write(address="h.stroud@example.org")
    client.force_login(cast.coordinator)
    page = client.get(f"/mail/{message.pk}/").content.decode()
    assert "h.stroud@example.org" in page
    assert "/reviews/abc/" not in page, "its text may hold a private link"
    assert "Send again" not in page
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="mailroom.read", subject_id=str(message.pk)).count() == 1


def test_a_failed_message_is_sent_again_once(client: Client, cast: Cast, failed: Message) -> None:
    client.force_login(cast.coordinator)
    assert "Send again" in client.get(f"/mail/{failed.pk}/").content.decode()
    assert client.get(again(failed)).status_code == 405
    first = client.post(again(failed), follow=True).content.decode()
    second = client.post(again(failed), follow=True).content.decode()
    assert "will be sent again" in first
    assert "on its way already" in second
    with acting_as(cast.coordinator.pk):
        message = Message.objects.get(pk=failed.pk)
        assert (message.status, message.attempts, message.error) == ("waiting", 0, "")
        assert AuditEvent.objects.filter(kind="mailroom.sent_again").count() == 1


def test_the_page_asks_the_same_number_of_questions_for_many_messages(
    client: Client,
    cast: Cast,
    write: Write,
    django_assert_num_queries: Callable[..., object],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client.force_login(cast.coordinator)
    write()
    client.get(OUTBOX)
    with django_assert_max_num_queries(40) as few:
        client.get(OUTBOX)
    for number in range(12):
        write(address=f"a{number}@example.org" if number % 2 else "")
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(OUTBOX)


def test_the_demos_mail_can_be_read_by_a_newcomer_and_its_links_followed(
    client: Client, settings: object, tmp_path: Path
) -> None:
    settings.DATA, settings.MAIL_TRANSPORT = tmp_path, "console"
    assert "No message has been sent" in client.get("/demo/mail/").content.decode()
    transports.of(EMAIL).send(
        Mail("0b5e", EMAIL, "a@example.org", "<b>", "Open http://localhost:8000/invitations/x/ now")
    )
    page = client.get("/demo/mail/").content.decode()
    assert 'href="http://localhost:8000/invitations/x/"' in page
    assert "&lt;b&gt;" in page
    assert len(demo.kept()) == 1


def test_outside_the_demo_there_is_no_such_page(client: Client, settings: object) -> None:
    settings.DEMO = False
    assert client.get("/demo/mail/").status_code == 404
