"""How a check of known texts is counted: what was found, what was touched for nothing, what stands in a copy.

A case is a folder with `register.csv`, `texts/` and `truth.json` (see its README). Everything is a count in a Counter,
`found FORM` beside `all FORM`, so that texts and cases add up.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Tally = Counter[str]
# An age or a day is found when most of it is: "aged six" may be told as "six".
_PARTLY = {"age": 0.4, "date": 0.6}
_WORD = re.compile(r"[^\W_]+")
# Words round a name that may stay: they name nobody.
_TITLES = frozenset(
    _WORD.findall(
        "mr mrs ms miss mx dr prof professor sir dame lady lord rev father sister pc ps dc ds di dci dcs supt sgt insp "
        "det detective constable sergeant inspector chief superintendent officer social worker nurse midwife the of "
        "and at s"
    )
)


def truth_in(folder: Path) -> dict[str, Any]:
    """The truth of a case: for each text its mentions, negatives, risks and what only looks like a risk."""
    loaded: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    texts: dict[str, Any] = loaded["texts"]
    return texts


def missed(text: str, truth: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    """What was missed, and what was found that is nothing, a line each, to learn kinds of fault from."""
    lines = text.split("\n")
    mentions = _by_line(truth["mentions"])
    found = _by_line({**one, **one["where"]} for one in findings if one["where"]["part"] == "body")
    for number, line in enumerate(lines, 1):
        for one in mentions.get(number, []):
            if not _covers(one, line, found.get(number, [])):
                yield f"missed {one['form']}: {one['text']!r} in …{line[max(0, one['start'] - 40) : one['end'] + 40]}…"
        for one in found.get(number, []):
            if not any(_meet(one, mention) for mention in mentions.get(number, [])):
                around = line[max(0, one["start"] - 40) : one["end"] + 40]
                yield f"false {one['kind']} ({one['rule']}): {one['text']!r} in …{around}…"


def score_text(text: str, truth: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> Tally:
    """Counts for one text; `findings` as `illuminate anonymise check --json` gives them, of part "body"."""
    tally: Tally = Counter()
    lines = text.split("\n")
    mentions = _by_line(truth["mentions"])
    found = _by_line({**one, **one["where"]} for one in findings if one["where"]["part"] == "body")
    for number, line in enumerate(lines, 1):
        for mention in mentions.get(number, []):
            _score_mention(tally, mention, line, found.get(number, []))
    neutral = _by_line(truth.get("neutral", []))
    for number, ones in found.items():
        for one in ones:
            if _is_neither(one, mentions.get(number, []), neutral.get(number, [])):
                continue
            tally["findings"] += 1
            tally["findings of something"] += any(_meet(one, mention) for mention in mentions.get(number, []))
    for negative in truth["negatives"]:
        here = found.get(negative["paragraph"], [])
        tally["all negatives"] += 1
        tally["touched negatives"] += any(_meet(one, negative) for one in here)
    return tally


def score_risks(truth: Mapping[str, Any], risks: Sequence[Mapping[str, Any]]) -> Tally:
    """Which rare descriptions were said, and which that are none; a risk is met by half of its words."""
    said = [_words(risk["text"]) for risk in risks]
    tally: Tally = Counter({"risks said": len(said)})
    for key, name in (("risks", "risk"), ("not_risks", "near miss")):
        for one in truth.get(key, []):
            words = _words(one["text"])
            tally[f"all {name}"] += 1
            tally[f"found {name}"] += any(
                2 * len(words & other) >= min(len(words), len(other)) for other in said
            )
    return tally


def score_copy(truth: Mapping[str, Any], copy: str) -> Tally:
    """Whether the pseudonym stands where somebody on the register stood, line by line."""
    tally: Tally = Counter()
    mentions = _by_line(one for one in truth["mentions"] if one["on_register"] and one["expected"])
    after = copy.split("\n")
    for number, ones in mentions.items():
        line = after[number - 1] if number <= len(after) else ""
        for name, count in Counter(one["expected"] for one in ones).items():
            tally["all in place"] += count
            tally["found in place"] += min(count, line.lower().count(name.lower()))
    return tally


def _score_mention(
    tally: Tally, mention: Mapping[str, Any], line: str, found: Sequence[Mapping[str, Any]]
) -> None:
    form = mention["form"] if mention["on_register"] else _beyond(mention)
    is_found = _covers(mention, line, found)
    group = "on the register" if mention["on_register"] else "beyond it"
    for name in (form, group):
        tally[f"all {name}"] += 1
        tally[f"found {name}"] += is_found
    if mention["on_register"] and is_found and mention["expected"] is not None:
        over = [one for one in found if _meet(one, mention)]
        tally["all pseudonyms"] += 1
        tally["found pseudonyms"] += any((one["pseudonym"] or "") == mention["expected"] for one in over)


def _beyond(mention: Mapping[str, Any]) -> str:
    return str(mention["form"]) if mention["form"] != "typo" else "unlisted_name"


def _covers(mention: Mapping[str, Any], line: str, found: Iterable[Mapping[str, Any]]) -> bool:
    """Whether findings cover every word of a mention that tells something."""
    spans = [(one["start"], one["end"]) for one in found]
    words = list(_WORD.finditer(line, mention["start"], mention["end"]))
    telling = [match for match in words if match[0].lower() not in _TITLES] or words
    covered = sum(
        any(start <= match.start() and match.end() <= end for start, end in spans) for match in telling
    )
    return covered >= _PARTLY.get(mention["form"], 1.0) * len(telling)


def _is_neither(
    one: Mapping[str, Any], mentions: Iterable[Mapping[str, Any]], neutral: Iterable[Mapping[str, Any]]
) -> bool:
    """Whether a finding is of what may be found or left, an adult's age: it counts for nothing then."""
    return any(_meet(one, other) for other in neutral) and not any(_meet(one, other) for other in mentions)


def _meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _by_line(ones: Iterable[Mapping[str, Any]]) -> dict[int, list[Mapping[str, Any]]]:
    lines: dict[int, list[Mapping[str, Any]]] = {}
    for one in ones:
        lines.setdefault(one["paragraph"], []).append(one)
    return lines


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) > 3}
