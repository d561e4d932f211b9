"""Any text in a cell, and the same text back: characters that no file holds, formulas, labels and long texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

# Excel holds 32,767 UTF-16 units a cell; the rest is room for what escaping adds.
LONGEST_CELL = 32_000
_ESC = "\u241b"
# Control characters, halves of surrogate pairs and non-characters are in no XML. The symbols that stand for
# them are escaped themselves, and so is what Excel's own files read as an escape or as rich text.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff\u2400-\u2421]|(?<=_)x(?=[0-9A-Fa-f]{4}_)|^<(?=r>)"
)
_ESCAPED = re.compile(f"{_ESC}(?:\\{{([0-9a-f]+)\\}}|(.))|([\u2400-\u2421])", re.DOTALL)
# What a spreadsheet takes for a formula, also behind spaces, and in the wide letters of other alphabets.
_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_LABEL_ODD = re.compile(r"[\\:\n]|^ ")
_LABEL_ESCAPED = re.compile(r"\\(.)")


def printable(text: str) -> str:
    """A text as any file can hold it: a bell is shown as the symbol for a bell. ``as_it_was`` undoes it."""
    return _ODD.sub(_printable, text) if _ODD.search(text) else text


def _printable(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in "x<" or 0x2400 <= code <= 0x2421:
        return _ESC + char
    if code == 0x1B:
        return f"{_ESC}e"
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"{_ESC}{{{code:x}}}"


def as_it_was(text: str) -> str:
    """Undo ``printable``."""
    return text if text.isascii() else _ESCAPED.sub(_as_it_was, text)


def _as_it_was(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    if match[2]:
        return "\x1b" if match[2] == "e" else match[2]
    code = ord(match[3])
    return "\x7f" if code == 0x2421 else chr(code - 0x2400)


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula when it opens a csv: an apostrophe goes before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_written(text: str) -> str:
    """Undo ``neutral``."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def is_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula if it were typed."""
    return _FORMULA.match(text) is not None


def pieces(text: str) -> Iterator[str]:
    """Cut a text into lengths that a cell can hold, counted as Excel counts them."""
    start = units = 0
    if len(text) <= LONGEST_CELL // 2:
        yield text
        return
    for place, char in enumerate(text):
        units += 2 if char > "\uffff" else 1
        if units > LONGEST_CELL:
            yield text[start:place]
            start, units = place, 2 if char > "\uffff" else 1
    yield text[start:]


def to_lines(labelled: Mapping[str, str]) -> str:
    """Several labelled texts in one cell: "Label: words" on a line each, further lines of a text indented."""
    return "\n".join(
        f"{_LABEL_ODD.sub(_label, label)}: {text}".replace("\n", "\n    ") for label, text in labelled.items()
    )


def _label(match: re.Match[str]) -> str:
    return "\\n" if match[0] == "\n" else f"\\{match[0]}"


def from_lines(cell: str) -> dict[str, str]:
    """Undo ``to_lines``. A line that a person added without a label is kept under "note"."""
    found: dict[str, str] = {}
    for line in _whole_lines(cell.split("\n")):
        match = re.match(r"((?:\\.|[^\\:\n])*): ?", line)
        label = (
            _LABEL_ESCAPED.sub(lambda one: "\n" if one[1] == "n" else one[1], match[1]) if match else "note"
        )
        text = line[match.end() :] if match else line
        found[label] = f"{found[label]}\n{text}" if label in found else text
    return found


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """Join the indented lines to the one that they go on from."""
    whole: list[str] = []
    for line in lines:
        if whole and line.startswith("    "):
            whole.append(line[4:])
            continue
        if whole:
            yield "\n".join(whole)
        whole = [line]
    if whole and any(whole):
        yield "\n".join(whole)
