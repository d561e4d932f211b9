"""The words of released files, for the search."""

from collections.abc import Iterable

from illuminate.engines.anonymise import FileRefused
from illuminate.engines.anonymise.readers import read
from illuminate.journey.publication.kinds import FileKind
from illuminate.journey.publication.queries import Kept

MOST = 400_000
"""PostgreSQL's search vector holds a megabyte; a long report has half of this."""

READ = ("body", "page ", "footnote", "endnote")
"""The parts that a reader reads: what only the file's machinery holds is not searched."""

SEARCHED = (FileKind.OVERVIEW, FileKind.SUMMARY)


def words_of(files: Iterable[Kept]) -> str:
    """What the report and its summary say. A file that can't be read is not searched; it is still published."""
    return " ".join(_words(one) for one in files if one.kind in SEARCHED)[:MOST]


def _words(one: Kept) -> str:
    try:
        reading = read(one.data, one.file.document.name)
    except FileRefused:
        return ""
    parts = [part for part in reading.parts.values() if part.name.startswith(READ)]
    return " ".join(text for part in parts for text in part.paragraphs).replace("\x00", " ")
