"""A combined chronology as a file that people open: .xlsx, .docx, .csv, and .json for programs.

``put_together`` merges readings, ``write`` writes the result. ``pseudonyms`` takes names out before it, ``verify``
looks through the bytes after it; they bring the anonymiser with them, so they are imported where needed.
"""

from illuminate.engines.chronology.writers.combined import Combined, Find, Part, place, put_together, repeated
from illuminate.engines.chronology.writers.whole import (
    ENDINGS,
    findings_alone,
    write,
    write_all,
    writer_for,
)
from illuminate.engines.whole import NotWritten

__all__ = [
    "ENDINGS",
    "Combined",
    "Find",
    "NotWritten",
    "Part",
    "findings_alone",
    "place",
    "put_together",
    "repeated",
    "write",
    "write_all",
    "writer_for",
]
