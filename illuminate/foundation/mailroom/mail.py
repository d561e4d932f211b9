"""One message as a transport sees it: everything decided, nothing left to look up."""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

EMAIL = "email"
SMS = "sms"


@dataclass(frozen=True)
class Attachment:
    """A file that goes with an e-mail: a calendar invitation."""

    name: str
    content_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Mail:
    """What is sent, to one address. `reference` is the outbox row's; it never changes, however often it is tried."""

    reference: str
    channel: str
    to: str = field(repr=False)
    subject: str
    body: str = field(repr=False)
    attachments: tuple[Attachment, ...] = ()


def pack(attachments: Iterable[Attachment]) -> str:
    """Attachments as the outbox keeps them."""
    packed = [[one.name, one.content_type, base64.b64encode(one.data).decode()] for one in attachments]
    return json.dumps(packed) if packed else ""


def unpack(text: str) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(name, kind, base64.b64decode(data)) for name, kind, data in json.loads(text or "[]")
    )
