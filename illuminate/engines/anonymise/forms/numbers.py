"""Identifiers: the separators don't matter to the matcher, so few forms are left to tell."""

import re
from collections.abc import Iterator

from .form import Form

_TELEPHONE = re.compile(r"(?:\+44|0044|0)(?:\(0\))?([1-9]\d{8,9})")


def numbers(real: str, aliases: tuple[str, ...]) -> Iterator[Form]:
    """A number without its gaps; a telephone number from home and from abroad."""
    for text in (real, *aliases):
        bare = "".join(char for char in text if char.isalnum())
        yield Form(bare, "identifier", 1.0)
        telephone = _TELEPHONE.fullmatch(re.sub(r"[\s.()-]", "", text.replace("(0)", "")))
        if telephone:
            for start in ("0", "+44", "0044", "+44(0)"):
                yield Form(start + telephone[1], "identifier", 1.0)
