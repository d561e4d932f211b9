"""The ways out of the house. Each takes a `Mail` and either hands it over or raises one of `faults`."""

import sys
from typing import Protocol

from django.conf import settings

from illuminate.foundation.mailroom.mail import Mail

MEMORY: list[Mail] = []


class Transport(Protocol):
    def send(self, mail: Mail) -> None: ...


class Memory:
    """Keeps what it is given in a list: for tests."""

    def send(self, mail: Mail) -> None:
        MEMORY.append(mail)


class Console:
    """Says that there is a message, and nothing of what it says or to whom."""

    def send(self, mail: Mail) -> None:
        sys.stderr.write(f"mail {mail.reference}: {mail.channel}, not sent (console): {mail.subject}\n")


def of(channel: str) -> Transport:
    """The way out for a channel, from the settings."""
    return Memory() if settings.MAIL_TRANSPORT == "memory" else Console()
