"""What hurts one account tells of: where on the body, on which side, of what kind, whose; and what it rules out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from illuminate.engines.chronology.findings.conflicts.claims import relations
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve

Match = re.Match[str]
_OPEN = re.compile(r" (?:\(\?[=!].*)?$")
_SENTENCES = re.compile(r"[.;!?\n]+(?=\s|$)|\n")
_HAND_SIDE = re.compile(r"\b(left|right)[- ]hand(?:ed)? side\b(?: of)?")
_FILLER = (
    r"(?: |,|-|\(|\b(?:to|on|over|across|of|above|below|beneath|around|under|in|at|round|along|behind|near|inside|"
    r"her|his|the|their|a|an|my|left|right|both|l|r|lt|rt|upper|lower|outer|inner|side|front|small|large|one|area|"
    r"bilateral|and|with|visible|noted|seen|middle|index|ring|anywhere|at all|"
    r"evident|visible|fresh|old|healing|2nd|little|big|\d+ ?x?|cm|mm)\b)*"
)
_BESIDE_BEFORE = re.compile(rf"^{_FILLER}$")
_BESIDE_AFTER = re.compile(
    r"^(?: |,|-|:|\b(?:is|was|were|are|badly|also|slightly|very|looked|appear\w*|"
    r"had been|has|area|visibly|both|a bit|still|all|both|remain\w*|seem\w*|exam\w*|"
    r"on examination|were seen|xr|now|quite|completely|totally|feel\w*|as)\b)*$"
)
_BARRIER = re.compile(r"\b(?:but|then|while|because|caused|when|by|after|however|states?|said|says|so)\b")
_LIST = re.compile(r"(?: |,|&|/|\+|\b(?:and|or|both|left|right|l|r|her|his|the|upper|lower)\b)*")
_LOOSE, _BEHIND = 40, 20  # letters between a part of the body and the word that says it is hurt
_NONE = re.compile(r"\b(?:no|nil|without)(?: (?:any|sign of|visible|obvious|fresh|new|active))? $")
_AFTERWARDS = re.compile(
    r"^(?: \w+){0,2} ?(?:[:=-] ?(?:nil|none|no)\b|\b(?:was|were) (?:not|denied)|"
    r"\bnot (?:seen|noted|present|visible|found)|"
    r"\bruled out|\bexcluded|\bdenied)"
)


@dataclass(frozen=True, slots=True)
class Hurt:
    """``part`` and ``kind`` as in the word list, ``side`` left, right or both, '' if untold; ``denied``: not there."""

    part: str
    side: str
    kind: str
    whose: str
    quote: str
    denied: bool = False


def any_of(rows: Iterable[str]) -> str:
    """Join patterns, the longest first, with the words for relatives and persons filled in."""
    who = (
        r"(?:her|him|them|me|us|each other|(?:the |his |her |their )?(?:victim|complainant|"
        r"patient|pt|female|mother|mum|"
        r"wife|partner|girlfriend|husband|child|son|daughter|baby|ap|ip|client|tenant)|(?:mr|mrs|ms|miss) \w+)"
    )
    whole = [one if _OPEN.search(one) else rf"{one}(?!\w)" for one in rows]  # to the end of the last word
    joined = "|".join(sorted(whole, key=len, reverse=True))
    return (
        joined.replace("REL", f"(?:{relations()[0]})")
        .replace("WHO", who)
        .replace("OWN", "(?:her|his|the|their|a|an|my)")
    )


@cache
def grouped(name: str, section: str) -> Sieve:
    """All patterns of a section, each a group named by its key."""
    rows = words_of(name)[section]
    return Sieve(rf"(?P<{key}>\b(?:{any_of(known)}))" for key, known in rows.items())


@cache
def body_parts() -> re.Pattern[str]:
    data = words_of("injuries")
    named = {**data["parts"], **{whole: row["names"] for whole, row in data["wholes"].items()}}
    return re.compile("|".join(rf"(?P<{part}>\b(?:{any_of(known)})(?!\w))" for part, known in named.items()))


@cache
def _kinds() -> Sieve:
    rows = words_of("injuries")["kinds"]
    return Sieve(rf"(?P<{kind}>(?<!\w)(?:{any_of(known)}))" for kind, known in rows.items())


@cache
def _fine() -> tuple[Sieve, str]:
    written = rf"(?P<fine>(?<!\w)(?:{any_of(words_of('injuries')['fine']['words'])}))(?!\w)"
    return Sieve([written]), written


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """One list of the word list as a pattern of whole words."""
    return re.compile(rf"(?<!\w)(?:{any_of(words_of('injuries')[section][name])})(?!\w)")


@cache
def _side() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words_of("injuries")["sides"]
    named = "|".join(rf"(?P<{key}>{any_of(rows[key])})" for key in ("both", "left", "right"))
    between = any_of(rows["between"])
    return (
        re.compile(rf"(?<![\w'])(?:{named})\W{{0,2}}(?: |(?:{between})\b|,)*$"),
        re.compile(
            r"^\W{0,2}(?:(?P<left>\(?left\)?|\(l\)|l\b)|(?P<right>\(?right\)?|\(r\)|r\b)|(?P<both>bilaterally))"
        ),
    )


@lru_cache(maxsize=8)
def sentences(words: str) -> Sequence[str]:
    """Split a plain text; a sentence about another time ("previous fracture") is left out."""
    rows = _SENTENCES.split(_HAND_SIDE.sub(r"\1", words))
    return tuple(one for one in rows if one and not pattern("scope", "past").search(one))


def undone(before: str, behind: str = "") -> bool:
    """Whether the words before (and behind) say that the thing was not so, or only feared or asked."""
    last = next(reversed(list(pattern("scope", "not").finditer(before))), None)
    if before.rstrip().endswith(("?", "query", "possible")) or _AFTERWARDS.search(behind):
        return True
    if last is None:
        return False
    gap = before[last.end() :]
    if len(gap.split()) > 6 or re.search(r"\bbut\b|\bexcept\b|\bapart\b|\bother than\b", gap):
        return False
    return not re.search(r"[,:]", gap) or bool(re.search(r"\bn?or\b", gap + behind[:25]))


def whose(before: str, near: str = "") -> str:
    """Of whom the words speak: her, him, child, accused, hurt, or ''."""
    best, at = "", -1
    for key in ("her", "him", "child", "children", "accused", "hurt"):
        for match in pattern("whose", key).finditer(f"{before} {near}"):
            if match.start() >= at:
                best, at = key, match.start()
    return best


def alike(one: str, other: str) -> bool:
    """Whether two words for a person can mean the same."""
    apart = ({"her", "him"}, {"hurt", "accused"}, {"child", "hurt"}, {"child", "accused"})
    if "children" in (one, other):
        return {one, other} <= {"children", "child", ""}
    return {one, other} not in apart


def hurts_in(words: str) -> list[Hurt]:
    """Give what a text (plain, lower case) tells of parts that are hurt, or are not."""
    found: list[Hurt] = []
    rows = sentences(words)
    told = [part for one in (_kinds(), _fine()[0]) if (part := one.within("\n".join(rows)))]
    for sentence in rows if told else ():
        kinds = sorted(
            (match for one in told for match in one.finditer(sentence)),
            key=lambda one: (one.start(), -one.end()),
        )
        if kinds:
            found += _in_sentence(sentence, kinds, found[-1].part if found else "")
    return found


def of_a_hurt(words: str) -> bool:
    """Whether any word of a hurt is in a text."""
    return bool(_kinds().search(words))


def only_these(words: str) -> bool:
    """Whether a text says that what it tells is all there was."""
    return bool(re.search("|".join(words_of("injuries")["fine"]["only"]), words))


def _in_sentence(words: str, kinds: Sequence[Match], last: str) -> Iterator[Hurt]:
    """``last`` is the part that the sentence before spoke of last ("right foot swollen. Left normal")."""
    parts = list(body_parts().finditer(words))
    owners = _owners(words, parts, kinds)
    for part, kind in zip(parts, owners, strict=True):
        if kind:
            yield _hurt(words, part, kind)
    if not parts and last:
        yield from _other_one(words, last)
    yield from _implied_in(words, kinds, owners)


def _owners(words: str, parts: Sequence[Match], kinds: Sequence[Match]) -> list[Match | None]:
    """For each part the word that tells of it: its own, or that of the list in which it stands."""
    owners: list[Match | None] = []
    for number, part in enumerate(parts):
        kind = _kind_of(part, kinds, words)
        behind = words[part.end() : parts[number + 1].start()] if number + 1 < len(parts) else "."
        waits = kind is None and _LIST.fullmatch(behind)
        before = None if waits or not number else _goes_on(words, parts[number - 1], part, owners[-1])
        owners.append(kind or before)
    for number in reversed(range(len(parts) - 1)):
        gap = words[parts[number].end() : parts[number + 1].start()]
        joined = _LIST.fullmatch(gap) and owners[number + 1] and not _told_before(parts[number], kinds, words)
        if joined and (owners[number] is None or gap.strip() in ("and", "&", "/", "or")):
            owners[number] = owners[number + 1]
    return owners


def _goes_on(words: str, last: Match, part: Match, owner: Match | None) -> Match | None:
    """The word that the part before has, if this one only goes on with the list."""
    gap = words[last.end() : part.start()]
    if owner is None or len(gap) > 26 or _BARRIER.search(gap) or owner.start() > part.start():
        return None
    return owner


def _told_before(part: Match, kinds: Sequence[Match], words: str) -> bool:
    before = [one for one in kinds if one.end() <= part.start() and one.lastgroup != "fine"]
    return bool(before) and bool(_BESIDE_BEFORE.search(words[before[-1].end() : part.start()]))


def _hurt(words: str, part: Match, kind: Match) -> Hurt:
    first, final = min(kind.start(), part.start()), max(kind.end(), part.end())
    person = whose(words[:first], words[first:final])
    gone = kind.lastgroup == "fine" or undone(words[: kind.start()], words[kind.end() :])
    side = _side_of(words, part, kind)
    return Hurt(part.lastgroup or "", side, kind.lastgroup or "", person, words[first:final], gone)


def _other_one(words: str, last: str) -> Iterator[Hurt]:
    sides = words_of("injuries")["fine"]["side"][0]
    for match in re.finditer(rf"\b(?:{sides}) (?:side )?(?:{_fine()[1]})", words):
        yield Hurt(last, "left" if match["left"] else "right", "fine", "", match.group(0), True)


@cache
def _implied() -> tuple[Sieve, Sequence[str]]:
    rows = words_of("injuries")["implied"]
    return Sieve(rf"\b(?:{any_of(known)})\b" for known in rows.values()), tuple(rows)


def _implied_in(words: str, kinds: Sequence[Match], owned: Sequence[Match | None]) -> Iterator[Hurt]:
    """What the word alone places ("shiner"), and what is told without a place ("no bleeding")."""
    placed = bool(body_parts().search(words))
    sieve, keys = _implied()
    for number, pattern in sieve.asked(words):
        for match in pattern.finditer(words):
            kind = next(
                (one for one in kinds if one.start() < match.end() and one.end() > match.start()), None
            )
            if kind and not body_parts().search(match.group(0)):
                placed = True
                side = _side()[0].search(words[: match.start()])
                yield _placed(
                    words, kind, keys[number], (side.lastgroup or "") if side else "", match.group(0)
                )
    for kind in kinds:
        gone = bool(_NONE.search(words[: kind.start()])) and kind not in owned
        if (gone or not placed) and kind.lastgroup in words_of("injuries")["akin"]["anywhere"]:
            yield _placed(words, kind, "", "", kind.group(0))


def _placed(words: str, kind: Match, part: str, side: str, quote: str) -> Hurt:
    gone = undone(words[: kind.start()], words[kind.end() :])
    return Hurt(part, side, kind.lastgroup or "", whose(words[: kind.start()]), quote, gone)


def _kind_of(part: Match, kinds: Sequence[Match], words: str) -> Match | None:
    before = [one for one in kinds if one.end() <= part.start()]
    behind = [one for one in kinds if one.start() >= part.end()]
    inside = [one for one in kinds if one.start() < part.end() and one.end() > part.start()]
    gap = words[before[-1].end() : part.start()] if before else ""
    rest = words[part.end() : behind[0].start()] if behind else ""
    if inside:
        return inside[0]
    if behind and behind[0].lastgroup == "fine" and _BESIDE_AFTER.search(rest):
        return behind[0]
    if before and _BESIDE_BEFORE.search(gap):
        return before[-1]
    if behind and _BESIDE_AFTER.search(rest):
        return behind[0]
    if before and before[-1].lastgroup != "fine" and len(gap) <= _LOOSE and not _BARRIER.search(gap):
        return before[-1]
    if behind and len(rest) <= _BEHIND and not _BARRIER.search(rest):
        return behind[0]
    fine = [one for one in behind if one.lastgroup == "fine" and one.start() - part.end() <= _LOOSE]
    return fine[0] if fine and not _BARRIER.search(words[part.end() : fine[0].start()]) else None


def _side_of(words: str, part: Match, kind: Match) -> str:
    before, behind = _side()
    match = before.search(words[max(0, part.start() - 40) : part.start()]) or behind.search(
        words[part.end() :]
    )
    if not match and kind.end() <= part.start() and part.start() - kind.end() < 8:
        match = before.search(words[max(0, kind.start() - 30) : kind.start()])
    return (match.lastgroup or "") if match else ""
