"""What is to be replaced, found by the words that stand there: part by part, each whole text once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..places import Reading, Where
from ..replacing import CannotReplace, Replacement

Span = tuple[int, int, str]  # start, end, the new words


class Wanted:
    """The replacements of one file. Whatever is never asked for, and not gone with its part, is refused."""

    def __init__(self, reading: Reading, replacements: Sequence[Replacement]) -> None:
        self._spans: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
        self._texts = {name: part.paragraphs for name, part in reading.parts.items()}
        self._open: dict[tuple[str, str], Where] = {}
        self.by_paragraph: dict[tuple[str, int], list[Replacement]] = defaultdict(list)
        for one in replacements:
            where = one.where
            part = reading.parts.get(where.part)
            if part is None or not 0 < where.paragraph <= len(part.paragraphs):
                raise CannotReplace(where)
            text = part.paragraphs[where.paragraph - 1]
            if not 0 <= where.start < where.end or text[where.start : where.end] != one.text:
                raise CannotReplace(where)
            self._spans[where.part][text].add((where.start, where.end, one.new))
            self._open.setdefault((where.part, text), where)
            self.by_paragraph[where.part, where.paragraph].append(one)

    def spans(self, text: str | None, *parts: str) -> list[Span]:
        """What changes in a text that stands in one of these parts, from its end to its start."""
        found: set[Span] = set()
        for part in parts:
            if text and part in self._spans and text in self._spans[part]:
                found |= self._spans[part][text]
                self._open.pop((part, text), None)
        return _apart(found)

    def new(self, text: str, *parts: str) -> str:
        """The text as it stands in these parts from now on."""
        return with_spans(text, self.spans(text, *parts))

    def as_cell(self, text: str) -> str:
        """What a cell that said exactly this says now: a table's column is called what its heading says."""
        for (part, number), ones in self.by_paragraph.items():
            at = 0
            for cell in self._texts[part][number - 1].split("\t") if "sheet " in part else ():
                end = at + len(cell)
                inside = [one for one in ones if at <= one.where.start and one.where.end <= end]
                if cell == text and inside:
                    spans = {(one.where.start - at, one.where.end - at, one.new) for one in inside}
                    return with_spans(text, _apart(spans))
                at = end + 1
        return text

    def close(self, *parts: str) -> None:
        """These parts are gone, or done elsewhere."""
        for key in [key for key in self._open if key[0] in parts]:
            del self._open[key]

    def require_all(self) -> None:
        """Raise CannotReplace for the first text that was never met."""
        for where in self._open.values():
            raise CannotReplace(where)


def _apart(found: Iterable[Span]) -> list[Span]:
    """Spans from the last to the first; of two that overlap the wider stays."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one[0] - one[1], one)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept, reverse=True)


def with_spans(text: str, spans: list[Span]) -> str:
    """The text with its spans replaced; they come from the last to the first."""
    for start, end, new in spans:
        text = text[:start] + new + text[end:]
    return text
