"""Blocks as a new PDF, set by typst: tagged, with headings, lists and tables, and nothing from anywhere else."""

import io
import itertools
import re
from collections.abc import Iterator

import pikepdf
import typst

from .blocks import CLOSING, LEADER, Block, PageBlocks, Run, joined, words_known

_FONTS = '("Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "Libertinus Serif")'
_CAP = 0.716  # of the size: the height of capitals
_NO_LETTER = "could not be displayed"
# Signs of fonts of symbols, as Word writes its bullets, by signs that every font has.
_SYMBOLS = str.maketrans({
    0xF0B7: "\u2022", 0xF0A7: "\u25aa", 0xF0A8: "\u25a1", 0xF0D8: "\u203a", 0xF0FC: "\u2713", 0xF0FE: "\u2611",
    0xF06F: "\u25a1", 0xF0E0: "\u2192", 0xF02D: "\u2013",
})  # fmt: skip
_LEFT_OUT = "[picture left out]"
_PREAMBLE = f"""
#set text(font: {_FONTS}, lang: "en", region: "GB", hyphenate: false, size: 10pt)
#set par(justify: false, spacing: 0pt, leading: 5pt)
#set block(spacing: 0pt)
#set table(stroke: 0.5pt + luma(120), inset: (x: 4pt, y: 3.5pt))
#show heading: set text(weight: "regular")
#show heading: it => block(above: 0pt, below: 0pt, it.body)
"""


def typeset(pages: list[PageBlocks], title: str = "") -> bytes:
    """The document's bytes: PDF/UA-1, the same for the same blocks. Raises ValueError when it can't be set."""
    known = words_known(pages)
    title = title or next((b.text for page in pages for b in page.blocks if b.level == 1), "Document")
    source = [f"#set document(title: {_string(title)}, date: none)", _PREAMBLE]
    source.extend(_page(page, known) for page in pages)
    return _unsigned(_compiled("\n".join(source).encode()))


def _compiled(source: bytes) -> bytes:
    """By the standard if the fonts have every letter; else tagged all the same, with a box for what none can show."""
    try:
        return bytes(typst.compile(source, format="pdf", pdf_standards=["ua-1"], timestamp=0))
    except typst.TypstError as error:
        if _NO_LETTER not in str(error):
            raise ValueError("The pages can't be set afresh.") from error
    try:
        return bytes(typst.compile(source, format="pdf", timestamp=0))
    except typst.TypstError as error:
        raise ValueError("The pages can't be set afresh.") from error


def _unsigned(data: bytes) -> bytes:
    """The same without the program's name and without numbers by chance: both can look like somebody's name."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as described:
            for key in ("xmp:CreatorTool", "pdf:Producer", "xmpMM:DocumentID", "xmpMM:InstanceID"):
                if key in described:
                    del described[key]
        for key in ("/Creator", "/Producer"):
            if key in document.docinfo:
                del document.docinfo[key]
        document.save(stream, deterministic_id=True)
    return stream.getvalue()


def _page(page: PageBlocks, known: frozenset[str]) -> str:
    if page.note:
        return (
            f"#page(width: {page.width:.1f}pt, height: {page.height:.1f}pt, margin: 72pt)"
            f'[#text(style: "italic")[{_words(page.note)}]]'
        )
    blocks = page.blocks
    left = max(18.0, min((block.left for block in blocks), default=72.0))
    right = max(18.0, page.width - max((block.right for block in blocks), default=page.width - 72) - 2)
    right = min(right, max(left, 36.0))
    top = max(14.0, page.height - max((_top(block) for block in blocks), default=page.height - 72))
    bottom = max(14.0, min((block.last for block in blocks), default=72.0) - 8)
    margin = f"(left: {left:.1f}pt, right: {right:.1f}pt, top: {top:.1f}pt, bottom: {bottom:.1f}pt)"
    body = "\n".join(_blocks(blocks, left, page, known))
    return f"#page(width: {page.width:.1f}pt, height: {page.height:.1f}pt, margin: {margin})[\n{body}\n]"


def _top(block: Block) -> float:
    return block.first if block.kind in ("table", "picture") else block.first + _CAP * block.size


def _blocks(blocks: list[Block], left: float, page: PageBlocks, known: frozenset[str]) -> Iterator[str]:
    last: float | None = None
    for kind, group in itertools.groupby(blocks, key=lambda block: block.kind == "bullet" and block.left):
        same = list(group)
        gap = last - _top(same[0]) if last is not None else 0.0
        is_foot = same[0].first < 0.09 * page.height and len(same[0].text) < 200
        if is_foot and gap > 12:
            yield "#v(1fr)"
        elif last is not None:
            yield f"#v({min(max(gap, 2.0), 200.0):.1f}pt, weak: false)"
        if kind is False:
            for before, block in zip([None, *same], same, strict=False):
                if before is not None:
                    space = _bottom(before) - _top(block)
                    is_foot = block.first < 0.09 * page.height and len(block.text) < 200 and space > 12
                    yield "#v(1fr)" if is_foot else f"#v({min(max(space, 2.0), 200.0):.1f}pt)"
                yield _block(block, left, page, known)
        else:
            yield _list(same, left, known)
        last = _bottom(same[-1])


def _bottom(block: Block) -> float:
    return block.last


def _block(block: Block, left: float, page: PageBlocks, known: frozenset[str]) -> str:
    if block.kind == "picture":
        look = 'size: 9pt, style: "italic", fill: luma(90)'
        return f"#block(inset: (left: {block.left - left:.1f}pt))[#text({look})[{_words(_LEFT_OUT)}]]"
    if block.kind == "table":
        return _table(block, left, known)
    words = _inside(block, known)
    middle = (block.left + block.right) / 2
    is_centred = len(block.lines) == 1 and not block.label and abs(middle - page.width / 2) < 8
    is_centred = is_centred and block.left > left + 30
    indent = 0.0 if is_centred else max(0.0, block.left - left)
    setting = f"#set text(size: {block.size:.1f}pt)\n#set par(leading: {_leading(block):.1f}pt)\n"
    if block.kind == "heading":
        words = f"#heading(level: {block.level})[#text(size: {block.size:.1f}pt)[{words}]]"
    elif block.label:
        words = f"#par(hanging-indent: {block.hang:.1f}pt)[{words}]"
    else:
        words = f"#par[{words}]"
    if is_centred:
        words = f"#align(center)[{words}]"
    return f"#block(width: 100%, inset: (left: {indent:.1f}pt))[\n{setting}{words}\n]"


def _leading(block: Block) -> float:
    return max(block.leading - _CAP * block.size, 0.3 * block.size)


def _inside(block: Block, known: frozenset[str]) -> str:
    label = ""
    if block.label:
        label = f"#box(width: {block.hang:.1f}pt)[{_words(block.label)}]"
        if block.kind == "heading":
            label = _words(f"{block.label} ")
    entry = LEADER.split(block.text)
    if len(block.lines) == 1 and len(entry) == 2:
        return label + f"{_words(entry[0].strip())} #box(width: 1fr, repeat[.]) {_words(entry[1].strip())}"
    if len(block.lines) == 1 and len(block.lines[0].pieces) > 1:
        return label + _apart(block, known)
    return label + _runs(joined([line.pieces for line in block.lines], known))


def _apart(block: Block, known: frozenset[str]) -> str:
    """One line whose pieces stand apart: they keep their distance."""
    pieces = block.lines[0].pieces
    for piece in pieces:
        piece.runs[-1] = (piece.runs[-1][0].rstrip(), piece.runs[-1][1])
    said = [_runs(joined([[pieces[0]]], known))]
    for before, piece in itertools.pairwise(pieces):
        gap = piece.left - before.right
        wide = f"#h({gap:.1f}pt)" if gap > 2.5 * piece.size else ""
        blank = "" if CLOSING.match(piece.text) else _words(" ")
        said.append(blank + wide + _runs(joined([[piece]], known)))
    return "".join(said)


def _list(items: list[Block], left: float, known: frozenset[str]) -> str:
    first = items[0]
    said = ", ".join(f"[{_runs(joined([line.pieces for line in item.lines], known))}]" for item in items)
    steps = [_bottom(one) - _top(other) for one, other in itertools.pairwise(items)]
    space = max(2.0, sum(steps) / len(steps)) if steps else 2.0
    marker = first.label if first.label in "\u2022\u2013-o\u25e6\u25aa" else "\u2022"
    hang = max(first.hang - 0.5 * first.size, 4.0)
    return (
        f"#[\n#set text(size: {first.size:.1f}pt)\n#set par(leading: {_leading(first):.1f}pt)\n"
        f"#list(marker: [{_words(marker)}], indent: {max(0.0, first.left - left):.1f}pt, "
        f"body-indent: {hang:.1f}pt, spacing: {space:.1f}pt, {said})\n]"
    )


def _table(block: Block, left: float, known: frozenset[str]) -> str:
    table = block.table
    if table is None:
        return ""
    rows = [[_runs(joined([[p] for p in cell], known)) for cell in row] for row in table.rows()]
    widths = ", ".join(f"{width:.1f}pt" for width in table.widths())
    said = ["[" + "], [".join(row) + "]" for row in rows]
    head = f"table.header({said[0]})" if len(said) > 1 else said[0]
    body = ", ".join([head, *said[1:]])
    return (
        f"#block(inset: (left: {max(0.0, block.left - left):.1f}pt))[\n#set text(size: {block.size:.1f}pt)\n"
        f"#set par(leading: {0.5 * block.size:.1f}pt)\n#table(columns: ({widths},), {body})\n]"
    )


def _runs(runs: list[Run]) -> str:
    return "".join(_run(text, style) for text, style in runs if text)


def _run(text: str, style: object) -> str:
    look = []
    if getattr(style, "bold", False):
        look.append('weight: "bold"')
    if getattr(style, "italic", False):
        look.append('style: "italic"')
    colour = getattr(style, "colour", "000000")
    if colour != "000000":
        look.append(f'fill: rgb("#{colour}")')
    words = _words(text)
    if look:
        words = f"#text({', '.join(look)})[{words}]"
    return f"#super[{words}]" if getattr(style, "raised", False) else words


def _words(text: str) -> str:
    """Words as they are: inside a string nothing of them is an order to typst."""
    return f"#{_string(text)};"


def _string(text: str) -> str:
    plain = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]", " ", text.translate(_SYMBOLS))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
