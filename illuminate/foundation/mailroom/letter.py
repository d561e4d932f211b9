"""A message as an internet mail, which SMTP sends and the demo keeps."""

from email.mime.base import MIMEBase
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage

from illuminate.foundation.mailroom.mail import Attachment, Mail


def as_email(mail: Mail) -> EmailMessage:
    """The same message is the same letter however often it is tried: its Message-ID never changes."""
    letter = EmailMessage(
        subject=mail.subject,
        body=mail.body,
        from_email=settings.MAIL_FROM,
        to=[mail.to],
        headers={
            "Message-ID": f"<{mail.reference}@{settings.MAIL_FROM.rpartition('@')[2].strip('>') or 'illuminate'}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    for one in mail.attachments:
        letter.attach(_part(one)) if _is_invitation(one) else letter.attach(
            one.name, one.data, one.content_type
        )
    return letter


def _is_invitation(attachment: Attachment) -> bool:
    return attachment.content_type.startswith("text/calendar")


def _part(invitation: Attachment) -> MIMEBase:
    """A calendar part that says what it asks, so that mail programs offer to accept it."""
    text = invitation.data.decode()
    part = MIMEText(text, "calendar", "utf-8")
    part.set_param("method", "CANCEL" if "METHOD:CANCEL" in text else "REQUEST")
    part.add_header("Content-Disposition", "attachment", filename=invitation.name)
    return part
