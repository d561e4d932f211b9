"""PDF files put together from drawn pages."""

import io
from collections.abc import Callable

import pikepdf

Change = Callable[[pikepdf.Pdf], None]


def pdf(*pages: bytes, change: Change | None = None, **how: object) -> bytes:
    """A PDF with a page for each content; `change` is called before it is saved, `how` says how it is saved."""
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    even = pikepdf.Dictionary({**font, "/BaseFont": pikepdf.Name.Courier})
    for content in pages:
        page = document.add_blank_page(page_size=(400, 400))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font, F2=even))
        page.obj.Contents = document.make_stream(content)
    if change:
        change(document)
    stream = io.BytesIO()
    document.save(stream, deterministic_id=True, **how)
    return stream.getvalue()


def line(words: str, y: int = 300, extra: str = "", x: int = 40) -> bytes:
    """One line of text."""
    safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT /F1 12 Tf {extra} {x} {y} Td ({safe}) Tj ET Q\n".encode("cp1252")


def page_saying(words: str) -> bytes:
    """A page that names somebody in a sentence."""
    return line(f"The nurse saw {words} there.")
