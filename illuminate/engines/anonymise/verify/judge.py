"""Which likenesses to the register's forms count, by where they were seen."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..fold import fold
from ..match import Match, Matcher
from ..openly import Openly, Standing
from ..places import Where
from ..register import Entry, Register
from ..report import Finding
from ..variants import tokens_of
from ..words import ORDINARY
from .sight import Seen, Sight, Trust

# Between two texts: longer than any gap in a name, and no word.
_BETWEEN = "\n" + "\u00b6" * 16 + "\n"
_BATCH = 200_000  # characters
_ORDER: tuple[Trust, ...] = ("prose", "name", "machine", "joined", "seam", "bytes", "font")
_SHORTEST = 5  # letters that chance does not put together
_UNSURE = frozenset({"misspelt", "ocr", "initials"})


def judged(
    sight: Sight, register: Register, published: Iterable[str]
) -> tuple[list[Finding], list[Standing]]:
    """The register's forms in what was seen, and those that stay; another reading of a part says only what is new."""
    matcher = Matcher(register)
    found = [(trust, seen, match) for trust in _ORDER for seen, match in _found(sight, trust, matcher)]
    matched = [seen.text[match.start : match.end] for _, seen, match in found]
    prose = ((seen.part, seen.text) for seen in sight.seen if seen.trust == "prose")
    openly = Openly(prose, matched, register, published)
    kept: list[Finding] = []
    standing: list[Standing] = []
    known: set[tuple[str, str]] = set()
    for trust, seen, match in found:
        name = openly.around(seen.text, match, is_name=trust == "name")
        if name is not None:
            start, end, why = name
            standing.append(Standing(seen.text[start:end], why, _where(seen, start, end)))
            continue
        key = (seen.part, _bare(seen.text[match.start : match.end]))
        if match.entry is not None and (trust == "prose" or key not in known):
            kept.append(_finding(seen, match, match.entry))
        known.add(key)
    return kept, standing


def _found(sight: Sight, trust: Trust, matcher: Matcher) -> Iterator[tuple[Seen, Match]]:
    for batch in _batches([seen for seen in sight.seen if seen.trust == trust]):
        yield from _find(batch, trust, matcher)


def _bare(text: str) -> str:
    return "".join(tokens_of(text))


def _batches(texts: list[Seen]) -> Iterator[list[Seen]]:
    size = 0

    def number(seen: Seen) -> int:
        nonlocal size
        size += len(seen.text) + len(_BETWEEN)
        return size // _BATCH

    for _, batch in groupby(texts, key=number):
        yield list(batch)


def _find(batch: list[Seen], trust: Trust, matcher: Matcher) -> Iterator[tuple[Seen, Match]]:
    starts, at = [], 0
    for seen in batch:
        starts.append(at)
        at += len(seen.text) + len(_BETWEEN)
    whole = _BETWEEN.join(seen.text for seen in batch)
    for match in matcher.find(whole, is_name_like=trust == "name"):
        index = bisect_right(starts, match.start) - 1
        seen, offset = batch[index], starts[index]
        own = Match(match.start - offset, match.end - offset, match.entry, match.rule, match.confidence)
        if own.end <= len(seen.text) and _counts(seen.text[own.start : own.end], own, trust):
            yield seen, own


def _counts(text: str, match: Match, trust: Trust) -> bool:
    """Whether a likeness is more than chance there."""
    if trust in ("prose", "name"):
        return True
    if trust == "seam":
        return "\n" in text
    tokens = tokens_of(text)
    if match.rule in _UNSURE or (len(tokens) == 1 and tokens[0] in ORDINARY):
        return False
    if trust == "machine":
        return True
    if trust == "font":
        # Two words at least: a font's own words are its makers' names, in letters of two bytes too.
        return sum(len(token) > 1 for token in tokens) > 1 and match.rule in ("name", "first_last", "alias")
    return sum(char.isalnum() for char in fold(text).text) >= _SHORTEST


def _finding(seen: Seen, match: Match, entry: Entry) -> Finding:
    text = seen.text[match.start : match.end]
    where = _where(seen, match.start, match.end)
    return Finding(text, str(entry.kind), True, entry.pseudonym, where, match.rule, match.confidence)


def _where(seen: Seen, start: int, end: int) -> Where:
    if not seen.by_line:
        return Where(seen.part, seen.paragraph, start, end)
    before = seen.text.count("\n", 0, start)
    first = seen.text.rfind("\n", 0, start) + 1
    return Where(seen.part, before + 1, start - first, end - first)
