"""Word files: the same pages with other words, and nothing kept beside what they show."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from ..errors import FileRefused
from ..places import Reading
from ..readers.package import Package, attribute, each, local, parse
from ..readers.story import hidden_styles
from ..readers.word import read_package
from ..replacing import Replacement, Written
from .bookmarks import rename_bookmarks
from .fields import flatten_fields
from .markup import written
from .packing import listed, new_names, packed, rename_targets
from .photos import without_remarks
from .placing import Placing
from .properties import clean_settings, empty_core, empty_extended, rename_styles, style_ids
from .pruning import Fate, drop_remarks, prune
from .relations import Relations
from .revisions import accept_changes, drop_hidden, drop_marks
from .tally import Tally

_TYPES = "[Content_Types].xml"
_STYLES = "word/styles.xml"
_SETTINGS = ("word/settings.xml", "word/glossary/settings.xml")
_MACROS = "The file holds macros. Save it as .docx without them and try again."
_DAMAGED = "A part of the file is damaged. Open it in Word, save it as a new .docx and try again."
# Stores of properties that Word itself offers to content controls: what is bound to them is emptied.
_BUILT_IN = frozenset(
    {"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
     "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"}
)  # fmt: skip
_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")


class _Kept(Package):
    """A package that remembers what was taken out of it."""

    def __init__(self, data: bytes, reading: Reading) -> None:
        super().__init__(data, reading)
        self.raw = dict(self._members)
        self.trees: dict[str, Element] = {}

    def take_xml(self, name: str) -> Element | None:
        """A member as XML, once, and remembered."""
        root = super().take_xml(name)
        if root is not None:
            self.trees[name] = root
        return root


def write(data: bytes, name: str, replacements: Sequence[Replacement]) -> Written:
    """The file with its replacements, and cleaned of whatever must not leave with it.

    Raises CannotReplace for words that can't be placed, FileRefused for a file with macros or a damaged part.
    What stands in a picture stays; verify says so.
    """
    reading, package = _opened(data)
    placing = Placing(reading)
    placing.replace(replacements)
    rename_bookmarks(reading, placing)
    ids = style_ids(package.trees.get(_STYLES))
    placing.finish()
    tally = Tally()
    if _STYLES in package.trees:
        rename_styles(ids, package.trees[_STYLES], list(package.trees.values()))
    relations = _cleaned(package, tally)
    return Written(
        packed(_members(package, relations, _suspects(reading, replacements), tally)), tally.words()
    )


def _opened(data: bytes) -> tuple[Reading, _Kept]:
    """Everything read, each word with its place. A file that isn't whole is not written."""
    reading = Reading(sources={})
    try:
        package = _Kept(data, reading)
        raw = dict(package.raw)
        read_package(package, reading)
    except FileRefused:
        raise
    except Exception as error:
        # Whatever the reason: a file that can't be read to its end can't be written.
        raise FileRefused(_DAMAGED) from error
    if any("vbaproject" in one.lower() for one in raw) or b"macroEnabled" in raw.get(_TYPES, b""):
        raise FileRefused(_MACROS)
    whole = all(not one.part.startswith("part ") and one.part != "body" for one in reading.unread)
    if not whole or _TYPES not in package.trees:
        raise FileRefused(_DAMAGED)
    return reading, package


def _cleaned(package: _Kept, tally: Tally) -> Relations:
    """The package's parts without what must not leave; what refers to what afterwards."""
    trees = package.trees
    had_remarks = [drop_remarks(root) for root in trees.values()]
    if any(had_remarks):
        tally.say("remarks in the XML")
    hidden = hidden_styles(trees[_STYLES]) if _STYLES in trees else frozenset()
    stories = [root for root in trees.values() if local(root) in _STORIES]
    for root in stories:
        accept_changes(root, tally)
        drop_hidden(root, hidden, tally)
        flatten_fields(root, tally)
    bound = frozenset(_bindings(stories))
    for root in trees.values():
        drop_marks(root, tally)
    for name in (one for one in _SETTINGS if one in trees):
        clean_settings(trees[name], tally)
    relations = Relations(trees, frozenset(package.raw), tally, bound)
    _empty_properties(package, tally)
    relations.walk()
    return relations


def _bindings(stories: list[Element]) -> Iterator[str]:
    """The parts of custom XML that content controls show. What is bound to a property keeps its words only."""
    for root in stories:
        prune(root, lambda one: Fate.DROP if _store(one) in _BUILT_IN else Fate.KEEP)
        for one in each(root, "dataBinding"):
            yield _store(one)


def _store(one: Element) -> str:
    return (attribute(one, "storeItemID") or "").upper() if local(one) == "dataBinding" else ""


def _empty_properties(package: _Kept, tally: Tally) -> None:
    core, extended = package.trees.get("docProps/core.xml"), package.trees.get("docProps/app.xml")
    if core is not None:
        empty_core(core, tally)
    if extended is not None:
        empty_extended(extended, tally)


def _suspects(reading: Reading, replacements: Sequence[Replacement]) -> list[str]:
    """The members whose names name someone."""
    named = [one.where.paragraph for one in replacements if one.where.part == "part name"]
    return [reading.parts["part name"].paragraphs[number - 1] for number in named]


def _members(package: _Kept, relations: Relations, suspect: list[str], tally: Tally) -> dict[str, bytes]:
    """What goes into the zip, by new names."""
    kept = sorted(relations.kept)
    renamed = new_names(kept, suspect)
    rename_targets(package.trees, ["", *kept], renamed)
    members: dict[str, bytes] = {}
    for name in kept:
        raw = package.raw[name]
        if name in package.trees:
            members[renamed.get(name, name)] = written(package.trees[name], raw)
            continue
        bare = without_remarks(raw)
        if bare != raw:
            tally.say("what was written inside pictures' files")
        members[renamed.get(name, name)] = bare
    types = parse(package.raw[_TYPES])
    if types is None:
        raise FileRefused(_DAMAGED)
    drop_remarks(types)
    listed(types, members, renamed)
    members[_TYPES] = written(types, package.raw[_TYPES])
    return members
