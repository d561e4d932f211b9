"""Fonts of a PDF that don't say which letters they draw: what stands in them can't be read, or only as if in cipher."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

# Names of glyphs that are numbers and no more ("g12", "C0034", "glyph7"); "uni0041" and its like say their letter.
_NUMBERED = re.compile(r"/(?:[A-Za-z]{0,2}|cid|glyph|index|char)[-.]?\d+")
_SAID = re.compile(r"/u(?:ni)?[0-9A-F]{4,6}")
_FEW = 5  # a font of bullets has fewer
_KNOWN_SETS = ("Japan1", "GB1", "CNS1", "Korea1", "KR")
_DEEPEST = 4


class Ciphers:
    """Asked page by page; each font is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], str] = {}

    def on(self, page: pikepdf.Page) -> str:
        """ "cipher" when letters come out as other letters, "lost" when some come out as none, else empty."""
        found = {self._kind(font) for font in _fonts_of(page.resources, 0)}
        return "cipher" if "cipher" in found else "lost" if "lost" in found else ""

    def _kind(self, font: Any) -> str:
        if not font.is_indirect:
            return _kind_of(font)
        if font.objgen not in self._known:
            self._known[font.objgen] = _kind_of(font)
        return self._known[font.objgen]


def _fonts_of(resources: Any, depth: int) -> Iterator[Any]:
    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    fonts, drawn = resources.get("/Font"), resources.get("/XObject")
    if isinstance(fonts, pikepdf.Dictionary):
        yield from (font for font in fonts.values() if isinstance(font, pikepdf.Dictionary))
    for one in drawn.values() if isinstance(drawn, pikepdf.Dictionary) else ():
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
            yield from _fonts_of(one.get("/Resources"), depth + 1)


def _kind_of(font: Any) -> str:
    if "/ToUnicode" in font:
        return ""
    encoding = font.get("/Encoding")
    if font.get("/Subtype") == "/Type0":
        is_bare = isinstance(encoding, pikepdf.Name) and str(encoding).startswith("/Identity")
        return "lost" if is_bare and not _is_of_a_known_set(font) else ""
    names = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    if not isinstance(names, pikepdf.Array):
        return ""
    told = {str(name) for name in names if isinstance(name, pikepdf.Name)}
    numbered = [name for name in told if _NUMBERED.fullmatch(name) and not _SAID.fullmatch(name)]
    return "cipher" if len(numbered) >= _FEW and 2 * len(numbered) > len(told) else ""


def _is_of_a_known_set(font: Any) -> bool:
    for one in font.get("/DescendantFonts", ()):
        system = one.get("/CIDSystemInfo")
        if isinstance(system, pikepdf.Dictionary) and str(system.get("/Ordering", "")) in _KNOWN_SETS:
            return True
    return False
