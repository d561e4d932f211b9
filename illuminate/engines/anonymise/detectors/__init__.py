"""What identifies someone without a register: its shape, its checksum, or the words it stands among.

`detected(text)` is the way in. Everything found here is a proposal; nothing is replaced for it.
"""

from itertools import chain

from ..fold import fold
from . import addresses, ages, codes, days, links, patterns, phones, references, vehicles
from .hits import Hit, surest
from .sheet import Sheet

_DETECTORS = (patterns, phones, vehicles, codes, links, references, addresses, days, ages)


def detected(text: str) -> list[Hit]:
    """Every hit in a text, in reading order; hits of different length may overlap one another."""
    sheet = Sheet(fold(text))
    return surest(chain.from_iterable(detector.found_in(sheet) for detector in _DETECTORS))


__all__ = ["Hit", "detected"]
