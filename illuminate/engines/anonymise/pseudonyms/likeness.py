"""When two names are too near: written alike, sounding alike, one a piece of the other, beginning alike, rhyming."""

import re
from functools import lru_cache

from ..slips import is_one_slip

_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ch", "k"), ("sh", "s"), ("th", "t"), ("c", "k"), ("q", "k"), ("z", "s"),
    ("v", "f"), ("ge", "j"), ("gi", "j"), ("w", "u"),
)  # fmt: skip
_SHORTEST_PIECE = 3
_VOWELS = "aeiouyh"


def too_near(one: str, other: str) -> bool:
    """Whether a reader, or a slip of the pen, could take one name for the other. Both folded and in lower case."""
    if one == other or is_one_slip(one, other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_PIECE and long.startswith(short):
        return True
    return len(_skeleton(one)) > 1 and _skeleton(one) == _skeleton(other)


def reminds(one: str, other: str) -> bool:
    """Whether one name calls the other to mind: the same first letter, or the same ending."""
    return one[:1] == other[:1] or _ending(one) == _ending(other) or (one[-3:] == other[-3:] and len(one) > 2)


@lru_cache(maxsize=20_000)
def _skeleton(name: str) -> str:
    """The consonants as they sound: "Catherine" and "Kathryn" have one, "Sean" and "Shaun" too."""
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    bare = "".join(char for char in name if char not in _VOWELS)
    first = "a" if name[:1] in "aeiou" else ""
    return first + re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=20_000)
def _ending(name: str) -> str:
    """From the last sounded vowel to the end; a name of one vowel at the end has no ending to rhyme on."""
    sounded = name[:-1] if len(name) > 3 and name.endswith("e") else name
    found = re.search(r"[aeiouy]+[^aeiouy]+$", sounded)
    return found[0] if found else f"{name}."
