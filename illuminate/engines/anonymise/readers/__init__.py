"""One reader a kind of file; each reads every part, or says which part it could not read."""

from collections.abc import Callable
from pathlib import PurePath

from ..errors import FileRefused, UnsupportedFile
from ..places import Reading
from . import excel, pdf, text, word

_READERS: dict[str, Callable[[bytes, Reading], None]] = {
    ".docx": word.read,
    ".xlsx": excel.read,
    ".pdf": pdf.read,
    ".txt": text.read,
    ".md": text.read,
}


def read(data: bytes, name: str) -> Reading:
    """Read a file by the ending of its name, which is a part itself.

    Raises FileRefused when it must not be opened. Anything else that goes wrong is an unread part: a reader's
    fault must never let a file pass as clean.
    """
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnsupportedFile(f"“{name}” can't be read. Save it as {', '.join(sorted(_READERS))}.")
    reading = Reading()
    reading.add("file name", PurePath(name).name)
    try:
        reader(data, reading)
    except FileRefused:
        raise
    except Exception:
        # Whatever the reason: what was not read can't pass.
        reading.skip("whole file", "It is damaged, or locked with a password; it was not read to the end.")
    return reading
