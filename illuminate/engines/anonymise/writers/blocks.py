"""Lines as what they mean: headings, paragraphs, list items, tables; by size, place and distance."""

import re
from collections import Counter
from dataclasses import dataclass, field

from .glyphs import Box, Piece, Style
from .lines import Line, Table

Run = tuple[str, Style]
SOFT = "\u00ad"  # a hyphen at the end of a line, which may belong to the word or not
_HALVES = re.compile(r"[\w-]*\u00ad\s*\w*")
_BULLET = re.compile(r"[\u2022\u25aa\u25e6\u25cf\u25cb\u2023\u2219\u00b7\uf0b7\u2013\u25a0o*-]")
_NUMBER = re.compile(r"(?:\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])")
LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|\u2026{2,}")
CLOSING = re.compile(r"[.,;:!?)\]\u2019\u201d']")
_WRAPPED = 1.75  # of the size: lines further apart are two paragraphs
_LARGER = 1.12
_LONGEST_HEADING = 160


@dataclass(slots=True)
class Block:
    """One thing on a page. `kind`: paragraph, heading, bullet, picture or table. Measures are points."""

    kind: str
    first: float
    last: float
    left: float = 0.0
    right: float = 0.0
    size: float = 10.0
    label: str = ""
    hang: float = 0.0
    lines: list[Line] = field(default_factory=list)
    table: Table | None = None
    level: int = 0

    @property
    def leading(self) -> float:
        """From line to line."""
        many = len(self.lines) - 1
        return (self.first - self.last) / many if many > 0 else 1.2 * self.size

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.lines)

    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(s.bold for line in self.lines for p in line.pieces for t, s in p.runs if t.strip())


@dataclass(slots=True)
class PageBlocks:
    """What a page is made of. `note`: why there is nothing to make it of."""

    width: float
    height: float
    blocks: list[Block] = field(default_factory=list)
    note: str = ""


def blocks_of(lines: list[Line], tables: list[Table], pictures: list[Box]) -> list[Block]:
    """The blocks of one page in reading order, with a place for each picture."""
    blocks: list[Block] = []
    seen: set[int] = set()
    limit = max((line.right for line in lines), default=0.0)
    for line in lines:
        rest = [piece for piece in line.pieces if not _taken(piece, tables, seen, blocks)]
        if rest:
            _place(Line(rest), limit, blocks)
    for box in sorted(pictures, key=lambda box: -box[3]):
        block = Block("picture", first=box[3], last=box[1], left=box[0], right=box[2])
        at = next((n for n, other in enumerate(blocks) if other.first < box[3]), len(blocks))
        blocks.insert(at, block)
    return blocks


def _taken(piece: Piece, tables: list[Table], seen: set[int], blocks: list[Block]) -> bool:
    for number, table in enumerate(tables):
        if table.take(piece):
            if number not in seen:
                seen.add(number)
                box = table.box
                blocks.append(
                    Block("table", box[3], box[1], left=box[0], right=box[2], size=piece.size, table=table)
                )
            return True
    return False


def _place(line: Line, limit: float, blocks: list[Block]) -> None:
    """Put a line to the paragraph before it, or begin another one."""
    last = blocks[-1] if blocks else None
    label, hang, kind = _label(line)
    if last is not None and not label and last.kind != "table" and _goes_on(last, line, limit):
        last.lines.append(line)
        last.last, last.right = line.base, max(last.right, line.right)
        if len(last.lines) == 2 and not last.label:
            last.left = min(last.left, line.left)
        return
    blocks.append(
        Block(
            kind, line.base, line.base, left=line.left, right=line.right, size=line.size, label=label, hang=hang,
            lines=[line],
        )
    )  # fmt: skip


def _label(line: Line) -> tuple[str, float, str]:
    """The number or bullet in front of an item, how far its words hang behind, and what the line begins."""
    first = line.pieces[0]
    word, blank, rest = first.text.partition(" ")
    is_bullet = bool(_BULLET.fullmatch(word))
    if len(line.pieces) > 1 and not rest.strip() and (is_bullet or _NUMBER.fullmatch(word)):
        hang = line.pieces[1].left - first.left
        line.pieces = line.pieces[1:]
    elif is_bullet and blank and rest.strip() and word not in "o*":
        hang = 1.2 * first.size
        first.runs[0] = (first.runs[0][0].lstrip()[1:].lstrip(), first.runs[0][1])
    else:
        return "", 0.0, "paragraph"
    line.pieces[0].left = first.left
    return word, hang, "bullet" if is_bullet else "paragraph"


def _goes_on(block: Block, line: Line, limit: float) -> bool:
    before = block.lines[-1]
    step = before.base - line.base
    if (
        not 0 < step <= _WRAPPED * max(before.size, line.size)
        or abs(before.size - line.size) > 0.12 * line.size
    ):
        return False
    if len(block.lines) > 1 and step > 1.2 * block.leading:
        return False
    if LEADER.search(before.text) or len(before.pieces) > 1 or len(line.pieces) > 1:
        return False
    if block.is_bold() != Block("", 0, 0, lines=[line]).is_bold() and len(before.text) < 60:
        return False
    edge = block.left + block.hang if block.label or len(block.lines) > 1 else line.left
    if abs(line.left - edge) > 6 or line.left > block.left + block.hang + 40:
        return False
    if CLOSING.match(line.text) or (line.text[:1].islower() and not before.text.endswith((".", ":", ";"))):
        return True
    word = line.text.split(" ", 1)[0]
    share = len(word) / max(len(line.text), 1)
    return before.right + (line.right - line.left) * share > limit - 0.12 * (limit - block.left)


def name_headings(pages: list[PageBlocks]) -> None:
    """Say which paragraphs are headings, and of which rank, from the sizes in the whole document."""
    weights: Counter[float] = Counter()
    for page in pages:
        for block in page.blocks:
            weights[round(block.size, 1)] += len(block.text)
    body = weights.most_common(1)[0][0] if weights else 10.0
    found = [block for page in pages for block in page.blocks if _is_heading(block, body, page)]
    sizes = sorted({round(block.size) for block in found if block.size >= _LARGER * body}, reverse=True)[:4]
    last = 0
    for block in found:
        rank = sizes.index(round(block.size)) + 1 if round(block.size) in sizes else len(sizes) + 1
        last = block.level = min(rank, last + 1)
        block.kind = "heading"


def _is_heading(block: Block, body: float, page: PageBlocks) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(block.lines) > 3 or len(text) > _LONGEST_HEADING:
        return False
    if not any(char.isalpha() for char in text) or LEADER.search(text) or block.first < 0.08 * page.height:
        return False
    if block.size >= _LARGER * body:
        return True
    return block.is_bold() and block.size >= 0.95 * body and not text.rstrip().endswith((".", ",", ";"))


def words_known(pages: list[PageBlocks]) -> frozenset[str]:
    """Every whole word of the document, to tell a broken word from one with a hyphen."""
    found: set[str] = set()
    for page in pages:
        for block in page.blocks:
            cells = block.table.cells.values() if block.table else ()
            texts = [block.text, *(piece.text for pieces in cells for piece in pieces)]
            # The halves of a broken word are no words of their own.
            found.update(re.findall(r"[\w-]+", _HALVES.sub(" ", " ".join(texts).lower())))
    return frozenset(found)


def joined(lines: list[list[Piece]], known: frozenset[str]) -> list[Run]:
    """The words of several lines as running text, broken words whole again."""
    runs: list[Run] = []
    for pieces in lines:
        for piece in pieces:
            own = list(piece.runs)
            if own:
                own[0] = (own[0][0].lstrip(), own[0][1])
            if runs:
                _close(runs, own, known)
            runs.extend(own)
    return [(text.replace(SOFT, ""), style) for text, style in runs]


def _close(runs: list[Run], then: list[Run], known: frozenset[str]) -> None:
    """Bring the end of what stands there into the state that the next words ask for."""
    text, style = runs[-1]
    begins = "".join(text for text, _ in then)
    text = text.rstrip()
    if text.endswith(SOFT):
        half, rest = re.search(r"[\w-]*$", text[:-1]), re.match(r"\w*", begins)
        one, other = (half[0] if half else "").lower(), (rest[0] if rest else "").lower()
        keep = f"{one}{other}" not in known and (f"{one}-{other}" in known or {one, other} <= known)
        text = text[:-1] + ("-" if keep else "")
    elif not CLOSING.match(begins) and not (text.endswith(("/", "-"))):
        text += " "
    runs[-1] = (text, style)
