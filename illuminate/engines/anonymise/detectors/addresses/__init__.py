"""Addresses: a number or a named house with a street, flats, farms, rooms, and the town and postcode behind them.

`found_in(sheet)` is the way in. `streets`, `houses`, `welsh`, `units` and `coded` find the hearts of addresses,
`around` says how far each goes. What they know of words stands in addresses.toml.
"""

from collections.abc import Iterator
from itertools import chain

from ..hits import Hit, hit_at
from ..sheet import Sheet
from . import coded, houses, streets, units, welsh
from .around import whole


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Every address, as long as it goes; a hit may stand inside another."""
    for start, end, sure in chain(
        streets.hearts(sheet),
        houses.hearts(sheet),
        welsh.hearts(sheet),
        units.hearts(sheet),
        coded.hearts(sheet),
    ):
        yield hit_at(sheet, *whole(sheet.text, start, end), "address", sure)
    for start, end, sure in units.numbers(sheet):
        yield hit_at(sheet, start, end, "address", sure)
