"""Word files: the story parts in their order, then everything else that can hold words."""

import re
from xml.etree.ElementTree import Element

from ..places import Piece, Reading
from .office import read_alt_text, read_links, read_names, read_people, read_properties, read_rest
from .package import Package, attribute, each, in_attribute, local
from .story import Story, hidden_styles

_STORIES = (
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
)
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_MAIN = "word/document.xml"


def read(data: bytes, reading: Reading) -> None:
    """Read every part of a .docx."""
    read_package(Package(data, reading), reading)


def read_package(package: Package, reading: Reading) -> None:
    """The same, of a zip that is open already."""
    read_names(package, reading)
    styles = package.take_xml("word/styles.xml")
    story = Story(reading, hidden_styles(styles) if styles is not None else frozenset())
    main = package.take_xml(_MAIN)
    if main is None:
        reading.skip("body", "The file has no body where Word keeps it.")
    else:
        _tell(story, main, "body", reading)
    _read_beside(package, story, reading)
    read_properties(package, reading)
    read_links(package, reading)
    read_people(package, reading)
    _read_settings(package, reading)
    if styles is not None:
        for style in each(styles, "style", "name", "aliases"):
            reading.add_machine("style", in_attribute(style, "val") or in_attribute(style, "styleId"))
    read_rest(package, reading)


def _tell(story: Story, root: Element, part: str, reading: Reading) -> None:
    story.tell(root, part)
    read_alt_text(root, reading)


def _read_beside(package: Package, story: Story, reading: Reading) -> None:
    """Headers and footers (first and even pages have their own), notes, comments."""
    for pattern, part in _STORIES:
        for name in sorted(package.names(), key=_natural):
            root = package.take_xml(name) if pattern.fullmatch(name) else None
            if root is not None:
                _tell(story, root, part, reading)
    for name, part in _NOTES:
        root = package.take_xml(name)
        for note in each(root, part) if root is not None else ():
            # Separators are notes too, with an empty paragraph that no reader counts.
            if attribute(note, "type") in (None, "normal") or any(True for _ in each(note, "t")):
                _tell(story, note, part, reading)
    comments = package.take_xml("word/comments.xml")
    for comment in each(comments, "comment") if comments is not None else ():
        for key in ("author", "initials"):
            reading.add_once("comment author", in_attribute(comment, key))
        _tell(story, comment, reading.number("comment"), reading)


def _natural(name: str) -> tuple[int, str]:
    digits = re.sub(r"\D", "", name)
    return int(digits or 0), name


def _read_settings(package: Package, reading: Reading) -> None:
    """Document variables and mail-merge sources; the other settings are machinery."""
    root = package.take_xml("word/settings.xml")
    for element in root.iter() if root is not None else ():
        if local(element) == "docVar":
            reading.add_words("document variable", in_attribute(element, "val"))
            reading.add_words("document variable", in_attribute(element, "name"))
        else:
            for key, value in element.attrib.items():
                reading.add_machine("settings", Piece(value, element, key))
