"""The ways out of the house. Each takes a `Mail` and either hands it over or raises one of `faults`.

memory   keeps what it is given: for tests
console  sends nothing; the demo keeps each mail as a file that its own page shows
smtp     an SMTP server; text messages go by GOV.UK Notify, if that is set up
notify   GOV.UK Notify, both
"""

import sys
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from illuminate.foundation.mailroom import demo
from illuminate.foundation.mailroom.faults import NotDeliverable
from illuminate.foundation.mailroom.mail import EMAIL, Mail
from illuminate.foundation.mailroom.notify import Notify
from illuminate.foundation.mailroom.smtp import Smtp

MEMORY: list[Mail] = []


class Transport(Protocol):
    """A way out. `bounced` gives the references of what was handed over and came back later."""

    def send(self, mail: Mail) -> None: ...

    def bounced(self) -> set[str]: ...


class Memory:
    """Keeps what it is given in a list: for tests."""

    def send(self, mail: Mail) -> None:
        MEMORY.append(mail)

    def bounced(self) -> set[str]:
        return set()


class Console:
    """Sends nothing, and says only that there would be something: neither to whom nor what."""

    def send(self, mail: Mail) -> None:
        if settings.DEMO:
            demo.keep(mail)
        else:
            sys.stderr.write(
                f"Message {mail.reference} was not sent: ILLUMINATE_MAIL_TRANSPORT is console.\n"
            )

    def bounced(self) -> set[str]:
        return set()


def of(channel: str) -> Transport:
    """The way out for a channel, from the settings."""
    chosen = settings.MAIL_TRANSPORT
    if chosen == "memory":
        return Memory()
    if chosen == "console":
        return Console()
    if chosen == "notify" or (chosen == "smtp" and channel != EMAIL and settings.NOTIFY_API_KEY):
        return Notify()
    if chosen == "smtp" and channel == EMAIL:
        return Smtp()
    if chosen == "smtp":
        raise NotDeliverable("Text messages can’t be sent: GOV.UK Notify is not set up.")
    raise ImproperlyConfigured("ILLUMINATE_MAIL_TRANSPORT must be console, smtp or notify.")
