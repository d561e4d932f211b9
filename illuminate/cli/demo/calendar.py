"""Tells a story as if it had begun some weeks later, so that the demo's reviews are of these days."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from typing import Any

_SHIFT: ContextVar[timedelta] = ContextVar("shift", default=timedelta(0))


@contextmanager
def later(weeks: int) -> Iterator[None]:
    """Within the block every day that an action is given lies so many whole weeks later."""
    token = _SHIFT.set(timedelta(weeks=weeks))
    try:
        yield
    finally:
        _SHIFT.reset(token)


def shifted(value: Any) -> Any:
    """The same value with every day in it moved; also inside lists, tuples, dicts and dataclasses."""
    shift = _SHIFT.get()
    if not shift:
        return value
    if isinstance(value, date):
        return value + shift
    if isinstance(value, list | tuple):
        return type(value)(shifted(item) for item in value)
    if isinstance(value, dict):
        return {key: shifted(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            field.name: shifted(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.init
        }
        return dataclasses.replace(value, **fields)
    return value
