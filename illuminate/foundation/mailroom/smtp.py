"""E-mail by an SMTP server."""

import smtplib
from typing import NoReturn
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.smtp import EmailBackend

from illuminate.foundation.mailroom.faults import NotDeliverable, TryLater
from illuminate.foundation.mailroom.letter import as_email
from illuminate.foundation.mailroom.mail import Mail

SECONDS = 20
ON_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
UNREACHABLE = "The mail server could not be reached."


class Smtp:
    """`smtps://` speaks TLS from the start; `smtp://` turns to TLS, except with a server on this machine."""

    def send(self, mail: Mail) -> None:
        try:
            _server().send_messages([as_email(mail)])
        except (smtplib.SMTPException, OSError, ValueError) as fault:
            _explain(fault)

    def bounced(self) -> set[str]:
        """Bounces come back as mail to the sender's own box, which this program does not read."""
        return set()


def _server() -> EmailBackend:
    parts = urlsplit(settings.SMTP_URL)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured("ILLUMINATE_SMTP_URL must be like smtp://user:password@host:port.")
    secure = parts.scheme == "smtps"
    return EmailBackend(
        host=parts.hostname,
        port=parts.port or (465 if secure else 587),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_ssl=secure,
        use_tls=not secure and parts.hostname not in ON_THIS_MACHINE,
        timeout=SECONDS,
    )


def _explain(fault: Exception) -> NoReturn:
    """For ever, or for now; in words without the address, which the server's own words often hold."""
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        raise TryLater("The mail server did not accept the sign-in: check ILLUMINATE_SMTP_URL.") from None
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in fault.recipients.values()]
        if codes and all(500 <= code < 600 for code in codes):
            raise NotDeliverable("The mail server says that there is no such address.") from None
        raise TryLater("The mail server could not take the message for this address now.") from None
    if isinstance(fault, smtplib.SMTPResponseException) and 500 <= fault.smtp_code < 600:
        raise NotDeliverable(f"The mail server refused the message (code {fault.smtp_code}).") from None
    if isinstance(fault, ValueError):
        raise NotDeliverable("The address is not one that mail can be sent to. Correct it.") from None
    raise TryLater(UNREACHABLE) from None
