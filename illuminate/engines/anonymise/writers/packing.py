"""The zip made again: members in one order, no dates, no remarks, nothing before, between or after them."""

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from ..readers.package import attribute, local
from .relations import is_outside, rels_of, resolved

_TYPES = "[Content_Types].xml"
_DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest day that a zip can hold
_NUMBERED = re.compile(r"\d+")


def packed(members: dict[str, bytes]) -> bytes:
    """The bytes of the zip; the list of types first, as programs expect it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(members, key=lambda one: (one != _TYPES, one != "_rels/.rels", one)):
            info = zipfile.ZipInfo(name, _DAWN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            zipped.writestr(info, members[name])
    return stream.getvalue()


def new_names(kept: Iterable[str], suspect: Iterable[str]) -> dict[str, str]:
    """New names of the members whose old ones are people's own: all pictures, and those that name someone."""
    known, suspected = set(kept), set(suspect)
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    renamed: dict[str, str] = {}
    for name in sorted(known, key=_natural):
        is_picture = "/media/" in f"/{name}"
        if name.endswith(".rels") or not (is_picture or name in suspected):
            continue
        stem = "word/media/image" if is_picture else "word/part"
        renamed[name] = f"{stem}{next(numbers[stem])}{posixpath.splitext(name)[1].lower()}"
        if rels_of(name) in known:
            renamed[rels_of(name)] = rels_of(renamed[name])
    return {name: new for name, new in renamed.items() if name != new}


def rename_targets(trees: dict[str, Element], sources: Iterable[str], renamed: dict[str, str]) -> None:
    """Let relationships name the members by their new names."""
    for source in sources:
        rels = trees.get(rels_of(source))
        for one in rels if rels is not None else ():
            target = resolved(source, attribute(one, "Target") or "")
            if not is_outside(one) and (target in renamed or source in renamed):
                one.set("Target", f"/{renamed.get(target, target)}")


def listed(types: Element, members: Iterable[str], renamed: dict[str, str]) -> None:
    """Let the list of types name the members that are there, in one order."""
    there = set(members)
    endings = {name.rpartition(".")[2].lower() for name in there}
    kept: dict[tuple[str, str], Element] = {}
    for one in list(types):
        types.remove(one)
        extension = (attribute(one, "Extension") or "").lower()
        name = (attribute(one, "PartName") or "").lstrip("/")
        name = renamed.get(name, name)
        if local(one) == "Default" and extension in endings:
            one.set("Extension", extension)
            kept["Default", extension] = one
        elif local(one) == "Override" and name in there:
            one.set("PartName", f"/{name}")
            kept["Override", name] = one
    for key in sorted(kept):
        SubElement(types, kept[key].tag, dict(sorted(kept[key].attrib.items())))


def _natural(name: str) -> tuple[str, int, str]:
    digits = _NUMBERED.findall(posixpath.basename(name))
    return posixpath.dirname(name), int(digits[-1]) if digits else 0, name
