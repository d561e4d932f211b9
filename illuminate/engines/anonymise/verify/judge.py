"""Which likenesses to the register's forms count, by where they were seen."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from ..check import Finding
from ..fold import fold
from ..match import Match, Matcher
from ..places import Where
from ..register import Entry
from ..variants import tokens_of
from ..words import ORDINARY
from .sight import Seen, Sight, Trust

# Between two texts: longer than any gap in a name, and no word.
_BETWEEN = "\n" + "\u00b6" * 16 + "\n"
_BATCH = 200_000  # characters
_ORDER: tuple[Trust, ...] = ("prose", "name", "machine", "joined", "seam", "bytes", "font")
_SHORTEST = 5  # letters that chance does not put together
_UNSURE = frozenset({"misspelt", "ocr", "initials"})


def findings_in(sight: Sight, matcher: Matcher) -> Iterator[Finding]:
    """The register's forms in what was seen; another reading of a part says only what the first did not."""
    known: set[tuple[str, str]] = set()
    for trust in _ORDER:
        texts = [seen for seen in sight.seen if seen.trust == trust]
        found = [one for batch in _batches(texts) for one in _find(batch, trust, matcher)]
        for seen, match in found:
            text = seen.text[match.start : match.end]
            key = (seen.part, _bare(text))
            if match.entry is not None and (trust == "prose" or key not in known):
                yield _finding(seen, match, match.entry)
            known.add(key)


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
        return len(tokens) > 1 and match.rule in ("name", "first_last", "alias")
    return sum(char.isalnum() for char in fold(text).text) >= _SHORTEST


def _finding(seen: Seen, match: Match, entry: Entry) -> Finding:
    where = Where(seen.part, seen.paragraph, match.start, match.end)
    if seen.by_line:
        before = seen.text.count("\n", 0, match.start)
        start = seen.text.rfind("\n", 0, match.start) + 1
        where = Where(seen.part, before + 1, match.start - start, match.end - start)
    text = seen.text[match.start : match.end]
    return Finding(text, str(entry.kind), True, entry.pseudonym, where, match.rule, match.confidence)
