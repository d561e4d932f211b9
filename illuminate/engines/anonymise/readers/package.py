"""An Office file is a zip of XML: opened without trusting its sizes, its names or its XML."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Comment, Element, ParseError, ProcessingInstruction, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from ..errors import UnsafeFile
from ..places import TAIL, Piece, Reading

MOST_FILES = 10_000
MOST_BYTES = 400_000_000
MOST_BYTES_A_FILE = 150_000_000
_BOMB = "The file unpacks to an enormous size. It was not opened; ask for another copy."
_DTD = "The file's XML declares a DTD or an entity, which no honest document does. It was not opened."


class Package:
    """The members of the zip, unpacked within limits. Each is taken once; the rest is unexplained."""

    def __init__(self, data: bytes, reading: Reading) -> None:
        self._members: dict[str, bytes] = {}
        self._reading = reading
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            self._unpack(zipped)
            self.comment = zipped.comment.decode("utf-8", errors="replace")

    def _unpack(self, zipped: zipfile.ZipFile) -> None:
        infos = zipped.infolist()
        left = MOST_BYTES - self._reading.spent
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > left:
            raise UnsafeFile(_BOMB)
        for info in infos:
            if info.is_dir():
                continue
            name = info.filename
            if name in self._members:
                self._reading.skip(f"part {name}", "It is in the file twice; only the first was read.")
                continue
            try:
                self._members[name] = _limited(zipped, info, min(left, MOST_BYTES_A_FILE))
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
                self._reading.skip(f"part {name}", "It is damaged or locked.")
                continue
            left -= len(self._members[name])
        self._reading.spent = MOST_BYTES - left

    def names(self) -> list[str]:
        """The members that nobody has taken yet, in the order of the zip."""
        return list(self._members)

    def take(self, name: str) -> bytes | None:
        """A member's bytes, once."""
        return self._members.pop(name, None)

    def take_xml(self, name: str) -> Element | None:
        """A member as XML, once; a damaged one is said to be unread. Raises UnsafeFile for a DTD."""
        data = self.take(name)
        if data is None:
            return None
        root = parse(data)
        if root is None:
            self._reading.skip(f"part {name}", "Its XML is damaged.")
            return None
        for remark in root.iter():
            tag: Any = remark.tag
            if tag in (Comment, ProcessingInstruction):
                self._reading.add_words("XML comment", Piece(remark.text or "", remark))
        return root


def _limited(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    with zipped.open(info) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise UnsafeFile(_BOMB)
    return data


def parse(data: bytes) -> Element | None:
    """The root, with XML comments kept; None when it is damaged. Raises UnsafeFile for a DTD or an entity."""
    builder = TreeBuilder(insert_comments=True, insert_pis=True)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException:
        raise UnsafeFile(_DTD) from None
    except (ParseError, ValueError, LookupError):
        return None
    return root if isinstance(root, Element) else None


def local(element: Element) -> str:
    """A tag without its namespace; empty for comments."""
    tag: Any = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name: Strict and Transitional files differ only in namespaces."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def in_attribute(element: Element, name: str) -> Piece | None:
    """The same, with the place that it stands in."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return Piece(value, element, key)
    return None


def each(root: Element, *names: str) -> Iterator[Element]:
    """Every descendant with one of these local names, in document order."""
    for element in root.iter():
        if local(element) in names:
            yield element


def words_of(element: Element) -> str:
    """All words under an element, those of XML comments left out."""
    return "".join(piece.words for piece in pieces_of(element))


def pieces_of(element: Element) -> Iterator[Piece]:
    """The same, each with the place that it stands in."""
    stack: list[Element | Piece] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, Piece):
            yield one
            continue
        if local(one):
            yield Piece(one.text or "", one)
            for child in reversed(one):
                if child.tail:
                    stack.append(Piece(child.tail, child, TAIL))
                stack.append(child)
