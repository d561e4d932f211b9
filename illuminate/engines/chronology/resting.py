"""A rest for the collector of cycles while many small things are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles: reading makes none, and to look costs a sixth of its time.

    What was made counts as old afterwards, as if it had been looked through; else the first look would go through
    all of it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # a server that froze what it began with keeps that frozen
            gc.freeze()
            gc.unfreeze()
        gc.enable()
