"""The forms that one entry of the register takes, by kind of entry; what they are made with is data.

A form is told as it would be written; case, accents and what stands between its words don't matter to the matcher.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .bodies import bodies
from .days import days, parse_date, written_forms
from .form import Form, tokens_of
from .numbers import numbers
from .people import bare_name, people
from .places import places

if TYPE_CHECKING:
    from ..register import Entry

__all__ = ["Form", "bare_name", "forms_of", "parse_date", "tokens_of", "written_forms"]

_BY_KIND: dict[str, Callable[[str, tuple[str, ...]], Iterator[Form]]] = {
    "person": people,
    "organisation": bodies,
    "place": places,
    "date": days,
    "identifier": numbers,
}
_LONG_ENOUGH = 6  # letters of a form written without gaps; shorter ones stand inside ordinary words


def forms_of(entry: "Entry") -> Iterator[Form]:
    """What is listed first, then what follows from it, by kind."""
    for text in (entry.real, *entry.aliases):
        yield from _listed(entry.kind, text, is_real=text == entry.real)
    yield from _BY_KIND[entry.kind](entry.real, entry.aliases)


def _listed(kind: str, text: str, *, is_real: bool) -> Iterator[Form]:
    if kind in ("person", "organisation") and (letters := initials_in(text)):
        yield Form(text, "initials", 0.95, listed=True)
        yield Form(letters, "initials", 0.9)
        yield Form(".".join(letters) + ".", "initials", 0.9)
        return
    rule = "date" if kind == "date" else "name" if is_real else "alias"
    yield Form(text, rule, 1.0, listed=True)
    words = tokens_of(text)
    glued = "".join(words)
    if len(words) > 1 and kind != "date" and (len(glued) >= _LONG_ENOUGH or not glued.isalpha()):
        yield Form(glued, "run_together", 0.9)


def initials_in(text: str) -> str:
    """The capitals of "M.H.", "MH", "M A H"; empty when the text is anything else."""
    bare = text.replace(".", "").replace(" ", "")
    is_initials = 1 <= len(bare) <= 4 and bare.isalpha() and bare.isascii() and bare.isupper()
    return bare if is_initials else ""
