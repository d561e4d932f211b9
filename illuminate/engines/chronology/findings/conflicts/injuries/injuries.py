"""Where accounts of one event differ on who was hurt where, and on how it came about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import (
    Hurt,
    alike,
    hurts_in,
    of_a_hurt,
    only_these,
    pattern,
    sentences,
    undone,
)
from illuminate.engines.chronology.findings.conflicts.injuries.causes import Cause, causes_exclude, causes_in
from illuminate.engines.chronology.findings.conflicts.injuries.unhurt import Unhurt, unhurt_in
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features

Told = tuple[str, list[tuple[int, str]]]


_HURT = re.compile(  # beginnings of words, one of which some account of a hurt has
    r"injur|hurt|bruis|\bcut|\blac|mark|swell|swol|lump|graz|scratch|abras|sore\b|pain|tender|wound|bleed|blood|burn|"
    r"scald|bite|bitten|fractur|broke|#|sprain|tooth|teeth|stitch|sutur|glue|fell\b|\bfall|trip|slip|knock|push|punch|"
    r"kick|slap|\bhit|struck|assault|attack|strangl|throttl|grab|shov|stab|knife|overdos|\bod\b|threw|thrown|bang|haem|"
    r"concuss|limp|petech|perforat|ruptur|crush|deform|splint|dislocat|trauma|strap|plaster|black|"
    r"(?:n't|not|unable to) (?:lift|raise|move|bend)"
)


@dataclass(frozen=True, slots=True)
class Account:
    """What one entry tells; ``broken`` and ``whole`` quote what it says of a bone."""

    start: int
    hurts: Sequence[Hurt]
    denied: Sequence[Hurt]
    unhurt: Sequence[Unhurt]
    broken: str
    whole: str
    causes: Sequence[Cause]
    only: bool


def account_of(words: str, start: int) -> Account:
    """Read a text (plain, lower case)."""
    told = hurts_in(words)
    hurts = [hurt for hurt in told if not hurt.denied]
    unhurt = unhurt_in(words)
    whole = _bone(words, "whole")
    return Account(
        start, hurts, [hurt for hurt in told if hurt.denied], unhurt,
        "" if whole else next((hurt.quote for hurt in hurts if hurt.kind == "fracture"), _bone(words, "broken")), whole,
        causes_in(words, bool(told or unhurt) or of_a_hurt(words)),
        bool(hurts) and only_these(words),
    )  # fmt: skip


def _bone(words: str, name: str) -> str:
    for sentence in sentences(words):
        for match in pattern("bones", name).finditer(sentence):
            if name == "whole" or not undone(sentence[: match.start()], sentence[match.end() :]):
                return match.group(0).strip()
    return ""


def injuries_differ(
    features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]
) -> list[Told]:
    """Give the injuries, and the causes of them, that two agencies tell so that both can't be right."""
    if not any(_HURT.search(texts[place]) for place in group):
        return []
    accounts = {place: account_of(texts[place], features[place].start) for place in group}
    rows: dict[str, dict[int, str]] = defaultdict(dict)
    places = list(accounts)
    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            if features[place].agency != features[other].agency:
                for field, one, two in _differences(accounts[place], accounts[other]):
                    rows[field].setdefault(place, one)
                    rows[field].setdefault(other, two)
    return [(field, sorted(told.items())) for field, told in rows.items()]


def _differences(one: Account, other: Account) -> Iterator[tuple[str, str, str]]:
    if causes_exclude(one.causes, other.causes):
        yield "cause of injury", _quoted(one.causes), _quoted(other.causes)
    for found in (_nothing_there(one, other), _turned(_nothing_there(other, one)), _bones(one, other)):
        if found:
            yield "injury", *found
    for a in one.hurts:
        for b in other.hurts:
            if alike(a.whose, b.whose) and _other_side(a, b, one.hurts, other.hurts):
                yield "injury", a.quote, b.quote
    for found in (_besides(one, other), _turned(_besides(other, one)), _whose(one, other)):
        if found:
            yield "injury", *found
    elsewhere = _elsewhere(one.hurts, other.hurts)
    if elsewhere:
        yield "injury", elsewhere[0].quote, elsewhere[1].quote


def _quoted(causes: Sequence[Cause]) -> str:
    return max((cause.quote for cause in causes), key=len)


def _turned(found: tuple[str, str] | None) -> tuple[str, str] | None:
    return (found[1], found[0]) if found else None


def _bones(one: Account, other: Account) -> tuple[str, str] | None:
    if one.broken and other.whole:
        return one.broken, other.whole
    return (one.whole, other.broken) if one.whole and other.broken else None


def _nothing_there(one: Account, other: Account) -> tuple[str, str] | None:
    """The one says that nobody was hurt, or not this part; the other tells of a hurt that it must have seen."""
    rows = words_of("injuries")["akin"]
    for none in one.unhurt:
        own = [hurt for hurt in one.hurts if _of(none, hurt) and hurt.kind not in rows["felt"]]
        for hurt in other.hurts if not own else ():
            hidden = none.outward and hurt.kind in rows["felt"]
            later = _comes(one, other, hurt) and (none.outward or hurt.kind != "bruise")
            if _of(none, hurt) and not hidden and not later:
                return none.quote, hurt.quote
    for gone in one.denied:
        for hurt in other.hurts:
            if _rules_out(gone, hurt, one) and not _comes(one, other, hurt):
                return gone.quote if gone.kind == "fine" else f"no {gone.quote}", hurt.quote
    return None


def _of(none: Unhurt, hurt: Hurt) -> bool:
    """Whether a hurt may be that person's of whom it is said that there was none."""
    if none.whose in ("child", "children"):
        return hurt.whose in ("child", "children")
    return alike(none.whose, hurt.whose)


def _comes(one: Account, other: Account, hurt: Hurt) -> bool:
    """A day between the two explains what comes up, or goes."""
    return one.start != other.start and hurt.kind in words_of("injuries")["akin"]["coming"]


def _rules_out(gone: Hurt, hurt: Hurt, teller: Account) -> bool:
    """Whether saying that the one part is well, or has no such hurt, is against this hurt."""
    if not gone.part:
        return gone.kind == hurt.kind and all(each.kind != hurt.kind for each in teller.hurts)
    within = words_of("injuries")["wholes"].get(gone.part, {"parts": ()})["parts"]
    if gone.part != hurt.part and hurt.part not in within:
        return False
    if not alike(gone.whose, hurt.whose) or {gone.side, hurt.side} == {"left", "right"}:
        return False
    if gone.kind not in ("fine", "injury", hurt.kind):
        return False
    own = [
        each
        for each in teller.hurts
        if (each.part == hurt.part or each.part in within) and (not gone.side or each.side == gone.side)
    ]
    return not own and (gone.kind == hurt.kind or hurt.kind != "pain")


def _other_side(a: Hurt, b: Hurt, all_a: Sequence[Hurt], all_b: Sequence[Hurt]) -> bool:
    """The same part, or one beside it, and one account knows only the left, the other only the right."""
    if {a.side, b.side} != {"left", "right"} or not _akin(a.kind, b.kind):
        return False
    if a.part != b.part and not (a.kind == b.kind and _near(a, b)):
        return False
    sides = [{hurt.side for hurt in told if hurt.part in (a.part, b.part)} for told in (all_a, all_b)]
    return not sides[0] & sides[1] and "both" not in sides[0] | sides[1]


def _akin(one: str, other: str) -> bool:
    families = words_of("injuries")["akin"]["families"]
    return one == other or any(one in family and other in family for family in families)


def _besides(one: Account, other: Account) -> tuple[str, str] | None:
    """The one says that its hurts are all there were; the other tells of one far from them."""
    if not one.only or not one.hurts:
        return None
    for hurt in other.hurts:
        seen = hurt.part and hurt.kind not in ("pain", "injury") and not _comes(one, other, hurt)
        if seen and not any(_near(hurt, own) for own in one.hurts) and alike(hurt.whose, one.hurts[0].whose):
            return one.hurts[0].quote, hurt.quote
    return None


def _whose(one: Account, other: Account) -> tuple[str, str] | None:
    """One and the same hurt, on her in the one account and on him in the other."""
    for a in one.hurts:
        for b in other.hurts:
            if {a.whose, b.whose} != {"her", "him"} or a.kind != b.kind or a.part != b.part or not a.part:
                continue
            mixed = any(alike(a.whose, each.whose) for each in other.hurts)
            if not mixed and not any(alike(b.whose, each.whose) for each in one.hurts):
                return a.quote, b.quote
    return None


def _elsewhere(one: Sequence[Hurt], other: Sequence[Hurt]) -> tuple[Hurt, Hurt] | None:
    """The only hurt of the one account is not among those of the other, which tells of the like elsewhere."""
    definite = words_of("injuries")["akin"]["alone"]
    if not one or not other or any(_near(a, b) for a in one for b in other):
        return None
    if len({hurt.part for hurt in one}) > 1 and len({hurt.part for hurt in other}) > 1:
        return None
    for a in one:
        for b in other:
            if a.kind == b.kind and a.kind in definite and alike(a.whose, b.whose):
                return a, b
    return None


def _near(a: Hurt, b: Hurt) -> bool:
    if not a.part or not b.part:
        return True
    data = words_of("injuries")
    wide = [{hurt.part, *data["wholes"].get(hurt.part, {"parts": ()})["parts"]} for hurt in (a, b)]
    if wide[0] & wide[1]:
        return True
    return any(a.part in family and b.part in family for family in data["beside"]["families"])
