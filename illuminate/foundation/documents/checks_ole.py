"""A look into the older Office container, which .xls uses, and every Office file under a password."""

from io import BytesIO

from python_calamine import CalamineWorkbook, PasswordError

from illuminate.foundation.documents.refusals import DAMAGED, LOCKED, MACROS, NotAccepted


def look(data: bytes) -> str:
    """.xls or .doc; refuses what is locked, broken or carries macros."""
    if _names(data, "EncryptedPackage"):
        raise NotAccepted(LOCKED)
    if _names(data, "WordDocument"):
        return ".doc"
    if not (_names(data, "Workbook") or _names(data, "Book")):
        raise NotAccepted(DAMAGED)
    if _names(data, "_VBA_PROJECT"):
        raise NotAccepted(MACROS)
    _open(data)
    return ".xls"


def _names(data: bytes, stream: str) -> bool:
    """Whether the container's list has an entry that begins like this; the list is in UTF-16."""
    return stream.encode("utf-16-le") in data


def _open(data: bytes) -> None:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for sheet in workbook.sheet_names:
            workbook.get_sheet_by_name(sheet)
    except PasswordError as error:
        raise NotAccepted(LOCKED) from error
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the reader is Rust, and its panics are no Exception
        raise NotAccepted(DAMAGED) from error
