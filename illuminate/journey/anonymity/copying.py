"""What was decided about a file's findings, as the register with which its copy is made. Pure; knows no database."""

from collections.abc import Iterable, Sequence
from typing import cast

from illuminate.engines.anonymise import Entry, Register
from illuminate.engines.anonymise.register import Kind
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.engines.anonymise.wording import neutral
from illuminate.journey.anonymity import kinds
from illuminate.journey.anonymity.finding import Line, State


def for_copy(register: Register, lines: Iterable[Line]) -> Register:
    """The review's register with an entry for whatever else goes in this file.

    A word that the engine would put by itself is left to it, so that it fits the sentence. What stays is struck from
    the forms that are worked out from the new entries: "Rose", a flower, when "Rose Oxenhope" goes.
    """
    told = list(lines)
    kept = tuple(
        dict.fromkeys(line.text for line in told if line.state == State.KEPT and not line.on_register)
    )
    known = {(entry.kind, tokens_of(entry.real)) for entry in register.entries}
    more: list[Entry] = []
    for line in told:
        entry = _entry(line, kept) if line.state == State.CHANGED and not line.on_register else None
        if entry and (entry.kind, tokens_of(entry.real)) not in known:
            known.add((entry.kind, tokens_of(entry.real)))
            more.append(entry)
    return Register((*register.entries, *more))


def _entry(line: Line, kept: tuple[str, ...]) -> Entry | None:
    if line.state_is_unread or not tokens_of(line.text):
        return None
    kind = cast(Kind, kinds.register_kind(line.kind, line.text))
    word = "" if line.new == neutral(kind, line.text) else line.new
    return Entry(kind, line.text, word, "", (), kept)


def open_proposals(lines: Iterable[Line]) -> int:
    """How many findings that are on no register wait for a person."""
    return sum(line.state == State.OPEN and not line.state_is_unread for line in lines)


def kept_though_known(lines: Iterable[Line]) -> list[str]:
    """Words on the register that somebody kept: a copy would replace them all the same."""
    return _once(line.text for line in lines if line.on_register and line.state == State.KEPT)


def at_odds(lines: Sequence[Line]) -> list[str]:
    """Words on no register about which not the same was decided everywhere: a copy is made word by word."""
    decided: dict[tuple[str, ...], set[str]] = {}
    for line in lines:
        if not line.on_register and not line.is_open and not line.state_is_unread:
            decided.setdefault(tokens_of(line.text), set()).add(line.new)
    return _once(
        line.text for line in lines
        if not line.on_register and not line.state_is_unread and len(decided.get(tokens_of(line.text), ())) > 1
    )  # fmt: skip


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
