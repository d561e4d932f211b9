"""What the rest of a file says, as the readers of this folder take it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict


class Hints(TypedDict, total=False):
    """The keyword arguments of ``read``, which says what each one means."""

    century_hint: Sequence[int]
    year_hint: int | None
    month_hint: tuple[int, int] | None
    near: date | None
    today: date | None
