"""Who was there and who was told, as one account says it of relatives, parents and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.claims import Claim, relations
from illuminate.engines.chronology.findings.lexicon import words_of


@cache
def _people() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = dict(relations()[1])
    for name in (*words_of("company")["groups"], *words_of("company")["workers"]["names"]):
        rows[name] = name
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, rows), key=len, reverse=True))})\b(?!'s)"), rows


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    data = words_of("company")
    return {
        state: (re.compile("|".join(data[state]["before"])), re.compile("|".join(data[state]["after"])))
        for state in ("absent", "present")
    }


@cache
def _told() -> tuple[dict[str, str], list[tuple[str, re.Pattern[str]]]]:
    data = words_of("company")["told"]
    names = {name: who for who, known in data["people"].items() for name in known}
    who = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    found = []
    for state in ("not", "yes"):
        for written in data[state]["patterns"]:
            written = written.replace("VERBS", data["verbs"]).replace("WHO", who)
            found.append((state, re.compile(rf"\b{written}\b")))
    return names, found


@cache
def _both_or_one() -> dict[str, re.Pattern[str]]:
    return {value: re.compile("|".join(known)) for value, known in words_of("company")["parents"].items()}


@cache
def _alone() -> dict[str, re.Pattern[str]]:
    return {value: re.compile("|".join(known)) for value, known in words_of("company")["alone"].items()}


def company_in(words: str, parents_meet: bool) -> Iterator[Claim]:
    """Give who was there; ``parents_meet`` when parents are expected, as at a conference."""
    people, rows = _people()
    for match in people.finditer(words):
        before = re.split(r"[.;]", words[max(0, match.start() - 44) : match.start()])[-1]
        after = re.split(r"[.;]", words[match.end() : match.end() + 44])[0]
        for state, (ahead, behind) in _cues().items():
            if ahead.search(before) or behind.search(after):
                who = rows[match.group(0)]
                quote = _quote(words, match.start(), match.end())
                for one in (who, *words_of("company")["groups"].get(who, ())):
                    yield Claim(f"presence of {one}", "who was present", state, quote)
                break
    for value, pattern in _alone().items():
        found = pattern.search(words)
        if found:
            yield Claim("company", "who was present", value, found.group(0).strip())
    if parents_meet:
        yield from _parents(words)


def _quote(words: str, start: int, end: int) -> str:
    ahead = re.split(r"[.;,:]", words[max(0, start - 20) : start])[-1]
    behind = re.split(r"[.;,]", words[end : end + 40])[0]
    ahead = ahead if " " not in ahead else ahead[ahead.find(" ") + 1 :] if start > 20 else ahead
    return (ahead + words[start:end] + behind).strip()


def _parents(words: str) -> Iterator[Claim]:
    for value, pattern in _both_or_one().items():
        match = pattern.search(words)
        if match:
            yield Claim("parents there", "who was present", value, match.group(0).strip())
            return


def told_in(words: str) -> Iterator[Claim]:
    """Give who is said to have been told, or not to have been."""
    if not any(letters in words for letters in words_of("company")["told"]["needs"]):
        return
    names, patterns = _told()
    for state, pattern in patterns:
        for match in pattern.finditer(words):
            told = next(group for group in match.groups() if group)
            yield Claim(f"telling {names[told]}", "who was told", state, match.group(0).strip())
        words = pattern.sub(lambda found: " " * len(found.group(0)), words) if state == "not" else words


@cache
def _asked() -> list[tuple[str, re.Pattern[str]]]:
    who = "|".join(sorted(map(re.escape, _told()[0]), key=len, reverse=True))
    return [
        (state, re.compile(rf"\b{written.replace('WHO', who)}"))
        for state, known in words_of("company")["actions"].items()
        for written in known
    ]


def actions_in(words: str) -> Iterator[Claim]:
    """Give of which agencies a meeting is said to have asked something, or nothing."""
    for state, pattern in _asked():
        for match in pattern.finditer(words):
            told = next(group for group in match.groups() if group)
            yield Claim(f"action for {_told()[0][told]}", "outcome", state, match.group(0).strip())
