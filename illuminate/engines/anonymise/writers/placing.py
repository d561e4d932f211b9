"""New words in the XML at the places that a reader took the old ones from."""

from collections.abc import Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element

from ..places import SIGN, TAIL, TEXT, Piece, Reading, Where
from ..replacing import CannotReplace, Replacement

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_URL = "/:?#[]@!$&'()*+,;=~"
_Slot = tuple[int, str, bool]
_Edit = tuple[int, int, str]


class Placing:
    """Collects what goes and what comes, then changes each place once. Wider replacements come before narrower."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pieces: dict[_Slot, Piece] = {}
        self._edits: dict[_Slot, list[_Edit]] = {}

    def replace(self, replacements: Sequence[Replacement]) -> None:
        """Note all replacements. Raises CannotReplace when a paragraph does not say what it should."""
        for one in sorted(replacements, key=lambda one: one.where.start - one.where.end):
            part = self._reading.parts.get(one.where.part)
            paragraphs = part.paragraphs if part else []
            if not 0 < one.where.paragraph <= len(paragraphs):
                raise CannotReplace(one.where)
            text = paragraphs[one.where.paragraph - 1]
            if one.where.start < 0 or text[one.where.start : one.where.end] != one.text or not one.text:
                raise CannotReplace(one.where)
            sources = (self._reading.sources or {}).get((one.where.part, one.where.paragraph), [])
            if not sources:
                raise CannotReplace(one.where)
            for pieces in sources:
                self.note(pieces, one.where, one.new)

    def note(self, pieces: Sequence[Piece], where: Where, new: str) -> None:
        """The words between `where`'s offsets in these pieces: the first piece gets the new ones."""
        spans = list(_overlaps(pieces, where.start, where.end))
        if sum(end - start for _, start, end in spans) != where.end - where.start:
            raise CannotReplace(where)
        free = [span for span in spans if not self._is_taken(*span, where)]
        if len(free) not in (0, len(spans)):
            raise CannotReplace(where)
        able = [(piece, end - start) for piece, start, end in free if piece.key != SIGN]
        if free and not able:
            raise CannotReplace(where)
        # A first letter alone may be a large one in a frame of its own: that is no place for a name.
        first = next((piece for piece, size in able if size > 1), able[0][0] if able else None)
        for piece, start, end in free:
            words = new if piece is first else ""
            slot = _slot(piece)
            self._pieces[slot] = piece
            self._edits.setdefault(slot, []).append((start, end, words))

    def override(self, pieces: Sequence[Piece], where: Where, new: str) -> None:
        """Note words that come instead of whatever was noted within them."""
        for piece, start, end in _overlaps(pieces, where.start, where.end):
            edits = self._edits.get(_slot(piece), [])
            edits[:] = [one for one in edits if one[1] <= start or end <= one[0]]
        self.note(pieces, where, new)

    def _is_taken(self, piece: Piece, start: int, end: int, where: Where) -> bool:
        """Whether a wider replacement takes these words already."""
        for other_start, other_end, _ in self._edits.get(_slot(piece), ()):
            if other_start <= start and end <= other_end:
                return True
            if start < other_end and other_start < end:
                raise CannotReplace(where)
        return False

    def result(self, piece: Piece) -> str:
        """What will stand in a piece's place."""
        words = piece.words
        for start, end, new in sorted(self._edits.get(_slot(piece), ()), reverse=True):
            words = words[:start] + new + words[end:]
        return words

    def finish(self) -> None:
        """Change the XML. What is noted of an address in its decoded form counts before the other."""
        for slot, piece in sorted(self._pieces.items(), key=lambda one: one[0][2]):
            words = self.result(piece)
            if piece.holder is not None:
                _set(piece.holder, piece.key, quote(words, safe=_URL) if slot[2] else words)


def _slot(piece: Piece) -> _Slot:
    return id(piece.holder) if piece.holder is not None else id(piece), piece.key, piece.is_decoded


def _overlaps(pieces: Sequence[Piece], start: int, end: int) -> list[tuple[Piece, int, int]]:
    """The pieces that a span touches, with the offsets in each."""
    found, at = [], 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.words))
        if first < last:
            found.append((piece, first, last))
        at += len(piece.words)
    return found


def _set(holder: Element, key: str, words: str) -> None:
    tag: object = holder.tag
    if key == TEXT:
        holder.text = words
        if not isinstance(tag, str):
            return  # a remark in the XML
        if words != words.strip() and holder.tag.rpartition("}")[2] in ("t", "delText", "instrText"):
            holder.set(_SPACE, "preserve")
    elif key == TAIL:
        holder.tail = words
    elif key == SIGN:
        # An empty text in its place: a tab inside a name goes with the name.
        holder.tag = holder.tag.rpartition("}")[0] + "}t"
        holder.attrib.clear()
    else:
        holder.set(key, words)
