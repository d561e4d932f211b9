"""Names that a document prints openly: its panel, public figures, authors. A word of the register in one is theirs.

Check and verify both ask this, each of the words that it has read itself; both say in their reports what they left
standing. A whole name on the register is never left, whoever else bears it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from .fold import fold, without_line_hyphens
from .match import Match
from .names import Memo, NoModel, named_openly
from .places import Where
from .register import Register
from .variants import tokens_of

# Where a list of the panel and a citation count: what only some readers see proves nothing.
_SEEN = re.compile(r"body|page \d+|sheet .*|footnote|endnote")
_LOOK = 80  # characters on either side, enough for a name
_GAP = r"(?:[ \u00a0]{1,2}|[ \u00a0]?\n[ \u00a0]?)"
_BETWEEN = rf"(?:{_GAP}|(?<=\b\w)\.{_GAP}?|[-'])"
_DASHES = str.maketrans("\u2013\u2014", "||")  # no hyphens: a sentence goes on behind them
_GLUED = r"[._-]"  # in e-mail addresses and file names

Name = tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """A name with a word of the register in it that stays, since it is somebody else's; `why` says who says so."""

    text: str
    why: str
    where: Where


class Openly:
    """Knows which names with one of the words in question are printed openly."""

    def __init__(
        self,
        texts: Iterable[tuple[str, str]],
        matched: Iterable[str],
        register: Register,
        published: Iterable[str] = (),
        memo: Memo | None = None,
    ) -> None:
        """`texts`: each with the name of its part. `matched`: what was found in them of the register."""
        self._texts = texts
        self._about = {word for text in set(matched) for word in _tokens(text)}
        self._register = register
        self._published = tuple(published)
        self._memo = memo

    def around(self, text: str, match: Match, *, is_name: bool = False) -> tuple[int, int, str] | None:
        """The openly printed name that a match is only a part of, with the reason; None when there is none."""
        if match.entry is None or match.entry.kind != "person":
            return None
        tokens = _tokens(text[match.start : match.end])
        names = self._by_word.get(tokens[0], ()) if tokens else ()
        for name, why in names:
            for at in range(len(name) - len(tokens) + 1):
                if len(tokens) < len(name) and name[at : at + len(tokens)] == tokens:
                    found = _stands(text, match, name[:at], name[at + len(tokens) :], is_name)
                    if found:
                        return *found, why
        return None

    @cached_property
    def names(self) -> dict[Name, str]:
        """Every such name, and why it is one. None is when the words of English can't be read."""
        texts = [text for part, text in self._texts if _SEEN.fullmatch(part)] if self._about else []
        try:
            found = named_openly(texts, self._about, self._published, self._memo)
        except NoModel:
            return {}
        own = {variant.tokens for variant in self._register.variants()}
        return {name: why for name, why in found.items() if name not in own}

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[Name, str]]]:
        found: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for name, why in self.names.items():
            for word in dict.fromkeys(name):
                found[word].append((name, why))
        return found


def _tokens(text: str) -> Name:
    joined = without_line_hyphens(text)
    return tokens_of(joined[0] if joined else text)


def _stands(
    text: str, match: Match, before: Sequence[str], after: Sequence[str], is_name: bool
) -> tuple[int, int] | None:
    """Where the name begins and ends, if these words stand before and after the match."""
    gap = _GLUED if is_name or text[match.start : match.end].islower() else _BETWEEN
    first, start, end = max(0, match.start - _LOOK), match.start, match.end
    if before:
        ahead = fold(text[first:start].translate(_DASHES))
        left = re.search("".join(f"{re.escape(word)}{gap}" for word in before) + r"\Z", ahead.lower)
        if left is None:
            return None
        start = first + ahead.origin[left.start()]
    if after:
        behind = fold(text[end : end + _LOOK].translate(_DASHES))
        right = re.match("".join(f"{gap}{re.escape(word)}" for word in after), behind.lower)
        if right is None:
            return None
        end += behind.origin[right.end() - 1] + 1
    return (start, end) if _is_edge(text, start) and _is_edge(text, end) else None


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on here; words of two paragraphs may have been put together."""
    one, other = text[max(0, at - 1) : at], text[at : at + 1]
    return not (one.isalpha() and other.isalpha()) or (one.islower() and other.isupper())
