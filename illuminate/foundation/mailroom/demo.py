"""The demo's mail: nothing leaves the machine; each message is a file, shown on a page of the demo's own."""

import email
import email.policy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from illuminate.foundation.mailroom.letter import as_email
from illuminate.foundation.mailroom.mail import SMS, Mail

SHOWN = 100
WRITTEN = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True)
class Kept:
    """A message as the demo's page shows it."""

    at: datetime
    to: str
    subject: str
    body: str
    attached: str


def folder() -> Path:
    return Path(settings.DATA) / "mail"


def keep(mail: Mail) -> Path:
    """Write the whole message as a file that any mail program opens. The same message twice is one file."""
    folder().mkdir(parents=True, exist_ok=True)
    known = next(folder().glob(f"*_{mail.reference}.eml"), None)
    path = known or folder() / f"{timezone.now().strftime(WRITTEN)}_{mail.reference}.eml"
    half = path.with_suffix(".part")
    letter = as_email(mail)
    if mail.channel == SMS:
        letter.subject = "Text message"
    half.write_bytes(letter.message().as_bytes())
    return half.replace(path)


def kept() -> list[Kept]:
    """The latest messages, newest first."""
    if not folder().is_dir():
        return []
    return [_read(path) for path in sorted(folder().glob("*.eml"), reverse=True)[:SHOWN]]


def _read(path: Path) -> Kept:
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    text = letter.get_body(("plain",))
    attached = ", ".join(name for part in letter.iter_attachments() if (name := part.get_filename()))
    return Kept(
        at=timezone.make_aware(datetime.strptime(path.name.partition("_")[0], WRITTEN), UTC),
        to=str(letter["To"]).strip('"'),
        subject=str(letter["Subject"]),
        body=str(text.get_content()) if text else "",
        attached=attached,
    )
