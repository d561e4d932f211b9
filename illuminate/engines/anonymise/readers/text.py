"""Plain text and Markdown: a paragraph is a line."""

from ..places import Part, Reading

_BODY = "body"


def read(data: bytes, reading: Reading) -> None:
    """UTF-8, UTF-16 with its mark, or Windows' own letters; bytes that are no text are unread."""
    text = _decode(data)
    if "\0" in text:
        reading.skip(_BODY, "It is not a text file.")
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    reading.parts[_BODY] = Part(_BODY, lines, is_wrapped=True)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
