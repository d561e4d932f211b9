"""The words of a Word story, paragraph by paragraph, each in the part where a reader would look for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ..places import SIGN, Piece, Reading
from .office import ALT_TEXT, add_link, read_attributes
from .package import attribute, each, in_attribute, local, words_of

_OFF = ("0", "false", "off", "none")
_CHARS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "txbxContent", "tblGrid", "rt"})
_SEEN, _INSERTED = "", "tracked insertion"
_DELETED, _HIDDEN, _FIELD = "tracked deletion", "hidden text", "field code"

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "moveFromRangeStart"})
_TOLD = {
    **ALT_TEXT,
    "name": ALT_TEXT["name"] | {"bookmarkStart"},
    "author": _CHANGES | {"comment"},
    "initials": _CHANGES | {"comment"},
    "instr": frozenset({"fldSimple"}),
    **dict.fromkeys(("anchor", "tooltip", "docLocation"), frozenset({"hyperlink"})),
    **dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), frozenset({"rFonts"})),
}


@dataclass(frozen=True)
class _Mood:
    """What holds for the words under an element."""

    deleted: bool = False
    inserted: bool = False
    hidden: bool = False

    def kind(self) -> str:
        """The part in which a reader would look for the words."""
        if self.deleted:
            return _DELETED
        if self.hidden:
            return _HIDDEN
        return _INSERTED if self.inserted else _SEEN


class Story:
    """Reads stories (body, header, note, comment) of one file into a Reading."""

    def __init__(self, reading: Reading, hidden: frozenset[str]) -> None:
        self._reading = reading
        self._hidden = hidden

    def tell(self, root: Element, part: str) -> None:
        """Read one story. Text boxes are stories of their own; deletions and hidden text have their parts."""
        cap: list[tuple[str, Piece]] = []
        for paragraph in _paragraphs(root):
            pieces = [*cap, *self._pieces(paragraph, self._mood(paragraph))]
            # A large first letter stands in a paragraph of its own, and belongs to the next one's first word.
            cap = pieces if _is_drop_cap(paragraph) else []
            self._paragraph([] if cap else pieces, part)
            if _is_heading(paragraph):
                known = self._reading.parts[part]
                known.headings.add(len(known.paragraphs))
        if cap:
            self._paragraph(cap, part)
        for box, is_copy in _boxes(root, False):
            if is_copy and self._said(box):
                self._note_copy(box)
            else:
                self.tell(box, "text box")
        self._read_marks(root, part)

    def _said(self, box: Element) -> bool:
        """Whether an older program's copy of a text box says what the box has already said."""
        known = self._reading.parts.get("text box")
        words = {words_of(paragraph) for paragraph in _paragraphs(box)}
        return known is not None and words <= set(known.paragraphs)

    def _note_copy(self, box: Element) -> None:
        """Where the copy's words stand, for whoever replaces them."""
        for paragraph in _paragraphs(box):
            pieces = [piece for _, piece in self._pieces(paragraph, _Mood())]
            self._reading.add_copy("text box", "".join(piece.words for piece in pieces), pieces)
        for inner, _ in _boxes(box, True):
            self._note_copy(inner)

    def _mood(self, paragraph: Element) -> _Mood:
        return _Mood(hidden=is_hidden(paragraph, "pPr", "pStyle", self._hidden))

    def _paragraph(self, told: Iterable[tuple[str, Piece]], part: str) -> None:
        text, spans, at = "", [], 0
        seen: list[Piece] = []
        for kind, pieces in _joined(told):
            words = "".join(piece.words for piece in pieces)
            if kind in (_SEEN, _INSERTED):
                at, text = len(text), text + words
                seen.extend(pieces)
                if kind == _INSERTED:
                    spans.append((at, len(text)))
            if kind != _SEEN:
                self._reading.add_words(kind, words, pieces)
        self._reading.add(part, text, elsewhere=spans, pieces=seen)

    def _pieces(self, element: Element, mood: _Mood) -> Iterator[tuple[str, Piece]]:
        for child in element:
            name = local(child)
            if name in _SKIPPED or not name:
                continue
            if name in ("t", "delText"):
                yield mood.kind() if name == "t" else _DELETED, Piece(child.text or "", child)
            elif name in ("instrText", "delInstrText"):
                yield _FIELD, Piece(child.text or "", child)
            elif name in _CHARS or (name == "br" and attribute(child, "type") in (None, "textWrapping")):
                yield mood.kind(), Piece(_CHARS.get(name, "\n"), child, SIGN)
            elif name == "sym":
                yield mood.kind(), Piece("\ufffd", child, SIGN)
            else:
                yield from self._pieces(child, self._enter(child, name, mood))

    def _enter(self, child: Element, name: str, mood: _Mood) -> _Mood:
        if name in ("del", "moveFrom"):
            return replace(mood, deleted=True)
        if name in ("ins", "moveTo"):
            return replace(mood, inserted=True)
        if name == "Fallback" or (name == "r" and is_hidden(child, "rPr", "rStyle", self._hidden)):
            # What only an older program shows is not visible text.
            return replace(mood, hidden=True)
        return mood

    def _read_marks(self, root: Element, part: str) -> None:
        """Names that are not in the text: bookmarks, fields, links, content controls, who changed what."""
        told: set[Element] = set()
        for element in root.iter():
            name = local(element)
            if name == "rt":
                self._read_above(element)
            elif name == "bookmarkStart":
                self._reading.add_once("bookmark", in_attribute(element, "name"))
            elif name == "fldSimple":
                self._reading.add_once("field code", in_attribute(element, "instr"))
            elif name == "hyperlink":
                for key in ("anchor", "tooltip", "docLocation"):
                    add_link(self._reading, in_attribute(element, key))
            elif name in ("sdtPr", "ffData", "smartTagPr", "customXmlPr"):
                told.update(element.iter())
                for inner in element.iter():
                    for key, value in inner.attrib.items():
                        self._reading.add_machine("content control", Piece(value, inner, key))
            elif name in _CHANGES:
                self._reading.add_once("change author", in_attribute(element, "author"))
        read_attributes(root, f"{part} (settings)", self._reading, _TOLD, told)

    def _read_above(self, above: Element) -> None:
        """Small words that stand above others."""
        pieces = [piece for _, piece in self._pieces(above, _Mood())]
        words = "".join(piece.words for piece in pieces)
        if not self._reading.add_copy("text box", words, pieces):
            self._reading.add_words("text box", words, pieces)


def is_hidden(element: Element, properties: str, style: str, hidden: frozenset[str]) -> bool:
    """Whether a run or paragraph hides its words, by itself or through one of the styles that hide."""
    for child in element:
        if local(child) == properties:
            for one in child:
                if local(one) == "vanish" and properties == "rPr":
                    return (attribute(one, "val") or "true").lower() not in _OFF
                if local(one) == style and attribute(one, "val") in hidden:
                    return True
    return False


def _is_drop_cap(paragraph: Element) -> bool:
    for child in paragraph:
        if local(child) == "pPr":
            return any(
                local(one) == "framePr" and attribute(one, "dropCap") in ("drop", "margin") for one in child
            )
    return False


def _is_heading(paragraph: Element) -> bool:
    """Whether a paragraph has one of Word's own styles for headings and titles."""
    styles = (attribute(one, "val") or "" for child in paragraph if local(child) == "pPr" for one in child
              if local(one) == "pStyle")  # fmt: skip
    return any(style.lower().startswith(("heading", "title", "subtitle")) for style in styles)


def _paragraphs(root: Element) -> Iterator[Element]:
    """Paragraphs of a story in document order, those of tables where they stand, none of text boxes."""
    for child in root:
        if local(child) == "p":
            yield child
        elif local(child) != "txbxContent":
            yield from _paragraphs(child)


def _boxes(root: Element, is_copy: bool) -> Iterator[tuple[Element, bool]]:
    """The outermost text boxes, and whether each is a copy for older programs."""
    for child in root:
        copy = is_copy or local(child) == "Fallback"
        if local(child) == "txbxContent":
            yield child, copy
        else:
            yield from _boxes(child, copy)


def _joined(pieces: Iterable[tuple[str, Piece]]) -> Iterator[tuple[str, Sequence[Piece]]]:
    """Neighbouring pieces of one kind together: a word may be split over many runs."""
    kind, together = "", list[Piece]()
    for next_kind, piece in pieces:
        if not piece.words:
            continue
        if next_kind != kind and together:
            yield kind, together
            together = []
        kind = next_kind
        together.append(piece)
    if together:
        yield kind, together


def hidden_styles(styles: Element) -> frozenset[str]:
    """Styles that hide their text, by themselves or through the style they are based on."""
    hidden: set[str] = set()
    based: dict[str, str] = {}
    for style in each(styles, "style"):
        name = attribute(style, "styleId") or ""
        for one in style.iter():
            if local(one) == "vanish" and (attribute(one, "val") or "true").lower() not in _OFF:
                hidden.add(name)
            elif local(one) == "basedOn":
                based[name] = attribute(one, "val") or ""
    for _ in range(len(based)):
        more = {name for name, parent in based.items() if parent in hidden} - hidden
        if not more:
            break
        hidden |= more
    return frozenset(hidden)
