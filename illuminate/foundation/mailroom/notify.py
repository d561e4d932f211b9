"""E-mail and text messages by GOV.UK Notify, through two plain templates of the service's own."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from illuminate.foundation.mailroom.faults import NotDeliverable, TryLater
from illuminate.foundation.mailroom.mail import EMAIL, Mail

NOT_ATTACHED = "\nA calendar file belongs to this message, but can't be sent with it."
NO_SUCH_ADDRESS = "GOV.UK Notify does not accept this address."
KEY_REFUSED = "GOV.UK Notify did not accept the key: check ILLUMINATE_NOTIFY_API_KEY."


class Notify:
    """The templates hold only ((subject)) and ((body)): the words are ours. Notify attaches no calendar files."""

    def __init__(self, client: Any = None) -> None:
        self.client = client or _client()

    def send(self, mail: Mail) -> None:
        try:
            self._send_email(mail) if mail.channel == EMAIL else self._send_text(mail)
        except APIError as fault:
            raise _explained(fault) from None

    def bounced(self) -> set[str]:
        """The references of the latest messages that Notify could not deliver after taking them."""
        try:
            found = self.client.get_all_notifications(status="failed")
        except APIError as fault:
            raise _explained(fault) from None
        return {one["reference"] for one in found["notifications"] if one.get("reference")}

    def _send_email(self, mail: Mail) -> None:
        body = mail.body + (NOT_ATTACHED if mail.attachments else "")
        self.client.send_email_notification(
            email_address=mail.to,
            template_id=settings.NOTIFY_EMAIL_TEMPLATE,
            personalisation={"subject": mail.subject, "body": body},
            reference=mail.reference,
        )

    def _send_text(self, mail: Mail) -> None:
        self.client.send_sms_notification(
            phone_number=mail.to,
            template_id=settings.NOTIFY_SMS_TEMPLATE,
            personalisation={"body": mail.body},
            reference=mail.reference,
        )


def _client() -> NotificationsAPIClient:
    if not (settings.NOTIFY_API_KEY and settings.NOTIFY_EMAIL_TEMPLATE and settings.NOTIFY_SMS_TEMPLATE):
        raise ImproperlyConfigured(
            "GOV.UK Notify needs ILLUMINATE_NOTIFY_API_KEY, ILLUMINATE_NOTIFY_EMAIL_TEMPLATE and "
            "ILLUMINATE_NOTIFY_SMS_TEMPLATE."
        )
    return NotificationsAPIClient(settings.NOTIFY_API_KEY)  # type: ignore[no-untyped-call]  # the client has no types


def _explained(fault: APIError) -> Exception:
    """400 is about this message, 403 about the key, everything else passes."""
    if fault.status_code == 400:
        return NotDeliverable(NO_SUCH_ADDRESS)
    if fault.status_code == 403:
        return TryLater(KEY_REFUSED)
    if fault.status_code == 429:
        return TryLater("GOV.UK Notify takes no more messages for now.")
    return TryLater("GOV.UK Notify could not be reached.")
