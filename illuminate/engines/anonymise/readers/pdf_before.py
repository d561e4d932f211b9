"""What a PDF has kept of itself: earlier versions, objects that nothing refers to, remarks between the objects."""

import io
import re
from collections import Counter

import pikepdf
import pypdfium2

from ..places import Reading
from .pdf_streams import literals_in

_STREAM = re.compile(rb"\bstream\r?\n.*?endstream", re.DOTALL)
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10}) (\d{1,5}) obj\b")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_REMARK = re.compile(rb"(?m)^[ \t]*%(?!PDF-|%EOF|%Page)([ -~]{4,})")
_PART = "earlier revision"
_KEPT = "The file still holds an earlier version of itself. Save it afresh."
_MOST = 10


def read_before(data: bytes, document: pikepdf.Pdf, seen: set[str], reading: Reading) -> None:
    """Read it; an earlier version is said to be unread too, for it may hold more than can be read again."""
    outside = _STREAM.sub(b"", data)
    for found in _REMARK.finditer(outside):
        reading.add_machine("other text", found[1].decode("ascii"))
    if _holds_more(outside, document):
        for text in dict.fromkeys(literals_in(outside)):
            if text not in seen:
                reading.add_machine("other text", text)
    # A file made for the web ends twice by itself.
    ends = [found.end() for found in _END.finditer(data)]
    earlier = ends[1:-1] if b"/Linearized" in data[:2048] else ends[:-1]
    if earlier:
        reading.skip(_PART, _KEPT)
    for end in earlier[-_MOST:]:
        _read_version(data[:end], reading)


def _holds_more(outside: bytes, document: pikepdf.Pdf) -> bool:
    """Whether objects are written out that the file's own list has forgotten, or some of them twice."""
    written = Counter((int(found[1]), int(found[2])) for found in _OBJECT.finditer(outside))
    listed = {obj.objgen for obj in document.objects if getattr(obj, "is_indirect", False)}
    return any(count > 1 or number not in listed for number, count in written.items())


def _read_version(data: bytes, reading: Reading) -> None:
    known = {text for part in reading.parts.values() for text in part.paragraphs}
    try:
        document = pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError:
        return  # it is unread already
    try:
        for page in document:
            words = page.get_textpage()
            text = words.get_text_range().replace("\r\n", "\n")
            words.close()
            page.close()
            if text not in known:
                reading.add_once(_PART, text)
    finally:
        document.close()
