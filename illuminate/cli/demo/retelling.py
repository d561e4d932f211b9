"""Tells the example's story again: of other invented people, and as if it had begun some weeks later.

So the demo has a review in every stage, of these days, and each is built by the very steps that the tests take.
"""

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from illuminate.cli.demo.neighbours import Neighbour

VERSIONS = {
    "overview_draft.docx": "The overview report, as the panel discussed it.",
    "overview_final_clean.docx": "The overview report, after the family has read it.",
    "executive_summary_draft.docx": "The executive summary, which stands alone.",
}


@dataclasses.dataclass(frozen=True)
class Retelling:
    """How far the days move, and which words stand for which."""

    shift: timedelta = timedelta(0)
    words: tuple[tuple[str, str], ...] = ()
    neighbour: Neighbour | None = None


AS_IT_WAS = Retelling()
_NOW: ContextVar[Retelling] = ContextVar("retelling", default=AS_IT_WAS)


@contextmanager
def retelling(*, weeks: int = 0, neighbour: Neighbour | None = None) -> Iterator[None]:
    """Within the block whatever an action is given is retold: days, words and the report's files."""
    words = tuple(_words(neighbour)) if neighbour else ()
    token = _NOW.set(Retelling(timedelta(weeks=weeks), words, neighbour))
    try:
        yield
    finally:
        _NOW.reset(token)


def retold(value: Any) -> Any:
    """The same value in the retelling; also inside lists, tuples, dicts and dataclasses."""
    now = _NOW.get()
    if now == AS_IT_WAS:
        return value
    if isinstance(value, date):
        return value + now.shift
    if isinstance(value, str):
        return _reworded(value, now.words)
    if isinstance(value, list | tuple):
        return type(value)(retold(item) for item in value)
    if isinstance(value, dict):
        return {key: retold(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _dataclass(value, now)
    return value


def _dataclass(value: Any, now: Retelling) -> Any:
    name = getattr(value, "name", "")
    if now.neighbour and isinstance(getattr(value, "data", None), bytes):
        is_report = str(name).startswith(("overview", "executive"))
        return dataclasses.replace(value, data=_report(now.neighbour, str(name))) if is_report else value
    fields = {
        field.name: retold(getattr(value, field.name)) for field in dataclasses.fields(value) if field.init
    }
    return dataclasses.replace(value, **fields)


def _reworded(text: str, words: tuple[tuple[str, str], ...]) -> str:
    for before, after in words:
        text = re.sub(rf"\b{re.escape(before)}\b", after, text)
    return text


def _words(one: Neighbour) -> Iterator[tuple[str, str]]:
    """The example's names and places, longest first, and what stands for them."""
    yield from (("Margaret Anne Holloway", one.victim), ("Margaret Holloway", one.victim))
    yield from (("Maggie, Margaret Pryce", ""), ("Jaspreet Kaur Dhariwal", one.victim))
    yield from (("Craig Daniel Marsh", one.suspect), ("Harvinder Dhariwal", one.suspect))
    yield from (("Siân Pryce-Okafor", one.kin), ("Holloway", one.victim.split()[-1]))
    yield from (("Louise", one.pseudonym), ("Neil", "the person responsible"))
    yield from (
        ("14 Quarry Bank, Northbridge NB4 7QX", "Weir Street, Northbridge"),
        ("Former partner", one.relationship),
    )
    yield from (("Stab wound", one.cause), ("A stab wound", one.cause), ("Alder", one.code_word))
    yield from (("Hazel", one.code_word), ("She was 39.", "The date of birth shows it."))


def _report(one: Neighbour, name: str) -> bytes:
    """A short report in Word about somebody else, with nobody named as its author; each file has words of its own."""
    from docx import Document

    file, made = Document(), BytesIO()
    file.core_properties.author = ""
    for heading, text in (
        ("Preface", f"The panel offers its condolences to the family of {one.pseudonym}."),
        (
            "The person who died",
            f"{one.pseudonym} was loved. The family chose this name and wrote these words.",
        ),
        ("What agencies knew", "Agencies held pieces of one picture, and nobody had put them side by side."),
        ("What this is", VERSIONS.get(name, "The report of the review.")),
        ("Conclusions", "Warning signs were seen one by one. The pattern was not."),
        ("Lessons", "A referral sent is not a referral received. Housing decisions can strengthen control."),
    ):
        file.add_heading(heading, 1)
        file.add_paragraph(text)
    file.save(made)
    return made.getvalue()
