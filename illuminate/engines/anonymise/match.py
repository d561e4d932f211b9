"""Finds the register's forms in a text: a trie over words, so case, accents and separators don't matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .fold import Folded, fold, without_line_hyphens
from .register import Entry, Register
from .slips import Speller
from .variants import Variant, tokens_of
from .weigh import Place, weigh

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"[^\W\d_]+?(?=(?<=[^\W\d_A-Z])[A-Z]|[\W\d_]|$)|\d+")
# Between the words of one name: "Holloway, M.", "Pryce-Okafor", "willow_lane", a line end, "14%20Quarry".
_GAP = re.compile(r"\s*(?:[-.,/_'+&@():\"]|%20)?\s*")
_GAP_MOST = 12
_JOIN = r"[\s./@_()-]{0,3}"
_PRIORITY = {
    "name": 0,
    "alias": 1,
    "initials": 1,
    "date": 1,
    "identifier": 1,
    "first_last": 2,
    "surname_first": 2,
}


@dataclass(frozen=True)
class Match:
    """A form found in a text, with offsets in that text. `entry` is None for a pseudonym left standing."""

    start: int
    end: int
    entry: Entry | None
    rule: str
    confidence: float


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[Variant | None] = field(default_factory=list)


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str


class Matcher:
    """Built once from a register, then asked about any number of texts."""

    def __init__(self, register: Register) -> None:
        self._root = _Node()
        listed = sorted(register.variants(), key=lambda v: (not v.listed, _PRIORITY.get(v.rule, 3)))
        for variant in listed:
            self._add(variant.tokens, variant)
        for entry in register.entries:
            if entry.pseudonym and entry.kind in ("person", "organisation", "place"):
                self._add(tokens_of(entry.pseudonym), None)
        self._speller = Speller(register.variants())
        self._identifiers = [(_identifier(text), e) for e in register.entries for text in _written(e)]

    def _add(self, tokens: tuple[str, ...], variant: Variant | None) -> None:
        node = self._root
        for token in tokens:
            node = node.next.setdefault(token, _Node())
        if tokens and (variant is not None or not node.ends):
            node.ends.append(variant)

    def find(self, text: str, *, is_name_like: bool = False) -> list[Match]:
        """All matches in a text, none overlapping, longest first where they compete, in reading order.

        `is_name_like`: links, bookmarks and file names, in which capitals mean nothing.
        """
        found = list(self._read(fold(text), is_name_like))
        joined = without_line_hyphens(text)
        if joined:
            again, places = joined
            for m in self._read(fold(again), is_name_like):
                found.append(Match(places[m.start], places[m.end - 1] + 1, m.entry, m.rule, m.confidence))
        return [match for match in longest(found) if match.entry is not None]

    def _read(self, folded: Folded, is_name_like: bool) -> Iterator[Match]:
        for pattern, entry in self._identifiers:
            for hit in pattern.finditer(folded.lower):
                yield Match(*folded.span(*hit.span()), entry, "identifier", 1.0)
        tokens = [_Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(folded.lower)]
        yield from self._walk_all(folded, tokens, is_name_like)
        camel = [_Token(m.start(), m.end(), m[0].lower()) for m in _CAMEL.finditer(folded.text)]
        if len(camel) != len(tokens):
            yield from self._walk_all(folded, camel, is_name_like)

    def _walk_all(self, folded: Folded, tokens: list[_Token], is_name_like: bool) -> Iterator[Match]:
        for index in range(len(tokens)):
            for last, variant, slips in self._walk(folded.lower, tokens, index):
                place = Place(folded, tokens[index].start, tokens[last].end, is_name_like)
                match = self._judge(place, variant, slips)
                if match:
                    yield match

    def _judge(self, place: Place, variant: Variant | None, slips: int) -> Match | None:
        start, end = place.folded.span(place.start, place.end)
        if variant is None:
            return None if slips else Match(start, end, None, "pseudonym", 1.0)
        if slips:
            if not self._speller.allows(variant, place):
                return None
            return Match(start, end, variant.entry, "misspelt", 0.8)
        confidence = weigh(variant, place)
        if (
            variant.rule == "initials"
            and "." in place.text
            and place.folded.text[place.end : place.end + 1] == "."
        ):
            start, end = place.folded.span(place.start, place.end + 1)
        return Match(start, end, variant.entry, variant.rule, confidence) if confidence else None

    def _walk(
        self, lower: str, tokens: list[_Token], first: int
    ) -> Iterator[tuple[int, Variant | None, int]]:
        """Every form that starts at a word: index of its last word, the form, number of misspelt words."""
        stack = [(first, self._root, 0)]
        while stack:
            index, node, slips = stack.pop()
            token = tokens[index]
            for word in (token.word, *self._speller.near(token.word)):
                child = node.next.get(word)
                if child is None:
                    continue
                bad = slips + (word != token.word)
                yield from ((index, variant, bad) for variant in child.ends)
                if child.next and index + 1 < len(tokens) and _joined(lower, token, tokens[index + 1]):
                    stack.append((index + 1, child, bad))


def _joined(lower: str, before: _Token, after: _Token) -> bool:
    gap = lower[before.end : after.start]
    return len(gap) <= _GAP_MOST and _GAP.fullmatch(gap) is not None


def _written(entry: Entry) -> list[str]:
    return [entry.real, *entry.aliases] if entry.kind == "identifier" else []


def _identifier(text: str) -> re.Pattern[str]:
    """An identifier with or without its spaces, dots and strokes; a phone number also from abroad."""
    chars = [re.escape(char) for char in fold(text).lower if char.isalnum()]
    digits = "".join(char for char in text if char.isdigit())
    start = ""
    if chars and chars[0] == "0" and len(digits) == len(chars) in (10, 11):
        chars, start = chars[1:], rf"(?:0|\+44{_JOIN}(?:\(0\){_JOIN})?|0044{_JOIN}){_JOIN}"
    return re.compile(rf"(?<![^\W_]){start}{_JOIN.join(chars)}(?![^\W_])")


def longest(found: list[Match]) -> list[Match]:
    """The longest of competing matches, then the surest, then the first; in reading order."""
    order = sorted(enumerate(found), key=lambda p: (p[1].start - p[1].end, -p[1].confidence, p[0]))
    taken: list[Match] = []
    covered: set[int] = set()
    for _, match in order:
        if covered.isdisjoint(range(match.start, match.end)):
            taken.append(match)
            covered.update(range(match.start, match.end))
    return sorted(taken, key=lambda match: match.start)
