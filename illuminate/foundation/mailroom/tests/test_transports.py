"""The ways out: SMTP, GOV.UK Notify, the console and the demo's files."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from notifications_python_client.errors import HTTPError

from illuminate.foundation.mailroom import demo, transports
from illuminate.foundation.mailroom.faults import NotDeliverable, TryLater
from illuminate.foundation.mailroom.mail import EMAIL, SMS, Attachment, Mail
from illuminate.foundation.mailroom.notify import Notify
from illuminate.foundation.mailroom.smtp import Smtp
from illuminate.foundation.mailroom.tests.post_office import PostOffice

INVITATION = Attachment(
    "meeting.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
)


def mail(channel: str = EMAIL, to: str = "a.whitcombe@example.org", **more: Any) -> Mail:
    return Mail("0b5e", channel, to, "Something waits – for you", "Open http://localhost:8000/x\n", **more)


def test_smtp_hands_over_a_letter_that_stays_the_same_letter(post_office: PostOffice) -> None:
    transports.of(EMAIL).send(mail(attachments=(INVITATION,)))
    transports.of(EMAIL).send(mail(attachments=(INVITATION,)))
    first, second = post_office.taken
    for letter in (first, second):
        assert b"Message-ID: <0b5e@localhost>" in letter
        assert b"Auto-Submitted: auto-generated" in letter
        assert b'method="REQUEST"' in letter
        assert b"Open http://localhost:8000/x" in letter


@pytest.mark.parametrize(("mood", "fault"), [("refuse", NotDeliverable), ("busy", TryLater)])
def test_smtp_tells_for_ever_from_for_now(post_office: PostOffice, mood: str, fault: type[Exception]) -> None:
    post_office.mood = mood
    with pytest.raises(fault) as raised:
        Smtp().send(mail())
    assert "whitcombe" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_smtp_that_is_not_there_is_tried_later(settings: Any) -> None:
    settings.SMTP_URL = "smtp://127.0.0.1:1"
    with pytest.raises(TryLater, match="could not be reached"):
        Smtp().send(mail())


@pytest.mark.parametrize("to", ["a@example.org\nBcc: b@example.org", "not an address at all, really"])
def test_smtp_refuses_an_address_that_is_none(post_office: PostOffice, to: str) -> None:
    with pytest.raises(NotDeliverable, match="Correct it"):
        Smtp().send(mail(to=to))
    assert post_office.taken == []


@pytest.mark.parametrize("url", ["", "localhost:25", "http://x"])
def test_smtp_says_how_it_is_set_up(settings: Any, url: str) -> None:
    settings.SMTP_URL = url
    with pytest.raises(ImproperlyConfigured, match="smtp://user"):
        Smtp().send(mail())


class Client:
    """GOV.UK Notify, as far as it is used here."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.sent: list[dict[str, Any]] = []

    def _take(self, **what: Any) -> None:
        if self.status:
            raise HTTPError(type("Answer", (), {"status_code": self.status, "json": lambda _: {}})())
        self.sent.append(what)

    send_email_notification = send_sms_notification = _take

    def get_all_notifications(self, status: str) -> dict[str, Any]:
        self._take(status=status)
        return {"notifications": [{"reference": "0b5e"}, {"reference": None}]}


def test_notify_gets_our_words_and_our_reference(settings: Any) -> None:
    settings.NOTIFY_EMAIL_TEMPLATE, settings.NOTIFY_SMS_TEMPLATE = "t-mail", "t-text"
    client = Client()
    Notify(client).send(mail(attachments=(INVITATION,)))
    Notify(client).send(mail(SMS, "07700 900 982"))
    letter, text = client.sent
    assert (letter["template_id"], letter["reference"]) == ("t-mail", "0b5e")
    assert letter["personalisation"]["subject"].startswith("Something waits")
    assert "can't be sent with it" in letter["personalisation"]["body"]
    assert (text["phone_number"], text["template_id"]) == ("07700 900 982", "t-text")
    assert Notify(client).bounced() == {"0b5e"}


@pytest.mark.parametrize(
    ("status", "fault"),
    [(400, NotDeliverable), (403, TryLater), (429, TryLater), (500, TryLater), (503, TryLater)],
)
def test_notify_tells_for_ever_from_for_now(status: int, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        Notify(Client(status)).send(mail())


def test_notify_says_how_it_is_set_up() -> None:
    with pytest.raises(ImproperlyConfigured, match="NOTIFY_API_KEY"):
        Notify()


def test_each_channel_has_its_way(settings: Any) -> None:
    settings.MAIL_TRANSPORT = "smtp"
    assert isinstance(transports.of(EMAIL), Smtp)
    with pytest.raises(NotDeliverable, match="is not set up"):
        transports.of(SMS)
    settings.NOTIFY_API_KEY = f"key-{'1' * 36}-{'2' * 36}"
    settings.NOTIFY_EMAIL_TEMPLATE = settings.NOTIFY_SMS_TEMPLATE = "t"
    assert isinstance(transports.of(SMS), Notify)
    settings.MAIL_TRANSPORT = "notify"
    assert isinstance(transports.of(EMAIL), Notify)


def test_the_console_says_neither_to_whom_nor_what(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.MAIL_TRANSPORT, settings.DEMO = "console", False
    transports.of(EMAIL).send(mail())
    said = capsys.readouterr()
    assert said.out == ""
    assert "0b5e" in said.err
    for secret in ("whitcombe", "Something", "localhost"):
        assert secret not in said.err


def test_the_demo_keeps_each_message_once(settings: Any, tmp_path: Path) -> None:
    settings.MAIL_TRANSPORT, settings.DEMO, settings.DATA = "console", True, tmp_path
    assert demo.kept() == []
    for _ in range(2):
        transports.of(EMAIL).send(mail(attachments=(INVITATION,)))
    transports.of(SMS).send(Mail("77aa", SMS, "07700 900 982", "", "Your code is 1.\n"))
    newest, first = demo.kept()
    assert (newest.subject, newest.to, newest.body.strip()) == (
        "Text message",
        "07700 900 982",
        "Your code is 1.",
    )
    assert (first.subject, first.attached) == ("Something waits – for you", "meeting.ics")
    assert "http://localhost:8000/x" in first.body
