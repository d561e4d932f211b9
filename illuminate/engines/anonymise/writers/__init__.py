"""One writer a kind of file: the same file with other words, and with nothing left of what stood there before."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from ..errors import UnsupportedFile
from ..replacing import Replacement, Written
from . import excel, pdf, text, word

Write = Callable[[bytes, str, Sequence[Replacement]], Written]
_WRITERS: dict[str, Write] = {
    ".xlsx": excel.write,
    ".pdf": pdf.write,
    ".txt": text.write,
    ".md": text.write,
    ".docx": word.write,
}


def writer_for(name: str) -> Write:
    """The writer that the ending of a file's name asks for. Raises UnsupportedFile when there is none."""
    writer = _WRITERS.get(PurePath(name).suffix.lower())
    if writer is None:
        raise UnsupportedFile(
            f"No copy of “{name}” can be written. Save it as {', '.join(sorted(_WRITERS))}."
        )
    return writer
