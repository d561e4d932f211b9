"""Who may be meant where something is handed over: more words for an agency than matching uses, and shared ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from illuminate.engines.chronology.findings.lexicon import common, roles, words_of
from illuminate.engines.chronology.findings.reading.deeds import small
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.reading.narrowing import narrowed
from illuminate.engines.chronology.findings.text import Found, Phrases, Tokens, plain, stem

Known = TypeVar("Known")
_POSSESSED = frozenset(["children", "adult"])  # "to children's": the office; "risk to children": not
_ALSO = frozenset({"wellbeing"})  # a part of some names of adults' services, and the whole of others
_BOTH = ("csc", "asc")  # "social services" may be either


def wide_phrases(agencies: Agencies) -> Phrases:
    """Words that mean a kind of agency where something goes there; ``either:`` may be children's or adults'."""
    phrases = Phrases()
    for words, index in agencies.colleagues:
        phrases.add(f"name:{index}", [words])
    for role, row in roles().items():
        phrases.add(f"role:{role}", row.get("wide", []))
    either = words_of("sendings")["either"]
    phrases.add("either:", either["words"])
    for context in ("adult", "child", "housed"):
        phrases.add(f"about:{context}", either[context])
    return phrases


def reached(
    tokens: Tokens, wide: Found, named: Sequence[Mention], agencies: Agencies, own: int
) -> list[Mention]:
    """Give all mentions, the longest words for a place; "the front door" is narrowed by what the entry is about."""
    about = {label.partition(":")[2] for _, _, label in wide if label.startswith("about:")}
    rows: dict[tuple[int, int], Mention] = {
        (start, end): one
        for start, end, label in wide
        if (one := _wide(tokens, start, end, label, about, agencies, own)) is not None
    }
    for one in named:
        span = one.start, one.end
        if not one.named and one.role == agencies.role[own]:
            rows[span] = _own_or_kin(tokens, one, agencies, own)
            continue
        if one.named or span not in rows or rows[span].role not in ("either", "own"):
            rows[span] = one
    for one in _short(tokens, agencies, own):
        rows.setdefault((one.start, one.end), one)
    if not rows:
        return []
    found = sorted(rows.values(), key=lambda one: (one.start - one.end, one.role == "either", one.start))
    taken: set[int] = set()
    kept: list[Mention] = []
    for one in found:
        if not _stray(tokens, one, agencies) and taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(narrowed(tokens, one, agencies))
    kept = [_housed(one, agencies, own) for one in sorted(kept, key=lambda one: one.start)]
    ours = tuple(words_of("sendings")["own_teams"].get(agencies.role[own], ()))
    kept = [one for one in kept if not " ".join(tokens.words[one.start : one.start + 3]).startswith(ours)]
    return [one for one in _joined(tokens, kept) if one.role != "own"]


def _housed(one: Mention, agencies: Agencies, own: int) -> Mention:
    """A kind of office that no agency of the case is: the only one that may house it."""
    if one.bits or one.role not in words_of("sendings")["housed_by"]:
        return one
    for role in words_of("sendings")["housed_by"][one.role]:
        bits = agencies.with_role(role) & ~(1 << own)
        if bits and agencies.role[own] != role:
            return Mention(one.start, one.end, bits, False, role)
    return one


def _beside(tokens: Tokens, left: int, right: int) -> bool:
    return left == right or (right - left == 1 and tokens.words[left] in ("at", "of"))


def _short(tokens: Tokens, agencies: Agencies, own: int) -> list[Mention]:
    """Agencies by the one word of their name that no other has ("Opal"), or by what they are ("the Trust")."""
    known = _short_names(agencies)
    found = _by_office(tokens, agencies, own)
    for at, word in [(at, word) for at, word in enumerate(tokens.words) if word in known]:
        rest, bits = known[word]
        end, head = at + 1 + len(rest), word.removesuffix("'s") in small("heads")
        if bits & (bits - 1) or bits >> own & 1 or tokens.words[at + 1 : end] != rest:
            continue
        if head and tokens.words[max(0, at - 1) : at] != ["the"]:
            continue
        found.append(Mention(at - head, end, bits, not head, agencies.role[bits.bit_length() - 1]))
    return found


def _by_office(tokens: Tokens, agencies: Agencies, own: int) -> list[Mention]:
    """Agencies by a word of their name that no other has, beside one of an office ("the wellbeing team")."""
    known, words = _rare_words(agencies), tokens.words
    found: list[Mention] = []
    for at, index in [(at, known[word]) for at, word in enumerate(words) if word in known]:
        if index == own:
            continue
        first = at - (words[max(0, at - 1)] in agencies.parts[index] and at > 0)
        office = words[at + 1 : at + 2]
        if first < at or (office and office[0] in small("office_words")):
            end = at + 1 + (bool(office) and office[0] in small("office_words"))
            found.append(Mention(first, end, 1 << index, True, agencies.role[index]))
    return found


@lru_cache(maxsize=4)
def _rare_words(agencies: Agencies) -> Mapping[str, int]:
    """The words that stand in one agency's name alone and tell no kind of office by themselves."""
    counts = Counter(word for words in agencies.parts for word in words)
    return _with_owners(
        {
            word: index
            for index, words in enumerate(agencies.own_words)
            for word in words | (_ALSO & agencies.parts[index])
            if counts[word] == 1 and word not in small("office_words")
        }
    )


def _with_owners(known: Mapping[str, Known]) -> Mapping[str, Known]:
    """The same with "'s" behind each word too."""
    forms = {word: (word, f"{word}'s") for word in known if not word.endswith("'s")}
    return {form: known[word] for word, both in forms.items() for form in both}


@lru_cache(maxsize=4)
def _short_names(agencies: Agencies) -> Mapping[str, tuple[list[str], int]]:
    """The first word of each name that it alone has, with "house" or "lane" behind it; and words like "trust"."""
    names = [re.findall(r"[a-z0-9']+", plain(name)) for name in agencies.names]
    found: dict[str, tuple[list[str], int]] = {}
    for index, words in enumerate(names):
        first, *more = words[1:] if words[0] == "the" and len(words) > 1 else words
        follows = more[:1]
        if sum(first in other for other in names) > 1 or first in small("people"):
            continue
        if first in small("parts_of_places"):
            continue
        if first not in agencies.own_words[index] or first.endswith("ing") or stem(first) in common():
            if first.endswith("ing") and follows and set(follows) <= agencies.own_words[index]:
                found[first] = (follows, 1 << index)  # "Turning Tide"
            continue
        found[first] = ([word for word in follows if word in small("roads")], 1 << index)
    for head in small("heads"):
        bits = sum(1 << index for index, words in enumerate(names) if head in words)
        if bits:
            found[head] = ([], bits)
    return _with_owners(found)


def _stray(tokens: Tokens, one: Mention, agencies: Agencies) -> bool:
    """Whether a name is only found in the stem of another word ("dated" is not the DAT), or is no agency here."""
    word, root = tokens.words[one.start], tokens.stems[one.start]
    if (
        one.end - one.start == 1
        and len(root) <= 3
        and word.removesuffix("'s").removesuffix("s") not in (root, root[:-1])
    ):
        return True
    if tokens.words[one.end : one.end + 1] and tokens.words[one.end] in small("its_people"):
        return one.named or one.role == "school"  # "to the school's families"
    after = tokens.words[one.end] if one.end < len(tokens.words) else ""
    if not one.named and (after in ("charity", "company", "firm", "area") or _on_call(tokens, one)):
        return True
    before = tokens.words[one.start - 1] if one.start else ""
    door = tokens.words[one.start : one.end] == ["front", "door"]
    whose = before.removesuffix("'s")
    theirs = whose != before and not any(whose in known for known in agencies.own_words)
    return door and (before in small("homes") or theirs)


def _on_call(tokens: Tokens, one: Mention) -> bool:
    """Whether it is the doctor out of hours, who is at no surgery of the case."""
    around = set(tokens.words[max(0, one.start - 4) : one.end + 4])
    return one.role == "gp" and ("ooh" in around or {"out", "hours"} <= around)


def _own_or_kin(tokens: Tokens, one: Mention, agencies: Agencies, own: int) -> Mention:
    """A word for its own kind of agency is itself, unless the word tells another ("council housing")."""
    nursery = {"nursery", "pre-school", "preschool"} & set(re.findall(r"[a-z-]+", plain(agencies.names[own])))
    if one.role == "school" and nursery and tokens.stems[one.start] == "school":
        return one
    if one.role == "school" and not all(
        word in plain(agencies.names[own]) for word in tokens.words[one.start : one.end]
    ):
        return one
    known = narrowed(
        tokens, Mention(one.start, one.end, agencies.with_role(one.role), False, one.role), agencies
    )
    if known.bits & one.bits == known.bits and known.bits & (known.bits - 1) == 0:
        return known
    return Mention(one.start, one.end, 0, False, "own")


def _joined(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Two names side by side are one office ("Millbrook's front door", "the council's housing team")."""
    found: list[Mention] = []
    for one in mentions:
        if not found or not _beside(tokens, found[-1].end, one.start) or _listed(tokens, found[-1], one):
            found.append(one)
            continue
        left = found.pop()
        if "own" in (left.role, one.role):
            known = one if left.role == "own" else left
            found.append(Mention(left.start, one.end, known.bits, known.named, known.role))
            continue
        both = left.bits & one.bits
        if not both and not (left.bits and one.bits):
            both = left.bits | one.bits
        best = left if left.named or (one.role == "either" and not one.named) else one
        found.append(Mention(left.start, one.end, both or best.bits, left.named or one.named, best.role))
    return found


def _listed(tokens: Tokens, left: Mention, right: Mention) -> bool:
    """Whether a comma parts two offices ("CSC, school"), and not an office from its place."""
    return right.start in tokens.pauses and not left.bits & right.bits


def _wide(
    tokens: Tokens, start: int, end: int, label: str, about: set[str], agencies: Agencies, own: int
) -> Mention | None:
    kind, _, role = label.partition(":")
    if kind == "about":
        return None
    mine = 1 << own
    if kind == "name":
        if int(role) == own:
            return Mention(start, end, 0, False, "own")
        return Mention(start, end, 1 << int(role), True, agencies.role[int(role)])
    if (
        end - start == 1
        and tokens.stems[start] in _POSSESSED
        and not tokens.words[start].endswith(("'s", "s'", "adults"))
    ):
        return None
    if kind == "role":
        bits = agencies.with_role(role)
        if agencies.role[own] == role or (bits & mine and not bits & ~mine):
            return Mention(start, end, 0, False, "own")
        return Mention(start, end, bits & ~mine, False, role)
    if agencies.role[own] in _BOTH:
        return Mention(start, end, 0, False, "own")
    words = " ".join(tokens.words[start:end])
    return Mention(start, end, _either(words, about, agencies, own), False, "either")


def _either(words: str, about: set[str], agencies: Agencies, own: int) -> int:
    """Children's services unless the entry speaks of adults; a council's homeless team where it is about a home."""
    children, adults = agencies.with_role("csc"), agencies.with_role("asc")
    if words in words_of("sendings")["either"]["council"] and "housed" in about:
        return agencies.with_role("housing") & ~(1 << own)
    if "adult" in about and "child" not in about:
        return adults or children
    if "child" in about and "adult" not in about:
        return children or adults
    return (children or adults) if "adult" not in about else children | adults
