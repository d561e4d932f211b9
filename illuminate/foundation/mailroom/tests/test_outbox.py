"""Writing into the outbox: in the same transaction as the change, locked, seen by few."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions, queries
from illuminate.foundation.mailroom.actors import CLOCK, MAILROOM
from illuminate.foundation.mailroom.mail import Attachment, unpack
from illuminate.foundation.mailroom.models import Message
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def account_mail(by: User | None, address: str = "new@example.org") -> Message:
    return actions.email_address(
        address=address, template="waits.txt", context={"link": "/invitations/x/"}, compartment=None, by=by
    )


def test_a_message_is_written_with_its_link_and_waits(cast: Cast, write: Callable[..., Message]) -> None:
    written = write()
    with acting_as(cast.coordinator.pk):
        message = queries.waiting().get()
        assert message.pk == written.pk
        assert message.subject == "Something waits for you"
        assert message.body == "Open http://localhost:8000/reviews/abc/\n"
        assert (message.to_user, message.channel) == (cast.partnership_chair, "email")


def test_text_and_addresses_are_never_in_the_clear(cast: Cast, write: Callable[..., Message]) -> None:
    write(
        address="sister@example.org", attachments=(Attachment("meeting.ics", "text/calendar", b"Town Hall"),)
    )
    with acting_as(cast.coordinator.pk), connection.cursor() as cursor:
        cursor.execute("SELECT mailroom_message::text FROM mailroom_message")
        row = cursor.fetchone()[0]
        kept = Message.objects.get()
        assert unpack(kept.attachments) == (Attachment("meeting.ics", "text/calendar", b"Town Hall"),)
    for clear in ("sister", "reviews/abc", "Town"):
        assert clear not in row
        assert clear.encode().hex() not in row


def test_the_job_knows_the_messages_id_and_nothing_else(write: Callable[..., Message]) -> None:
    message = write()
    job = ProcrastinateJob.objects.get()
    assert job.task_name == "mailroom.deliver_message"
    assert job.args == {"message_id": str(message.pk)}


def test_what_is_undone_is_never_sent(cast: Cast, core: Compartment) -> None:
    with acting_as(cast.coordinator.pk), pytest.raises(RuntimeError), transaction.atomic():
        actions.email(
            to=cast.partnership_chair,
            template="waits.txt",
            context={"link": "/x"},
            compartment=core,
            by=cast.coordinator,
        )
        raise RuntimeError("the change is undone")
    with acting_as(cast.coordinator.pk):
        assert not queries.waiting().exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_text_message_has_no_subject(cast: Cast, core: Compartment) -> None:
    message = do(
        actions.text,
        phone="07700 900 982",
        template="code.txt",
        context={"code": "481 226"},
        compartment=core,
        by=cast.coordinator,
    )
    assert (message.channel, message.subject, message.body) == ("sms", "", "Your code is 481 226.")


def test_nobody_outside_the_compartment_sees_the_message(cast: Cast, write: Callable[..., Message]) -> None:
    write()
    for nobody in (cast.officer.pk, cast.stranger.pk, None):
        with acting_as(nobody):
            assert not Message.objects.exists()


def test_the_webs_login_cannot_act_as_the_mailroom(write: Callable[..., Message]) -> None:
    write()
    account_mail(None)
    for actor in (MAILROOM, CLOCK):
        with acting_as(actor):
            assert not Message.objects.exists()


def test_mail_about_an_account_is_seen_by_who_wrote_it_and_who_gets_it(cast: Cast) -> None:
    with acting_as(cast.coordinator.pk):
        actions.email(
            to=cast.officer,
            template="waits.txt",
            context={"link": "/x"},
            compartment=None,
            by=cast.coordinator,
        )
    for user, sees in ((cast.coordinator, 1), (cast.officer, 1), (cast.stranger, 0)):
        with acting_as(user.pk):
            assert Message.objects.count() == sees
            assert queries.visible_to(user).count() == sees


def test_somebody_who_cannot_sign_in_may_cause_mail_and_see_none(cast: Cast) -> None:
    with acting_as(None):
        account_mail(None)
        assert not Message.objects.exists()


def test_nobody_writes_mail_in_anothers_name_or_in_a_strange_compartment(
    cast: Cast, core: Compartment
) -> None:
    with acting_as(cast.stranger.pk):
        with pytest.raises(DatabaseError), transaction.atomic():
            account_mail(cast.coordinator)
        with pytest.raises(Exception, match="key"), transaction.atomic():
            actions.email_address(
                address="a@example.org",
                template="waits.txt",
                context={"link": "/x"},
                compartment=core,
                by=cast.stranger,
            )


def test_messages_cannot_be_removed(cast: Cast, write: Callable[..., Message]) -> None:
    write()
    with (
        acting_as(cast.coordinator.pk),
        pytest.raises(DatabaseError, match="permission"),
        transaction.atomic(),
    ):
        Message.objects.all().delete()
