"""Which of several agencies of one kind is meant, by the place or the word that stands beside the kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.text import Tokens, plain, stem


@cache
def _clues() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    return {
        tuple(map(stem, words.split())): tuple(names)
        for words, names in words_of("sendings")["narrow"].items()
    }


def narrowed(tokens: Tokens, one: Mention, agencies: Agencies) -> Mention:
    """Of several agencies of a kind, those whose own name has the word that is used here."""
    if one.bits & (one.bits - 1) == 0:
        return one
    stems = tokens.stems[one.start : one.end]
    bits = _of_place(tokens, one, agencies)
    if bits & (bits - 1) == 0:
        return Mention(one.start, one.end, bits, one.named, one.role)
    for words, names in _clues().items():
        if all(word in stems for word in words):
            bits = sum(
                1 << index
                for index, name in enumerate(agencies.names)
                if one.bits >> index & 1 and any(known in plain(name) for known in names)
            )
            if bits:
                return Mention(one.start, one.end, bits, one.named, one.role)
    return one


def _of_place(tokens: Tokens, one: Mention, agencies: Agencies) -> int:
    """Of several agencies of a kind, those with the name's word that stands just before ("Selby children's team")."""
    for at in range(one.start - 1, max(-1, one.start - 3), -1):
        word = tokens.words[at].removesuffix("'s")
        bits = sum(
            1 << index
            for index, known in enumerate(agencies.own_words)
            if one.bits >> index & 1 and word in known
        )
        if bits:
            return bits
    return one.bits
