"""The machine's look at a file. It fails closed: what it can't read, or can't finish, is not clean."""

import json
import logging
from dataclasses import asdict, dataclass, field
from typing import Any

from illuminate.engines.anonymise import FileRefused, Register, Report, check
from illuminate.foundation.access import keys
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import Unreadable

EMPTY = (
    "The register is empty, so the machine had nothing to look for. Put the people and places on it first."
)
BROKEN = "The machine could not finish reading this file, so it is not clean. Save it again, or try another format."
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Look:
    """What one look gave: the findings and unread parts in the file's order, or why it failed."""

    items: list[dict[str, Any]] = field(default_factory=list)
    failure: str = ""

    @property
    def unread(self) -> int:
        return sum(1 for item in self.items if item["unread"])

    @property
    def found(self) -> int:
        return len(self.items) - self.unread


def look(document: Document, register: Register) -> Look:
    """Check a stored file against the register."""
    if not register.entries:
        return Look(failure=EMPTY)
    try:
        return Look(items_of(check(documents.contents(document), document.name, register)))
    except (FileRefused, Unreadable) as refusal:
        return Look(failure=str(refusal))
    except Exception as fault:  # whatever fails inside, nothing passes
        logger.error("The anonymity check of document %s failed: %s", document.pk, type(fault).__name__)
        return Look(failure=BROKEN)


def items_of(report: Report) -> list[dict[str, Any]]:
    """The findings, then the parts that nobody could read, as they are kept."""
    findings = [
        {
            "unread": False, "text": one.text, "kind": one.kind, "pseudonym": one.pseudonym,
            "on_register": one.on_register, "part": one.where.part, "paragraph": one.where.paragraph,
            "start": one.where.start, "rule": one.rule,
        }
        for one in report.findings
    ]  # fmt: skip
    unread = [{"unread": True, "part": one.part, "why": one.why} for one in report.unread]
    return [*findings, *unread]


def mark(register: Register) -> str:
    """A keyed digest of the whole register: it changes when anything on it does."""
    return keys.blind_index(json.dumps([asdict(entry) for entry in register.entries]), purpose="register")
