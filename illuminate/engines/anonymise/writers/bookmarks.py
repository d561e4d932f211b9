"""Bookmarks are renamed together with whatever refers to them."""

import re

from ..places import Piece, Reading, Where
from .placing import Placing

_LONGEST = 40  # characters that Word allows a bookmark's name
_ODD = re.compile(r"\W+")


def rename_bookmarks(reading: Reading, placing: Placing) -> None:
    """Give bookmarks the new names that `placing` holds for them, in a form that Word takes, everywhere."""
    renamed = _renamed(reading, placing)
    if not renamed:
        return
    old = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(renamed, key=len, reverse=True)))})(?!\w)")
    for (part, paragraph), sources in (reading.sources or {}).items():
        for pieces in sources if part in ("bookmark", "field code", "link") else ():
            text = "".join(piece.words for piece in pieces)
            if part == "link" and not _is_inside(pieces[0]):
                continue
            for found in old.finditer(text):
                where = Where(part, paragraph, found.start(), found.end())
                placing.override(pieces, where, renamed[found[0]])


def _renamed(reading: Reading, placing: Placing) -> dict[str, str]:
    """New names by old ones."""
    renamed: dict[str, str] = {}
    part = reading.parts.get("bookmark")
    names = part.paragraphs if part else []
    for number, name in enumerate(names, 1):
        pieces = (reading.sources or {})["bookmark", number][0]
        new = placing.result(pieces[0])
        if new != name:
            renamed[name] = _sound(new, {*names, *renamed.values()})
    return renamed


def _sound(name: str, taken: set[str]) -> str:
    """A name as Word takes it: letters, digits and underlines, a letter first, not too long, nobody else's."""
    base = _ODD.sub("_", name).strip("_")[: _LONGEST - 4]
    base = base if base[:1].isalpha() else f"b_{base}"
    number, sound = 1, base
    low = {one.lower() for one in taken}
    while sound.lower() in low:
        number += 1
        sound = f"{base}_{number}"
    return sound


def _is_inside(piece: Piece) -> bool:
    """Whether a link's words are the name of a place in the file."""
    return piece.key.rpartition("}")[2] in ("anchor", "docLocation")
