"""The register: everyone and everything known in the case, and what replaces each."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from .errors import RegisterError
from .forms.named import named
from .variants import Variant, derive, parse_date, tokens_of

Kind = Literal["person", "organisation", "place", "date", "identifier"]
KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "date", "identifier")
_NEEDED = ("kind", "real", "pseudonym")


@dataclass(frozen=True)
class Entry:
    """One person, organisation, place, date or identifier. An empty pseudonym means: remove.

    `struck`: forms that were worked out and that a person took off; a form that is listed can't be struck.
    """

    kind: Kind
    real: str
    pseudonym: str = ""
    role: str = ""
    aliases: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """The entries of one review, in the order of the file; earlier ones win where forms collide."""

    entries: tuple[Entry, ...]

    @cached_property
    def _variants(self) -> tuple[Variant, ...]:
        pseudonyms = {tokens_of(entry.pseudonym) for entry in self.entries if entry.kind == "person"}
        every = [variant for entry in self.entries for variant in _wanted(entry)]
        return tuple(v for v in every if v.listed or v.tokens not in pseudonyms)

    def variants(self) -> tuple[Variant, ...]:
        """Every form to look for. A worked-out form that is also somebody's pseudonym is left out."""
        return self._variants

    def clashes(self) -> list[str]:
        """Pseudonyms that are the real name of someone in the case, whole, first or last, which the design forbids."""
        names = {v.tokens for v in self._variants if v.entry.kind == "person"}
        for entry in self.entries:
            if entry.kind == "person":
                who = named(entry.real, entry.aliases)
                names.update(tokens_of(name) for name in (*who.given[:1], *who.families, *who.nicknames))
                names.update(tokens_of(f"{first} {last}") for first in who.given[:1] for last in who.families)
        return [
            f"The pseudonym “{entry.pseudonym}” is also a name of someone on the register. Choose another."
            for entry in self.entries
            if entry.pseudonym and entry.kind == "person" and tokens_of(entry.pseudonym) in names
        ]


def _wanted(entry: Entry) -> Iterator[Variant]:
    struck = {tokens_of(form) for form in entry.struck}
    return (variant for variant in derive(entry) if variant.listed or variant.tokens not in struck)


def read_register(source: str | bytes | Path) -> Register:
    """Read a register from CSV text, from its bytes, or from a file (a `Path`).

    Raises RegisterError naming every faulty row; rows count from 1 and the header is row 1.
    """
    rows = _rows(_text(source))
    problems: list[str] = []
    entries: list[Entry] = []
    numbers: list[int] = []
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    for number, row in rows:
        entry = _entry(number, row, problems)
        if entry is None:
            continue
        key = (entry.kind, tokens_of(entry.real))
        if key in seen:
            problems.append(f"Row {number}: “{entry.real}” is already in row {seen[key]}. Keep one of them.")
        seen.setdefault(key, number)
        entries.append(entry)
        numbers.append(number)
    problems += _overlaps(numbers, entries) if not problems else []
    if problems:
        raise RegisterError(problems)
    if not entries:
        raise RegisterError(["The register has no rows. Add the people and places of the case."])
    return Register(tuple(entries))


def _overlaps(numbers: list[int], entries: list[Entry]) -> Iterator[str]:
    """Forms that two rows of a kind list: nobody could say whose pseudonym is to stand there."""
    held: dict[tuple[str, tuple[str, ...]], tuple[int, Entry]] = {}
    for number, entry in zip(numbers, entries, strict=True):
        for form in (entry.real, *entry.aliases):
            first, other = held.setdefault((entry.kind, tokens_of(form)), (number, entry))
            if other is not entry:
                yield (
                    f"Row {number}: “{form}” is also a form of “{other.real}” in row {first}. "
                    "Keep it in the row where it is rather meant."
                )


def _text(source: str | bytes | Path) -> str:
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        data = source if isinstance(source, bytes) else source.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RegisterError(["The register is not UTF-8. Save it again as “CSV UTF-8”."]) from None
    except OSError:
        raise RegisterError(["The register can't be opened. Check its name and folder."]) from None


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise RegisterError(
            ["The register is not a readable CSV file. Look for a quotation mark that is not closed."]
        ) from None
    header = [name.strip().lower() for name in table[0]] if table else []
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise RegisterError([f"Row 1: the register has no column {', '.join(missing)}."])
    for number, cells in enumerate(table[1:], 2):
        if any(cell.strip() for cell in cells):
            yield number, _as_dict(number, header, cells)


def _as_dict(number: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if any(cell.strip() for cell in cells[len(header) :]):
        why = "there are more columns than headings. Put quotation marks round a text with a comma."
        raise RegisterError([f"Row {number}: {why}"])
    return {name: cell.strip() for name, cell in zip(header, cells, strict=False)}


def _entry(number: int, row: dict[str, str], problems: list[str]) -> Entry | None:
    kind, real = row.get("kind", "").lower(), row.get("real", "")
    if kind not in KINDS:
        problems.append(f"Row {number}: “{kind}” is not a kind. Use {', '.join(KINDS)}.")
        return None
    if not tokens_of(real):
        problems.append(f"Row {number}: the column real is empty. Write the real name or remove the row.")
        return None
    if kind == "date" and parse_date(real) is None:
        problems.append(f"Row {number}: “{real}” is not a date. Write it as 03/11/2019.")
        return None
    aliases = tuple(alias.strip() for alias in row.get("aliases", "").split("|") if tokens_of(alias))
    return Entry(kind, real, row.get("pseudonym", ""), row.get("role", ""), aliases)
