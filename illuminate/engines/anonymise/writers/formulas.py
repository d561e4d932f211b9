"""Formulas: strings replaced, and the new names of sheets, defined names and columns put where they are used."""

import re
from dataclasses import dataclass, field
from typing import Any

from ..readers.package import attribute, each, local
from .wanted import Span, Wanted

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"]|"")*")
      | (?P<quoted>'(?:[^']|'')*'!)
      | (?P<column>\[[^\[\]]*\])
      | (?P<word>[^\W\d][\w.]*!?|\\[\w.]+)
      | (?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_LOOKS_LIKE_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")
_MOST_IN_STRING = 255  # Excel's own limit for a string in a formula


_Element = Any  # lxml says no types


@dataclass
class Renamed:
    """Old names, folded, and what they are called now."""

    sheets: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)

    def in_formula(self, formula: str, spans: list[Span]) -> str | None:
        """The formula with its strings replaced and its names new; None when it can't be kept."""
        said: list[str] = []
        for match in _TOKEN.finditer(formula):
            inside = [one for one in spans if one[0] < match.end() and match.start() < one[1]]
            new = self._token(match, inside)
            if new is None or re.match(r"\[\d+\]", match[0]):
                return None
            said.append(new)
        return "".join(said)

    def _token(self, match: re.Match[str], spans: list[Span]) -> str | None:
        token = match[0]
        if match["string"]:
            return _string(token, match.start(), spans)
        if match["quoted"]:
            old = token[1:-2].replace("''", "'")
            if "[" in old:
                return None
            sheet = self._sheets_of(old)
            return quoted(sheet) if sheet != old else (None if spans else token)
        if match["column"]:
            column = self.columns.get(token[1:-1].casefold())
            return f"[{column}]" if column is not None else (None if spans else token)
        if match["word"] and token.endswith("!"):
            old = self._sheets_of(token[:-1])
            return quoted(old) if old != token[:-1] else (None if spans else token)
        new = self.names.get(token.casefold()) if match["word"] else None
        return new if new is not None else (None if spans else token)

    def _sheets_of(self, old: str) -> str:
        """One sheet, or the first and the last of several."""
        return ":".join(self.sheets.get(one.casefold(), one) for one in old.split(":"))


def _string(token: str, at: int, spans: list[Span]) -> str | None:
    for start, end, new in spans:
        first, last = start - at, end - at
        if first < 1 or last > len(token) - 1:
            return None
        token = token[:first] + new.replace('"', '""') + token[last:]
    return token if len(token) <= _MOST_IN_STRING + 2 or not spans else None


def quoted(sheet: str) -> str:
    """A sheet's name as a formula writes it."""
    if _PLAIN_SHEET.fullmatch(sheet) and not _LOOKS_LIKE_CELL.fullmatch(sheet):
        return f"{sheet}!"
    return "'" + sheet.replace("'", "''") + "'!"


def fit_sheet(name: str, taken: set[str]) -> str:
    """A name that Excel allows for a sheet and no other sheet has."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", name).strip().strip("'")[:28] or "Sheet"
    return _only(plain, " ", taken)


def fit_name(name: str, taken: set[str]) -> str:
    """A name that Excel allows for a defined name or a table and no other has."""
    plain = re.sub(r"[^\w.]", "_", name).strip("_.") or "Name"
    if not re.match(r"[^\W\d]|_", plain) or _LOOKS_LIKE_CELL.fullmatch(plain):
        plain = f"_{plain}"
    return _only(plain[:240], "_", taken)


def _only(name: str, glue: str, taken: set[str]) -> str:
    number, new = 1, name
    while new.casefold() in taken:
        number += 1
        new = f"{name}{glue}{number}"
    taken.add(new.casefold())
    return new


class Formulas:
    """The formulas of the cells. `changed`: the cells whose words changed, with the words that went."""

    def __init__(self, wanted: Wanted, renamed: Renamed, changed: dict[_Element, list[str]]) -> None:
        self._wanted, self._renamed, self._changed = wanted, renamed, changed
        self._written = {
            word.casefold()
            for cell, words in changed.items()
            if not any(local(one) == "f" for one in cell)
            for word in words
        }

    def mend(self, sheet: _Element) -> bool:
        """Put new words into a sheet's formulas; True if some had to give way to their values."""
        lost: list[tuple[_Element, _Element]] = []
        shared: set[str] = set()
        for cell in each(sheet, "c"):
            for formula in [one for one in cell if local(one) == "f"]:
                new = self._mended(cell, formula)
                if new is not None:
                    formula.text = new or None
                    continue
                lost.append((cell, formula))
                shared.update([attribute(formula, "si") or ""] if attribute(formula, "t") == "shared" else ())
        for cell in each(sheet, "c") if shared else ():
            lost.extend((cell, one) for one in cell if local(one) == "f" and attribute(one, "si") in shared)
        for cell, formula in lost:
            if formula in cell:
                cell.remove(formula)
        return bool(lost)

    def _mended(self, cell: _Element, formula: _Element) -> str | None:
        """None when calculating it again could bring back a name that no other cell has spelt out."""
        spans = self._wanted.spans(formula.text, "formula")
        new = self._renamed.in_formula(formula.text or "", spans)
        gone = self._changed.get(cell, [])
        own = (formula.text or "").casefold()
        if all(word.casefold() in self._written or (spans and word.casefold() in own) for word in gone):
            return new
        return None
