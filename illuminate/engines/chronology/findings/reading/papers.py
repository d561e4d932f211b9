"""Kinds of what passes between agencies, and which of them are formal."""

from __future__ import annotations

REFERS = frozenset({"notice", "referral", "concern", "liaison"})
GIVEN = REFERS | {"request"}
_PAPER = frozenset({"letter", "report"})


def group_of(kind: str) -> str:
    """A referral under any name is one group, letters and reports another; calls stay calls."""
    return "given" if kind in GIVEN else "paper" if kind in _PAPER else kind
