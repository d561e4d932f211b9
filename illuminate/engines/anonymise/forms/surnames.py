"""One surname in its ways: with and without particles, halves, joined, in the other gender."""

import re
from collections.abc import Iterator

from .form import terms

_MAC = re.compile(r"(?:Ma?c|M['\u2019])[ -]?(?=[A-Z])")
_SPLIT = re.compile(r"[-\u2010\u2011\u2013]")
_GENDERS = (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("sky", "skaya"), ("ov", "ova"), ("ev", "eva"))
_SHORTEST = 3


def surnames(family: str) -> Iterator[tuple[str, str, float]]:
    """A surname's forms, each with its rule and how sure it is."""
    if len(family) < 2:
        return
    yield family, "last_name", 0.9
    yield from _without_particles(family)
    yield from _macs(family)
    yield from _halves(family)
    lower = family.lower()
    for his, hers in _GENDERS:
        for one, other in ((his, hers), (hers, his)):
            if lower.endswith(one) and len(lower) > len(one) + 2:
                yield family[: -len(one)] + other, "other_gender", 0.8


def _without_particles(family: str) -> Iterator[tuple[str, str, float]]:
    words = [word for word in re.split(r"[\s'\u2019-]", family) if word]
    start = 0
    while start < len(words) - 1 and words[start].lower() in terms("particles"):
        start += 1
    if not start:
        return
    yield "".join(words), "last_name", 0.85
    yield (
        " ".join([*words[: start - 1], words[start - 1] + words[start], *words[start + 1 :]]),
        "last_name",
        0.85,
    )
    rest = family[family.rindex(words[start]) :] if start == len(words) - 1 else "-".join(words[start:])
    if len(rest) > _SHORTEST and words[0].lower() not in ("o", "mac", "mc"):
        yield rest, "last_name", 0.8


def _macs(family: str) -> Iterator[tuple[str, str, float]]:
    mac = _MAC.match(family)
    if mac:
        rest = family[mac.end() :]
        for start in ("Mc", "Mac", "Mc ", "Mac ", "M'"):
            yield start + rest, "last_name", 0.85


def _halves(family: str) -> Iterator[tuple[str, str, float]]:
    halves = [half for half in _SPLIT.split(family) if half]
    if len(halves) != 2 or halves[0].lower() in terms("particles"):
        return
    yield "".join(halves), "last_name", 0.9
    yield from ((half, "half_name", 0.75) for half in halves if len(half) >= _SHORTEST)
