"""Agencies' chronologies: read as they come, every row accounted for, and put into one order.

``read_file`` turns one file into a ``Reading``; ``combine`` puts several readings into one list.
"""

from illuminate.engines.chronology.columns import FIELDS, Columns
from illuminate.engines.chronology.combine import combine, sort_key
from illuminate.engines.chronology.model import (
    Decision,
    Entry,
    EntryJson,
    Original,
    Reading,
    Refused,
    RefusedJson,
    Source,
    UnreadableFile,
    WrongColumns,
)
from illuminate.engines.chronology.reader import ENDINGS, read_file

__all__ = [
    "ENDINGS",
    "FIELDS",
    "Columns",
    "Decision",
    "Entry",
    "EntryJson",
    "Original",
    "Reading",
    "Refused",
    "RefusedJson",
    "Source",
    "UnreadableFile",
    "WrongColumns",
    "combine",
    "read_file",
    "sort_key",
]
