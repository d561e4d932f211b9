"""How someone came to be hurt and where, as one account tells it; and whether two accounts can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.claims import Claim, relations
from illuminate.engines.chronology.findings.lexicon import words_of

CAUSE, PARTS, BONE, NONE = "cause", "parts hurt", "bone", "any injury"
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies)|no|not|never|without|nobody|if|whether|threat\w*)(?: \w+){0,2} ?$"
)
_REACH = 34  # letters behind a verb in which its thing is named
_STOP = re.compile(r"[.;:!?]|\b(?:and|then|but|while|because|brought|attended)\b")
_NEAR = 44  # letters between a part of the body and the word that says it is hurt


def _words(rows: list[str]) -> str:
    return "|".join(sorted(rows, key=len, reverse=True)).replace("REL", relations()[0])


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]], re.Pattern[str], dict[str, set[str]]]:
    data = words_of("injuries")
    names: dict[str, set[str]] = {}
    for thing, known in data["things"].items():
        for name in known:
            names.setdefault(name, set()).add(thing)
    accidents = {kind: re.compile(rf"\b(?:{_words(known)})\b") for kind, known in data["accidents"].items()}
    return (
        re.compile(rf"\b(?:{_words(data['deeds']['words'])})"),
        accidents,
        re.compile(rf"\b({_words(list(names))})\b"),
        names,
    )


@cache
def _body() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, re.Pattern[str]]]:
    data = words_of("injuries")
    names = {name: name for name in data["wholes"]}
    for part, known in data["parts"].items():
        for name in known:
            names[name] = f"{names[name]}+{part}" if name in names else part
    states = {
        name: re.compile(rf"(?<!\w)(?:{_words(data['harm'][name])})") for name in ("none", "whole", "broken")
    }
    return (
        re.compile(rf"\b({_words(list(names))})\b"),
        names,
        re.compile(rf"(?<!\w)(?:{_words(data['harm']['words'])})"),
        states,
    )


def injuries_in(words: str) -> Iterator[Claim]:
    """Give what a text (plain, lower case) says of a cause, of the parts hurt, and of a broken bone."""
    yield from _causes(words)
    yield from _hurts(words)


def _causes(words: str) -> Iterator[Claim]:
    deeds, accidents, things, names = _patterns()
    for match in deeds.finditer(words):
        if not _DENIED.search(words[max(0, match.start() - 24) : match.start()]):
            yield Claim(CAUSE, "cause of injury", "deed", match.group(0).strip())
    if (
        not _body()[2].search(words)
        and not _body()[0].search(words)
        and "fell" not in words
        and "fall" not in words
    ):
        return
    for kind, pattern in accidents.items():
        for match in pattern.finditer(words):
            if _DENIED.search(words[max(0, match.start() - 24) : match.start()]):
                continue
            behind = words[match.end() : match.end() + _REACH]
            stop = _STOP.search(behind)
            behind = behind[: stop.start()] if stop else behind
            behind = behind.removeprefix(",") if kind == "burning" else behind
            before = words[max(0, match.start() - 14) : match.start()] if kind == "burnt" else ""
            thing = things.search(behind) or things.search(match.group(0)) or things.search(before)
            if not thing and kind in ("caught", "knocked", "burning"):
                continue
            told = "+".join(sorted(names[thing[1]])) if thing else ""
            end = match.end() + (thing.end() if thing and thing.string is behind else 0)
            yield Claim(CAUSE, "cause of injury", f"{kind}:{told}", words[match.start() : end].strip())


def _hurts(words: str) -> Iterator[Claim]:
    parts, names, harm, states = _body()
    for name, pattern in states.items():
        match = pattern.search(words)
        if match and name == "none":
            yield Claim(NONE, "injury", "none", match.group(0))
        elif match and not (name == "broken" and states["whole"].search(words)):
            yield Claim(BONE, "injury", name, match.group(0))
    for match in parts.finditer(words):
        before, after = (
            words[max(0, match.start() - _NEAR) : match.start()],
            words[match.end() : match.end() + 22],
        )
        before = re.split(r"[.;]", before)[-1]
        after = re.split(r"[.;]", after)[0]
        hits = list(harm.finditer(before))
        hit = hits[-1] if hits else harm.search(after)
        if not hit or re.search(
            r"\b(?:no|nil|not|without|denies) (?:\w+ )?$", (before if hits else "")[: hit.start()]
        ):
            continue
        quote = (
            f"{before[hit.start() :]}{match.group(0)}" if hits else f"{match.group(0)}{after[: hit.end()]}"
        )
        yield Claim(PARTS, "injury", names[match[1]], quote.strip())
        yield Claim(NONE, "injury", "some", quote.strip())


def causes_exclude(one: set[str], other: set[str]) -> bool:
    """Whether the tellings of a cause can't both be right: a deed against an accident, or two different accidents."""
    if "deed" in one or "deed" in other:
        return ("deed" in one) != ("deed" in other)
    one, other = _told_best(one), _told_best(other)
    return not any(_same_accident(a, b) for a in one for b in other)


def _told_best(told: set[str]) -> set[str]:
    """Without a bare fall where the cause is told in full; without what a fall led to."""
    if any(one.startswith("fall:") for one in told):
        told = {one for one in told if not one.startswith("knocked:")}
    return {one for one in told if not one.endswith(":")} or told


def _same_accident(one: str, other: str) -> bool:
    kind, things = one.split(":")
    other_kind, other_things = other.split(":")
    if things and other_things:
        return bool(set(things.split("+")) & set(other_things.split("+")))
    return kind == other_kind


def parts_exclude(one: set[str], other: set[str]) -> bool:
    """Whether no part hurt in the one account is, contains or belongs to a part in the other."""
    wholes: dict[str, list[str]] = words_of("injuries")["wholes"]
    wide_one, wide_other = (
        {part for name in told for each in name.split("+") for part in (each, *wholes.get(each, ()))}
        for told in (one, other)
    )
    return not wide_one & wide_other
